// Scores of one person with sixteen others at once.
import { EXTRA, MATCH_LANES, PILLARS, SHARES, STATUS } from "./layout"
import { evens, half, look32, look64, odds, quarter, swizzle } from "./lanes"

// See `lanesOf` in ../batch/match-words.ts.
const TWELVES: usize = MATCH_LANES
const TENS: usize = MATCH_LANES + 16
const DAY_STEMS: usize = MATCH_LANES + 48
const DAY_BRANCHES: usize = MATCH_LANES + 64
const MONTH_BRANCHES: usize = MATCH_LANES + 80
const YEARS: usize = MATCH_LANES + 96
const BRANCH_MARKS: usize = MATCH_LANES + 160
const HONGYEOM: usize = MATCH_LANES + 176
const STEM_MARKS: usize = MATCH_LANES + 192
const STEM_USEFUL: usize = MATCH_LANES + 208
const BRANCH_USEFUL: usize = MATCH_LANES + 224
const USEFUL: usize = MATCH_LANES + 240
const ELEMENTS: usize = MATCH_LANES + 256
const STARS: usize = MATCH_LANES + 448
const DOHWA: usize = MATCH_LANES + 464
const THEIRS: usize = MATCH_LANES + 480
const THEIRS_DOHWA: usize = MATCH_LANES + 496

// @ts-ignore: decorator
@inline
function stemOf(ganji: v128): v128 {
  return i8x16.sub(ganji, look32(TENS, half(ganji)))
}

// @ts-ignore: decorator
@inline
function branchOf(ganji: v128): v128 {
  return i8x16.sub(ganji, swizzle(TWELVES, quarter(ganji)))
}

// @ts-ignore: decorator
@inline
function weighed(low: v128, share: v128, weight: i32): v128 {
  return i16x8.add(low, i16x8.mul(i16x8.extend_low_i8x16_u(share), i16x8.splat(<i16>weight)))
}

// @ts-ignore: decorator
@inline
function weighedHigh(high: v128, share: v128, weight: i32): v128 {
  return i16x8.add(high, i16x8.mul(i16x8.extend_high_i8x16_u(share), i16x8.splat(<i16>weight)))
}

// @ts-ignore: decorator
@inline
function overSum4(points: v128, weightSum: i32): v128 {
  const hundredfold = f32x4.mul(f32x4.convert_i32x4_s(points), f32x4.splat(100.0))
  const whole = f32x4.floor(f32x4.div(hundredfold, f32x4.splat(<f32>weightSum)))
  return v128.and(f32x4.add(whole, f32x4.splat(8388608.0)), i32x4.splat(0xffff))
}

// @ts-ignore: decorator
@inline
function overSum8(points: v128, weightSum: i32): v128 {
  return i16x8.narrow_i32x4_u(
    overSum4(i32x4.extend_low_i16x8_u(points), weightSum),
    overSum4(i32x4.extend_high_i16x8_u(points), weightSum),
  )
}

