/**
 * Which stems and branches have which relation (합충형파해), as lists of characters.
 *
 * @remarks Pairs as 淵海子平 and 三命通會 have them and Korean handbooks repeat them. 귀문관 is the Korean list (子酉 寅未);
 * 암합, of which lists vary, are the five that Korean sites print most.
 */
import type { RelationKind } from "./types.ts"

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

/** Sets in the order they are named in, each with its characters as well; a control is named after who controls. */
const STEM_SETS = {
  stemCombination: "甲己 乙庚 丙辛 丁壬 戊癸",
  stemClash: "甲庚 乙辛 丙壬 丁癸",
  stemControl: "甲戊 乙戊 乙己 丙庚 丁庚 丁辛 戊壬 己壬 己癸 辛甲 癸丙",
}
const BRANCH_SETS = {
  sixCombination: "子丑 寅亥 卯戌 辰酉 巳申 午未",
  threeCombination: "申子辰 巳酉丑 寅午戌 亥卯未",
  halfCombination: "申子 子辰 巳酉 酉丑 寅午 午戌 亥卯 卯未",
  archCombination: "申辰 巳丑 寅戌 亥未",
  directionalCombination: "寅卯辰 巳午未 申酉戌 亥子丑",
  clash: "子午 丑未 寅申 卯酉 辰戌 巳亥",
  punishment: "寅巳申 丑戌未 寅巳 巳申 寅申 丑戌 戌未 丑未 子卯",
  selfPunishment: "辰辰 午午 酉酉 亥亥",
  destruction: "子酉 丑辰 寅亥 卯午 巳申 未戌",
  harm: "子未 丑午 寅巳 卯辰 申亥 酉戌",
  resentment: "子未 丑午 寅酉 卯申 辰亥 巳戌",
  ghostGate: "子酉 丑午 寅未 卯申 辰亥 巳戌",
  hiddenCombination: "子巳 丑寅 卯申 午亥 寅未",
}

/** One set of a list. */
export interface RelationSet {
  readonly kind: RelationKind
  /** Place in the list of its kind. */
  readonly place: number
  /** Stems or branches in the order the set is named in. */
  readonly characters: readonly number[]
  /** The same as bits. */
  readonly bits: number
}

const made: { [part in "stems" | "branches" | "triples"]?: readonly RelationSet[] } = {}

/** Every set of stems that has a name. */
export function stemSets(): readonly RelationSet[] {
  made.stems ??= setsIn(STEM_SETS, STEMS)
  return made.stems
}

/** Every set of branches that has a name, triples among them. */
export function branchSets(): readonly RelationSet[] {
  made.branches ??= setsIn(BRANCH_SETS, BRANCHES)
  return made.branches
}

/** The sets of three branches. */
export function tripleSets(): readonly RelationSet[] {
  made.triples ??= branchSets().filter(({ characters }) => characters.length === 3)
  return made.triples
}

function setsIn(lists: { readonly [kind: string]: string }, alphabet: string): RelationSet[] {
  return Object.entries(lists).flatMap(([kind, list]) =>
    list.split(" ").map((set, place) => {
      const characters = [...set].map((character) => alphabet.indexOf(character))
      const bits = characters.reduce((all, character) => all | (1 << character), 0)
      return { kind: kind as RelationKind, place, characters, bits }
    }),
  )
}

/** Whether a relation is one of stems. */
export const isOfStems = (kind: RelationKind): boolean => Object.hasOwn(STEM_SETS, kind)

/** The set of a kind with exactly these characters, in whatever order they come. */
export function findSet(kind: RelationKind, characters: readonly number[]): RelationSet | undefined {
  return (isOfStems(kind) ? stemSets() : branchSets()).find(
    (set) => set.kind === kind && sameSet(set.characters, characters),
  )
}

/** Whether two lists hold the same characters. 辰辰 is not 辰酉: what stands twice must be met twice. */
function sameSet(set: readonly number[], characters: readonly number[]): boolean {
  if (set.length !== characters.length) return false
  return set.every((one) => count(set, one) === count(characters, one))
}

const count = (list: readonly number[], wanted: number): number => list.filter((one) => one === wanted).length
