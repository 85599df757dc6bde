/** What the measurements leave in `results/`, one file per question, and how it is read and written. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import type { Figure, Standing } from "./figures.ts"
import { type Machine, machine } from "./machine.ts"
import type { Accuracy } from "./saju/accuracy-table.ts"
import type { Peers } from "./saju/peer-rows.ts"
import type { Size } from "./sizes.ts"

export interface Results {
  readonly "kernel-speed": {
    readonly [id: string]: { readonly title: string; readonly standings: readonly Standing[] }
  }
  readonly "kernel-build": readonly { readonly name: string; readonly coldUs: Figure; readonly warmUs: Figure }[]
  readonly "kernel-options": { readonly twelve: readonly Standing[]; readonly chain: readonly Standing[] }
  /** The engine now, and as it was when it could do no more than run steps. */
  readonly "kernel-earlier": readonly { readonly title: string; readonly standings: readonly Standing[] }[]
  readonly "kernel-memory": readonly { readonly name: string; readonly bytes: number }[]
  readonly "kernel-types": readonly {
    readonly placed: number
    readonly checkSec: number
    readonly overEmptySec: number
  }[]
  readonly policies: {
    /** By policy, around an async step and around one that answers at once. */
    readonly later: readonly Standing[]
    readonly now: readonly Standing[]
    /** Against others, around a call that answers in the next turn, and one that waits for the event loop. */
    readonly turn: readonly Standing[]
    readonly wait: readonly Standing[]
  }
  /** So many runs at once, started by hand and by messages. */
  readonly messaging: { readonly many: number; readonly standings: readonly Standing[] }
  /** Three writing steps: a plain run, and sagas. */
  readonly sagas: readonly Standing[]
  readonly simulation: { readonly seedsPerSec: Figure; readonly eventsPerSec: Figure }
  /** So many items through two cubes, and through bare generators. */
  readonly streams: { readonly many: number; readonly standings: readonly Standing[] }
  /** By case: every contender's time, as a multiple of ours. */
  readonly "stores-node": { readonly [title: string]: readonly Standing[] }
  readonly "stores-browser": { readonly [title: string]: readonly Standing[] }
  /**
   * The same against the platform's bindings, in workerd; and ms from a kill to the first answer, of `workerd serve` and of
   * Wrangler's local platform.
   */
  readonly "stores-workers": {
    readonly cases: { readonly [title: string]: readonly Standing[] }
    readonly readyMs: Figure
    readonly wranglerReadyMs: Figure
  }
  /** Stores of Node: bytes of the backup, speed, and memory of the process before and at most. */
  readonly backup: { readonly bytes: number; readonly backup: Throughput; readonly restore: Throughput }
  readonly "saju-single": {
    readonly agree: { readonly [name: string]: { readonly same: number; readonly of: number } }
    readonly absent: readonly { readonly name: string; readonly reason: string }[]
    readonly standings: readonly Standing[]
  }
  /** Whole readings of one birth. */
  readonly "saju-readings": readonly Standing[]
  readonly "saju-tokens": {
    readonly tokenizer: string
    readonly packages: {
      readonly [name: string]: {
        readonly min: number
        readonly median: number
        readonly max: number
        readonly births: number
      }
    }
  }
  readonly "saju-peers": Peers
  readonly "saju-batch": {
    readonly rows: number
    readonly loop: readonly Standing[]
    /** By "zone, clock": the engines, and their times against the bare loop. */
    readonly batches: { readonly [zoneAndClock: string]: readonly Standing[] }
  }
  readonly "saju-batches": {
    readonly rows: number
    readonly batches: {
      readonly [name: string]: {
        /** Bytes of a row handed in and handed back. */
        readonly bytesIn: number
        readonly bytesOut: number
        readonly overScalar: readonly Standing[]
        readonly overPlain: readonly Standing[]
      }
    }
    readonly pool: { readonly size: number; readonly batches: { readonly [name: string]: readonly Standing[] } }
  }
  readonly "saju-cold": readonly Standing[]
  readonly "saju-accuracy": Accuracy
  readonly sizes: { readonly ours: readonly Size[]; readonly wasm: readonly Size[]; readonly rivals: readonly Size[] }
}

interface Throughput {
  readonly mbPerSec: Figure
  readonly mostMb: Figure
  readonly idleMb: Figure
}

export type Question = keyof Results

export interface Saved<Q extends Question> {
  readonly machine: Machine
  readonly results: Results[Q]
}

const pathOf = (name: string): URL => new URL(`results/${name}.json`, import.meta.url)

export function save<Q extends Question>(question: Q, results: Results[Q]): void {
  writeFileSync(pathOf(question), `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`)
}

/** What was saved last, or undefined. */
export function load<Q extends Question>(question: Q): Saved<Q> | undefined {
  const path = pathOf(question)
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Saved<Q>) : undefined
}
