/** Findings about the day stem, the month it was born into and the branch it sits on. */
import { elementNamed, elementOfBranch, elementOfStem, seasonState } from "../analysis/elements.ts"
import type { Analysis } from "../analysis/types.ts"
import { DAY_BRANCHES, DAY_STAGES, DAY_STEM_WAYS, DAY_STEMS, MONTHS, SEASONS } from "./texts/person.ts"
import type { Finding, Texts } from "./types.ts"
import { dayStemWord, ELEMENT_WORDS } from "./words.ts"

/** Of ten god and stage of the day branch one comes first, in turns of two ganji: readings of one family then differ. */
export function personFindings(analysis: Analysis): Finding[] {
  const { dayStem, pillars } = analysis
  const stem = { facts: { dayStem }, words: { stem: dayStemWord(dayStem) } }
  const branch = { branch: pillars.day.pillar.branch }
  const tenGod = pillars.day.branchTenGod.index
  const stage = pillars.day.stages.ofDayStem.index
  const godFirst = Math.floor(pillars.day.pillar.index / 2) % 2 === 0
  const rest = { section: "person" as const, words: {} }
  return [
    { ...rest, ...stem, ...entry(DAY_STEMS, dayStem), weight: 100 },
    { ...rest, ...stem, ...entry(DAY_STEM_WAYS, dayStem), weight: 95 },
    ...monthFindings(analysis),
    seasonFinding(analysis),
    { ...rest, ...entry(DAY_BRANCHES, tenGod), facts: { ...branch, tenGod }, weight: godFirst ? 80 : 60 },
    { ...rest, ...entry(DAY_STAGES, stage), facts: { ...branch, stage }, weight: godFirst ? 60 : 80 },
  ]
}

/** The rule and text at a place of a table. */
export function entry(texts: Texts, at: number): Pick<Finding, "rule" | "texts"> {
  const rule = Object.keys(texts)[at] as string
  return { rule, texts: [texts[rule] as Texts[string]] }
}

/** Months are told as the north knows them; half a world away their names and their weather part. */
function monthFindings({ pillars, options }: Analysis): Finding[] {
  if (options.hemisphere === "south") return []
  const monthBranch = pillars.month.pillar.branch
  return [{ section: "person", ...entry(MONTHS, monthBranch), facts: { monthBranch }, words: {}, weight: 100 }]
}

/** The branch whose season it was: the opposite one where the seasons are turned. */
function seasonBranch({ pillars, options }: Analysis): number {
  return (pillars.month.pillar.branch + (options.hemisphere === "south" ? 6 : 0)) % 12
}

function seasonFinding(analysis: Analysis): Finding {
  const branch = seasonBranch(analysis)
  const month = elementOfBranch(branch)
  const own = elementOfStem(analysis.dayStem)
  const words = { me: ELEMENT_WORDS[elementNamed(own)], month: ELEMENT_WORDS[elementNamed(month)] }
  return {
    section: "person",
    ...entry(SEASONS, seasonState(branch, own)),
    facts: { seasonBranch: branch, element: elementNamed(own), monthElement: elementNamed(month) },
    words,
    weight: 94,
  }
}
