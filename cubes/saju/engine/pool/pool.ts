/// <reference lib="esnext.disposable" preserve="true" />
/** Batches shared among workers: the same functions, the same results, every core. */

import { CubeError } from "cubular/contract/error"
import { pool_size_out_of_range } from "cubular/messages/en"
import { coreCount } from "#saju-pool"
import { type CompatibilityBatch, readCompatibilityBatch } from "../batch/compatibility.ts"
import type { Intervals } from "../batch/intervals.ts"
import { type LuckBatch, readLuckBatch } from "../batch/luck.ts"
import type { Lucks } from "../batch/luck-rows.ts"
import type { Matches } from "../batch/match-rows.ts"
import { type PillarsBatch, readPillarsBatch } from "../batch/pillars.ts"
import { type ReverseBatch, readReverseBatch } from "../batch/reverse-batch.ts"
import type { Scores } from "../batch/score-rows.ts"
import { readScoresBatch, type ScoresBatch } from "../batch/scores.ts"
import { Crew } from "./crew.ts"
import { share } from "./share.ts"

export interface PoolOptions {
  /** Workers at most, 1–256; default one for each core. They are started when there is work for them. */
  readonly size?: number | undefined
}

/**
 * The batch functions of `cubular/saju/batch`, their rows shared among workers. Results, their order and refusals are the same. Columns
 * are copied part by part; those in shared memory (SharedArrayBuffer) are not.
 */
export interface Pool {
  readonly size: number
  pillarsBatch(batch: PillarsBatch): Promise<Uint8Array>
  luckBatch(batch: LuckBatch): Promise<Lucks>
  scoresBatch(batch: ScoresBatch): Promise<Scores>
  compatibilityBatch(batch: CompatibilityBatch): Promise<Matches>
  reverseLookupBatch(batch: ReverseBatch): Promise<Intervals>
  /** Ends the workers. What is under way is rejected with `pool_disposed`. */
  dispose(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const MOST = 256

/**
 * Makes a pool. In Node its workers are threads, which let the process end when they rest; in browsers Web Workers.
 *
 * @throws {CubeError} `pool_unavailable` (workerd, and wherever there are no workers), `pool_size_out_of_range`. Calls reject as the
 * functions do, and with `pool_worker_failed`, `pool_disposed`; a worker that failed is replaced by the next call.
 */
export function createPool(options: PoolOptions = {}): Pool {
  const cores = coreCount()
  const { size = Math.min(cores, MOST) } = options
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    throw new CubeError({ ...pool_size_out_of_range, path: ["size"], params: { max: MOST } })
  }
  const crew = new Crew(size)
  return {
    size,
    pillarsBatch: async (batch) => share(crew, size, "pillarsBatch", readPillarsBatch(batch)),
    luckBatch: async (batch) => share(crew, size, "luckBatch", readLuckBatch(batch)),
    scoresBatch: async (batch) => share(crew, size, "scoresBatch", readScoresBatch(batch)),
    compatibilityBatch: async (batch) => share(crew, size, "compatibilityBatch", readCompatibilityBatch(batch)),
    reverseLookupBatch: async (batch) => share(crew, size, "reverseLookupBatch", readReverseBatch(batch)),
    dispose: () => crew.dispose(),
    [Symbol.asyncDispose]: () => crew.dispose(),
  }
}
