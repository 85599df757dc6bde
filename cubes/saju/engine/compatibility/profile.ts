/** What the score asks of one person, looked up once for however many partners. */
import type { ScoreTables } from "./score-tables.ts"

/** Whole numbers only; a batch may keep them in columns. */
export interface ScoreProfile {
  readonly dayStem: number
  readonly dayBranch: number
  readonly monthBranch: number
  /** Ganji 0–59. */
  readonly year: number
  /** Characters by element, four bits each, wood lowest. */
  readonly counts: number
  /** Bits of the elements that are there, wood lowest. */
  readonly present: number
  /** 0–4, or −1. */
  readonly useful: number
  /** Bits of branches: those of the pillars, and those where the stars stand. */
  readonly branches: number
  readonly nobles: number
  readonly dohwa: number
  readonly hongyeom: number
}

/**
 * Profile of five whole numbers: year, month, day and hour ganji 0–59 (hour −1 when unknown), and the element of the
 * useful god 0–4 (−1 for none). They are not checked.
 */
export function profileOf(indexes: ArrayLike<number>, tables: ScoreTables): ScoreProfile {
  const [year, month, day] = [indexes[0] as number, indexes[1] as number, indexes[2] as number]
  let counts = 0
  let branches = 0
  for (let at = 0; at < 4; at++) {
    const ganji = indexes[at] as number
    if (ganji < 0) continue
    counts += tables.counts[ganji] as number
    branches |= 1 << (ganji % 12)
  }
  return {
    dayStem: day % 10,
    dayBranch: day % 12,
    monthBranch: month % 12,
    year,
    counts,
    present: presentIn(counts),
    useful: indexes[4] as number,
    branches,
    nobles: tables.nobles[day % 10] as number,
    dohwa: (tables.dohwa[year % 12] as number) | (tables.dohwa[day % 12] as number),
    hongyeom: tables.hongyeom[day % 10] as number,
  }
}

/** Characters of an element. */
export function countIn(counts: number, element: number): number {
  return (counts >> (4 * element)) & 15
}

function presentIn(counts: number): number {
  let present = 0
  for (let element = 0; element < 5; element++) if (countIn(counts, element) > 0) present |= 1 << element
  return present
}
