/** Findings about what a reading cannot know. */
import { elementNamed, elementOfStem } from "../analysis/elements.ts"
import type { Analysis } from "../analysis/types.ts"
import { termNamed } from "../calendar/term-names.ts"
import type { Warning } from "../warnings.ts"
import { LIMITS } from "./texts/limits.ts"
import type { Doubt, Finding, Text } from "./types.ts"
import { listed, same } from "./words.ts"

const rest = { section: "limits" as const, facts: {}, words: {}, weight: 100 }

/** Warnings of a chart that put its pillars in doubt, by what they come from. */
const EDGES: { readonly [code: string]: keyof typeof LIMITS } = {
  near_term: "edge.term",
  near_hour_edge: "edge.clock",
  near_day_edge: "edge.clock",
  near_new_year: "edge.newYear",
  rat_hour: "edge.rat",
  clock_repeated: "edge.zone",
  clock_skipped: "edge.zone",
} satisfies { readonly [code in Warning["code"]]?: keyof typeof LIMITS }

export function limitFindings(analysis: Analysis, warnings: readonly Doubt[]): Finding[] {
  const codes = new Map(
    warnings.flatMap(({ code }) =>
      Object.hasOwn(EDGES, code) ? [[EDGES[code] as keyof typeof LIMITS, code] as const] : [],
    ),
  )
  const edges = [...codes].map(([rule, warning]) => ({ ...rest, rule, texts: [LIMITS[rule]], facts: { warning } }))
  return [...hourFindings(analysis), ...dayFindings(warnings), ...edges, closingFinding(analysis)]
}

function hourFindings({ pillars, distribution }: Analysis): Finding[] {
  if (pillars.hour) return []
  const unknown = { ...rest, rule: "hour.unknown", texts: [LIMITS["hour.unknown"]] }
  if (!distribution) return [unknown]
  const { candidates, strong, neutral, weak } = distribution
  const words = { candidates: same(candidates), verdicts: verdictsWord({ strong, neutral, weak }) }
  const facts = { candidates, strong, neutral, weak }
  return [unknown, { ...rest, rule: "hour.distribution", texts: [LIMITS["hour.distribution"]], facts, words }]
}

/** A term began on a day whose hour is not known: which side the birth was on, nobody can say. */
function dayFindings(warnings: readonly Doubt[]): Finding[] {
  const inside = warnings.find(({ code }) => code === "term_inside_day")
  if (!inside) return []
  const at = inside.params?.term
  const known = typeof at === "number" && Number.isInteger(at) && at >= 0 && at < 24
  const name = known ? termNamed(at) : undefined
  const term = name
    ? { ko: `절기 ${name.hangul}(${name.hanja})`, en: `The solar term ${name.english} (${name.hanja})` }
    : { ko: "새 절기", en: "A solar term" }
  const facts = { warning: inside.code, ...(known ? { term: at } : {}) }
  return [{ ...rest, rule: "day.term", texts: [LIMITS["day.term"]], facts, words: { term } }]
}

const VERDICTS = { strong: "신강", neutral: "중화", weak: "신약" } as const

const VERDICTS_EN = { strong: "strong", neutral: "balanced", weak: "weak" } as const

/** "중화 7가지, 신약 7가지", "7 come out balanced and 7 weak"; what does not occur is left out. */
function verdictsWord(counts: { readonly [verdict in keyof typeof VERDICTS]: number }): Text {
  const there = (Object.keys(VERDICTS) as (keyof typeof VERDICTS)[]).filter((verdict) => counts[verdict] > 0)
  const [only, second] = there
  if (only && !second) return { ko: `한결같이 ${VERDICTS[only]}`, en: `all come out ${VERDICTS_EN[only]}` }
  const ko = there.map((verdict) => `${VERDICTS[verdict]} ${counts[verdict]}가지`)
  const en = there.map((verdict, at) => `${counts[verdict]} ${at === 0 ? "come out " : ""}${VERDICTS_EN[verdict]}`)
  return { ko: ko.join(", "), en: listed(en) }
}

function closingFinding({ dayStem }: Analysis): Finding {
  const element = elementNamed(elementOfStem(dayStem))
  const rule = `closing.${element}` as const
  return { ...rest, rule, texts: [LIMITS[rule]], facts: { element } }
}
