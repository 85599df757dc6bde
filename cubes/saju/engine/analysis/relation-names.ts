/** Names of relations with their characters in them, and the element a combination stands for. */
import type { Element } from "../names.ts"
import { elementNamed } from "./elements.ts"
import { branchNamed, stemNamed } from "./names.ts"
import { named } from "./naming.ts"
import { findSet, isOfStems, type RelationSet } from "./relation-lists.ts"
import type { Named, RelationKind } from "./types.ts"

/** What is said after the characters. */
const KIND_NAMES: { readonly [kind in RelationKind]: string } = {
  stemCombination: "合,합,hap,combination",
  stemClash: "沖,충,chung,clash",
  stemControl: "剋,극,geuk,control",
  sixCombination: "六合,육합,yukhap,six combination",
  threeCombination: "三合,삼합,samhap,three combination",
  halfCombination: "半合,반합,banhap,half combination",
  archCombination: "拱合,공합,gonghap,arch combination",
  directionalCombination: "方合,방합,banghap,directional combination",
  clash: "沖,충,chung,clash",
  punishment: "刑,형,hyeong,punishment",
  selfPunishment: "自刑,자형,jahyeong,self-punishment",
  destruction: "破,파,pa,destruction",
  harm: "害,해,hae,harm",
  resentment: "怨嗔,원진,wonjin,resentment",
  ghostGate: "鬼門關,귀문관,gwimungwan,ghost gate",
  hiddenCombination: "暗合,암합,amhap,hidden combination",
}
/** A triple punishment has a name of its own. */
const TRIPLE_PUNISHMENT = "三刑,삼형,samhyeong,triple punishment"

/** Elements of the six combinations in the order 子丑 寅亥 卯戌 辰酉 巳申 午未; 午未 as fire, where some say earth or none. */
const SIX_COMBINATIONS = "201341"
/** Elements of three, half and arch combinations by branch modulo 4: 申子辰 water, 巳酉丑 metal, 寅午戌 fire, 亥卯未 wood. */
const THREE_COMBINATIONS = "4310"
/** Elements of the directional combinations in the order 寅卯辰 巳午未 申酉戌 亥子丑. */
const DIRECTIONS = "0134"

/** What every relation of the same characters shares. */
export interface RelationFacts {
  readonly name: Named
  /** The element a combination stands for; null where it has none. */
  readonly element: Element | null
}

const known: { [kind in RelationKind]?: RelationFacts[] } = {}

/**
 * Name and element of a relation of these characters, made once for each order they come in.
 *
 * @throws {TypeError} for characters that do not have this relation.
 */
export function relationFacts(kind: RelationKind, characters: readonly number[]): RelationFacts {
  known[kind] ??= []
  const ofKind = known[kind]
  const [a = 0, b = 0, c = 0] = characters
  const key = (a * 12 + b) * 12 + c
  ofKind[key] ??= factsOf(kind, characters)
  return ofKind[key]
}

function factsOf(kind: RelationKind, characters: readonly number[]): RelationFacts {
  const element = combinationElement(kind, characters[0] as number, characters[1] as number)
  return { name: relationNamed(kind, characters), element: element === null ? null : elementNamed(element) }
}

const names = /* @__PURE__ */ new Map<string, Named>()

/**
 * Name of a relation of these characters: "자오충 子午沖". Its index is the place in the list of its kind.
 *
 * @remarks The characters may come in any order; the name has them in the order they are said in.
 * @throws {TypeError} for characters that do not have this relation.
 */
export function relationNamed(kind: RelationKind, characters: readonly number[]): Named {
  const { place, characters: said } = findSet(kind, characters) as RelationSet
  const key = kind + said.join()
  const name = names.get(key) ?? nameOf(kind, place, said)
  names.set(key, name)
  return name
}

/** Name of a relation of two characters. */
export function pairNamed(kind: RelationKind, a: number, b: number): Named {
  return relationNamed(kind, [a, b])
}

function nameOf(kind: RelationKind, place: number, characters: readonly number[]): Named {
  const parts = characters.map(isOfStems(kind) ? stemNamed : branchNamed)
  const triple = kind === "punishment" && characters.length === 3
  const [hanja = "", hangul = "", romanized = "", english = ""] = (triple ? TRIPLE_PUNISHMENT : KIND_NAMES[kind]).split(
    ",",
  )
  const joined = (key: "hanja" | "hangul" | "romanized" | "english", by = ""): string =>
    parts.map((part) => part[key]).join(by)
  return named(
    place,
    joined("hanja") + hanja,
    joined("hangul") + hangul,
    `${joined("romanized", "-")} ${romanized}`,
    `${joined("english", "–")} ${english}`,
  )
}

/** Element 0–4 that a combination stands for; null for kinds that have none and for characters that do not combine. */
export function combinationElement(kind: RelationKind, a: number, b: number): number | null {
  switch (kind) {
    case "stemCombination":
      return ((a % 5) + 2) % 5
    case "sixCombination":
      return digit(SIX_COMBINATIONS, findSet(kind, [a, b])?.place)
    case "threeCombination":
    case "halfCombination":
    case "archCombination":
      return digit(THREE_COMBINATIONS, a % 4)
    case "directionalCombination":
      return digit(DIRECTIONS, Math.floor(((a + 10) % 12) / 3))
    default:
      return null
  }
}

const digit = (digits: string, at: number | undefined): number | null =>
  at === undefined ? null : Number(digits.charAt(at))
