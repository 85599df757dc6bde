// Element counts and strength; ../batch/score-rows.ts says the same in TypeScript.
import { COUNTS, ELEMENTS, PILLARS, PLAIN, POINTS, ROWS, SEASONAL, SHARES, STATUS, STRENGTH_LANES } from "./layout"
import { score16 } from "./scores-lanes"

const STEM_ELEMENTS: usize = STRENGTH_LANES + 16
const BRANCH_ELEMENTS: usize = STRENGTH_LANES + 48

const FOUR_TESTS: usize = SHARES
const BY_POINTS: usize = SHARES + ROWS * 2
const HIDDEN_STEMS: usize = SHARES + ROWS * 4
const BY_ROOTS: usize = SHARES + ROWS * 6

const GANJI: u32 = 60
const NO_HOUR: u32 = 255

/** `turn`: added to the month for strength. */
export function scores(rows: i32, turn: i32): void {
  if (ASC_FEATURE_SIMD) {
    for (let i: i32 = 0; i < rows; i += 16) score16(<usize>i, turn)
  } else {
    for (let i: i32 = 0; i < rows; i++) score(<usize>i, <u32>turn)
  }
}

// @ts-ignore: decorator
@inline
function word(table: usize, at: u32): u32 {
  return load<u32>(table + ((<usize>at) << 2))
}

function score(row: usize, turn: u32): void {
  const given = load<u32>(PILLARS + (row << 2))
  const year = given & 255
  const month = (given >> 8) & 255
  const day = (given >> 16) & 255
  const hour = given >> 24
  const known = hour !== NO_HOUR
  if (year >= GANJI || month >= GANJI || day >= GANJI || (known && hour >= GANJI)) {
    leaveOut(row)
    return
  }
  const judged = month + turn < GANJI ? month + turn : month + turn - GANJI
  const own = <u32>load<u8>(STEM_ELEMENTS + (<usize>day >> 1))
  const at = own * 240
  const inSeason = own * 1200 + <u32>load<u8>(BRANCH_ELEMENTS + <usize>(judged % 12)) * 240
  let count = word(COUNTS, year) + word(COUNTS, month) + word(COUNTS, day)
  let sums = word(PLAIN, at + year) + word(PLAIN, at + 60 + judged) + word(PLAIN, at + 120 + day)
  let weights =
    word(SEASONAL, inSeason + year) + word(SEASONAL, inSeason + 60 + judged) + word(SEASONAL, inSeason + 120 + day)
  if (known) {
    count += word(COUNTS, hour)
    sums += word(PLAIN, at + 180 + hour)
    weights += word(SEASONAL, inSeason + 180 + hour)
  }
  store<u8>(ELEMENTS + row, count & 15)
  store<u8>(ELEMENTS + ROWS + row, (count >> 4) & 15)
  store<u8>(ELEMENTS + ROWS * 2 + row, (count >> 8) & 15)
  store<u8>(ELEMENTS + ROWS * 3 + row, (count >> 12) & 15)
  store<u8>(ELEMENTS + ROWS * 4 + row, count >> 16)
  const tests = ((sums >> 27) & 7) + u32(sums >> 30 >= 2)
  store<u16>(FOUR_TESTS + (row << 1), tests * (known ? 2000 : 2500))
  const points = ((sums >> 22) & 31) + (known ? 0 : 32)
  store<u16>(BY_POINTS + (row << 1), load<u16>(POINTS + ((<usize>points) << 1)))
  store<u16>(HIDDEN_STEMS + (row << 1), ((weights >> 16) * 10000) / (weights & 0xffff))
  store<u16>(BY_ROOTS + (row << 1), ((sums & 2047) * 10000) / ((sums >> 11) & 2047))
  store<u8>(STATUS + row, 0)
}

function leaveOut(row: usize): void {
  for (let column: usize = 0; column < 5; column++) store<u8>(ELEMENTS + column * ROWS + row, 255)
  for (let column: usize = 0; column < 4; column++) store<u16>(SHARES + column * ROWS * 2 + (row << 1), 65535)
  store<u8>(STATUS + row, 1)
}
