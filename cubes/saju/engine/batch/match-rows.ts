/** Scores of one person with many in TypeScript: the engine where WebAssembly cannot be had, and what it must equal. */
import type { MatchWords } from "./match-words.ts"
import { NO_HOUR } from "./score-rows.ts"

/** One entry a row in every column. */
export interface Matches {
  /** Score in hundredths of a point, 0–10000, as `scoreOf`; 65535 in a row that cannot be computed. */
  readonly scores: Uint16Array
  /** 0 computed, 1 not: a number that is no ganji, or no element. */
  readonly status: Uint8Array
}

const GANJI = 60
/** A useful element that is not known. */
export const NO_ELEMENT = 255
const NO_SCORE = 65_535
const SUM = 0xfffff

/** Rows `from` to before `end`. `useful`: element of the useful god by row, 255 for none; undefined = none has one. */
export function fillMatches(
  pillars: Uint8Array,
  useful: Uint8Array | undefined,
  words: MatchWords,
  { scores, status }: Matches,
  from: number,
  end: number,
): void {
  const { sums, marks, weightSum } = words
  for (let row = from; row < end; row++) {
    const year = pillars[row * 4] as number
    const month = pillars[row * 4 + 1] as number
    const day = pillars[row * 4 + 2] as number
    const hour = pillars[row * 4 + 3] as number
    const element = useful ? ((useful[row] as number) + 1) & 255 : 0
    const known = hour !== NO_HOUR
    if (year >= GANJI || month >= GANJI || day >= GANJI || (known && hour >= GANJI) || element > 5) {
      scores[row] = NO_SCORE
      status[row] = 1
      continue
    }
    let sum = (sums[year] as number) + (sums[60 + month] as number) + (sums[120 + day] as number)
    let mark = (marks[year] as number) | (marks[60 + month] as number) | (marks[120 + day] as number)
    if (known) {
      sum += sums[180 + hour] as number
      mark |= marks[180 + hour] as number
    }
    const points =
      (sum & SUM) +
      (words.elements[element * 32 + (mark & 31)] as number) +
      (words.useful[sum >> 20] as number) +
      (words.stars[mark >> 5] as number)
    scores[row] = (points * 100) / weightSum
  }
}
