// Element counts and strength of sixteen rows at once. Sums are kept in bytes as long as they fit.
import { ELEMENTS, PILLARS, ROWS, SHARES, STATUS, STRENGTH_LANES } from "./layout"
import { evens, half, look32, look64, odds, quarter, swizzle } from "./lanes"

// See ../batch/strength-lanes.ts.
const TWELVES: usize = STRENGTH_LANES
const STEM_ELEMENTS: usize = STRENGTH_LANES + 16
const BRANCH_ELEMENTS: usize = STRENGTH_LANES + 48
const GENERATORS: usize = STRENGTH_LANES + 64
const BY_TWELVE: usize = STRENGTH_LANES + 80
const BY_FIVE: usize = STRENGTH_LANES + 96
const ROOTS_MORE: usize = STRENGTH_LANES + 112
const ROOTS: usize = STRENGTH_LANES + 128
const DAYS: usize = STRENGTH_LANES + 192
const WEIGHED: usize = STRENGTH_LANES + 256
const SEASONS: usize = STRENGTH_LANES + 320

const FOUR_TESTS: usize = SHARES
const BY_POINTS: usize = SHARES + ROWS * 2
const HIDDEN_STEMS: usize = SHARES + ROWS * 4
const BY_ROOTS: usize = SHARES + ROWS * 6

/** One pillar of sixteen rows: elements of its stems, and its branches. */
// @ts-ignore: decorator
@inline
function stemElements(ganji: v128): v128 {
  return look32(STEM_ELEMENTS, half(ganji))
}

// @ts-ignore: decorator
@inline
function branches(ganji: v128): v128 {
  return i8x16.sub(ganji, swizzle(TWELVES, quarter(ganji)))
}

/** −1 where an element is one's own or generates it. */
// @ts-ignore: decorator
@inline
function supports(element: v128, own: v128, generator: v128): v128 {
  return v128.or(i8x16.eq(element, own), i8x16.eq(element, generator))
}

/** How often an element occurs among eight characters. */
// @ts-ignore: decorator
@inline
function storeCount(element: i8, at: usize, bad: v128, a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128): v128 {
  const one = i8x16.splat(element)
  const first = i8x16.add(i8x16.add(i8x16.eq(a, one), i8x16.eq(b, one)), i8x16.add(i8x16.eq(c, one), i8x16.eq(d, one)))
  const last = i8x16.add(i8x16.add(i8x16.eq(e, one), i8x16.eq(f, one)), i8x16.add(i8x16.eq(g, one), i8x16.eq(h, one)))
  const sum = i8x16.add(first, last)
  v128.store(at, v128.or(i8x16.neg(sum), bad))
  return sum
}

/** Year 8, month 24, day 12, hour 10 times bytes up to 30, in eight rows: 8 (y + 3 m + d + h) + 2 (2 d + h). */
// @ts-ignore: decorator
@inline
function placed(x: v128, y: v128): v128 {
  return i16x8.add(i16x8.shl(x, 3), i16x8.shl(y, 1))
}

// @ts-ignore: decorator
@inline
function eights(y: v128, m: v128, d: v128, h: v128): v128 {
  return i8x16.add(i8x16.add(i8x16.add(m, m), i8x16.add(m, y)), i8x16.add(d, h))
}

// @ts-ignore: decorator
@inline
function twos(d: v128, h: v128): v128 {
  return i8x16.add(i8x16.add(d, d), h)
}

const MAGIC: f32 = 8388608.0

/** floor(10000 part / total) of four rows, where 10000 × part is exact in single precision and quotients keep off whole numbers. */
// @ts-ignore: decorator
@inline
function share4(part: v128, total: v128): v128 {
  const quotient = f32x4.div(f32x4.mul(f32x4.convert_i32x4_s(part), f32x4.splat(10000.0)), f32x4.convert_i32x4_s(total))
  return v128.and(f32x4.add(f32x4.floor(quotient), f32x4.splat(MAGIC)), i32x4.splat(0xffff))
}

/** A little less than 10000: the quotient is never too large then, and short by less than one. */
const SHORT: f32 = 9999.99

/** The same for parts up to 65535: one too few is seen by what remains. */
// @ts-ignore: decorator
@inline
function largeShare4(part: v128, total: v128): v128 {
  const quotient = f32x4.div(f32x4.mul(f32x4.convert_i32x4_s(part), f32x4.splat(SHORT)), f32x4.convert_i32x4_s(total))
  const whole = v128.and(f32x4.add(f32x4.floor(quotient), f32x4.splat(MAGIC)), i32x4.splat(0xffff))
  const rest = i32x4.sub(i32x4.mul(part, i32x4.splat(10000)), i32x4.mul(whole, total))
  return i32x4.sub(whole, i32x4.ge_s(rest, total))
}

