/** Compatibility (궁합): facts between two charts first, then a score whose every point names its fact. */
import type { ByElement, Named, Position, RelationKind, TenGod } from "../analysis/types.ts"
import type { Element } from "../names.ts"

export type Side = "a" | "b"

/** A relation of one pillar of a with one of b. */
export interface CrossRelation {
  readonly kind: RelationKind
  readonly name: Named
  readonly a: Position
  readonly b: Position
  /** Stems or branches. */
  readonly part: "stem" | "branch"
  readonly element: Element | null
}

export type CompatibilityArea = "dayStems" | "dayBranches" | "elements" | "monthBranches" | "yearBranches" | "stars"

/** What one area of the score rests on. */
export interface ScorePart {
  readonly area: CompatibilityArea
  /** The most it can give: its weight. */
  readonly weight: number
  /** Hundredths of a point, 0 … 100 × weight. */
  readonly points: number
  /** Stable names of the facts that gave or took points, "dayStems.combination". */
  readonly facts: readonly string[]
}

export interface Compatibility {
  /** Relations of all 16 stem pairs and all 16 branch pairs (fewer without an hour). */
  readonly relations: readonly CrossRelation[]
  /** 띠 궁합: kinds between the year branches. */
  readonly animals: readonly RelationKind[]
  readonly dayStems: {
    readonly kinds: readonly RelationKind[]
    /** What b's day stem is to a, and the other way round. */
    readonly ofB: TenGod
    readonly ofA: TenGod
    readonly element: "same" | "aGenerates" | "bGenerates" | "aControls" | "bControls"
  }
  readonly dayBranches: readonly RelationKind[]
  readonly elements: {
    readonly a: ByElement
    readonly b: ByElement
    /** Elements one lacks and the other has. */
    readonly complement: readonly { readonly side: Side; readonly element: Element; readonly useful: boolean }[]
  }
  /** Whether the useful god of one is plentiful in the other, and whether both want the same. */
  readonly usefulGods: {
    readonly a: Element | null
    readonly b: Element | null
    readonly same: boolean
    readonly aFromB: number
    readonly bFromA: number
  }
  /** Spouse star (재성 of men, 관성 of women) and spouse palace (day branch); null without sex. */
  readonly spouse: { readonly a: Spouse | null; readonly b: Spouse | null }
  /** Nayin of the years (겉궁합). */
  readonly nayin: { readonly a: Named; readonly b: Named; readonly element: Compatibility["dayStems"]["element"] }
  /** Stars of one hit by a branch of the other. */
  readonly stars: readonly { readonly id: string; readonly star: Named; readonly of: Side; readonly pillar: Position }[]
  readonly score: {
    /** 0–100, whole points; a convention of ours, not of tradition. */
    readonly total: number
    readonly parts: readonly ScorePart[]
  }
  /** Weights as they were used. */
  readonly options: Weights
}

export interface Spouse {
  /** Characters of the spouse star, hidden ones not counted, and hidden ones. */
  readonly shown: number
  readonly hidden: number
  /** Kinds the spouse palace has with the other pillars of the same chart. */
  readonly palace: readonly RelationKind[]
}

/** Weights of the areas; they need not add up to 100, the total is a share of their sum. Defaults 20 25 25 10 10 10. */
export interface Weights {
  readonly dayStems: number
  readonly dayBranches: number
  readonly elements: number
  readonly monthBranches: number
  readonly yearBranches: number
  readonly stars: number
}
