/** The luck that runs at an instant: decade, year and month, as columns for relations. */
import type { Column } from "../analysis/column.ts"
import { monthIndex, yearIndex } from "../ganji.ts"
import { isoText } from "../iso.ts"
import { type Pillar, pillarOf } from "../names.ts"
import { termAt } from "../term-rule.ts"
import type { Natal } from "./natal.ts"
import type { Decade, LuckLabel } from "./types.ts"

export type LuckColumn = Column<LuckLabel>

/** A luck pillar as a column. */
export function luckColumn(label: LuckLabel, { stem, branch }: Pick<Pillar, "stem" | "branch">): LuckColumn {
  return { label, stem, branch, natal: false }
}

/**
 * Place of the decade running at an instant; −1 before the first, null after ten years of the last.
 *
 * @param instant - ISO 8601 UTC as charts write it: such texts sort as time does.
 */
export function decadeAt(decades: readonly Decade[], instant: string): number | null {
  const begun = decades.findLastIndex(({ startsAt }) => startsAt <= instant)
  const { startsAt = "" } = decades[begun] ?? {}
  const isOver = begun === decades.length - 1 && instant >= `${Number(startsAt.slice(0, 4)) + 10}${startsAt.slice(4)}`
  return isOver ? null : begun
}

/** The decade running at an instant as a column, or none: before the first, after the last, without a sex. */
export function decadeColumns({ luck }: Natal, utcMs: number): readonly LuckColumn[] {
  const at = luck === null ? null : decadeAt(luck.decades, isoText(utcMs))
  const decade = at === null ? undefined : luck?.decades[at]
  return decade === undefined ? [] : [luckColumn("decade", decade)]
}

/** Decade, year and month running at an instant. Years begin at ipchun, whatever `yearBoundary` says. */
export function runningAt(natal: Natal, utcMs: number): readonly LuckColumn[] {
  const term = termAt(utcMs, natal.termPrecision)
  return [
    ...decadeColumns(natal, utcMs),
    luckColumn("luckYear", pillarOf(yearIndex(term, "ipchun"))),
    luckColumn("luckMonth", pillarOf(monthIndex(term))),
  ]
}
