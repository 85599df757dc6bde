/** Stems and branches one by one, as a picture needs them. */
import type { Element, Pillar } from "../names.ts"
import type { Lang } from "./words.ts"

const HANJA = ["甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"] as const
const HANGUL = ["갑을병정무기경신임계", "자축인묘진사오미신유술해"] as const
const ROMAN = ["gap eul byeong jeong mu gi gyeong sin im gye", "ja chuk in myo jin sa o mi sin yu sul hae"] as const
const ANIMALS = "Rat Ox Tiger Rabbit Dragon Snake Horse Goat Monkey Rooster Dog Pig"
/** Element of each stem and branch, 0 wood … 4 water. */
const ELEMENT_OF = ["0011223344", "420021123324"] as const

export const ELEMENTS = ["wood", "fire", "earth", "metal", "water"] as const

/** Heavenly stem or earthly branch. */
export type Part = 0 | 1

/** One character of a pillar. */
export interface Glyph {
  readonly hanja: string
  /** "병", "byeong". */
  readonly reading: string
  readonly element: Element
  readonly sign: "+" | "−"
}

/** A stem (part 0, 0–9) or branch (part 1, 0–11). */
export function glyphOf(part: Part, index: number, lang: Lang): Glyph {
  const reading = lang === "ko" ? HANGUL[part].charAt(index) : (ROMAN[part].split(" ")[index] ?? "")
  const element = ELEMENTS[Number(ELEMENT_OF[part].charAt(index))] as Element
  return { hanja: HANJA[part].charAt(index), reading, element, sign: index % 2 === 0 ? "+" : "−" }
}

export const indexIn = (pillar: Pillar, part: Part): number => (part === 0 ? pillar.stem : pillar.branch)

/** The animal of a branch, in English. */
export const animalOf = (branch: number): string => ANIMALS.split(" ")[branch] ?? ""

/** "병인", "byeongin". */
export const readingOf = (pillar: Pillar, lang: Lang): string => (lang === "ko" ? pillar.hangul : pillar.romanized)

/** How often each element stands among the characters, in the order wood … water. */
export function countElements(pillars: readonly (Pillar | null)[]): number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const element of pillars.flatMap((pillar) => pillar?.elements ?? [])) {
    const at = ELEMENTS.indexOf(element)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