// @ts-ignore: decorator
@inline
export function match16(
  row: usize,
  byUseful: i32,
  stems: i32,
  days: i32,
  elements: i32,
  months: i32,
  years: i32,
  stars: i32,
  weightSum: i32,
): void {
  const in0 = v128.load(PILLARS + (row << 2))
  const in1 = v128.load(PILLARS + (row << 2), 16)
  const in2 = v128.load(PILLARS + (row << 2), 32)
  const in3 = v128.load(PILLARS + (row << 2), 48)
  const yearDay0 = evens(in0, in1)
  const yearDay1 = evens(in2, in3)
  const monthHour0 = odds(in0, in1)
  const monthHour1 = odds(in2, in3)
  const year = evens(yearDay0, yearDay1)
  const day = odds(yearDay0, yearDay1)
  const month = evens(monthHour0, monthHour1)
  const hour = odds(monthHour0, monthHour1)
  const last = i8x16.splat(59)
  const unknown = i8x16.eq(hour, i8x16.splat(-1))
  let bad = v128.or(
    v128.or(i8x16.gt_u(year, last), i8x16.gt_u(month, last)),
    v128.or(i8x16.gt_u(day, last), v128.andnot(i8x16.gt_u(hour, last), unknown)),
  )

  // An hour that is not known is 255 as stem and branch too, which no table knows.
  const yearStem = stemOf(year)
  const monthStem = stemOf(month)
  const dayStem = stemOf(day)
  const hourStem = v128.or(stemOf(hour), unknown)
  const yearBranch = branchOf(year)
  const monthBranch = branchOf(month)
  const dayBranch = branchOf(day)
  const hourBranch = v128.or(branchOf(hour), unknown)

  const branchMarks = v128.or(
    v128.or(swizzle(BRANCH_MARKS, yearBranch), swizzle(BRANCH_MARKS, monthBranch)),
    v128.or(swizzle(BRANCH_MARKS, dayBranch), swizzle(BRANCH_MARKS, hourBranch)),
  )
  const stemMarks = v128.or(
    v128.or(swizzle(STEM_MARKS, yearStem), swizzle(STEM_MARKS, monthStem)),
    v128.or(swizzle(STEM_MARKS, dayStem), swizzle(STEM_MARKS, hourStem)),
  )
  const hongyeom = v128.or(
    v128.or(swizzle(HONGYEOM, yearBranch), swizzle(HONGYEOM, monthBranch)),
    v128.or(swizzle(HONGYEOM, dayBranch), swizzle(HONGYEOM, hourBranch)),
  )
  const present = v128.and(v128.or(branchMarks, stemMarks), i8x16.splat(31))
  let ofElements: v128
  if (byUseful) {
    const useful = i8x16.add(v128.load(EXTRA + row), i8x16.splat(1))
    bad = v128.or(bad, i8x16.gt_u(useful, i8x16.splat(5)))
    const at = v128.or(v128.and(i16x8.shl(useful, 5), i8x16.splat(-32)), present)
    ofElements = v128.or(
      v128.or(look64(ELEMENTS, at), look64(ELEMENTS + 64, i8x16.sub(at, i8x16.splat(64)))),
      look64(ELEMENTS + 128, i8x16.sub(at, i8x16.splat(-128))),
    )
  } else {
    ofElements = look32(ELEMENTS, present)
  }
  const count = i8x16.add(
    i8x16.add(
      i8x16.add(swizzle(STEM_USEFUL, yearStem), swizzle(STEM_USEFUL, monthStem)),
      i8x16.add(swizzle(STEM_USEFUL, dayStem), swizzle(STEM_USEFUL, hourStem)),
    ),
    i8x16.add(
      i8x16.add(swizzle(BRANCH_USEFUL, yearBranch), swizzle(BRANCH_USEFUL, monthBranch)),
      i8x16.add(swizzle(BRANCH_USEFUL, dayBranch), swizzle(BRANCH_USEFUL, hourBranch)),
    ),
  )
  ofElements = i8x16.add(ofElements, swizzle(USEFUL, count))
  const here = swizzle(STARS, v128.or(v128.and(i16x8.shr_u(branchMarks, 5), i8x16.splat(7)), hongyeom))
  const dohwa = v128.or(swizzle(DOHWA, yearBranch), swizzle(DOHWA, dayBranch))
  const there = v128.bitselect(swizzle(THEIRS_DOHWA, dayStem), swizzle(THEIRS, dayStem), dohwa)
  const ofStars = i8x16.add(here, there)
  const ofStems = swizzle(DAY_STEMS, dayStem)
  const ofDays = swizzle(DAY_BRANCHES, dayBranch)
  const ofMonths = swizzle(MONTH_BRANCHES, monthBranch)
  const ofYears = look64(YEARS, year)

  let low = i16x8.mul(i16x8.extend_low_i8x16_u(ofStems), i16x8.splat(<i16>stems))
  low = weighed(low, ofDays, days)
  low = weighed(low, ofElements, elements)
  low = weighed(low, ofMonths, months)
  low = weighed(low, ofYears, years)
  low = weighed(low, ofStars, stars)
  let high = i16x8.mul(i16x8.extend_high_i8x16_u(ofStems), i16x8.splat(<i16>stems))
  high = weighedHigh(high, ofDays, days)
  high = weighedHigh(high, ofElements, elements)
  high = weighedHigh(high, ofMonths, months)
  high = weighedHigh(high, ofYears, years)
  high = weighedHigh(high, ofStars, stars)
  if (weightSum !== 100) {
    low = overSum8(low, weightSum)
    high = overSum8(high, weightSum)
  }
  v128.store(SHARES + (row << 1), v128.or(low, i16x8.extend_low_i8x16_s(bad)))
  v128.store(SHARES + (row << 1), v128.or(high, i16x8.extend_high_i8x16_s(bad)), 16)
  v128.store(STATUS + row, i8x16.neg(bad))
}
