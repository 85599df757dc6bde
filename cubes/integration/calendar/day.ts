import { CubeError } from "cubular/contract"
import { reply_malformed } from "cubular/messages/en"
import * as z from "zod"
import { type DayItem, type TermItem, toInt } from "./replies.ts"

/** A day in both calendars, as the institute has it. */
export const calendarDay = z.strictObject({
  solar: z.string().meta({ title: { en: "Solar date", ko: "양력 날짜" }, examples: ["1990-05-01"] }),
  lunar: z.strictObject({
    year: z.int(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
    leapMonth: z.boolean(),
    monthDays: z.int().min(29).max(30),
  }),
  ganji: z.strictObject({
    year: z.string(),
    month: z
      .string()
      .nullable()
      .meta({ title: { en: "none in a leap month", ko: "윤달에는 없음" } }),
    day: z.string(),
  }),
  julianDay: z.int(),
})

/** A solar term to the minute. */
export const solarTerm = z.strictObject({
  name: z.string(),
  date: z.string(),
  time: z.string().meta({ title: { en: "Korean standard time", ko: "한국 표준시" }, examples: ["10:02"] }),
  sunLongitudeDeg: z.int().min(0).max(345).meta({ unit: "deg" }),
})

export function toDay(item: DayItem, service: string): z.output<typeof calendarDay> {
  const int = (given: string | number, from: number, to: number): number => toInt(given, from, to, service)
  const month = String(item.lunWolgeon ?? "").trim()
  return {
    solar: isoDate(int(item.solYear, -60, 9999), int(item.solMonth, 1, 12), int(item.solDay, 1, 31)),
    lunar: {
      year: int(item.lunYear, -60, 9999),
      month: int(item.lunMonth, 1, 12),
      day: int(item.lunDay, 1, 30),
      leapMonth: item.lunLeapmonth === "윤",
      monthDays: int(item.lunNday, 29, 30),
    },
    ganji: { year: item.lunSecha.trim(), month: month === "" ? null : month, day: item.lunIljin.trim() },
    julianDay: int(item.solJd, 0, 9_999_999),
  }
}

export function toTerm(item: TermItem, service: string): z.output<typeof solarTerm> {
  const date = String(toInt(item.locdate, 10_000_101, 99_991_231, service))
  const minutes = toInt(item.kst, 0, 2359, service)
  const sunLongitudeDeg = toInt(item.sunLongitude, 0, 345, service)
  if (minutes % 100 > 59 || sunLongitudeDeg % 15 !== 0)
    throw new CubeError({ ...reply_malformed, params: { service, reason: "a number out of its range" } })
  return {
    name: item.dateName.trim(),
    date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
    time: `${pad(Math.floor(minutes / 100), 2)}:${pad(minutes % 100, 2)}`,
    sunLongitudeDeg,
  }
}

/** Years before 1 as the institute writes them, with a sign. */
export function isoDate(year: number, month: number, day: number): string {
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0")
}
