/** The form of a chart, its luck and its warnings, as far as readings, pictures and the compact form look at them. */
import type { Boundary, Clock } from "../options.ts"
import { fourPillars, named, pillar, pillarFields } from "./analysis-shape.ts"
import {
  date,
  everyField,
  fields,
  finite,
  flag,
  instant,
  listOf,
  maybe,
  nullOr,
  oneOf,
  type Shape,
  scalar,
  text,
  whole,
} from "./shape.ts"

const CLOCKS: readonly Clock[] = ["mean", "wall", "standard", "apparent"]
const BOUNDARIES: readonly Boundary[] = ["split", "jasi", "midnight"]

/** Codes and what they tell; a warning of another version of the engine passes. */
export const warnings = (): Shape => listOf(fields({ code: text, params: maybe(everyField(scalar)) }))

let shown: Shape | undefined
let luck: Shape | undefined

/** A chart as pictures and texts show it. */
export function chartShape(): Shape {
  shown ??= fields({
    pillars: fourPillars(pillar()),
    luck: nullOr(luckShape()),
    details: fields({
      ...momentFields(),
      options: fields({ boundary: oneOf(BOUNDARIES), now: maybe(nullOr(instant)) }),
    }),
    alternatives: listOf(
      fields({
        reason: text,
        pillars: fourPillars(pillar()),
        details: fields({ options: fields({ boundary: oneOf(BOUNDARIES) }) }),
      }),
    ),
    candidates: maybe(listOf(fields({ from: text, pillars: fourPillars(pillar()) }))),
  })
  return shown
}

function momentFields(): { readonly [name: string]: Shape } {
  const term = fields({ term: whole(23), utc: instant, seconds: nullOr(finite) })
  return {
    utc: nullOr(instant),
    date: maybe(date),
    offsetSec: finite,
    dst: flag,
    clock: oneOf(CLOCKS),
    correctionSec: nullOr(finite),
    previousTerm: term,
    nextTerm: term,
    otherClocks: listOf(fields({ clock: oneOf(CLOCKS), day: pillar(), hour: pillar() })),
    warnings: warnings(),
  }
}

/** The decades of a chart. */
export function luckShape(): Shape {
  luck ??= fields({
    direction: oneOf(["forward", "backward"]),
    startAgeExact: fields({ years: whole(999), months: whole(11), days: whole(29) }),
    decades: listOf(fields({ ...pillarFields(), fromAge: whole(999), startsAt: instant })),
    current: nullOr(whole(999, -1)),
  })
  return luck
}

/** Years of luck as strips show them. */
export const yearsShown = (): Shape =>
  listOf(
    fields({
      year: whole(9999),
      pillar: pillar(),
      from: instant,
      to: instant,
      age: nullOr(fields({ counted: whole(9999, -9999) })),
    }),
  )

/** Years of luck as readings tell them. */
export const yearsTold = (): Shape =>
  listOf(
    fields({
      year: whole(9999),
      pillar: pillar(),
      stemTenGod: named(9),
      relations: listOf(fields({ kind: text, pillars: listOf(text) })),
    }),
  )
