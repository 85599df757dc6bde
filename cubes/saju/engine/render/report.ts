/** What stands below a chart: facts with their labels, and what a reader should look at twice. */
import type { Analysis, Position, Relation, Strength, UsefulGod, Void } from "../analysis/types.ts"
import type { NearbyTerm } from "../details.ts"
import type { Element, Pillar } from "../names.ts"
import { ELEMENTS, glyphOf } from "./glyphs.ts"
import type { ChartShown, View } from "./options.ts"
import { COLUMNS, durationOf, ganjiOf, joinPositions, nameOf, percentOf, sayWarning } from "./phrases.ts"
import { termNamed, type Words } from "./words.ts"

export interface Fact {
  readonly label: string
  readonly value: string
}

/** Everything a chart rests on and an analysis says that has no place of its own among the columns. */
export function factsOf(view: View): Fact[] {
  const { chart, words, analysis } = view
  const { facts } = words
  const { previousTerm, nextTerm, options, otherClocks } = chart.details
  const found: Fact[] = [
    {
      label: facts.terms,
      value: `${nearTerm(previousTerm, words.ago, words)} · ${nearTerm(nextTerm, words.toGo, words)}`,
    },
    { label: facts.boundary, value: words.boundaries[options.boundary] },
  ]
  if (otherClocks.length > 0) {
    const said = otherClocks.map(({ clock, day, hour }) => `${words.clocks[clock]} ${hour.ganji} ${day.ganji}`)
    found.push({ label: facts.others, value: said.join(" · ") })
  }
  return [...(analysis ? judgementsOf(analysis, view) : []), ...found, ...candidatesOf(view)]
}

function nearTerm({ term, utc, seconds }: NearbyTerm, said: string, words: Words): string {
  const name = termNamed(term, words)
  return seconds === null ? `${name} ${utc.slice(0, 10)}` : `${name} ${durationOf(seconds, words)} ${said}`
}

function judgementsOf(analysis: Analysis, view: View): Fact[] {
  const { words, lang } = view
  const { facts } = words
  const { strength, structure, usefulGod, relations, commanding } = analysis
  const rows: Fact[] = [
    { label: facts.strength, value: strength.map((one) => sayStrength(one, view)).join(" · ") },
    { label: facts.structure, value: nameOf(structure.chosen, lang) },
    { label: facts.usefulGod, value: usefulGodsOf(analysis, words) },
  ]
  if (usefulGod) rows.push({ label: facts.roles, value: rolesOf(usefulGod.roles, words) })
  rows.push({ label: facts.relations, value: relations.map((one) => sayRelation(one, view)).join(" · ") })
  rows.push({ label: facts.void, value: voidsOf(analysis, view) })
  const { animal, color } = analysis.pillars.year.signs
  rows.push({ label: facts.animal, value: words.animal(nameOf(color, lang), nameOf(animal, lang)) })
  if (commanding) {
    const { hanja, reading } = glyphOf(0, commanding.stem, lang)
    rows.push({ label: facts.commanding, value: `${reading} ${hanja} · ${words.day(Math.floor(commanding.day) + 1)}` })
  }
  rows.push({ label: facts.distribution, value: distributionOf(analysis, words) })
  rows.push({ label: facts.points, value: pointsOf(analysis.points, view) })
  return rows.filter(({ value }) => value !== "")
}

/** "신강 62% (점수법)". */
export const sayStrength = ({ level, share, method }: Strength, { words, lang }: View): string =>
  `${nameOf(level, lang)} ${percentOf(share)} (${words.strengthMethods[method]})`

/** The strength an analysis decides by. */
export const strengthOf = ({ strength, options }: Analysis): Strength | undefined =>
  strength.find(({ method }) => method === options.strength) ?? strength[0]

/** The one taken comes first and says why: "화 (억부, 정한 차례의 첫 답) · 목 (조후, 급하지 않음)". */
function usefulGodsOf({ usefulGods, usefulGod }: Analysis, words: Words): string {
  const taken = usefulGods.filter(({ method }) => method === usefulGod?.method)
  const others = usefulGods.filter((god) => !taken.includes(god))
  return [...taken, ...others]
    .flatMap((god) => {
      if (god.element === null) return []
      const why = whyOf(god, taken.includes(god), words)
      return [`${words.elements[god.element]} (${words.usefulGodMethods[god.method]}${why === "" ? "" : `, ${why}`})`]
    })
    .join(" · ")
}

/** Climate goes before the others where the season presses, and else after them; the rest follow the order asked for. */
function whyOf({ method, reason }: UsefulGod, taken: boolean, { choice }: Words): string {
  const urgent = reason.rule === "useful.climate.urgent"
  if (taken) return urgent ? choice.urgent : choice.first
  return method === "climate" && !urgent ? choice.notUrgent : ""
}

