/** Findings about strength, elements, yin and yang. */
import type { Analysis, Strength } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import { entry } from "./person.ts"
import { LEVELS, MISSING, MOST, STRENGTHS, WHOLE } from "./texts/balance.ts"
import type { Finding } from "./types.ts"
import { countWord, numberWord, same } from "./words.ts"

const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
const rest = { section: "balance" as const, facts: {}, words: {} }

export function balanceFindings(analysis: Analysis): Finding[] {
  const strength = strengthOf(analysis)
  return [
    levelFinding(strength),
    ...liveFindings(analysis, strength),
    agreementFinding(analysis, strength),
    mostFinding(analysis),
    ...missingFindings(analysis),
    ...polarityFindings(analysis),
  ]
}

/** The strength by the method asked for. */
function strengthOf({ strength, options }: Analysis): Strength {
  return strength.find(({ method }) => method === options.strength) as Strength
}

/** Whole percent, half up; shares come in ten-thousandths. */
const percent = (share: number): number => Math.floor((share + 50) / 100)

function levelFinding({ share, level, method, verdict }: Strength): Finding {
  const words = { share: same(percent(share)), level: { ko: level.hangul, en: level.english.toLowerCase() } }
  return { ...rest, ...entry(LEVELS, level.index), facts: { method, share, verdict }, words, weight: 100 }
}

/** What follows from the strength; a day stem that changes, or shares the chart with one other element, is weighed in vain. */
function liveFindings({ usefulGod, usefulGods, structure }: Analysis, { verdict }: Strength): Finding[] {
  const followed = usefulGod?.method === "follow"
  const reason = usefulGods.find(({ method }) => method === "follow")?.reason.rule
  if (followed && reason !== "useful.follow.dominant" && reason !== "useful.follow.divided") return []
  const rule = followed ? "strength.follow" : (`strength.${verdict}` as const)
  const facts = followed ? { structure: structure.chosen.index } : { verdict }
  return [{ ...rest, rule, texts: [STRENGTHS[rule]], facts, weight: 95 }]
}

/** How many methods come to the same verdict. Doubt is worth more words than agreement. */
function agreementFinding({ strength }: Analysis, { verdict }: Strength): Finding {
  const of = strength.length
  const count = strength.filter((other) => other.verdict === verdict).length
  const rule = AGREEMENTS[count - 1] ?? "strength.agree"
  const words = { count: numberWord(count), of: numberWord(of) }
  return { ...rest, rule, texts: [STRENGTHS[rule]], facts: { count, of }, words, weight: count > 2 ? 40 : 79 }
}

/** For one, two, three and four methods of four. */
const AGREEMENTS = ["strength.alone", "strength.disagree", "strength.mostly", "strength.agree"] as const

function mostFinding({ elements }: Analysis): Finding {
  const total = elements.weighted.reduce((sum, weight) => sum + weight, 0)
  const most = Math.max(...elements.weighted)
  const at = elements.weighted.indexOf(most)
  const share = Math.floor((10_000 * most) / total)
  const words = { share: same(percent(share)) }
  return { ...rest, ...entry(MOST, at), facts: { element: ELEMENTS[at] as string, share }, words, weight: 78 }
}

/** Elements without a character; the useful god is left to its own section. */
function missingFindings({ elements, usefulGod, pillars }: Analysis): Finding[] {
  const characters = pillars.hour ? 8 : 6
  const missing = ELEMENTS.filter((_, at) => elements.characters[at] === 0)
  if (missing.length === 0) return [{ ...rest, rule: "elements.all", texts: [WHOLE["elements.all"]], weight: 66 }]
  return missing
    .filter((element) => element !== usefulGod?.roles.useful)
    .slice(0, 2)
    .map((element, place) => ({
      ...rest,
      rule: `elements.missing.${element}`,
      texts: [MISSING[`elements.missing.${element}`]],
      facts: { element, characters },
      words: { count: countWord(characters) },
      weight: place === 0 ? 77 : 45,
    }))
}

function polarityFindings({ yinYang: { yang, yin } }: Analysis): Finding[] {
  if (yang > 0 && yin > 0) return []
  const rule = yin === 0 ? "yinYang.yang" : "yinYang.yin"
  return [{ ...rest, rule, texts: [WHOLE[rule]], facts: { yang, yin }, weight: 76 }]
}
