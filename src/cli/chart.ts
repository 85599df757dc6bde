import { format as formatEn } from "cubular/messages/en"
import { format as formatKo } from "cubular/messages/ko"
import type { AlternativeChart, Pillar, SajuChart } from "cubular/saju"
import type { Lang } from "./args.ts"
import { centre, padEnd } from "./table.ts"

const words = {
  ko: {
    title: "사주 명식",
    heads: ["시", "일", "월", "년"],
    unknown: "모름",
    elements: { wood: "목", fire: "화", earth: "토", metal: "금", water: "수" },
    polarity: { yang: "+", yin: "−" },
    clocks: { wall: "기록된 시계", standard: "표준시(서머타임 제외)", mean: "지역 평균시", apparent: "진태양시" },
    boundaries: { split: "야자시·조자시", jasi: "23시에 날이 바뀜(정자시)", midnight: "자정 기준" },
    labels: {
      clock: "시계",
      utc: "세계시",
      terms: "절기",
      boundary: "자시",
      other: "다른 시계",
      alternative: "다른 명식",
    },
    dst: "서머타임",
    before: "지남",
    after: "남음",
    units: ["일", "시간", "분", "초"],
    terms:
      "소한 대한 입춘 우수 경칩 춘분 청명 곡우 입하 소만 망종 하지 소서 대서 입추 처서 백로 추분 한로 상강 입동 소설 대설 동지".split(
        " ",
      ),
  },
  en: {
    title: "Four pillars",
    heads: ["Hour", "Day", "Month", "Year"],
    unknown: "unknown",
    elements: { wood: "wood", fire: "fire", earth: "earth", metal: "metal", water: "water" },
    polarity: { yang: "+", yin: "−" },
    clocks: {
      wall: "the recorded clock",
      standard: "standard time, without summer time",
      mean: "local mean time",
      apparent: "apparent solar time",
    },
    boundaries: { split: "split rat hour", jasi: "the day changes at 23:00", midnight: "midnight" },
    labels: {
      clock: "Clock",
      utc: "UTC",
      terms: "Terms",
      boundary: "Rat hour",
      other: "Other clocks",
      alternative: "Other chart",
    },
    dst: "summer time",
    before: "ago",
    after: "to go",
    units: ["d", "h", "min", "s"],
    terms:
      "Sohan Daehan Ipchun Usu Gyeongchip Chunbun Cheongmyeong Gogu Ipha Soman Mangjong Haji Soseo Daeseo Ipchu Cheoseo Baengno Chubun Hanno Sanggang Ipdong Soseol Daeseol Dongji".split(
        " ",
      ),
  },
} as const

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
const WIDTH = 12

/** A chart for a terminal: columns 시 일 월 년, what it rests on, and what is doubtful. */
export function describeChart(chart: SajuChart, lang: Lang): string {
  const say = words[lang]
  const lines = [say.title, "", ...drawPillars(chart.pillars, lang), "", ...describeDetails(chart, lang)]
  for (const warning of chart.details.warnings) {
    const params = { ...warning.params, ...("term" in warning.params ? { term: say.terms[warning.params.term] } : {}) }
    const said = (lang === "ko" ? formatKo : formatEn)({ code: warning.code, params, message: warning.code, hint: "" })
    lines.push(`! ${said.message}`, `  ${said.hint}`)
  }
  for (const other of chart.alternatives) lines.push("", ...describeAlternative(other, lang))
  return `${lines.join("\n").trimEnd()}\n`
}

function drawPillars({ hour, day, month, year }: SajuChart["pillars"], lang: Lang): string[] {
  const say = words[lang]
  const columns = [hour, day, month, year]
  const row = (cell: (pillar: Pillar) => string): string =>
    columns.map((pillar, i) => centre(pillar === null ? (i === 0 ? "·" : "") : cell(pillar), WIDTH)).join("│")
  const heads = say.heads.map((head, i) => centre(i === 0 && hour === null ? `${head} (${say.unknown})` : head, WIDTH))
  const rule = (left: string, middle: string, right: string): string =>
    left + columns.map(() => "─".repeat(WIDTH)).join(middle) + right
  const element = (pillar: Pillar, part: 0 | 1): string => {
    const yang = (part === 0 ? pillar.stem : pillar.branch) % 2 === 0
    return `${say.polarity[yang ? "yang" : "yin"]}${say.elements[pillar.elements[part] as keyof (typeof say)["elements"]]}`
  }
  return [
    ` ${heads.join(" ")}`,
    rule("┌", "┬", "┐"),
    `│${row((pillar) => `${STEMS.charAt(pillar.stem)} ${lang === "ko" ? pillar.hangul.charAt(0) : element(pillar, 0)}`)}│`,
    ...(lang === "ko" ? [`│${row((pillar) => element(pillar, 0))}│`] : []),
    rule("├", "┼", "┤"),
    `│${row((pillar) => `${BRANCHES.charAt(pillar.branch)} ${lang === "ko" ? pillar.hangul.charAt(1) : element(pillar, 1)}`)}│`,
    ...(lang === "ko" ? [`│${row((pillar) => element(pillar, 1))}│`] : []),
    rule("└", "┴", "┘"),
    ` ${columns.map((pillar) => centre(pillar === null ? "" : lang === "ko" ? pillar.hangul : pillar.romanized, WIDTH)).join(" ")}`.trimEnd(),
  ]
}

function describeDetails({ details }: SajuChart, lang: Lang): string[] {
  const say = words[lang]
  const { clock, correctionSec, dst, utc, previousTerm, nextTerm, options, otherClocks } = details
  const correction =
    correctionSec === null ? "" : ` (${correctionSec < 0 ? "−" : "+"}${duration(Math.abs(correctionSec), lang)})`
  const rows: [string, string][] = [
    [say.labels.clock, `${say.clocks[clock]}${correction}${dst ? `, ${say.dst}` : ""}`],
    [say.labels.boundary, say.boundaries[options.boundary]],
    ...(utc === null ? [] : [[say.labels.utc, utc] as [string, string]]),
    [say.labels.terms, [near(previousTerm, say.before, lang), near(nextTerm, say.after, lang)].join(" · ")],
    ...otherClocks.map((other): [string, string] => [say.labels.other, describeOther(other, lang)]),
  ]
  const width = 14
  return rows.map(([label, text]) => `${padEnd(label, width)}${text}`)
}

function describeOther(other: SajuChart["details"]["otherClocks"][number], lang: Lang): string {
  const name = (pillar: Pillar | null): string =>
    pillar === null ? "·" : `${pillar.ganji}${lang === "ko" ? `(${pillar.hangul})` : ""}`
  return `${words[lang].clocks[other.clock]}: ${name(other.hour)} ${name(other.day)}`
}

function near(term: SajuChart["details"]["nextTerm"], said: string, lang: Lang): string {
  const name = words[lang].terms[term.term]
  return term.seconds === null ? `${name} ${term.utc}` : `${name} ${duration(Math.abs(term.seconds), lang)} ${said}`
}

/** The two largest units: "11일 2시간", "32min 5s". */
function duration(seconds: number, lang: Lang): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts
    .map((part, i) => (part === 0 ? "" : `${part}${words[lang].units[i]}`))
    .filter((part) => part !== "")
  return shown.slice(0, 2).join(" ") || `0${words[lang].units[3]}`
}

function describeAlternative(other: AlternativeChart, lang: Lang): string[] {
  const { hour, day, month, year } = other.pillars
  const names = [hour, day, month, year].map((pillar) => (pillar === null ? "·" : pillar.ganji))
  return [`${words[lang].labels.alternative} (${other.reason}): ${names.join(" ")}`]
}
