/** The form of what the compact form looks at beside the analysis. */
import { ANALYSIS_CHOICES, USEFUL_GOD_METHODS } from "../analysis/options.ts"
import { CHOICES } from "../options.ts"
import { fourPillars, named, pillar } from "../shapes/analysis-shape.ts"
import { luckShape, warnings } from "../shapes/chart-shape.ts"
import { date, fields, finite, instant, listOf, maybe, nullOr, oneOf, type Shape, whole } from "../shapes/shape.ts"

const choices = (known: { readonly [name: string]: readonly unknown[] }): { readonly [name: string]: Shape } =>
  Object.fromEntries(Object.entries(known).map(([name, values]) => [name, oneOf(values)]))

export const compactChart = (): Shape =>
  fields({
    pillars: fourPillars(pillar()),
    luck: nullOr(luckShape()),
    details: fields({
      offsetSec: finite,
      previousTerm: fields({ term: whole(23), utc: instant }),
      utc: nullOr(instant),
      date: maybe(date),
      clock: oneOf(CHOICES.clock),
      correctionSec: nullOr(finite),
      options: fields(choices(CHOICES)),
      warnings: warnings(),
    }),
  })

export const analysisOptions = (): Shape =>
  fields({
    ...choices(ANALYSIS_CHOICES),
    twelveStarsBase: oneOf(CHOICES.twelveStarsBase),
    stageEarth: oneOf(CHOICES.stageEarth),
    usefulGodPriority: listOf(oneOf(USEFUL_GOD_METHODS), 0, 6),
  })

export function compactLuck(): Shape {
  const gods = { stemTenGod: named(9), branchTenGod: named(9) }
  return fields({
    decades: maybe(listOf(fields({ pillar: pillar(), ...gods, fromAge: whole(999), startsAt: instant }))),
    years: maybe(listOf(fields({ pillar: pillar(), year: whole(9999) }))),
    months: maybe(listOf(fields({ pillar: pillar(), fromKst: instant }))),
  })
}
