/** The tables that both batch engines, TypeScript and WebAssembly, look pillars up in. Made on first use, once each. */
import { FIRST_YEAR, LAST_YEAR } from "../birth.ts"
import { DAY_SEC, daysFromCivil } from "../civil.ts"
import { dayIndex, hourIndex, monthIndex, yearIndex } from "../ganji.ts"
import type { Boundary } from "../options.ts"
import { type TermPrecision, toMinute } from "../term-rule.ts"
import { termTable } from "../terms.ts"

/** Wall clock ms as if UTC: the first ms that is answered, and the first after it that is not. */
export const FROM_MS: number = /* @__PURE__ */ daysFromCivil(FIRST_YEAR, 1, 1) * DAY_SEC * 1000
export const TO_MS: number = /* @__PURE__ */ daysFromCivil(LAST_YEAR + 1, 1, 1) * DAY_SEC * 1000

/**
 * Edges of year and month in even steps: the Earth's orbit is nearly a circle, so edges keep within two days of an even
 * spacing, and the step an instant falls into has the number of its edge or one less.
 */
export interface Edges {
  /** UTC epoch ms, whole, ascending. */
  readonly starts: Float64Array
  /** From that edge on: year ganji, and month ganji in the upper byte. */
  readonly pillars: Uint16Array
  readonly originMs: number
  readonly stepsPerMs: number
}

/** Half a tropical month. */
const TERM_MS = 1_314_871_883
/** More than rounding can be off, and less than orbits leave free. */
const SLACK_MS = 60_000

const edgesByRule = new Map<string, Edges>()

/** Edges of every month from 1899 to 2101, of every term where the year begins at dongji. */
export function edgesOf(yearBoundary: "ipchun" | "dongji", precision: TermPrecision): Edges {
  const rule = yearBoundary + precision
  let edges = edgesByRule.get(rule)
  if (!edges) {
    edges = createEdges(yearBoundary, precision)
    edgesByRule.set(rule, edges)
  }
  return edges
}

function createEdges(yearBoundary: "ipchun" | "dongji", precision: TermPrecision): Edges {
  const every = yearBoundary === "dongji" ? 1 : 2
  const terms = termTable()
  const starts = new Float64Array(terms.length / every)
  const pillars = new Uint16Array(starts.length)
  const stepMs = TERM_MS * every
  let originMs = Number.NEGATIVE_INFINITY
  for (let at = 0; at < starts.length; at++) {
    const term = at * every
    const start = terms[term] as number
    starts[at] = precision === "exact" ? start : toMinute(start)
    pillars[at] = yearIndex(term, yearBoundary) | (monthIndex(term) << 8)
    originMs = Math.max(originMs, (starts[at] as number) - at * stepMs + SLACK_MS)
  }
  return { starts, pillars, originMs, stepsPerMs: 1 / stepMs }
}

/** Day and hour ganji repeat after sixty days. */
export const CYCLE: number = 1440
/** A whole number of cycles in hours that makes every hour of the range positive. */
export const HOURS_BEFORE: number = 720_000

const hoursByBoundary = new Map<Boundary, Uint16Array>()

/** By hours since 1970-01-01 00:00 of the deciding clock, mod 1440: day ganji, and hour ganji in the upper byte. */
export function hoursTable(boundary: Boundary): Uint16Array {
  let table = hoursByBoundary.get(boundary)
  if (!table) {
    table = Uint16Array.from({ length: CYCLE }, (_, at) => dayIndex(at, boundary) | (hourIndex(at, boundary) << 8))
    hoursByBoundary.set(boundary, table)
  }
  return table
}
