/** What an analysis holds. Numbers first, names beside them; every judgement says its method and its reason. */
import type { Element, Pillar } from "../names.ts"

/** Something tradition has a name for. Shared and frozen: read it, copy it, do not change it. */
export interface Named {
  /** Place in the list it comes from, from 0. */
  readonly index: number
  /** "比肩" */
  readonly hanja: string
  /** "비견" */
  readonly hangul: string
  /** Revised Romanization, "bigyeon". */
  readonly romanized: string
  readonly english: string
}

/** One of the four pillars. */
export type Position = "year" | "month" | "day" | "hour"

/** A ten god (십신), 0–9: 비견 겁재 식신 상관 편재 정재 편관 정관 편인 정인. */
export type TenGod = Named
/** One of the twelve stages (12운성), 0–11: 장생 목욕 관대 건록 제왕 쇠 병 사 묘 절 태 양. */
export type Stage = Named
/** One of the twelve stars (12신살), 0–11: 겁살 재살 천살 지살 년살 월살 망신살 장성살 반안살 역마살 육해살 화개살. */
export type TwelveStar = Named

/** A stem hidden in a branch (지장간). */
export interface HiddenStem {
  /** 0–9. */
  readonly stem: number
  /** 여기, 중기, 정기. */
  readonly phase: "residual" | "middle" | "main"
  /** Days of command in a month of thirty days; null in the fixed school, which counts none. */
  readonly days: number | null
  readonly tenGod: TenGod
}

/** Names and correspondences of a pillar that need no chart. */
export interface Signs {
  readonly stem: Named
  readonly branch: Named
  /** 띠: the year's is the person's. */
  readonly animal: Named
  /** Of the stem's element. */
  readonly color: Named
  /** Of the branch. */
  readonly season: "spring" | "summer" | "autumn" | "winter"
  readonly direction: "east" | "south" | "west" | "north"
}

/** What stands on one pillar. */
export interface PillarFacts {
  readonly pillar: Pillar
  readonly signs: Signs
  /** Ten god of the stem; null for the day stem, which is the person. */
  readonly stemTenGod: TenGod | null
  /** Ten god of the branch by its main hidden stem. */
  readonly branchTenGod: TenGod
  /** Residual first under "monthly", main first under "fixed". */
  readonly hiddenStems: readonly HiddenStem[]
  /** Day stem on this branch (봉법), and the pillar's own stem on its own branch (거법, 自坐). */
  readonly stages: { readonly ofDayStem: Stage; readonly ofOwnStem: Stage }
  readonly nayin: Named & { readonly element: Element }
  /** By the base asked for; null where it was not. */
  readonly twelveStars: { readonly byYear: TwelveStar | null; readonly byDay: TwelveStar | null }
  /** Whether the branch is void (공망), by the day pillar and by the year pillar. */
  readonly isVoid: { readonly byDay: boolean; readonly byYear: boolean }
}

/** What a star looks at. */
export type StarBase = "dayStem" | "yearStem" | "monthBranch" | "yearBranch" | "dayBranch" | "pillar" | "characters"

/** A star (신살) that is there. */
export interface StarHit {
  /** Stable name, "cheoneulGwiin". */
  readonly id: string
  readonly star: Named
  readonly base: StarBase
  /** The pillars hit, in the order year, month, day, hour. */
  readonly pillars: readonly Position[]
  /** Whether stem, branch or both of those pillars are meant. */
  readonly part: "stem" | "branch" | "pillar"
  /** Which list was followed where lists differ, "default" where they do not. */
  readonly variant: string
}

export type RelationKind =
  | "stemCombination"
  | "stemClash"
  | "stemControl"
  | "sixCombination"
  | "threeCombination"
  | "halfCombination"
  | "archCombination"
  | "directionalCombination"
  | "clash"
  | "punishment"
  | "selfPunishment"
  | "destruction"
  | "harm"
  | "resentment"
  | "ghostGate"
  | "hiddenCombination"

/**
 * Why two stems that combine turn into their element (합화) or not, the first that applies: they are not neighbours, the month
 * is not of the element, a neighbour clashes with one of them, a neighbour wants the same partner (쟁합); or nothing stands against it.
 */
export type TransformationReason =
  | "not_adjacent"
  | "month_does_not_support"
  | "broken_by_clash"
  | "broken_by_control"
  | "broken_by_rival"
  | "month_supports"

