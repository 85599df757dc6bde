import { describe, expect, test } from "vitest"
import { civilFromDays, daysFromCivil, formatDate, parseDate } from "../../../../cubes/saju/engine/civil.ts"
import { lunarToSolar, solarToLunar } from "../../../../cubes/saju/engine/index.ts"
import { koreaAndChina } from "../../../golden/saju/lunar-korea-china.ts"
import { wrongLeapMonths } from "../../../golden/saju/lunar-manseryeok.ts"
import { lunarMonths } from "../../../golden/saju/lunar-months.ts"
import { lunarMonthsComputed } from "../../../golden/saju/lunar-months-computed.ts"

interface Month {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  readonly first: string
  readonly days: number
}

const rows = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(" "))

const dayOf = (date: string): number => {
  const { year, month, day } = parseDate(date)
  return daysFromCivil(year, month, day)
}
const dateOf = (day: number): string => formatDate(civilFromDays(day))

/** Months out of lines "first day of the year, leap month, lengths". */
function monthsOf(text: string): Month[] {
  return rows(text).flatMap(([newYear = "", leapText = "0", lengths = ""]) => {
    const leapMonth = Number(leapText)
    let day = dayOf(newYear)
    return Array.from(lengths, (digit, place) => {
      const leap = leapMonth > 0 && place === leapMonth
      const month = leapMonth > 0 && place >= leapMonth ? place : place + 1
      const found = { year: Number(newYear.slice(0, 4)), month, leap, first: dateOf(day), days: 29 + Number(digit) }
      day += found.days
      return found
    })
  })
}

const published = monthsOf(lunarMonths)
const computed = monthsOf(lunarMonthsComputed)

/** Whatever a month says wrongly in either direction. */
function wrong({ year, month, leap, first, days }: Month): string[] {
  const last = dateOf(dayOf(first) + days - 1)
  const out: string[] = []
  for (const [day, date] of [
    [1, first],
    [days, last],
  ] as const) {
    const found = lunarToSolar({ year, month, day, leap })
    if (found !== date) out.push(`${year}-${month}-${day}${leap ? "L" : ""} is ${date}, not ${found}`)
    const back = solarToLunar(date)
    const same = back.year === year && back.month === month && back.leap === leap && back.day === day
    if (!same || back.monthDays !== days) out.push(`${date} is ${year}-${month}-${day}, not ${JSON.stringify(back)}`)
  }
  return out
}

describe("lunar months of Korea", () => {
  test("equal all 8,162 that KASI publishes, 1391–2050, in both directions", () => {
    expect(published.length).toBe(8162)
    expect(published.flatMap(wrong)).toEqual([])
  })

  test("equal all 3,562 computed from DE431, 1912–2199, in both directions", () => {
    expect(computed.length).toBe(3562)
    expect(computed.flatMap(wrong)).toEqual([])
  })

  test("have their leap months where manseryeok 2.0.0 is a day early (1401–1569) or has none", () => {
    const months = rows(wrongLeapMonths)
    expect(months.length).toBe(44)
    for (const [name = "", first = "", elsewhere] of months) {
      const [year, month] = name.split("-").map((part) => Number.parseInt(part, 10)) as [number, number]
      expect(lunarToSolar({ year, month, day: 1, leap: true })).toBe(first)
      expect(solarToLunar(first)).toMatchObject({ year, month, day: 1, leap: true })
      expect(first).not.toBe(elsewhere)
    }
  })

  test("repeat no number and skip none: every year has its twelve, and a leap month after its own", () => {
    const months = published.map(({ year, month, leap }) => year * 100 + month + (leap ? 0.5 : 0))
    expect(months).toEqual([...new Set(months)].sort((a, b) => a - b))
    expect(months.filter((at) => Number.isInteger(at)).length).toBe(660 * 12 - 1)
  })
})

describe("lunar months of China", () => {
  const differences = rows(koreaAndChina).map(([name = "", korea = "-", china = "-"]) => {
    const [year, month] = name.split("-").map((part) => Number.parseInt(part, 10)) as [number, number]
    return { name, year, month, leap: name.endsWith("L"), korea, china }
  })

  /** First day of a month in a calendar, "-" where it is not. */
  const firstIn = (calendar: "korea" | "china", { year, month, leap }: Omit<Month, "first" | "days">): string => {
    try {
      return lunarToSolar({ year, month, day: 1, leap }, { calendar })
    } catch {
      return "-"
    }
  }

  test("differ from Korea's in the 92 months 1912–2100 that are known to, and in no other", () => {
    expect(differences.length).toBe(92)
    for (const month of differences) {
      expect([month.name, firstIn("korea", month)]).toEqual([month.name, month.korea])
      expect([month.name, firstIn("china", month)]).toEqual([month.name, month.china])
    }
    const names = new Set(differences.map(({ name }) => name))
    const others = computed.filter(
      ({ year, month, leap }) => year <= 2100 && !names.has(`${year}-${month}${leap ? "L" : ""}`),
    )
    for (const month of others) expect(firstIn("china", month)).toBe(month.first)
  })

  test.each([
    [2012, 3, "2012-04-21", 4, "2012-05-21"],
    [2017, 5, "2017-06-24", 6, "2017-07-23"],
    [2099, 3, "2099-04-21", 2, "2099-03-22"],
  ])("the leap month of %i is the %i. in Korea (%s) and the %i. in China (%s)", (year, korea, first, china, second) => {
    expect(lunarToSolar({ year, month: korea, day: 1, leap: true })).toBe(first)
    expect(lunarToSolar({ year, month: china, day: 1, leap: true }, { calendar: "china" })).toBe(second)
    expect(solarToLunar(first)).toMatchObject({ year, month: korea, day: 1, leap: true })
    expect(solarToLunar(second, { calendar: "china" })).toMatchObject({ year, month: china, day: 1, leap: true })
    expect(() => lunarToSolar({ year, month: china, day: 1, leap: true })).toThrow(`month ${korea}`)
  })

  test("begin the year a day before Korea's in the eleven years that are known", () => {
    const years: number[] = []
    for (let year = 1900; year <= 2100; year++) {
      const korea = dayOf(lunarToSolar({ year, month: 1, day: 1 }))
      const china = dayOf(lunarToSolar({ year, month: 1, day: 1 }, { calendar: "china" }))
      if (korea !== china) years.push(year)
      expect(korea - china).toBeLessThanOrEqual(1)
    }
    expect(years).toEqual([1944, 1954, 1958, 1966, 1988, 1997, 2027, 2028, 2061, 2089, 2092])
  })

  test("equal Korea's from 1897 to 1911", () => {
    for (const month of published.filter(({ year }) => year >= 1897 && year < 1912)) {
      expect(firstIn("china", month)).toBe(month.first)
    }
  })
})