// @ts-ignore: decorator
@inline
function shares8(part: v128, total: v128): v128 {
  return i16x8.narrow_i32x4_u(
    share4(i32x4.extend_low_i16x8_u(part), i32x4.extend_low_i16x8_u(total)),
    share4(i32x4.extend_high_i16x8_u(part), i32x4.extend_high_i16x8_u(total)),
  )
}

// @ts-ignore: decorator
@inline
function largeShares8(part: v128, total: v128): v128 {
  return i16x8.narrow_i32x4_u(
    largeShare4(i32x4.extend_low_i16x8_u(part), i32x4.extend_low_i16x8_u(total)),
    largeShare4(i32x4.extend_high_i16x8_u(part), i32x4.extend_high_i16x8_u(total)),
  )
}

/** Points: total 110 or, without an hour, 85. 10000 n / 22 = 454 n + 6 n / 11, 10000 n / 17 = 588 n + 4 n / 17, the rests by multiplying. */
// @ts-ignore: decorator
@inline
function pointShares8(fives: v128, known: v128): v128 {
  const whole = i16x8.sub(i16x8.splat(588), v128.and(known, i16x8.splat(134)))
  const rest = i16x8.add(i16x8.splat(4), v128.and(known, i16x8.splat(2)))
  const reciprocal = i16x8.add(i16x8.splat(121), v128.and(known, i16x8.splat(66)))
  return i16x8.add(i16x8.mul(fives, whole), i16x8.shr_u(i16x8.mul(i16x8.mul(fives, rest), reciprocal), 11))
}

// @ts-ignore: decorator
@inline
function testShares8(tests: v128, known: v128): v128 {
  return i16x8.mul(tests, i16x8.sub(i16x8.splat(2500), v128.and(known, i16x8.splat(500))))
}

/** Total of "hiddenStems" in eight rows, of what branches weigh beyond 180 each and the seasons of the stems. 7920 = 180 × 44 tenths. */
// @ts-ignore: decorator
@inline
function totals8(y: v128, m: v128, d: v128, h: v128, seasons: v128, known: v128): v128 {
  const hidden = i16x8.add(
    i16x8.add(i16x8.shl(y, 3), i16x8.mul(m, i16x8.splat(24))),
    i16x8.add(i16x8.mul(d, i16x8.splat(12)), i16x8.mul(h, i16x8.splat(10))),
  )
  const least = i16x8.add(i16x8.splat(7920), v128.and(known, i16x8.splat(1800)))
  return i16x8.add(i16x8.add(hidden, least), i16x8.mul(seasons, i16x8.splat(300)))
}