/** A relation (합충형파해) among pillars. `Label` names them: the four positions, or those and luck pillars. */
export interface Relation<Label extends string = Position> {
  readonly kind: RelationKind
  /** 합 충 형 파 해 … with the characters, "자오충 子午沖". */
  readonly name: Named
  /** Two pillars, or three. */
  readonly pillars: readonly Label[]
  /** Stems 0–9 or branches 0–11 as the kind has it, in the order of `pillars`. */
  readonly characters: readonly number[]
  /** Steps between the outermost pillars of one chart, 1 = neighbours … 3; null where a luck pillar takes part. */
  readonly distance: number | null
  /** The element a combination stands for; null where it has none. */
  readonly element: Element | null
  /** Combinations of stems: whether it turns into its element, and why or why not (a `TransformationReason`). null for every other kind. */
  readonly transformed: { readonly done: boolean; readonly reason: string } | null
  /** Other kinds the same two stems, or branches, have at once (巳申 combines, punishes and destroys). */
  readonly alsoKinds: readonly RelationKind[]
}

/** Void branches (공망) of a pillar. */
export interface Void {
  readonly branches: readonly [number, number]
  readonly pillars: readonly Position[]
}

/** Five numbers in the order wood, fire, earth, metal, water. */
export type ByElement = readonly [number, number, number, number, number]

export type StrengthMethod = "fourTests" | "points" | "hiddenStems" | "roots"

/** How strong the day stem stands (신강·신약), by one method. */
export interface Strength {
  readonly method: StrengthMethod
  /** Share of support, in ten-thousandths, rounded down: 0–10000. Without an hour, of what is known. */
  readonly share: number
  /** 0–7: 극약 태약 신약 중화신약 중화신강 신강 태강 극왕. */
  readonly level: Named
  readonly verdict: "strong" | "neutral" | "weak"
  /**
   * Points by character and how many of them support the day stem; support ÷ points over all parts is the share. In thousandths of
   * the method's own unit: "fourTests" a third of a test, "points" a point, "hiddenStems" a third of a stem before the season,
   * "roots" a stem. Characters that a method does not look at are left out.
   */
  readonly parts: readonly {
    readonly pillar: Position
    readonly part: "stem" | "branch"
    readonly points: number
    readonly support: number
  }[]
  /** fourTests: 득령 득지 득시 득세, as far as they can be tested. */
  readonly tests?:
    | {
        readonly month: boolean
        readonly day: boolean
        readonly hour: boolean | null
        readonly stems: boolean
      }
    | undefined
}

export type StructureSchool = "revealed" | "main" | "commanding"

/** A reason in a form programs can read; sentences are made from it elsewhere. */
export interface Reason {
  /** Stable name of the rule that fired, "structure.revealed.main"; all of them stand in rules.ts. */
  readonly rule: string
  readonly params: { readonly [name: string]: string | number | boolean }
}

/** Structure (격국). */
export interface Structure {
  /** The regular one (내격) by each school. */
  readonly regular: readonly { readonly school: StructureSchool; readonly structure: Named; readonly reason: Reason }[]
  /**
   * Special ones (외격) that hold or nearly do: the first condition is met and of the others at most one is not. Those
   * before others in the list take precedence.
   */
  readonly special: readonly {
    readonly id: string
    readonly structure: Named
    readonly holds: boolean
    readonly conditions: readonly { readonly rule: string; readonly met: boolean }[]
  }[]
  /** The school asked for, or the special one that holds. */
  readonly chosen: Named
  /** Who helps and who breaks the regular one of the school asked for (성격·파격): facts, no verdict. */
  readonly facts: readonly Reason[]
}

export type UsefulGodMethod = "follow" | "climate" | "balance" | "mediation" | "illness" | "structure"

/** The useful god (용신) by one method. */
export interface UsefulGod {
  readonly method: UsefulGodMethod
  /** null: the method has nothing to say about this chart. */
  readonly element: Element | null
  /** Stems named by the method, the main one first (조후); empty where it speaks of elements. */
  readonly stems: readonly number[]
  readonly reason: Reason
}

/** Roles of the five elements around the useful god. */
export interface Roles {
  /** 용신. */
  readonly useful: Element
  /** 희신, generates it. */
  readonly joyful: Element
  /** 기신, controls it. */
  readonly harmful: Element
  /** 구신, generates the harmful one. */
  readonly hostile: Element
  /** 한신, the rest. */
  readonly idle: Element
}

