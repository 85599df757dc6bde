/** Many charts at once: how often each element occurs, and how strong the day stem stands by every method. */
import { requireChoice } from "../options.ts"
import { type BatchControl, inChunks, readControl } from "./control.ts"
import { instanceFor } from "./engine.ts"
import { type PillarColumns, type ReadColumns, readPillars } from "./pillar-columns.ts"
import { createScores, fillScores, type Scores } from "./score-rows.ts"
import { fillScoresIn } from "./score-wasm.ts"

/** Charts in columns. Do not change the arrays until the promise is settled. */
export interface ScoresBatch extends PillarColumns, BatchControl {
  /** As in `AnalysisOptions`: in the south strength takes the month's opposite. Default "north". */
  readonly hemisphere?: "north" | "south" | undefined
  /** As in `PillarsBatch`. */
  readonly wasm?: WebAssembly.Module | null | undefined
}

/** Ganji of months. */
const HALF_YEAR = 30

const FIELDS = ["hemisphere", "wasm", "signal", "onProgress"] as const

/**
 * Element counts and shares of strength (신강·신약) of many charts: the same whole numbers as `elements.characters` and
 * `strength[].share` of `analyze`. A row with a number that is no ganji has status 1.
 *
 * @throws {CubeError} (as a rejection) for what is wrong with the batch as a whole; paths begin with the name of the field.
 * An aborted `signal` rejects with its reason.
 */
export async function scoresBatch(batch: ScoresBatch): Promise<Scores> {
  const { pillars, rows, turn, control, given } = readScoresBatch(batch)
  const instance = await instanceFor(given.wasm)
  const out = createScores(rows)
  await inChunks(rows, control, (from, end) => {
    if (instance) fillScoresIn(instance, pillars, turn, out, from, end)
    else fillScores(pillars, turn, out, from, end)
  })
  return out
}

/** A batch that has been read and checked. */
export interface ReadScores extends ReadColumns<(typeof FIELDS)[number]> {
  readonly control: BatchControl
  /** Added to the month ganji. */
  readonly turn: 0 | 30
}

/** @throws {CubeError} as `scoresBatch`. */
export function readScoresBatch(batch: unknown): ReadScores {
  const read = readPillars(batch, FIELDS)
  const hemisphere = requireChoice(read.given.hemisphere, ["north", "south"], ["hemisphere"])
  return { ...read, turn: hemisphere === "south" ? HALF_YEAR : 0, control: readControl(read.given) }
}
