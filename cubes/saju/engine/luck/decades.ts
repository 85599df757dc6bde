/** The ten decades of luck (대운) that a chart holds. */
import { type CivilDate, civilFromDays, daysFromCivil, daysInMonth } from "../civil.ts"
import { monthIndex } from "../ganji.ts"
import { dateText, timeText } from "../iso.ts"
import { pillarOf } from "../names.ts"
import type { Reading } from "../reading.ts"
import { agesAt, nowMs } from "./now.ts"
import { DAY_MS, exactAgeOf, msToTerm, runsForward, startAgeOf } from "./start.ts"
import type { Decade, Luck } from "./types.ts"

const DECADES = 10

/**
 * The luck of a reading; null when the sex is not known.
 *
 * @remarks With an unknown hour it is reckoned from noon, half a day and so up to two months of age off (see the warning
 * `luck_from_noon`).
 */
export function luckOf(reading: Reading): Luck | null {
  const { birth, options } = reading
  if (birth.sex === null) return null
  const forward = runsForward(reading)
  const ms = msToTerm(reading, forward)
  const startAge = startAgeOf(ms, options.luckRule)
  const startAgeExact = exactAgeOf(ms)
  const born = civilFromDays(birth.day)
  const decades = decadesOf(reading, forward ? 1 : -1, born, startAge, startAgeExact)
  const now = options.now === null ? null : nowMs(options.now)
  return {
    direction: forward ? "forward" : "backward",
    daysToTerm: ms / DAY_MS,
    startAge,
    startAgeExact,
    startsAt: (decades[0] as Decade).startsAt,
    decades,
    current: now === null ? null : currentAt(now, reading, born, startAgeExact),
    age: now === null ? null : agesAt(now, birth),
  }
}

/**
 * All decades begin at the time of day of the birth, so its text is made once. Pillars are copied field by field: a spread takes
 * an eighth of the whole chart's time more.
 */
function decadesOf(
  { birth, moment, term }: Reading,
  way: 1 | -1,
  born: CivilDate,
  startAge: number,
  exact: Luck["startAgeExact"],
): Decade[] {
  const utcDay = Math.floor(moment.utcMs / DAY_MS)
  const time = timeText(moment.utcMs - utcDay * DAY_MS)
  const month = monthIndex(term) + 60
  const decades: Decade[] = []
  for (let at = 0; at < DECADES; at++) {
    const pillar = pillarOf((month + way * (at + 1)) % 60)
    const fromAge = startAge + at * 10
    decades.push({
      index: pillar.index,
      stem: pillar.stem,
      branch: pillar.branch,
      ganji: pillar.ganji,
      hangul: pillar.hangul,
      romanized: pillar.romanized,
      elements: pillar.elements,
      polarity: pillar.polarity,
      fromAge,
      fromYear: born.year + fromAge - 1,
      fromYearElapsed: born.year + fromAge,
      startsAt: dateText(utcDay - birth.day + startDay(at, born, exact)) + time,
    })
  }
  return decades
}

/**
 * Day on which a decade begins, on the calendar of the place of birth and from 1970-01-01: the years and months after the day
 * of birth (the last day of a month that has no such day), then the days. The clock's offset from UTC stays that of the birth.
 */
function startDay(at: number, born: CivilDate, exact: Luck["startAgeExact"]): number {
  const months = born.month - 1 + exact.months
  const year = born.year + exact.years + at * 10 + (months < 12 ? 0 : 1)
  const month = (months % 12) + 1
  const day = born.day > 28 ? Math.min(born.day, daysInMonth(year, month)) : born.day
  return daysFromCivil(year, month, day) + exact.days
}

/** Place of the decade running at an instant; −1 before the first, null after the last. */
function currentAt(
  ms: number,
  { birth, moment }: Reading,
  born: CivilDate,
  exact: Luck["startAgeExact"],
): number | null {
  const day = birth.day + (ms - moment.utcMs) / DAY_MS
  let begun = 0
  while (begun <= DECADES && startDay(begun, born, exact) <= day) begun++
  return begun > DECADES ? null : begun - 1
}
