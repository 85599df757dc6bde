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
  return { message: text.message, hint: fill(text.hint, filled) }
}
