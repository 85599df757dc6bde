/** Small phrases both pictures and texts are made of. */
import type { Named, Position } from "../analysis/types.ts"
import type { Pillar } from "../names.ts"
import type { FourPillars } from "../reading.ts"
import { readingOf } from "./glyphs.ts"
import type { Lang, Remark, View } from "./options.ts"
import { termNamed, type Words } from "./words.ts"

/** Columns as Korean charts have them: hour first, year last. */
export const COLUMNS = ["hour", "day", "month", "year"] as const satisfies readonly Position[]

/** "비견" or "Companion". */
export const nameOf = (named: Named, lang: Lang): string => (lang === "ko" ? named.hangul : named.english)

/** First letters of an English name, "Hurting Officer" HO; hangul names are short enough. */
export const shortNameOf = (named: Named, lang: Lang): string =>
  lang === "ko" ? named.hangul : named.english.replace(/[^A-Z]/g, "")

/** "일·년", "Day–Year", in the order of the columns of a chart. */
export const joinPositions = (positions: readonly Position[], { positions: words }: Words): string =>
  COLUMNS.filter((position) => positions.includes(position))
    .map((position) => words[position])
    .join("·")

/** "丙寅 병인". */
export const ganjiOf = (pillar: Pillar, lang: Lang): string => `${pillar.ganji} ${readingOf(pillar, lang)}`

/** The two largest units: "11일 2시간", "32min 5s". Seconds are cut, not rounded. */
export function durationOf(seconds: number, { units }: Words): string {
  const whole = Math.floor(Math.abs(seconds))
  const parts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts.flatMap((part, i) => (part === 0 ? [] : [`${part}${units[i] ?? ""}`]))
  return shown.slice(0, 2).join(" ") || `0${units[3] ?? ""}`
}

/** "−32분 5초". */
export const correctionOf = (seconds: number, words: Words): string =>
  `${seconds < 0 ? "−" : "+"}${durationOf(seconds, words)}`

/** Ten-thousandths as whole percent. */
export const percentOf = (share: number): string => `${Math.floor(share / 100 + 0.5)}%`

/** "1–2", the earlier age first: luck that runs backward begins later the later the birth. */
const agesOf = (first: number, last: number): string =>
  first === last ? `${first}` : `${Math.min(first, last)}–${Math.max(first, last)}`

/** One sentence for a warning; codes this version has no words for are shown as they are. */
export function sayWarning({ code, params }: Remark, { words }: Pick<View, "words">): string {
  const { term, seconds, first, last } = params
  const said: { readonly [name: string]: string | number } = {
    ...params,
    ages: agesOf(Number(first), Number(last)),
    ...(typeof params.hours === "number" ? { hours: Math.abs(params.hours) } : {}),
    either: params.direction === "either" ? words.eitherWay : "",
    ...(typeof term === "number" ? { term: termNamed(term, words) } : {}),
    ...(typeof seconds === "number" ? { seconds: words.away(durationOf(seconds, words), seconds < 0) } : {}),
  }
  const template = Object.hasOwn(words.warnings, code) ? words.warnings[code as keyof typeof words.warnings] : code
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(said[name] ?? whole))
}

/** Hanja of the pillars in the order of the columns; the hour as "··" when it is unknown. */
export const hanjaOf = (pillars: FourPillars): string =>
  COLUMNS.map((position) => pillars[position]?.ganji ?? "··").join(" ")
