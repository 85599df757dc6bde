/** Element counts and strength of many charts in TypeScript: the engine where WebAssembly cannot be had, and what it must equal. */
import { elementOfBranch, elementOfStem } from "../analysis/elements.ts"
import { strengthWords } from "./strength-words.ts"

/** One entry a row in every column. */
export interface Scores {
  /** The eight characters counted by element (six without an hour); 255 in a row that cannot be computed. */
  readonly elements: {
    readonly wood: Uint8Array
    readonly fire: Uint8Array
    readonly earth: Uint8Array
    readonly metal: Uint8Array
    readonly water: Uint8Array
  }
  /** Share of support 0–10000 by method, as `share` in an analysis; 65535 in a row that cannot be computed. */
  readonly strength: {
    readonly fourTests: Uint16Array
    readonly points: Uint16Array
    readonly hiddenStems: Uint16Array
    readonly roots: Uint16Array
  }
  /** 0 computed, 1 not: a number that is no ganji. */
  readonly status: Uint8Array
}

export function createScores(rows: number): Scores {
  const bytes = (): Uint8Array => new Uint8Array(rows)
  const shares = (): Uint16Array => new Uint16Array(rows)
  return {
    elements: { wood: bytes(), fire: bytes(), earth: bytes(), metal: bytes(), water: bytes() },
    strength: { fourTests: shares(), points: shares(), hiddenStems: shares(), roots: shares() },
    status: bytes(),
  }
}

export const NO_HOUR = 255
const GANJI = 60

/** Elements of the sixty stems, then of the sixty branches. */
const elementsOf = (): Uint8Array =>
  Uint8Array.from({ length: 2 * GANJI }, (_, at) =>
    at < GANJI ? elementOfStem(at % 10) : elementOfBranch((at - GANJI) % 12),
  )

/** Rows `from` to before `end`. `turn`: added to the month ganji, 30 in the southern hemisphere, for strength alone. */
export function fillScores(pillars: Uint8Array, turn: 0 | 30, out: Scores, from: number, end: number): void {
  const { plain, seasonal, counts, points } = strengthWords()
  const elements = elementsOf()
  const { wood, fire, earth, metal, water } = out.elements
  const { fourTests, points: pointShares, hiddenStems, roots } = out.strength
  for (let row = from; row < end; row++) {
    const year = pillars[row * 4] as number
    const month = pillars[row * 4 + 1] as number
    const day = pillars[row * 4 + 2] as number
    const hour = pillars[row * 4 + 3] as number
    const known = hour !== NO_HOUR
    if (year >= GANJI || month >= GANJI || day >= GANJI || (known && hour >= GANJI)) {
      leaveOut(out, row)
      continue
    }
    const judged = month + turn < GANJI ? month + turn : month + turn - GANJI
    const own = elements[day] as number
    const at = own * 240
    const inSeason = own * 1200 + (elements[GANJI + judged] as number) * 240
    let count = (counts[year] as number) + (counts[month] as number) + (counts[day] as number)
    let word = (plain[at + year] as number) + (plain[at + 60 + judged] as number) + (plain[at + 120 + day] as number)
    let weights =
      (seasonal[inSeason + year] as number) +
      (seasonal[inSeason + 60 + judged] as number) +
      (seasonal[inSeason + 120 + day] as number)
    if (known) {
      count += counts[hour] as number
      word += plain[at + 180 + hour] as number
      weights += seasonal[inSeason + 180 + hour] as number
    }
    wood[row] = count & 15
    fire[row] = (count >> 4) & 15
    earth[row] = (count >> 8) & 15
    metal[row] = (count >> 12) & 15
    water[row] = count >> 16
    const tests = ((word >>> 27) & 7) + +(word >>> 30 >= 2)
    fourTests[row] = tests * (known ? 2000 : 2500)
    pointShares[row] = points[((word >>> 22) & 31) + (known ? 0 : 32)] as number
    hiddenStems[row] = ((weights >>> 16) * 10_000) / (weights & 0xffff)
    roots[row] = ((word & 2047) * 10_000) / ((word >>> 11) & 2047)
  }
}

function leaveOut({ elements, strength, status }: Scores, row: number): void {
  for (const column of Object.values(elements) as Uint8Array[]) column[row] = 255
  for (const column of Object.values(strength) as Uint16Array[]) column[row] = 65_535
  status[row] = 1
}
