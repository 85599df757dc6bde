/** Findings about time: the running decade and the years asked for. */
import { elementNamed, elementOfBranch, elementOfStem } from "../analysis/elements.ts"
import { tenGodNamed } from "../analysis/names.ts"
import { tenGodOf } from "../analysis/ten-gods.ts"
import type { Analysis, Roles } from "../analysis/types.ts"
import type { Decade, Luck, YearLuck } from "../luck/types.ts"
import type { Element } from "../names.ts"
import { entry } from "./person.ts"
import { GROUPS } from "./roles.ts"
import { COURSES, DECADE_ROLES, DECADES, YEAR_REMARKS, YEARS } from "./texts/luck.ts"
import type { Doubt, Finding } from "./types.ts"
import { ELEMENT_WORDS, monthWord, pillarWord, same, tenGodWord } from "./words.ts"

/** Years told in one reading: ten, after which ten gods come round again. */
export const MOST_YEARS = 10
const rest = { section: "luck" as const, words: {} }

export function luckFindings(
  analysis: Analysis,
  luck: Luck | null,
  years: readonly YearLuck[],
  warnings: readonly Doubt[],
): Finding[] {
  const decades = luck ? decadeFindings(analysis, luck) : []
  const noon = analysis.pillars.hour === null && decades.length > 0 ? [noonFinding(warnings)] : []
  return [...decades, ...noon, ...yearFindings(analysis, years)]
}

/** Luck of an unknown hour is that of noon: what the warning of the chart knows of the rest of the day. */
function noonFinding(warnings: readonly Doubt[]): Finding {
  const { first, last, direction } = warnings.find(({ code }) => code === "luck_from_noon")?.params ?? {}
  const known = typeof first === "number" && typeof last === "number"
  const ages = known ? { least: Math.min(first, last), most: Math.max(first, last) } : { least: 0, most: 0 }
  const rule = direction === "either" ? "luck.noon.either" : ages.least < ages.most ? "luck.noon.ages" : "luck.noon"
  const words = { least: same(ages.least), most: same(ages.most) }
  return { ...rest, rule, texts: [COURSES[rule]], facts: known ? ages : {}, words, weight: 100 }
}

function decadeFindings(analysis: Analysis, { current, decades, direction }: Luck): Finding[] {
  const first = decades[0]
  if (!first) return []
  if (current === null) return [courseFinding(`luck.${direction}`, first)]
  if (current < 0) return [courseFinding("luck.decade.before", first)]
  const running = decades[current]
  const next = decades[current + 1]
  if (!running) return []
  return [
    runningFinding(analysis, running),
    ...decadeRoleFindings(analysis, running),
    ...(next ? [nextFinding(next)] : []),
  ]
}

function courseFinding(rule: "luck.forward" | "luck.backward" | "luck.decade.before", first: Decade): Finding {
  const words = { age: same(first.fromAge), ganji: pillarWord(first) }
  return { ...rest, rule, texts: [COURSES[rule]], facts: { ganji: first.index, age: first.fromAge }, words, weight: 92 }
}

function runningFinding({ dayStem }: Analysis, decade: Decade): Finding {
  const { index, stem, fromAge, startsAt } = decade
  const steps = (elementOfStem(stem) - elementOfStem(dayStem) + 5) % 5
  const rule = `luck.decade.${GROUPS[steps] as (typeof GROUPS)[number]}` as const
  const god = tenGodNamed(tenGodOf(dayStem, stem))
  const start = monthWord(startsAt)
  const words = { age: same(fromAge), start, ganji: pillarWord(decade), god: tenGodWord(god) }
  return {
    ...rest,
    rule,
    texts: [DECADES[rule]],
    facts: { ganji: index, age: fromAge, start: startsAt.slice(0, 7), tenGod: god.index },
    words,
    weight: 100,
  }
}

function decadeRoleFindings({ usefulGod }: Analysis, { branch, index }: Decade): Finding[] {
  const element = elementNamed(elementOfBranch(branch))
  const role = usefulGod && roleOf(usefulGod.roles, element)
  if (!role) return []
  const rule = `luck.decade.${role}` as const
  const words = { element: ELEMENT_WORDS[element] }
  return [{ ...rest, rule, texts: [DECADE_ROLES[rule]], facts: { ganji: index, element }, words, weight: 92 }]
}

function roleOf(roles: Roles, element: Element): keyof Roles | undefined {
  return (Object.keys(roles) as (keyof Roles)[]).find((role) => roles[role] === element)
}

function nextFinding(next: Decade): Finding {
  const year = Number(next.startsAt.slice(0, 4))
  const words = { year: same(year), ganji: pillarWord(next) }
  const rule = "luck.decade.next"
  return { ...rest, rule, texts: [COURSES[rule]], facts: { ganji: next.index, year }, words, weight: 66 }
}

function yearFindings(analysis: Analysis, years: readonly YearLuck[]): Finding[] {
  const asked = years.slice(0, MOST_YEARS)
  const remarked = new Set<string>()
  return asked.flatMap((luck) => {
    const remark = remarkOf(analysis, luck)
    const fresh = remark && !remarked.has(remark.rule)
    if (fresh) remarked.add(remark.rule)
    return fresh ? [yearFinding(luck), remark] : [yearFinding(luck)]
  })
}

function yearFinding({ year, pillar, stemTenGod }: YearLuck): Finding {
  const words = { year: same(year), ganji: pillarWord(pillar) }
  const facts = { year, ganji: pillar.index, tenGod: stemTenGod.index }
  return { ...rest, ...entry(YEARS, stemTenGod.index), facts, words, weight: 100 }
}

/** What most needs saying beside the ten god: the day branch met, or the useful god helped or pressed. */
function remarkOf({ usefulGod }: Analysis, { year, pillar, relations }: YearLuck): Finding | undefined {
  const atDay = relations.filter(({ pillars }) => pillars.includes("day") && pillars.includes("luckYear"))
  const clashed = atDay.some(({ kind }) => kind === "clash")
  const combined = atDay.some(({ kind }) => kind === "sixCombination" || kind === "threeCombination")
  const element = elementNamed(elementOfBranch(pillar.branch))
  const role = usefulGod && roleOf(usefulGod.roles, element)
  const rule = clashed
    ? "clash.day"
    : combined
      ? "combine.day"
      : role === "useful" || role === "harmful"
        ? role
        : undefined
  if (!rule) return undefined
  const name = `luck.year.${rule}` as const
  const words = { year: same(year), element: ELEMENT_WORDS[element] }
  return { ...rest, rule: name, texts: [YEAR_REMARKS[name]], facts: { year, element }, words, weight: 74 }
}
