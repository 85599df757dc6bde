/** The five elements in the order their numbers count: 0 wood … 4 water. */
export const elements = ["wood", "fire", "earth", "metal", "water"] as const
export type Element = (typeof elements)[number]

/** One of the ten stems or twelve branches, as it is shown. */
export interface Character {
  readonly hanja: string
  readonly hangul: string
  /** Revised Romanisation. */
  readonly roman: string
  readonly element: Element
  readonly yang: boolean
}

const stemRows = [
  "甲갑gap",
  "乙을eul",
  "丙병byeong",
  "丁정jeong",
  "戊무mu",
  "己기gi",
  "庚경gyeong",
  "辛신sin",
  "壬임im",
  "癸계gye",
]
const branchRows = [
  "子자ja",
  "丑축chuk",
  "寅인in",
  "卯묘myo",
  "辰진jin",
  "巳사sa",
  "午오o",
  "未미mi",
  "申신sin",
  "酉유yu",
  "戌술sul",
  "亥해hae",
]
const branchElements: readonly Element[] = [
  "water",
  "earth",
  "wood",
  "wood",
  "earth",
  "fire",
  "fire",
  "earth",
  "metal",
  "metal",
  "earth",
  "water",
]

function toCharacter(row: string, index: number, element: Element): Character {
  return { hanja: row.charAt(0), hangul: row.charAt(1), roman: row.slice(2), element, yang: index % 2 === 0 }
}

/** 0 甲 … 9 癸; two stems to an element. */
export const stems: readonly Character[] = stemRows.map((row, i) =>
  toCharacter(row, i, elements[Math.floor(i / 2)] as Element),
)

/** 0 子 … 11 亥. */
export const branches: readonly Character[] = branchRows.map((row, i) =>
  toCharacter(row, i, branchElements[i] as Element),
)
