/** Ports of the family: months and dates of the calendar. */
import * as z from "zod"
import { choices } from "./birth.ts"
import { lunarDay, pillar } from "./chart.ts"

const which = {
  calendar: z
    .enum(["solar", "lunar"])
    .optional()
    .meta({ title: { en: "Calendar", ko: "양력·음력" } }),
  leapMonth: z
    .boolean()
    .optional()
    .meta({ title: { en: "Leap month", ko: "윤달" } }),
}
/** A month as `MonthInput` of the engine has it. */
export const month = z
  .strictObject({
    month: z.string().meta({ title: { en: "Month", ko: "달" }, examples: ["2026-11"] }),
    ...which,
  })
  .meta({ title: { en: "Month", ko: "달" } })
/** A date as `DateInput` of the engine has it. */
export const date = z
  .strictObject({
    date: z.string().meta({ title: { en: "Date", ko: "날짜" }, examples: ["1990-05-01"] }),
    ...which,
  })
  .meta({ title: { en: "Date", ko: "날짜" }, personal: true })

const name = z.strictObject({
  index: z.int().min(0),
  hanja: z.string(),
  hangul: z.string(),
  romanized: z.string(),
  english: z.string(),
})
const term = z.strictObject({
  term: z.int().min(0).max(23),
  name,
  utc: z.string(),
  local: z.string(),
  year: pillar,
  month: pillar,
})
const inBoth = { date: z.string(), weekday: z.int().min(0).max(6), lunar: lunarDay, day: pillar }
const { lunarCalendar, yearBoundary, termPrecision } = choices
const remarks = {
  options: z.strictObject({ lunarCalendar, yearBoundary, termPrecision }),
  warnings: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) })),
}

/** A month as `CalendarMonth` of the engine has it. */
export const calendarMonth = z
  .strictObject({
    month: z.string(),
    calendar: z.enum(["solar", "lunar"]),
    leapMonth: z.boolean(),
    days: z.array(z.strictObject({ ...inBoth, year: pillar, month: pillar, term: term.nullable() })),
    ...remarks,
  })
  .meta({ title: { en: "Month of the almanac", ko: "만세력" } })
/** A date as `ConvertedDate` of the engine has it. */
export const convertedDate = z
  .strictObject({ ...inBoth, ...remarks })
  .meta({ title: { en: "Date in both calendars", ko: "양력과 음력 날짜" }, personal: true })
