import { defineCases } from "cubular/contract"
import type { CalendarDay, CalendarTerm, Element, LunarDay, Pillar } from "cubular/saju"
import calendar from "./calendar.ts"

const STEMS = [
  "甲갑gap",
  "乙을eul",
  "丙병byeong",
  "丁정jeong",
  "戊무mu",
  "己기gi",
  "庚경gyeong",
  "辛신sin",
  "壬임im",
  "癸계gye",
]
const BRANCHES = "子자ja 丑축chuk 寅인in 卯묘myo 辰진jin 巳사sa 午오o 未미mi 申신sin 酉유yu 戌술sul 亥해hae".split(" ")
const STEM_ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
const W: Element = "water"
const E: Element = "earth"
const BRANCH_ELEMENTS: readonly Element[] = [W, E, "wood", "wood", E, "fire", "fire", E, "metal", "metal", E, W]

/** A ganji as any table of the sixty has it. */
function pillar(index: number): Pillar & { elements: [Element, Element] } {
  const stem = index % 10
  const branch = index % 12
  const [above = "", below = ""] = [STEMS[stem], BRANCHES[branch]]
  return {
    index,
    stem,
    branch,
    ganji: above.charAt(0) + below.charAt(0),
    hangul: above.charAt(1) + below.charAt(1),
    romanized: above.slice(2) + below.slice(2),
    elements: [STEM_ELEMENTS[stem >> 1] ?? "wood", BRANCH_ELEMENTS[branch] ?? "wood"],
    polarity: index % 2 === 0 ? "yang" : "yin",
  }
}

interface Run {
  /** First day: its date, weekday, day ganji, lunar date; how many days, all in one lunar month and under one pair of pillars. */
  readonly from: readonly [year: number, month: number, day: number]
  readonly weekday: number
  readonly ganji: number
  readonly lunar: LunarDay
  readonly days: number
  readonly year: number
  readonly month: number
  /** Of the first day. */
  readonly term?: CalendarTerm
}

const two = (value: number): string => String(value).padStart(2, "0")

const days = (runs: readonly Run[]): ReturnType<typeof dayOf>[] =>
  runs.flatMap((run) => Array.from({ length: run.days }, (_, at) => dayOf(run, at)))

function dayOf({ from, weekday, ganji, lunar, year, month, term }: Run, at: number) {
  return {
    date: `${from[0]}-${two(from[1])}-${two(from[2] + at)}`,
    weekday: (weekday + at) % 7,
    lunar: { ...lunar, day: lunar.day + at },
    year: pillar(year),
    month: pillar(month),
    day: pillar((ganji + at) % 60),
    term:
      at === 0 && term !== undefined
        ? { ...term, year: pillar(term.year.index), month: pillar(term.month.index) }
        : null,
  } satisfies CalendarDay
}

function term(
  at: number,
  [hanja = "", hangul = "", romanized = "", english = ""]: readonly string[],
  [utc, local]: readonly [string, string],
  year: number,
  month: number,
): CalendarTerm {
  const name = { index: at, hanja, hangul, romanized, english }
  return { term: at, name, utc, local, year: pillar(year), month: pillar(month) }
}

const korea = { lunarCalendar: "korea" as const, yearBoundary: "ipchun" as const, termPrecision: "exact" as const }

const ninth: LunarDay = { year: 2026, month: 9, day: 22, leap: false, monthDays: 29 }
const tenth: LunarDay = { year: 2026, month: 10, day: 1, leap: false, monthDays: 30 }
const ipdong = term(
  20,
  ["立冬", "입동", "ipdong", "Start of Winter"],
  ["2026-11-07T09:52:04.403Z", "2026-11-07T18:52:04.403+09:00"],
  42,
  35,
)
const soseol = term(
  21,
  ["小雪", "소설", "soseol", "Minor Snow"],
  ["2026-11-22T07:23:20.316Z", "2026-11-22T16:23:20.316+09:00"],
  42,
  35,
)
const leapSixth: LunarDay = { year: 2025, month: 6, day: 1, leap: true, monthDays: 29 }
const ipchu = term(
  14,
  ["立秋", "입추", "ipchu", "Start of Autumn"],
  ["2025-08-07T05:51:34.994Z", "2025-08-07T14:51:34.994+09:00"],
  41,
  20,
)

