/** Day and hour pillar by the clocks that were not asked for: schools differ, so a chart says where that matters. */
import { clockMs, equationMs, meanShiftMs } from "./clock.ts"
import { dayIndex, hourIndex, hoursOf, sameDoubleHour } from "./ganji.ts"
import { type Pillar, pillarOf } from "./names.ts"
import type { Clock } from "./options.ts"
import type { Reading } from "./reading.ts"

/** What another clock makes of the same birth. */
export interface OtherClock {
  readonly clock: Clock
  readonly day: Pillar
  readonly hour: Pillar
}

/** Apparent and mean solar time are never further apart (3 November: 16 min 25 s). */
const MOST_EQUATION_MS = 1_020_000

/** The other clocks whose day or hour pillar differs, in the order wall, standard, mean, apparent. */
export function otherClocksOf(reading: Reading): readonly OtherClock[] {
  const { clock, moment, birth, longitudeDeg } = reading
  const others: OtherClock[] = []
  if (clock !== "wall") compare("wall", moment.wallMs, reading, others)
  if (clock !== "standard") compare("standard", clockMs("standard", moment, birth, null), reading, others)
  if (longitudeDeg === null) return others
  const meanMs = moment.utcMs + meanShiftMs(longitudeDeg)
  if (clock !== "mean") compare("mean", meanMs, reading, others)
  // Spares the equation of time where no value of it could matter.
  if (clock !== "apparent" && !surelySame(meanMs - MOST_EQUATION_MS, meanMs + MOST_EQUATION_MS, reading)) {
    compare("apparent", meanMs + equationMs(moment.utcMs), reading, others)
  }
  return others
}

const surelySame = (fromMs: number, toMs: number, { hours }: Reading): boolean =>
  sameDoubleHour(hours, hoursOf(fromMs)) && sameDoubleHour(hours, hoursOf(toMs))

function compare(clock: Clock, shownMs: number, { hours, options }: Reading, others: OtherClock[]): void {
  const shown = hoursOf(shownMs)
  if (hours === shown || sameDoubleHour(hours, shown)) return
  const day = dayIndex(shown, options.boundary)
  const hour = hourIndex(shown, options.boundary)
  if (day === dayIndex(hours, options.boundary) && hour === hourIndex(hours, options.boundary)) return
  others.push({ clock, day: pillarOf(day), hour: pillarOf(hour) })
}
