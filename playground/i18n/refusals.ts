import { fill } from "cubular/messages/en"
import type { Language } from "./languages.ts"

interface Text {
  readonly message: string
  readonly hint: string
}

/** Refusals whose texts speak to programs ("calendar: …"); here they speak to who fills in the form. */
const texts: { readonly [code: string]: { readonly [language in Language]: Text } } = {
  date_part_out_of_range: {
    en: { message: "This date is not in the calendar.", hint: "The {part} must be between {min} and {max}." },
    ko: { message: "달력에 없는 날짜입니다.", hint: "{part}: {min}에서 {max} 사이로 입력하십시오." },
  },
  time_part_out_of_range: {
    en: { message: "No clock shows this time.", hint: "The {part} must be between {min} and {max}." },
    ko: { message: "시계에 없는 시각입니다.", hint: "{part}: {min}에서 {max} 사이로 입력하십시오." },
  },
  year_without_leap_month: {
    en: {
      message: "This lunar year has no leap month.",
      hint: "Choose “Lunar”, or check the year. The nearest years with this leap month: {years}.",
    },
    ko: {
      message: "이해에는 윤달이 없습니다.",
      hint: "‘음력’을 고르거나 연도를 확인하십시오. 이 윤달이 있는 가까운 해: {years}.",
    },
  },
  leap_month_not_in_year: {
    en: {
      message: "The leap month of this lunar year is month {leapMonth}.",
      hint: "Choose “Lunar”, or check the date. The nearest years with this leap month: {years}.",
    },
    ko: {
      message: "이해의 윤달은 윤{leapMonth}월입니다.",
      hint: "‘음력’을 고르거나 날짜를 확인하십시오. 이 윤달이 있는 가까운 해: {years}.",
    },
  },
  lunar_day_not_in_month: {
    en: { message: "This lunar month has {days} days.", hint: "Check the day, and whether the month is the leap one." },
    ko: { message: "이 음력 달은 {days}일까지입니다.", hint: "날짜와 윤달인지를 확인하십시오." },
  },
  year_out_of_range: {
    en: { message: "There are no charts for this year.", hint: "Type a year from {min} to {max}." },
    ko: { message: "명식을 세울 수 없는 해입니다.", hint: "{min}년에서 {max}년 사이로 입력하십시오." },
  },
}

const parts: { readonly [part: string]: string } = {
  year: "연",
  month: "월",
  day: "일",
  hour: "시",
  minute: "분",
  second: "초",
}

/** The page's own words for a refusal; undefined where the package's texts serve. */
export function refusalText(
  language: Language,
  { code, params }: { code: string; params: { readonly [name: string]: unknown } },
): Text | undefined {
  const text = Object.hasOwn(texts, code) ? texts[code]?.[language] : undefined
  if (text === undefined) return undefined
  const part = String(params.part)
  const filled = { ...params, part: language === "ko" ? (parts[part] ?? part) : part }
  return { message: fill(text.message, filled), hint: fill(text.hint, filled) }
}
