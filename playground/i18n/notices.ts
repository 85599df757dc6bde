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
  near_new_year_ahead: {
    en: "Born {span} before the midnight lunar New Year begins with. The year pillar changes there, so check the recorded time.",
    ko: "음력설이 시작되는 자정 {span} 전에 태어났습니다. 이때 연주가 바뀌니 기록된 시각을 확인하십시오.",
  },
  near_new_year_behind: {
    en: "Born {span} after the midnight lunar New Year began with. The year pillar changes there, so check the recorded time.",
    ko: "음력설이 시작된 자정 {span} 뒤에 태어났습니다. 이때 연주가 바뀌니 기록된 시각을 확인하십시오.",
  },
  near_new_year_now: {
    en: "Born as lunar New Year began, where the year pillar changes. Check the recorded time.",
    ko: "음력설이 막 시작된 순간에 태어났습니다. 이때 연주가 바뀌니 기록된 시각을 확인하십시오.",
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
  longitude_far_from_zone: {
    en: "Solar time at this longitude is {hours} hours from the zone's standard time. Check the sign: east is positive.",
    ko: "이 경도의 태양시는 시간대의 표준시와 {hours}시간 다릅니다. 경도의 부호를 확인해 보십시오. 동경이 양수입니다.",
  },
  zone_before_law: {
    en: "No law set the clocks of {zone} then: the local mean time of its city was used.",
    ko: "{zone}에서 법으로 시각을 정하기 전입니다. 그 도시의 지역 평균시로 계산했습니다.",
  },
  zone_predicted: {
    en: "Clock rules of {zone} after {after} are assumed to stay as they are.",
    ko: "{after}년 뒤 {zone}의 시각 규칙은 지금과 같다고 보았습니다.",
  },
  out_of_tested_range: {
    en: "Outside {min}–{max}, for which charts are tested: clocks and calendars of that time are reconstructed or forecast.",
    ko: "명식을 검증한 {min}–{max}년 밖의 출생입니다. 그때의 시계와 달력은 복원하거나 예측한 것입니다.",
  },
  lunar_month_uncertain: {
    en: "The lunar month reckoned from {first} may begin a day earlier or later: its new moon is close to midnight.",
    ko: "{first}에 시작하는 것으로 셈한 음력 달은 하루 이르거나 늦을 수 있습니다. 합삭이 자정에 가깝습니다.",
  },
  proleptic_gregorian: {
    en: "A date before 15 October 1582, reckoned in the Gregorian calendar.",
    ko: "1582년 10월 15일 전의 날짜를 그레고리력으로 셈했습니다.",
  },
  luck_from_noon: {
    en: "Without the hour the decades of luck are reckoned from noon. The first begins at the age of {ages}, by the hour.",
    ko: "시각을 몰라 대운은 그날 정오로 셈했습니다. 첫 대운은 시각에 따라 {ages}세에 시작합니다.",
  },
  luck_from_noon_either: {
    en: "Without the hour the decades of luck are reckoned from noon. They may run the other way: the year changes on this day, and the direction with it.",
    ko: "시각을 몰라 대운은 그날 정오로 셈했습니다. 이날 해가 바뀌므로, 태어난 시각에 따라 대운이 반대로 흐를 수 있습니다.",
  },
  hour_unknown: {
    en: "Without the hour there are three pillars. What the day can hold is listed below.",
    ko: "시각을 몰라 세 기둥만 세웠습니다. 그날 나올 수 있는 명식은 아래에 있습니다.",
  },
  term_inside_day: {
    en: "{term} begins on this day: the month pillar, and the year pillar where the year begins with it, depend on the hour.",
    ko: "이날 {term}에 듭니다. 월주(이때 해가 바뀌면 연주까지)가 시각에 따라 달라집니다.",
  },
} as const satisfies { readonly [notice: string]: { readonly [language in Language]: string } }

/** What a warning of a chart says; one that is newer than this page is named by its code. */
export function noticeText(language: Language, warning: Warning): string {
  const words = wordsOf(language)
  const texts: { readonly [notice: string]: { readonly [language in Language]: string } | undefined } = noticeTexts
  const params: { readonly [name: string]: unknown } = warning.params
  const seconds = Number(params.seconds ?? params.shiftSec ?? 0)
  const side = Math.round(seconds) === 0 ? "now" : seconds > 0 ? "ahead" : "behind"
  const direction = String(params.direction)
  const text = texts[`${warning.code}_${direction}`] ?? texts[warning.code] ?? texts[`${warning.code}_${side}`]
  if (text === undefined) return warning.code
  return fill(text[language], {
    ...params,
    span: sayDuration(words, seconds),
    ...("hours" in params ? { hours: Math.abs(Number(params.hours)) } : {}),
    ...("term" in params ? { term: termName(language, Number(params.term)) } : {}),
    ages: agesOf(params),
    rule: words[ruleOf(params)],
  })
}

/** "8–9", or one number where both ends of the day agree. */
function agesOf({ first, last }: { readonly [name: string]: unknown }): string {
  const [from, to] = [Number(first), Number(last)].toSorted((a, b) => a - b)
  return from === to ? String(from) : `${from}–${to}`
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
  near_new_year: "reasonNewYear",
  clock_repeated: "reasonRepeated",
  clock_skipped: "reasonSkipped",
}

/** What sets an alternative chart apart from the chart it stands beside. */
export function reasonText(language: Language, reason: string | undefined, boundary: string): string {
  const words = wordsOf(language)
  if (reason === "rat_hour") return words[boundaryWords[boundary] ?? "boundarySplit"]
  return words[reasonWords[reason ?? ""] ?? "reasonOther"]
}
