/** The sixty ganji with their names. Numbers come first everywhere; names are looked up here and nowhere else. */

export type Element = "wood" | "fire" | "earth" | "metal" | "water"

/** One pillar (기둥): a heavenly stem (천간) over an earthly branch (지지). Shared and frozen: read it, copy it, do not change it. */
export interface Pillar {
  /** 0–59, 0 = 甲子 갑자. */
  readonly index: number
  /** 0–9, 0 = 甲 갑. */
  readonly stem: number
  /** 0–11, 0 = 子 자. */
  readonly branch: number
  /** Hanja, "甲子". */
  readonly ganji: string
  /** "갑자". */
  readonly hangul: string
  /** Revised Romanization, "gapja". */
  readonly romanized: string
  /** Elements of stem and branch (오행). */
  readonly elements: readonly [Element, Element]
  /** Stem and branch of one pillar always agree in it (음양). */
  readonly polarity: "yang" | "yin"
}

const ELEMENTS = ["wood", "fire", "earth", "metal", "water"] as const
const STEMS = "甲乙丙丁戊己庚辛壬癸"
const STEMS_HANGUL = "갑을병정무기경신임계"
const STEMS_ROMAN = "gap eul byeong jeong mu gi gyeong sin im gye"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
const BRANCHES_HANGUL = "자축인묘진사오미신유술해"
const BRANCHES_ROMAN = "ja chuk in myo jin sa o mi sin yu sul hae"
/** Element of each branch as an index into ELEMENTS: 子 water, 丑 earth, 寅 wood … */
const BRANCH_ELEMENTS = "420021123324"

let all: readonly Pillar[] | undefined

/** The pillar of an index 0–59. */
export function pillarOf(index: number): Pillar {
  all ??= Array.from({ length: 60 }, (_, at) => createPillar(at))
  return all[index] as Pillar
}

function createPillar(index: number): Pillar {
  const stem = index % 10
  const branch = index % 12
  return Object.freeze({
    index,
    stem,
    branch,
    ganji: STEMS.charAt(stem) + BRANCHES.charAt(branch),
    hangul: STEMS_HANGUL.charAt(stem) + BRANCHES_HANGUL.charAt(branch),
    romanized: `${STEMS_ROMAN.split(" ")[stem]}${BRANCHES_ROMAN.split(" ")[branch]}`,
    elements: Object.freeze([elementAt(stem >> 1), elementAt(Number(BRANCH_ELEMENTS.charAt(branch)))] as const),
    polarity: index % 2 === 0 ? ("yang" as const) : ("yin" as const),
  })
}

const elementAt = (index: number): Element => ELEMENTS[index] as Element