export default defineCases(calendar, [
  {
    title: { en: "November 2026", ko: "2026년 11월" },
    inputs: { month: { month: "2026-11" } },
    outputs: {
      month: {
        month: "2026-11",
        calendar: "solar",
        leapMonth: false,
        days: days([
          { from: [2026, 11, 1], weekday: 0, ganji: 15, lunar: ninth, days: 6, year: 42, month: 34 },
          {
            from: [2026, 11, 7],
            weekday: 6,
            ganji: 21,
            lunar: { ...ninth, day: 28 },
            days: 1,
            year: 42,
            month: 34,
            term: ipdong,
          },
          { from: [2026, 11, 8], weekday: 0, ganji: 22, lunar: { ...ninth, day: 29 }, days: 1, year: 42, month: 35 },
          { from: [2026, 11, 9], weekday: 1, ganji: 23, lunar: tenth, days: 13, year: 42, month: 35 },
          {
            from: [2026, 11, 22],
            weekday: 0,
            ganji: 36,
            lunar: { ...tenth, day: 14 },
            days: 9,
            year: 42,
            month: 35,
            term: soseol,
          },
        ]),
        options: korea,
        warnings: [],
      },
    },
  },
  {
    title: { en: "the leap sixth month of 2025", ko: "2025년 윤6월" },
    inputs: { month: { month: "2025-06", calendar: "lunar", leapMonth: true } },
    outputs: {
      month: {
        month: "2025-06",
        calendar: "lunar",
        leapMonth: true,
        days: days([
          { from: [2025, 7, 25], weekday: 5, ganji: 31, lunar: leapSixth, days: 7, year: 41, month: 19 },
          { from: [2025, 8, 1], weekday: 5, ganji: 38, lunar: { ...leapSixth, day: 8 }, days: 6, year: 41, month: 19 },
          {
            from: [2025, 8, 7],
            weekday: 4,
            ganji: 44,
            lunar: { ...leapSixth, day: 14 },
            days: 1,
            year: 41,
            month: 19,
            term: ipchu,
          },
          {
            from: [2025, 8, 8],
            weekday: 5,
            ganji: 45,
            lunar: { ...leapSixth, day: 15 },
            days: 15,
            year: 41,
            month: 20,
          },
        ]),
        options: korea,
        warnings: [],
      },
    },
  },
  {
    title: { en: "a lunar date of China", ko: "중국 음력 날짜" },
    inputs: {
      date: { date: "2012-04-01", calendar: "lunar", leapMonth: true },
      options: { lunarCalendar: "china" },
    },
    outputs: {
      date: {
        date: "2012-05-21",
        weekday: 1,
        lunar: { year: 2012, month: 4, day: 1, leap: true, monthDays: 29 },
        day: pillar(18),
        options: { ...korea, lunarCalendar: "china" },
        warnings: [],
      },
    },
  },
  {
    title: { en: "a day before the Gregorian calendar", ko: "그레고리력 이전의 하루" },
    inputs: { date: { date: "1443-12-30", calendar: "lunar" } },
    outputs: {
      date: {
        date: "1444-01-28",
        weekday: 0,
        lunar: { year: 1443, month: 12, day: 30, leap: false, monthDays: 30 },
        day: pillar(46),
        options: korea,
        warnings: [{ code: "proleptic_gregorian", params: {} }],
      },
    },
  },
  {
    title: { en: "a leap month that Korea does not have is refused", ko: "한국에 없는 윤달은 거절" },
    inputs: { date: { date: "2012-04-01", calendar: "lunar", leapMonth: true } },
    error: "leap_month_not_in_year",
  },
  {
    title: { en: "month 13 is refused", ko: "13월은 거절" },
    inputs: { month: { month: "2026-13" } },
    error: "date_part_out_of_range",
  },
  {
    title: { en: "a misspelt field is refused", ko: "철자가 틀린 항목은 거절" },
    inputs: { month: { month: "2026-11", calender: "lunar" } },
    error: "inputs_refused",
  },
])
