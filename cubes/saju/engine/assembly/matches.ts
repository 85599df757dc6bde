// Scores of one person with many; ../batch/match-rows.ts says the same in TypeScript.
import {
  EXTRA,
  MATCH_ELEMENTS,
  MATCH_MARKS,
  MATCH_STARS,
  MATCH_SUMS,
  MATCH_USEFUL,
  PILLARS,
  SHARES,
  STATUS,
} from "./layout"
import { match16 } from "./matches-lanes"

const GANJI: u32 = 60
const NO_HOUR: u32 = 255

/** Sums of shares times weights stay below 2^16 up to here. */
const LIGHT: i32 = 655

/**
 * Scores go to the first column of shares. `byUseful`: whether EXTRA holds elements of useful gods. Then the weights of day
 * stems, day branches, elements, month branches, years and stars, and their sum.
 */
export function matches(
  rows: i32,
  byUseful: i32,
  stems: i32,
  days: i32,
  elements: i32,
  months: i32,
  years: i32,
  stars: i32,
  weightSum: i32,
): void {
  if (ASC_FEATURE_SIMD) {
    if (weightSum <= LIGHT) {
      for (let i: i32 = 0; i < rows; i += 16) {
        match16(<usize>i, byUseful, stems, days, elements, months, years, stars, weightSum)
      }
      return
    }
  }
  for (let i: i32 = 0; i < rows; i++) match(<usize>i, byUseful, <u32>weightSum)
}

// @ts-ignore: decorator
@inline
function word(table: usize, at: u32): u32 {
  return load<u32>(table + ((<usize>at) << 2))
}

// @ts-ignore: decorator
@inline
function match(row: usize, byUseful: i32, weightSum: u32): void {
  const given = load<u32>(PILLARS + (row << 2))
  const year = given & 255
  const month = (given >> 8) & 255
  const day = (given >> 16) & 255
  const hour = given >> 24
  const known = hour !== NO_HOUR
  const element: u32 = byUseful ? (<u32>load<u8>(EXTRA + row) + 1) & 255 : 0
  if (year >= GANJI || month >= GANJI || day >= GANJI || (known && hour >= GANJI) || element > 5) {
    store<u16>(SHARES + (row << 1), 65535)
    store<u8>(STATUS + row, 1)
    return
  }
  let sum = word(MATCH_SUMS, year) + word(MATCH_SUMS, 60 + month) + word(MATCH_SUMS, 120 + day)
  let marks = word(MATCH_MARKS, year) | word(MATCH_MARKS, 60 + month) | word(MATCH_MARKS, 120 + day)
  if (known) {
    sum += word(MATCH_SUMS, 180 + hour)
    marks |= word(MATCH_MARKS, 180 + hour)
  }
  const points =
    (sum & 0xfffff) +
    word(MATCH_ELEMENTS, element * 32 + (marks & 31)) +
    word(MATCH_USEFUL, sum >> 20) +
    word(MATCH_STARS, marks >> 5)
  store<u16>(SHARES + (row << 1), weightSum === 100 ? points : (points * 100) / weightSum)
  store<u8>(STATUS + row, 0)
}
