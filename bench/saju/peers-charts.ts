/** Charts that other packages are asked about, and what we say of them, as texts that can be compared. */
import { pillars } from "cubular/saju"
import { columnsOf, pillarFacts } from "../../cubes/saju/engine/analysis/facts.ts"
import { relationsOf } from "../../cubes/saju/engine/analysis/relations.ts"
import { type StarOptions, starsOf } from "../../cubes/saju/engine/analysis/stars.ts"
import type { Analysis, Position, RelationKind, StarBase } from "../../cubes/saju/engine/analysis/types.ts"
import { type Pillar, pillarOf } from "../../cubes/saju/engine/names.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf, wall } from "./ours.ts"

export const POSITIONS = ["year", "month", "day", "hour"] as const

export interface PeerChart {
  readonly birth: Birth
  /** Year, month, day, hour. */
  readonly pillars: readonly [Pillar, Pillar, Pillar, Pillar]
  /** The same in hanja. */
  readonly ganji: readonly [string, string, string, string]
}

/** One star, stage or void in another package, told in the same words as ours. */
export interface Comparison {
  readonly star: string
  readonly theirs: (chart: PeerChart) => string
  /** As we tell it by default. */
  readonly ours: (chart: PeerChart) => string
  /** Where they differ: which list or rule they follow, and ours by that list or rule. */
  readonly why?: string
  readonly asThey?: (chart: PeerChart) => string
}

export interface Peer {
  readonly name: string
  readonly comparisons: readonly Comparison[]
  /** The chart as the package itself makes it from the birth; ours where it takes pillars. */
  readonly chart?: (chart: PeerChart) => PeerChart
}

/** Charts of the first births of the measurements, seed 20261121. */
export function peerCharts(count: number): PeerChart[] {
  return birthsOf(civilTimes(count)).map((birth) => {
    const { year, month, day, hour } = pillars(birthOf(birth, "+09:00"), wall)
    return chartOf(birth, [year, month, day, hour as number])
  })
}

export function chartOf(birth: Birth, indexes: readonly number[]): PeerChart {
  const of = indexes.map(pillarOf) as unknown as PeerChart["pillars"]
  return { birth, pillars: of, ganji: of.map(({ ganji }) => ganji) as unknown as PeerChart["ganji"] }
}

const byName = ([year, month, day, hour]: PeerChart["pillars"]) => ({ year, month, day, hour })

/** Pillars as one text, in the order of the chart: "year+hour". */
export function pillarsText(marked: Iterable<string>): string {
  const all = new Set(marked)
  return POSITIONS.filter((position) => all.has(position)).join("+")
}

/** Pillars whose place 0–3 passes. */
export const pillarsWhere = (holds: (at: number) => boolean): string =>
  pillarsText(POSITIONS.filter((_, at) => holds(at)))

interface Narrowed extends StarOptions {
  readonly base?: StarBase
  readonly only?: Position
}

/** Pillars that have one of these stars with us. */
export function starred(ids: string | readonly string[], { base, only, ...options }: Narrowed = {}) {
  return ({ pillars: of }: PeerChart): string => {
    const hits = starsOf(columnsOf(byName(of)), options).filter(({ id }) => ids.includes(id))
    const based = hits.filter((hit) => base === undefined || hit.base === base)
    return pillarsText(based.flatMap((hit) => hit.pillars.filter((pillar) => only === undefined || pillar === only)))
  }
}

/** Stars by year and day branch, without the pillar each is looked up from. */
export function starredBesideBase(id: string) {
  return ({ pillars: of }: PeerChart): string => {
    const hits = starsOf(columnsOf(byName(of))).filter((hit) => hit.id === id)
    const own = (base: StarBase): Position => (base === "yearBranch" ? "year" : "day")
    return pillarsText(hits.flatMap(({ base, pillars: marked }) => marked.filter((pillar) => pillar !== own(base))))
  }
}

/** Pillars that have a relation with the day pillar. */
export function relatedToDay(kind: RelationKind) {
  return ({ pillars: of }: PeerChart): string => {
    const options = { archCombinations: true, hiddenCombinations: false, hemisphere: "north" } as const
    const found = relationsOf(columnsOf(byName(of)), options).filter((relation) => relation.kind === kind)
    const withDay = found.filter(({ pillars: pair }) => pair.includes("day"))
    return pillarsText(withDay.flatMap(({ pillars: pair }) => pair.filter((pillar) => pillar !== "day")))
  }
}

export function factsOf({ pillars: of }: PeerChart): Analysis["pillars"] {
  const options = { hiddenStems: "fixed", stageEarth: "fire", stageYin: "backward", twelveStarsBase: "both" } as const
  return pillarFacts(byName(of), options)
}

type Facts = NonNullable<Analysis["pillars"]["hour"]>

/** Something said of each pillar, in the order of the chart. */
export const ofEach = (tell: (facts: Facts, at: number) => string | number) => {
  return (chart: PeerChart): string => {
    const facts = factsOf(chart)
    return POSITIONS.map((position, at) => tell(facts[position] as Facts, at)).join(" ")
  }
}

/** Pillars of which something holds. */
export const pillarsWith = (holds: (facts: Facts) => boolean) => {
  return (chart: PeerChart): string => {
    const facts = factsOf(chart)
    return pillarsText(POSITIONS.filter((position) => holds(facts[position] as Facts)))
  }
}
