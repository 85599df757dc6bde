/**
 * Tokens of the compact form (o200k_base) over 200 random births in both languages, with ten decades, ten years and twelve
 * months, beside what ssaju's `toCompact` takes for the same births. Prints JSON.
 */
import { analyze, chart, decadeLuck, monthLuck, yearLuck } from "cubular/saju"
import { toCompact } from "cubular/saju/reading"
import { encode } from "gpt-tokenizer/encoding/o200k_base"
import type { Results } from "../results.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf } from "./ours.ts"

const NOW = "2026-11-21T00:00:00Z"

function oursIn(lang: "ko" | "en", birth: Birth): string {
  const found = chart({ ...birthOf(birth), sex: "male" }, { now: NOW })
  const years = yearLuck(found, { from: 2021, to: 2030 })
  return toCompact(
    found,
    analyze(found),
    { decades: decadeLuck(found), years, months: monthLuck(found, 2026) },
    { lang },
  )
}

interface Tokens {
  readonly min: number
  readonly median: number
  readonly max: number
  readonly births: number
}

/** Least, median and most tokens of texts. */
function tokensOf(texts: readonly string[]): Tokens {
  const counts = texts.map((text) => encode(text).length).sort((a, b) => a - b)
  const at = (place: number): number => counts[place] as number
  return { min: at(0), median: at(counts.length >> 1), max: at(counts.length - 1), births: counts.length }
}

const births = birthsOf(civilTimes(200))
const { calculateSaju } = await import("ssaju")
const theirs = births.map((birth) => calculateSaju({ ...birth, gender: "남", now: new Date(NOW) }).toCompact())
console.log(
  JSON.stringify({
    tokenizer: "gpt-tokenizer 3.4.0, o200k_base",
    packages: {
      "cubular, ko": tokensOf(births.map((birth) => oursIn("ko", birth))),
      "cubular, en": tokensOf(births.map((birth) => oursIn("en", birth))),
      "ssaju 0.2.0": tokensOf(theirs),
    },
  } satisfies Results["saju-tokens"]),
)
