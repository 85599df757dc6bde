import type { Warning } from "cubular/saju"
import { sayDuration } from "./durations.ts"
import { fill, type Language, type Word, wordsOf } from "./index.ts"
import { termName } from "./terms.ts"

/** What the warnings of a chart say to people. Where a warning has two sides there is a text for each. */
export const noticeTexts = {
  near_term_ahead: {
    en: "Born {span} before {term}. Year or month pillar change there, so check the recorded time.",
    ko: "{term} 절입 {span} 전에 태어났습니다. 이때 연주나 월주가 바뀌니 기록된 시각을 확인하십시오.",
  },
  near_term_behind: {
    en: "Born {span} after {term}. Year or month pillar change there, so check the recorded time.",
    ko: "{term} 절입 {span} 뒤에 태어났습니다. 이때 연주나 월주가 바뀌니 기록된 시각을 확인하십시오.",
  },
  near_term_now: {
    en: "Born at the very second of {term}, where year or month pillar change. Check the recorded time.",
    ko: "{term} 절입과 같은 초에 태어났습니다. 이때 연주나 월주가 바뀌니 기록된 시각을 확인하십시오.",
  },
  near_hour_edge_now: {
    en: "The hour pillar changes at this very moment, {hour}:00 of the clock used.",
    ko: "계산에 쓴 시계로 정각 {hour}시, 시주가 막 바뀐 순간입니다.",
  },
  near_day_edge_now: {
    en: "The day changes at this very moment, midnight of the clock used.",
    ko: "계산에 쓴 시계로 정각 자정, 날이 막 바뀐 순간입니다.",
  },
  near_hour_edge_ahead: {
    en: "The hour pillar changes {span} later, at {hour}:00 of the clock used.",
    ko: "계산에 쓴 시계로 {hour}시, {span} 뒤에 시주가 바뀝니다.",
  },
  near_hour_edge_behind: {
    en: "The hour pillar changed {span} earlier, at {hour}:00 of the clock used.",
    ko: "계산에 쓴 시계로 {hour}시, {span} 전에 시주가 바뀌었습니다.",
  },
  near_day_edge_ahead: {
    en: "The day changes {span} later, at midnight of the clock used.",
    ko: "계산에 쓴 시계로 자정, {span} 뒤에 날이 바뀝니다.",
  },
  near_day_edge_behind: {
    en: "The day changed {span} earlier, at midnight of the clock used.",
    ko: "계산에 쓴 시계로 자정, {span} 전에 날이 바뀌었습니다.",
  },
  rat_hour: {
    en: "Born in the late rat hour, where schools differ. Used here: {rule}.",
    ko: "유파마다 규칙이 다른 밤 23시–24시에 태어났습니다. 여기서 쓴 규칙: {rule}.",
  },
  clock_repeated: {
    en: "Clocks were set back by {span} and showed this time twice. Used here: {rule}.",
    ko: "시계를 {span} 되돌려 이 시각이 두 번 있었습니다. 여기서 쓴 것: {rule}.",
  },
  clock_skipped: {
    en: "Clocks were set forward by {span}, so this time was on no clock. The offset before the change was used.",
    ko: "시계를 {span} 앞당겨 이 시각은 시계에 없었습니다. 바뀌기 전의 시차로 계산했습니다.",
  },
  longitude_missing: {
    en: "Solar time needs a longitude. None was given, so standard time was used.",
    ko: "태양시를 구하려면 경도가 있어야 합니다. 경도가 없어 표준시로 계산했습니다.",
  },
  zone_before_law: {
    en: "No law set the clocks of {zone} then: the local mean time of its city was used.",
    ko: "{zone}에서 법으로 시각을 정하기 전입니다. 그 도시의 지역 평균시로 계산했습니다.",
  },
  zone_predicted: {
    en: "Clock rules of {zone} after {after} are assumed to stay as they are.",
    ko: "{after}년 뒤 {zone}의 시각 규칙은 지금과 같다고 보았습니다.",
  },
  hour_unknown: {
    en: "Without the hour there are three pillars. What the day can hold is listed below.",
    ko: "시각을 몰라 세 기둥만 세웠습니다. 그날 나올 수 있는 명식은 아래에 있습니다.",
  },
  term_inside_day: {
    en: "{term} begins on this day: the month pillar, and in February the year pillar, depend on the hour.",
    ko: "이날 {term}에 듭니다. 월주(입춘이면 연주까지)가 시각에 따라 달라집니다.",
  },
} as const satisfies { readonly [notice: string]: { readonly [language in Language]: string } }

/** What a warning of a chart says; one that is newer than this page is named by its code. */
export function noticeText(language: Language, warning: Warning): string {
  const words = wordsOf(language)
  const texts: { readonly [notice: string]: { readonly [language in Language]: string } | undefined } = noticeTexts
  const params: { readonly [name: string]: unknown } = warning.params
  const seconds = Number(params.seconds ?? params.shiftSec ?? 0)
  const side = Math.round(seconds) === 0 ? "now" : seconds > 0 ? "ahead" : "behind"
  const text = texts[warning.code] ?? texts[`${warning.code}_${side}`]
  if (text === undefined) return warning.code
  return fill(text[language], {
    ...params,
    span: sayDuration(words, seconds),
    ...("term" in params ? { term: termName(language, Number(params.term)) } : {}),
    rule: words[ruleOf(params)],
  })
}

const boundaryWords: { readonly [boundary: string]: Word } = {
  split: "boundarySplit",
  jasi: "boundaryJasi",
  midnight: "boundaryMidnight",
}

function ruleOf({ boundary, fold }: { readonly [name: string]: unknown }): Word {
  if (typeof boundary === "string") return boundaryWords[boundary] ?? "boundarySplit"
  return fold === 1 ? "foldSecond" : "foldFirst"
}

const reasonWords: { readonly [code: string]: Word } = {
  near_term: "reasonTerm",
  near_hour_edge: "reasonHour",
  near_day_edge: "reasonDay",
  clock_repeated: "reasonRepeated",
  clock_skipped: "reasonSkipped",
}

/** What sets an alternative chart apart from the chart it stands beside. */
export function reasonText(language: Language, reason: string | undefined, boundary: string): string {
  const words = wordsOf(language)
  if (reason === "rat_hour") return words[boundaryWords[boundary] ?? "boundarySplit"]
  return words[reasonWords[reason ?? ""] ?? "reasonOther"]
}
