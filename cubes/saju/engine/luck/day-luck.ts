/** Luck of days (일운) and of their hours (시운). */
import type { AnalysisOptions } from "../analysis/types.ts"
import { dayIndex, hourIndex } from "../ganji.ts"
import { dateText } from "../iso.ts"
import { pillarOf } from "../names.ts"
import { luckPillarOf } from "./luck-pillar.ts"
import { type LuckBasis, type Natal, readNatal } from "./natal.ts"
import { MAX_DAYS, requireDay, requireRange } from "./ranges.ts"
import { type LuckColumn, luckColumn, runningAt } from "./running.ts"
import type { DayLuck, HourLuck, LuckRange } from "./types.ts"

const DAY_MS = 86_400_000
const NOON_HOUR = 12

/**
 * What each day of a range means for a chart.
 *
 * @param range - First and last date, "YYYY-MM-DD" of the years that births can have, at most 400 days.
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @remarks Decade, year and month are those running at noon by the offset from UTC that the clock of birth had.
 * @throws {CubeError} the codes of dates, `year_out_of_range`, `year_not_loaded`, `luck_range_malformed`, `luck_range_reversed`,
 * `luck_range_too_long` (paths begin with "range"), `chart_malformed`, and the codes of options.
 */
export function dayLuck(chart: LuckBasis, range: LuckRange<string>, options?: AnalysisOptions): readonly DayLuck[] {
  const natal = readNatal(chart, options)
  const { from, to } = requireRange(range, requireDay, MAX_DAYS)
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const day = from + at
    return { ...luckPillarOf(natal, "luckDay", ganjiOf(day), runningOn(natal, day)), date: dateText(day) }
  })
}

/**
 * What each double hour of a day means for a chart, by the chart's `boundary`: twelve from 23:00 of the eve under "jasi",
 * else thirteen, of which the first and the last are both 子 자.
 *
 * @param date - "YYYY-MM-DD" of the years that births can have, on the deciding clock.
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @remarks Decade, year and month are those of the day, see {@link dayLuck}.
 * @throws {CubeError} the codes of dates and `year_out_of_range`, `year_not_loaded` (path "date"), `chart_malformed`, and the codes of options.
 */
export function hourLuck(chart: LuckBasis, date: string, options?: AnalysisOptions): readonly HourLuck[] {
  const natal = readNatal(chart, options)
  const day = requireDay(date, ["date"])
  const running = [...runningOn(natal, day), luckColumn("luckDay", pillarOf(ganjiOf(day)))]
  const edges = [natal.boundary === "jasi" ? -1 : 0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23]
  if (natal.boundary !== "jasi") edges.push(24)
  return edges.slice(1).map((to, at) => {
    const from = edges[at] as number
    const ganji = hourIndex(day * 24 + from, natal.boundary)
    return { ...luckPillarOf(natal, "luckHour", ganji, running), from: clockText(from), to: clockText(to) }
  })
}

/** The day pillar of a date, whose noon lies in it by every school. */
const ganjiOf = (day: number): number => dayIndex(day * 24 + NOON_HOUR, "midnight")

const runningOn = (natal: Natal, day: number): readonly LuckColumn[] =>
  runningAt(natal, (day + 0.5) * DAY_MS - natal.offsetMs)

const clockText = (hour: number): string => `${String((hour + 24) % 24).padStart(2, "0")}:00`