/** Everything a chart says before luck: facts, then judgements by every method. */
export interface Analysis {
  /** The day stem (일간), 0–9: the person. */
  readonly dayStem: number
  readonly pillars: {
    readonly year: PillarFacts
    readonly month: PillarFacts
    readonly day: PillarFacts
    readonly hour: PillarFacts | null
  }
  readonly elements: {
    /** The eight characters counted (six without an hour). */
    readonly characters: ByElement
    /** Stems and hidden stems weighted by days, place and season as in strength "hiddenStems", in 1/3000 of a stem. */
    readonly weighted: ByElement
  }
  readonly yinYang: { readonly yang: number; readonly yin: number }
  readonly void: { readonly byDay: Void; readonly byYear: Void }
  readonly stars: readonly StarHit[]
  readonly relations: readonly Relation[]
  /**
   * The stem in command on the day of birth (사령); `day` counts the days that were over since the last jeol, 0–31.
   * null when the hour is unknown and the day saw more than one in command.
   */
  readonly commanding: { readonly stem: number; readonly phase: HiddenStem["phase"]; readonly day: number } | null
  readonly strength: readonly Strength[]
  readonly structure: Structure
  readonly usefulGods: readonly UsefulGod[]
  /**
   * The first answer in the caller's priority; null when no method has one. 조후 counts before others only where the season
   * presses (rule "useful.climate.urgent").
   */
  readonly usefulGod: { readonly method: UsefulGodMethod; readonly roles: Roles } | null
  /** Optional points: 태원 태식 명궁. 명궁 needs the hour. */
  readonly points: { readonly conception: Pillar; readonly breath: Pillar; readonly life: Pillar | null }
  /** Hour unknown: for how many of the day's charts what holds, each counted as one however many minutes it has. */
  readonly distribution?:
    | {
        readonly candidates: number
        readonly strong: number
        readonly neutral: number
        readonly weak: number
        readonly usefulElements: ByElement
      }
    | undefined
  /** Every option as it was used, defaults included. */
  readonly options: FullAnalysisOptions
}

/** Schools an analysis can follow. Those that also stand in `SajuOptions` are taken from the chart. */
export interface AnalysisOptions {
  /** Whether yin stems run backward through the stages (양생음사, default) or like their yang twin (동생동사). */
  readonly stageYin?: "backward" | "withYang" | undefined
  /** Day of command counted in days scaled to a month of thirty (default), or as they are. */
  readonly commandingDays?: "scaled" | "raw" | undefined
  /** School of the regular structure. Default "revealed" (자평진전). */
  readonly structure?: StructureSchool | undefined
  /** Which strength decides where one is needed. Default "hiddenStems". */
  readonly strength?: StrengthMethod | undefined
  /** Order in which the useful god is sought. Default follow, climate, balance, mediation, illness, structure. */
  readonly usefulGodPriority?: readonly UsefulGodMethod[] | undefined
  /** 천을귀인 of 庚: with 丑未 (default) or with 寅午. */
  readonly nobleOfGeng?: "chouWei" | "yinWu" | undefined
  /** 양인: after the 건록 (default), at the 제왕, or at the 제왕 of yang stems only. */
  readonly blade?: "afterLok" | "peak" | "yangOnly" | undefined
  /** 괴강: Korean list of five (default), Chinese list of four, or six with 戊辰. */
  readonly goegang?: "korean" | "chinese" | "six" | undefined
  /** 고란: list of five (default), or of eight with 丙午 戊午 壬子. */
  readonly goran?: "five" | "eight" | undefined
  /** 홍염 of 乙: with 午 (default) or with 申. */
  readonly hongyeomOfEul?: "wu" | "shen" | undefined
  /** 관귀학관 of 壬 and 癸: with 申, where earth follows water (default), or with 寅, where it follows fire. */
  readonly studyOfWater?: "shen" | "yin" | undefined
  /** 현침: the five characters 甲辛卯午申 (default), or six with 未. */
  readonly hyeonchim?: "five" | "six" | undefined
  /** Stars by stem also from the year stem. Default false. */
  readonly starsByYearStem?: boolean | undefined
  /** Adds 암합, of which lists vary. Default false. */
  readonly hiddenCombinations?: boolean | undefined
  /** Adds two of three without the middle one (공합). Default true. */
  readonly archCombinations?: boolean | undefined
  /** "south" has judgements take the opposite of the month branch. Default "north". */
  readonly hemisphere?: "north" | "south" | undefined
}

type Filled<T> = { readonly [Name in keyof T]-?: Exclude<T[Name], undefined> }

/** Options with every default written out, those of the chart among them. */
export interface FullAnalysisOptions extends Filled<AnalysisOptions> {
  readonly hiddenStems: "monthly" | "fixed"
  readonly stageEarth: "fire" | "water"
  readonly twelveStarsBase: "year" | "day" | "both"
}
