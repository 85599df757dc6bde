/** Compatibility (궁합): facts between two charts first, then a score whose every point names its fact. */
import type { AnalysisOptions, ByElement, Named, Position, RelationKind, TenGod } from "../analysis/types.ts"
import type { Element, Pillar } from "../names.ts"

/** One of the two people. */
export type Side = "a" | "b"

/** How the element of a stands to that of b in the round of generation and control. */
export type ElementRelation = "same" | "aGenerates" | "bGenerates" | "aControls" | "bControls"

/** A relation of one pillar of a with one of b. */
export interface CrossRelation {
  readonly kind: RelationKind
  readonly name: Named
  readonly a: Position
  readonly b: Position
  /** Whether the stems or the branches of the two pillars are meant. */
  readonly part: "stem" | "branch"
  /** Stems 0–9 or branches 0–11, that of a first. */
  readonly characters: readonly [number, number]
  /** The element a combination stands for; null where it has none. */
  readonly element: Element | null
}

/** An element one lacks among the eight characters and the other has. */
export interface Complement {
  /** Who lacks it. */
  readonly side: Side
  readonly element: Element
  /** Whether it is the useful god of the one who lacks it. */
  readonly useful: boolean
}

/** The spouse star (재성 of men, 관성 of women) and the spouse palace (day branch) in one's own chart. */
export interface Spouse {
  readonly star: "wealth" | "officer"
  /** Characters of the spouse star: stems beside the day stem, and branches by their main hidden stem. */
  readonly shown: number
  /** Residual and middle hidden stems of the spouse star. */
  readonly hidden: number
  /** Whether the partner's day stem is this star. */
  readonly partner: boolean
  readonly palace: {
    /** The day branch, 0–11. */
    readonly branch: number
    readonly tenGod: TenGod
    /** Kinds it has with the other branches of the same chart, each once. */
    readonly kinds: readonly RelationKind[]
    /** Whether it is void (공망) by the year pillar. */
    readonly isVoid: boolean
  }
}

/** A star of one that stands on a branch of the other. */
export interface StarAcross {
  /** Names as in `StarHit`. */
  readonly id: "cheoneulGwiin" | "dohwa" | "hongyeom"
  readonly star: Named
  /** Whose star it is. */
  readonly of: Side
  readonly base: "dayStem" | "yearBranch" | "dayBranch"
  /** The partner's pillar whose branch is hit. */
  readonly pillar: Position
}

/** Areas of the score. */
export type CompatibilityArea = "dayStems" | "dayBranches" | "elements" | "monthBranches" | "yearBranches" | "stars"

/** Weights of the areas, whole numbers 0–1000; they need not add up to 100, the total is a share of their sum. */
export type Weights = { readonly [Area in CompatibilityArea]: number }

/** A fact that gave or took points. */
export interface ScoredFact {
  /** Stable name, "dayBranches.sixCombination"; the points every pair begins with are "dayBranches.base". */
  readonly fact: string
  /** Hundredths of a point, negative where they were taken. */
  readonly points: number
  /** Who gains or loses by it; null where it concerns both alike. */
  readonly side: Side | null
}

/** What one area of the score rests on. */
export interface ScorePart {
  readonly area: CompatibilityArea
  /** The most it can give, in points: its weight. */
  readonly weight: number
  /** Hundredths of a point, 0 … 100 × weight: the sum of the facts. */
  readonly points: number
  readonly facts: readonly ScoredFact[]
}

/** What two charts are to each other. */
export interface Compatibility {
  /** Relations of all 16 stem pairs and all 16 branch pairs (fewer without an hour). */
  readonly relations: readonly CrossRelation[]
  /** 띠 궁합: kinds between the year branches. */
  readonly animals: readonly RelationKind[]
  readonly dayStems: {
    readonly kinds: readonly RelationKind[]
    /** What b's day stem is to a. */
    readonly ofB: TenGod
    /** What a's day stem is to b. */
    readonly ofA: TenGod
    readonly element: ElementRelation
  }
  readonly dayBranches: readonly RelationKind[]
  readonly elements: {
    /** Characters of each element, hidden stems not counted. */
    readonly a: ByElement
    readonly b: ByElement
    readonly complement: readonly Complement[]
  }
  readonly usefulGods: {
    readonly a: Element | null
    readonly b: Element | null
    /** How one stands to the other; null unless both are known. */
    readonly element: ElementRelation | null
    /** Characters of b that are a's useful god, and of a that are b's. */
    readonly aFromB: number
    readonly bFromA: number
  }
  /** null without the sex. */
  readonly spouse: { readonly a: Spouse | null; readonly b: Spouse | null }
  /** Nayin of the year pillars (겉궁합). */
  readonly nayin: {
    readonly a: Named & { readonly element: Element }
    readonly b: Named & { readonly element: Element }
    readonly element: ElementRelation
  }
  readonly stars: readonly StarAcross[]
  readonly score: {
    /** 0–100, whole points, half a point up; a convention of ours, not of tradition. */
    readonly total: number
    /** The same in hundredths of a point, 0–10000. */
    readonly hundredths: number
    readonly parts: readonly ScorePart[]
  }
  /** Every option as it was used, defaults included. */
  readonly options: FullCompatibilityOptions
}

/** Sexes of the two; spouse star and palace need them, nothing else does. */
export type Sex = "male" | "female"

export interface CompatibilityOptions {
  /** Defaults 20 25 25 10 10 10 in the order of the areas; those not named keep theirs. */
  readonly weights?: { readonly [Area in CompatibilityArea]?: number | undefined } | undefined
  /** Sex of a, of b. Default null. */
  readonly sexA?: Sex | null | undefined
  readonly sexB?: Sex | null | undefined
}

/** Schools the score depends on; both analyses must have followed the same. */
export type ScoreSchools = {
  readonly [Name in "nobleOfGeng" | "hongyeomOfEul" | "archCombinations" | "hiddenCombinations"]: Exclude<
    AnalysisOptions[Name],
    undefined
  >
}

export interface FullCompatibilityOptions extends ScoreSchools {
  readonly weights: Weights
  readonly sexA: Sex | null
  readonly sexB: Sex | null
}

/** What a year brings one of the two. */
export interface SideYear {
  /** Place of the decade running at ipchun of the year; −1 before the first, null after the last. */
  readonly decade: number | null
  /** Whether stem or branch of that decade is the useful god's element; null where no useful god is known. */
  readonly decadeUseful: boolean | null
  /** Whether stem or branch of the year is. */
  readonly yearUseful: boolean | null
}

/** A saju year (세운) of two people. */
export interface CompatibilityYear {
  /** From ipchun of this Gregorian year. */
  readonly year: number
  readonly pillar: Pillar
  readonly a: SideYear
  readonly b: SideYear
  /** Whether both are in a decade of their useful god. */
  readonly both: boolean
}
