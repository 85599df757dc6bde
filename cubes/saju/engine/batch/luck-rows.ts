/** When luck begins for many births, in TypeScript: the engine where WebAssembly cannot be had, and what it must equal. */
import { startAgeOf } from "../luck/start.ts"
import type { FullOptions } from "../options.ts"
import { spanOf } from "../zone-index.ts"
import type { BatchPlan } from "./plan.ts"
import { FROM_MS, TO_MS } from "./tables.ts"

/** One entry a row in every column. */
export interface Lucks {
  /** 1 forward (순행), −1 backward (역행), 0 where there is no luck. */
  readonly direction: Int8Array
  /** Days from the birth to the jeol that decides, as `daysToTerm`; NaN where there is no luck. */
  readonly daysToTerm: Float64Array
  /** Age at which the first decade begins, by `luckRule`; 255 where there is no luck. */
  readonly startAge: Uint8Array
  /** The exact age in days of luck: 360 a year, 30 a month, as `startAgeExact`; 65535 where there is no luck. */
  readonly startDays: Uint16Array
  /** Ganji of the first decade, 0–59; the others follow it by `direction`. 255 where there is no luck. */
  readonly firstDecade: Uint8Array
  /** 0 computed, 1 not (as in `pillarsBatch`), 2 no sex and so no luck. */
  readonly status: Uint8Array
}

/** What luck needs beside the plan of births, whose edges are those of years that begin at ipchun. */
export interface LuckPlan extends BatchPlan {
  /** 0 male, 1 female, anything else unknown; one for all or by row. */
  readonly sexes: number | Uint8Array
  readonly rule: FullOptions["luckRule"]
}

export const DAY_MS = 86_400_000
/** As in luck/start.ts: three days are a year of 360. */
const LUCK_DAY_MS = 720_000

export function createLucks(rows: number): Lucks {
  return {
    direction: new Int8Array(rows),
    daysToTerm: new Float64Array(rows),
    startAge: new Uint8Array(rows),
    startDays: new Uint16Array(rows),
    firstDecade: new Uint8Array(rows),
    status: new Uint8Array(rows),
  }
}

/** Rows `from` to before `end`. */
export function fillLucks(plan: LuckPlan, out: Lucks, from: number, end: number): void {
  const { civilMs, zone, fold, longitudes, sexes, rule } = plan
  const { starts, pillars, originMs, stepsPerMs } = plan.edges
  for (let row = from; row < end; row++) {
    const wallMs = Math.floor(civilMs[row] as number)
    const rowFold = typeof fold === "number" ? fold : (fold[row] as number)
    const longitudeDeg = longitudes ? (longitudes[row] as number) : 0
    const sex = typeof sexes === "number" ? sexes : (sexes[row] as number)
    const inRange = wallMs >= FROM_MS && wallMs < TO_MS && longitudeDeg >= -180 && longitudeDeg <= 180
    if (!inRange || rowFold > 1 || sex > 1) {
      leaveOut(out, row, inRange && rowFold <= 1 ? 2 : 1)
      continue
    }
    const utcMs = wallMs - (zone.offsetMs[spanOf(zone, wallMs, rowFold as 0 | 1)] as number)
    const step = ((utcMs - originMs) * stepsPerMs) | 0
    const edge = utcMs >= (starts[step + 1] as number) ? step + 1 : step
    const pair = pillars[edge] as number
    const backward = (pair ^ sex) & 1
    const ms = backward ? utcMs - (starts[edge] as number) : (starts[edge + 1] as number) - utcMs
    out.direction[row] = 1 - 2 * backward
    out.daysToTerm[row] = ms / DAY_MS
    out.startAge[row] = startAgeOf(ms, rule)
    out.startDays[row] = Math.floor(ms / LUCK_DAY_MS)
    out.firstDecade[row] = ((pair >> 8) + (backward ? 59 : 1)) % 60
  }
}

function leaveOut(out: Lucks, row: number, status: 1 | 2): void {
  out.daysToTerm[row] = Number.NaN
  out.startAge[row] = 255
  out.startDays[row] = 65_535
  out.firstDecade[row] = 255
  out.status[row] = status
}
