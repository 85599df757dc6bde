import { defineCube } from "cubular/contract"
import { calendarDate, calendarMonth } from "./engine/index.ts"
// Every host must answer alike for every year, whatever its bundle was made for.
import "./engine/years.ts"
import { options } from "./ports/birth.ts"
import { convertedDate, date, month, calendarMonth as monthOfDays } from "./ports/calendar.ts"

/**
 * The almanac (만세력): the days of a Gregorian or lunar month, and a date in both calendars; each is given when its input
 * is. A month or a date that does not exist fails the step with the engine's own code ("leap_month_not_in_year" …).
 */
export default defineCube({
  id: "saju/calendar",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Calendar", ko: "만세력" },
  summary: {
    en: "Days of a month in both calendars with ganji and solar terms; dates from one calendar into the other",
    ko: "한 달의 양력과 음력, 간지, 절기를 날마다 보이고 날짜를 서로 바꿉니다",
  },
  inputs: { month: month.optional(), date: date.optional(), options: options.optional() },
  outputs: { month: monthOfDays.optional(), date: convertedDate.optional() },
  provides: ["saju.calendar"],
  create: () => ({
    process({ month, date, options }) {
      return {
        ...(month === undefined ? {} : { month: calendarMonth(month, options) }),
        ...(date === undefined ? {} : { date: calendarDate(date, options) }),
      }
    },
  }),
})
