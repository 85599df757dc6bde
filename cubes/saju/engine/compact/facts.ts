/** Compact lines of what stands in a chart. */
import type { Analysis, Named, PillarFacts, Position } from "../analysis/types.ts"
import type { Words } from "./words.ts"

const POSITIONS: readonly Position[] = ["year", "month", "day", "hour"]
export const STEMS = "甲乙丙丁戊己庚辛壬癸"
export const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

export function factLines(analysis: Analysis, words: Words): string[] {
  const { rows, tenGods, dayMaster } = words
  const row = (name: string, cell: (facts: PillarFacts) => string): string =>
    `${name} ${POSITIONS.map((position) => analysis.pillars[position])
      .map((facts) => (facts ? cell(facts) : "-"))
      .join("|")}`
  const god = (tenGod: Named | null): string => (tenGod ? (tenGods[tenGod.index] as string) : dayMaster)
  return [
    row(rows.pillars, ({ pillar }) => `${pillar.ganji}${pillar.hangul}`),
    row(rows.stems, ({ stemTenGod }) => god(stemTenGod)),
    row(rows.branches, ({ branchTenGod }) => god(branchTenGod)),
    row(rows.hidden, ({ hiddenStems }) => hiddenStems.map(({ stem }) => STEMS.charAt(stem)).join("")),
    row(rows.stages, ({ stages }) => words.name(stages.ofDayStem)),
    row(rows.ownStages, ({ stages }) => words.name(stages.ofOwnStem)),
    row(rows.twelveStars, ({ twelveStars: { byYear, byDay } }) =>
      [byYear, byDay].flatMap((star) => (star ? [twelveStar(star, words)] : [])).join("/"),
    ),
    starLine(analysis, words),
    ...relationLines(analysis, words),
    voidLine(analysis, words),
  ]
}

/** 겁살 as "겁", "Robbery Star" as "Robbery": what all twelve share is left out. */
export function twelveStar(star: Named, words: Words): string {
  return words.name(star).replace(/ Star$|살$/u, "")
}

/** The stars on each pillar, from whatever base; 천을귀인 as 천을, 홍염살 as 홍염. */
function starLine({ stars, pillars }: Analysis, { rows, name, lang }: Words): string {
  const columns = POSITIONS.map((position) => {
    const here = stars.filter((hit) => hit.pillars.includes(position))
    const short = new Set(here.map(({ star }) => name(star).replace(/(?<=..)(귀인|대?살)$/u, "")))
    return short.size === 0 || pillars[position] === null ? "-" : [...short].join(lang === "ko" ? " " : ",")
  })
  return `${rows.stars} ${columns.join("|")}`
}

/** Kinds of the same characters on the same pillars stand together, and so do the pillars of the same relation. */
function relationLines({ relations }: Analysis, { rows, pillars, elements }: Words): string[] {
  const places = new Map<string, string[]>()
  for (const { name, pillars: hit, transformed, element } of relations) {
    const turned = transformed?.done && element ? `→${elements[element]}` : ""
    const key = `${name.hanja}${turned}`
    places.set(key, [...(places.get(key) ?? []), hit.map((at) => pillars[at]).join("")])
  }
  const kinds = new Map<string, string>()
  for (const [name, hit] of places) {
    const [first = "", second = ""] = name
    const key = `${first}${second} ${hit.join(" ")}`
    const known = kinds.get(key)
    kinds.set(key, known === undefined ? name : `${known}${name.slice(2)}`)
  }
  const told = [...kinds].map(([key, name]) => `${name}${key.slice(2)}`)
  return told.length === 0 ? [] : [`${rows.relations} ${told.join(",")}`]
}

function voidLine({ void: { byDay, byYear } }: Analysis, { rows, pillars }: Words): string {
  const text = (base: Position, branches: readonly number[], hit: readonly Position[]): string => {
    const where = hit.length === 0 ? "" : `:${hit.map((at) => pillars[at]).join("")}`
    return `${pillars[base]}${branches.map((branch) => BRANCHES.charAt(branch)).join("")}${where}`
  }
  return `${rows.void} ${text("day", byDay.branches, byDay.pillars)} ${text("year", byYear.branches, byYear.pillars)}`
}