/** With an unknown hour: for how many of the day's charts what holds, "약 9 · 중화 3 · 용신 목 4 · 용신 화 8". */
function distributionOf({ distribution }: Analysis, words: Words): string {
  if (distribution === undefined) return ""
  const verdicts = (["strong", "neutral", "weak"] as const).map(
    (one) => [words.verdicts[one], distribution[one]] as const,
  )
  const useful = ELEMENTS.map((element, i) => {
    const name = `${words.facts.usefulGod} ${words.elements[element]}`
    return [name, distribution.usefulElements[i] ?? 0] as const
  })
  return [...verdicts, ...useful].flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count}`])).join(" · ")
}

const rolesOf = (roles: { readonly [role in keyof Words["roles"]]: Element }, words: Words): string =>
  (["useful", "joyful", "harmful", "hostile", "idle"] as const)
    .map((role) => `${words.roles[role]} ${words.elements[roles[role]]}`)
    .join(" · ")

/** "인오반합 (화, 월·년)"; with an arrow only what turns into its element: "을경합 → 금 합화 (시·년)". */
export function sayRelation({ name, pillars, element, transformed }: Relation, { words, lang }: View): string {
  const place = joinPositions(pillars, words)
  if (element === null) return `${nameOf(name, lang)} (${place})`
  const said = words.elements[element]
  return transformed?.done
    ? `${nameOf(name, lang)} → ${said} ${words.transformed} (${place})`
    : `${nameOf(name, lang)} (${said}, ${place})`
}

function voidsOf({ void: { byDay, byYear } }: Analysis, { words, lang }: View): string {
  const say = (base: Position, { branches, pillars }: Void): string => {
    const names = branches.map((branch) => glyphOf(1, branch, lang).reading).join(lang === "ko" ? "" : "–")
    const hit = pillars.length === 0 ? "" : ` → ${joinPositions(pillars, words)}`
    return `${words.columns[base]} ${names}${hit}`
  }
  return [say("day", byDay), say("year", byYear)].join(" · ")
}

function pointsOf({ conception, breath, life }: Analysis["points"], { words, lang }: View): string {
  const say = (name: string, pillar: Pillar | null): string[] => (pillar ? [`${name} ${ganjiOf(pillar, lang)}`] : [])
  return [...say(words.conception, conception), ...say(words.breath, breath), ...say(words.life, life)].join(" · ")
}

type Candidate = NonNullable<ChartShown["candidates"]>[number]

const DATE_PILLARS = ["year", "month", "day"] as const

/** With an unknown hour: every hour pillar the day may have, in order; the others before them where they are not those shown. */
function candidatesOf(view: View): Fact[] {
  const { candidates } = view.chart
  if (candidates === undefined) return []
  return runsOf(candidates).map((run, i) => ({
    label: i === 0 ? view.words.facts.candidates : "",
    value: sayRun(run, view),
  }))
}

/** Candidates in a row with the same year, month and day. */
function runsOf(candidates: readonly Candidate[]): Candidate[][] {
  const runs: Candidate[][] = []
  const keyOf = ({ pillars }: Candidate): string => DATE_PILLARS.map((position) => pillars[position].index).join()
  for (const candidate of candidates) {
    const last = runs[runs.length - 1]
    if (last?.[0] && keyOf(last[0]) === keyOf(candidate)) last.push(candidate)
    else runs.push([candidate])
  }
  return runs
}

/** "일주 己亥 기해: 00:00 丙子 병자 · 00:30 …". */
function sayRun(run: readonly Candidate[], { chart, words, lang }: View): string {
  const [first] = run
  const other = DATE_PILLARS.filter((position) => first?.pillars[position].index !== chart.pillars[position].index)
  const said = other.map(
    (position) => `${words.columns[position]} ${ganjiOf(first?.pillars[position] as Pillar, lang)}`,
  )
  const hours = run.map(({ from, pillars }) => `${from.slice(0, 5)} ${ganjiOf(pillars.hour, lang)}`)
  return `${said.length === 0 ? words.asShown : said.join(", ")}: ${hours.join(" · ")}`
}

/** What to look at twice: warnings in words, one sentence each; and why there are no decades. */
export function noticesOf(view: View): string[] {
  const { chart, luck, words, detail } = view
  const said = chart.details.warnings.map((warning) => sayWarning(warning, view))
  return luck === null && chart.luck === null && detail !== "pillars" ? [...said, words.noSex] : said
}

/** One of the other charts a birth may have: hanja by column, and whether each differs from the chart shown. */
export interface Alternative {
  readonly reason: string
  readonly pillars: readonly { readonly ganji: string; readonly differs: boolean }[]
}

export function alternativesOf({ chart, words }: View): Alternative[] {
  return chart.alternatives.map((other) => ({
    reason: reasonOf(other.reason, other.details.options.boundary, words),
    pillars: COLUMNS.map((position) => {
      const ganji = other.pillars[position]?.ganji ?? "··"
      return { ganji, differs: ganji !== (chart.pillars[position]?.ganji ?? "··") }
    }),
  }))
}

/** Charts of other schools are told apart by their school. */
const reasonOf = (code: string, boundary: keyof Words["boundaries"], words: Words): string =>
  code === "rat_hour" ? words.boundaries[boundary] : words.facts.alternative
