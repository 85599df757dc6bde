/** Who and when: the lines above a chart. */
import { civilFromDays, DAY_SEC, formatTime } from "../civil.ts"
import { recordedDay, recordedSec } from "../recorded.ts"
import type { View } from "./options.ts"
import { correctionOf } from "./phrases.ts"

export interface Headline {
  /** Name, or when there is none the date. */
  readonly main: string
  readonly lines: readonly string[]
}

const timeOf = (sec: number): string => {
  const text = formatTime(sec - Math.floor(sec / DAY_SEC) * DAY_SEC)
  return text.endsWith(":00") ? text.slice(0, 5) : text
}

/** "1990년 5월 1일 14:30": as recorded, on the solar calendar. */
function recorded({ chart, words }: View): string {
  const sec = recordedSec(chart.details)
  const { year, month, day } = civilFromDays(recordedDay(chart))
  const date = words.date(year, month, day)
  return sec === null ? `${date}, ${words.hourUnknown}` : `${date} ${timeOf(sec)}`
}

/** "음력 1990-04-07". */
function lunarDate({ birth, words }: View): string | null {
  if (birth?.calendar !== "lunar") return null
  return `${words.lunar} ${birth.date}${birth.leapMonth ? ` (${words.leap})` : ""}`
}

/** "UTC+09:00", "UTC+08:27:52". */
function offsetText(offsetSec: number): string {
  const text = formatTime(Math.abs(offsetSec))
  return `UTC${offsetSec < 0 ? "−" : "+"}${text.endsWith(":00") ? text.slice(0, 5) : text}`
}

function zoneText({ chart: { details }, birth, words }: View): string {
  const zone = birth?.timeZone
  const named = zone?.includes("/") ? `${zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ")} ` : ""
  return `${named}${offsetText(details.offsetSec)}${details.dst ? ` ${words.summerTime}` : ""}`
}

/** Which clock decided: "지역 평균시 13:57:54 기준 (−32분 5초)". */
export function clockLine({ chart: { details }, words }: View): string {
  const { clock, correctionSec } = details
  const sec = recordedSec(details)
  if (sec === null || correctionSec === null) return words.clocks[clock]
  const shown = `${words.clocks[clock]} ${words.decidedAt(timeOf(sec + Math.floor(correctionSec)))}`
  return correctionSec === 0 ? shown : `${shown} (${correctionOf(correctionSec, words)})`
}

/** What is known about the birth. Everything from outside is shown as it came; escaping is for the picture to do. */
export function headlineOf(view: View): Headline {
  const { name, birth, words, chart } = view
  const when = recorded(view)
  const who = birth?.sex ? words.sexes[birth.sex] : null
  const about = [name === null ? null : when, who, lunarDate(view), zoneText(view)]
  const lines = [about.filter((part) => part !== null).join(" · ")]
  return { main: name ?? when, lines: chart.details.utc === null ? lines : [...lines, clockLine(view)] }
}