export function score16(row: usize, turn: i32): void {
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
  const known = v128.not(unknown)
  const bad = v128.or(
    v128.or(i8x16.gt_u(year, last), i8x16.gt_u(month, last)),
    v128.or(i8x16.gt_u(day, last), v128.and(i8x16.gt_u(hour, last), known)),
  )
  v128.store(STATUS + row, i8x16.neg(bad))

  const yearStem = stemElements(year)
  const monthStem = stemElements(month)
  const own = stemElements(day)
  const hourStem = v128.or(stemElements(hour), unknown)
  const yearBranch = branches(year)
  const dayBranch = branches(day)
  const hourBranch = v128.or(branches(hour), unknown)
  const yearElement = swizzle(BRANCH_ELEMENTS, yearBranch)
  const dayElement = swizzle(BRANCH_ELEMENTS, dayBranch)
  const hourElement = v128.or(swizzle(BRANCH_ELEMENTS, hourBranch), unknown)
  let monthBranch = branches(month)
  let monthElement = swizzle(BRANCH_ELEMENTS, monthBranch)

  const wood = storeCount(0, ELEMENTS + row, bad, yearStem, monthStem, own, hourStem, yearElement, monthElement, dayElement, hourElement)
  const fire = storeCount(1, ELEMENTS + ROWS + row, bad, yearStem, monthStem, own, hourStem, yearElement, monthElement, dayElement, hourElement)
  const earth = storeCount(2, ELEMENTS + ROWS * 2 + row, bad, yearStem, monthStem, own, hourStem, yearElement, monthElement, dayElement, hourElement)
  const metal = storeCount(3, ELEMENTS + ROWS * 3 + row, bad, yearStem, monthStem, own, hourStem, yearElement, monthElement, dayElement, hourElement)
  // Sums of −1: what is left of eight, or of six.
  const characters = i8x16.add(i8x16.splat(6), v128.and(known, i8x16.splat(2)))
  const others = i8x16.add(i8x16.add(wood, fire), i8x16.add(earth, metal))
  v128.store(ELEMENTS + ROWS * 4 + row, v128.or(i8x16.add(characters, others), bad))

  if (turn) {
    monthBranch = i8x16.add(monthBranch, i8x16.splat(6))
    monthBranch = i8x16.sub(monthBranch, v128.and(i8x16.gt_u(monthBranch, i8x16.splat(11)), i8x16.splat(12)))
    monthElement = swizzle(BRANCH_ELEMENTS, monthBranch)
  }
  const generator = swizzle(GENERATORS, own)
  const stems = i8x16.add(
    i8x16.add(supports(yearStem, own, generator), supports(monthStem, own, generator)),
    supports(hourStem, own, generator),
  )
  const inMonth = supports(monthElement, own, generator)
  const branchTests = i8x16.add(
    i8x16.add(inMonth, inMonth),
    i8x16.add(supports(dayElement, own, generator), supports(hourElement, own, generator)),
  )
  const tests = i8x16.neg(i8x16.add(branchTests, i8x16.le_s(stems, i8x16.splat(-2))))
  // Of −1 as well, and the day stem itself.
  const two = i8x16.sub(i8x16.add(stems, supports(yearElement, own, generator)), i8x16.splat(1))
  const fives = i8x16.neg(i8x16.add(i8x16.add(two, two), i8x16.add(i8x16.add(branchTests, branchTests), branchTests)))

  const known0 = i16x8.extend_low_i8x16_s(known)
  const known1 = i16x8.extend_high_i8x16_s(known)
  const bad0 = i16x8.extend_low_i8x16_s(bad)
  const bad1 = i16x8.extend_high_i8x16_s(bad)
  const at = row << 1
  v128.store(FOUR_TESTS + at, v128.or(testShares8(i16x8.extend_low_i8x16_u(tests), known0), bad0))
  v128.store(FOUR_TESTS + at, v128.or(testShares8(i16x8.extend_high_i8x16_u(tests), known1), bad1), 16)
  v128.store(BY_POINTS + at, v128.or(pointShares8(i16x8.extend_low_i8x16_u(fives), known0), bad0))
  v128.store(BY_POINTS + at, v128.or(pointShares8(i16x8.extend_high_i8x16_u(fives), known1), bad1), 16)

  // Hours that are not known are 255, and adding keeps them beyond every table.
  const byOwn = swizzle(BY_TWELVE, own)
  const ownYear = i8x16.add(byOwn, yearBranch)
  const ownMonth = i8x16.add(byOwn, monthBranch)
  const ownDay = i8x16.add(byOwn, dayBranch)
  const ownHour = i8x16.add_sat_u(byOwn, hourBranch)

  const rootsYear = look64(ROOTS, ownYear)
  const rootsMonth = look64(ROOTS, ownMonth)
  const rootsDay = look64(ROOTS, ownDay)
  const rootsHour = look64(ROOTS, ownHour)
  const rootsX = eights(rootsYear, rootsMonth, rootsDay, rootsHour)
  const rootsY = twos(rootsDay, rootsHour)
  const moreYear = swizzle(ROOTS_MORE, yearBranch)
  const moreMonth = swizzle(ROOTS_MORE, monthBranch)
  const moreDay = swizzle(ROOTS_MORE, dayBranch)
  const moreHour = swizzle(ROOTS_MORE, hourBranch)
  const moreX = eights(moreYear, moreMonth, moreDay, moreHour)
  const moreY = twos(moreDay, moreHour)
  const ownStems = i8x16.sub(i8x16.splat(1), stems)
  const hundred = i16x8.splat(100)
  const rooted0 = i16x8.add(
    placed(i16x8.extend_low_i8x16_u(rootsX), i16x8.extend_low_i8x16_u(rootsY)),
    i16x8.mul(i16x8.extend_low_i8x16_u(ownStems), hundred),
  )
  const rooted1 = i16x8.add(
    placed(i16x8.extend_high_i8x16_u(rootsX), i16x8.extend_high_i8x16_u(rootsY)),
    i16x8.mul(i16x8.extend_high_i8x16_u(ownStems), hundred),
  )
  // Every branch has a main root: 10 × 54 and four stems, or 10 × 44 and three.
  const least = i16x8.splat(740)
  const allRoots0 = i16x8.add(
    placed(i16x8.extend_low_i8x16_u(moreX), i16x8.extend_low_i8x16_u(moreY)),
    i16x8.add(least, v128.and(known0, i16x8.splat(200))),
  )
  const allRoots1 = i16x8.add(
    placed(i16x8.extend_high_i8x16_u(moreX), i16x8.extend_high_i8x16_u(moreY)),
    i16x8.add(least, v128.and(known1, i16x8.splat(200))),
  )
  v128.store(BY_ROOTS + at, v128.or(shares8(rooted0, allRoots0), bad0))
  v128.store(BY_ROOTS + at, v128.or(shares8(rooted1, allRoots1), bad1), 16)

  const daysDay = look64(DAYS, ownDay)
  const daysHour = look64(DAYS, ownHour)
  const daysX = eights(look64(DAYS, ownYear), look64(DAYS, ownMonth), daysDay, daysHour)
  const daysY = twos(daysDay, daysHour)
  const byGenerator = swizzle(BY_TWELVE, generator)
  const restDay = look64(DAYS, i8x16.add(byGenerator, dayBranch))
  const restHour = look64(DAYS, i8x16.add_sat_u(byGenerator, hourBranch))
  const restX = eights(
    look64(DAYS, i8x16.add(byGenerator, yearBranch)),
    look64(DAYS, i8x16.add(byGenerator, monthBranch)),
    restDay,
    restHour,
  )
  const restY = twos(restDay, restHour)
  const likeOwn = i8x16.sub(
    i8x16.splat(1),
    i8x16.add(i8x16.add(i8x16.eq(yearStem, own), i8x16.eq(monthStem, own)), i8x16.eq(hourStem, own)),
  )
  const likeGenerator = i8x16.sub(ownStems, likeOwn)

  const season = swizzle(BY_FIVE, monthElement)
  const ofOwn = look32(SEASONS, i8x16.add(season, own))
  const ofGenerator = look32(SEASONS, i8x16.add(season, generator))
  const ofStems = i8x16.add(
    i8x16.add(look32(SEASONS, i8x16.add(season, yearStem)), look32(SEASONS, i8x16.add(season, monthStem))),
    i8x16.add(ofOwn, look32(SEASONS, i8x16.add_sat_u(season, hourStem))),
  )
  const stem = i16x8.splat(300)
  const support0 = i16x8.add(
    i16x8.mul(
      i16x8.extend_low_i8x16_u(ofOwn),
      i16x8.add(
        placed(i16x8.extend_low_i8x16_u(daysX), i16x8.extend_low_i8x16_u(daysY)),
        i16x8.mul(i16x8.extend_low_i8x16_u(likeOwn), stem),
      ),
    ),
    i16x8.mul(
      i16x8.extend_low_i8x16_u(ofGenerator),
      i16x8.add(
        placed(i16x8.extend_low_i8x16_u(restX), i16x8.extend_low_i8x16_u(restY)),
        i16x8.mul(i16x8.extend_low_i8x16_u(likeGenerator), stem),
      ),
    ),
  )
  const support1 = i16x8.add(
    i16x8.mul(
      i16x8.extend_high_i8x16_u(ofOwn),
      i16x8.add(
        placed(i16x8.extend_high_i8x16_u(daysX), i16x8.extend_high_i8x16_u(daysY)),
        i16x8.mul(i16x8.extend_high_i8x16_u(likeOwn), stem),
      ),
    ),
    i16x8.mul(
      i16x8.extend_high_i8x16_u(ofGenerator),
      i16x8.add(
        placed(i16x8.extend_high_i8x16_u(restX), i16x8.extend_high_i8x16_u(restY)),
        i16x8.mul(i16x8.extend_high_i8x16_u(likeGenerator), stem),
      ),
    ),
  )
  // Thirty days by their seasons: 180 to 360, kept less 180.
  const byMonth = swizzle(BY_TWELVE, monthElement)
  const weighedYear = look64(WEIGHED, i8x16.add(byMonth, yearBranch))
  const weighedMonth = look64(WEIGHED, i8x16.add(byMonth, monthBranch))
  const weighedDay = look64(WEIGHED, i8x16.add(byMonth, dayBranch))
  const weighedHour = look64(WEIGHED, i8x16.add_sat_u(byMonth, hourBranch))
  const total0 = totals8(
    i16x8.extend_low_i8x16_u(weighedYear),
    i16x8.extend_low_i8x16_u(weighedMonth),
    i16x8.extend_low_i8x16_u(weighedDay),
    i16x8.extend_low_i8x16_u(weighedHour),
    i16x8.extend_low_i8x16_u(ofStems),
    known0,
  )
  const total1 = totals8(
    i16x8.extend_high_i8x16_u(weighedYear),
    i16x8.extend_high_i8x16_u(weighedMonth),
    i16x8.extend_high_i8x16_u(weighedDay),
    i16x8.extend_high_i8x16_u(weighedHour),
    i16x8.extend_high_i8x16_u(ofStems),
    known1,
  )
  v128.store(HIDDEN_STEMS + at, v128.or(largeShares8(support0, total0), bad0))
  v128.store(HIDDEN_STEMS + at, v128.or(largeShares8(support1, total1), bad1), 16)
}
