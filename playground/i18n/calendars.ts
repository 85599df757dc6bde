import type { DayOfBoth } from "../state/calendars.ts"
import { say, type Words } from "./index.ts"

export const saySolar = (words: Words, { solar }: DayOfBoth): string => say(words, "solarDate", { date: solar })

export function sayLunar(words: Words, { lunar }: DayOfBoth): string {
  const date = [lunar.year, lunar.month, lunar.day].map((part) => String(part).padStart(2, "0")).join("-")
  return say(words, lunar.leap ? "lunarLeapDate" : "lunarDate", { date })
}
