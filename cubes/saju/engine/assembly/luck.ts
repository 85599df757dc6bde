// When luck begins, of what `prepare` left in UTC; ../batch/luck-rows.ts says the same in TypeScript.
import { EDGE_PILLARS, EDGES, EXTRA, LUCK_AGES, LUCK_DAYS, LUCK_EXACT, LUCK_FIRSTS, LUCK_WAYS, STATUS, UTC } from "./layout"
import { lowBits, MAGIC } from "./look-up"

const DAY_MS: f64 = 86400000.0
const LUCK_DAY_MS: f64 = 720000.0
const LUCK_YEAR_MS: f64 = 259200000.0

const REMAINDER: i32 = 0
const ROUND: i32 = 1
const FLOOR: i32 = 2
const CEIL: i32 = 3
const EXACT: i32 = 4

/** `sexes` 0 or 1 for all rows, 2 unknown, 3: by row in EXTRA. `rule` in the order of the option's values. */
export function luck(rows: i32, originMs: f64, stepsPerMs: f64, sexes: i32, rule: i32): void {
  for (let i: i32 = 0; i < rows; i++) distance(<usize>i, originMs, stepsPerMs, sexes)
  if (ASC_FEATURE_SIMD) {
    for (let i: i32 = 0; i < rows; i += 2) ages2(<usize>i, rule)
  } else {
    for (let i: i32 = 0; i < rows; i++) age(<usize>i, rule)
  }
}

// @ts-ignore: decorator
@inline
function distance(row: usize, originMs: f64, stepsPerMs: f64, sexes: i32): void {
  const utcMs = load<f64>(UTC + (row << 3))
  const sex = sexes === 3 ? <i32>load<u8>(EXTRA + row) : sexes
  if (utcMs !== utcMs || sex > 1) {
    store<f64>(LUCK_DAYS + (row << 3), NaN)
    store<u8>(LUCK_WAYS + row, 0)
    store<u8>(LUCK_FIRSTS + row, 255)
    store<u8>(STATUS + row, utcMs !== utcMs ? 1 : 2)
    return
  }
  const step = lowBits((utcMs - originMs) * stepsPerMs - 0.5 + MAGIC)
  const edge = <usize>(step + i32(utcMs >= load<f64>(EDGES + ((<usize>step) << 3), 8)))
  const pair = <i32>load<u16>(EDGE_PILLARS + (edge << 1))
  const backward = (pair ^ sex) & 1
  const start = load<f64>(EDGES + ((edge + 1 - <usize>backward) << 3))
  store<f64>(LUCK_DAYS + (row << 3), Math.abs(utcMs - start))
  store<u8>(LUCK_WAYS + row, 1 - 2 * backward)
  const first = (pair >> 8) + 1 + backward * 58
  store<u8>(LUCK_FIRSTS + row, first >= 60 ? first - 60 : first)
  store<u8>(STATUS + row, 0)
}

// @ts-ignore: decorator
@inline
function age(row: usize, rule: i32): void {
  const ms = load<f64>(LUCK_DAYS + (row << 3))
  if (ms !== ms) {
    store<u8>(LUCK_AGES + row, 255)
    store<u16>(LUCK_EXACT + (row << 1), 65535)
    return
  }
  const days = ms / DAY_MS
  const years = ms / LUCK_YEAR_MS
  store<f64>(LUCK_DAYS + (row << 3), days)
  store<u16>(LUCK_EXACT + (row << 1), lowBits(Math.floor(ms / LUCK_DAY_MS) + MAGIC))
  let whole: f64
  if (rule === REMAINDER) whole = Math.floor((Math.floor(days) + 1.0) / 3.0)
  else if (rule === ROUND) whole = Math.floor(years + 0.5)
  else if (rule === CEIL) whole = Math.ceil(years)
  else whole = Math.floor(years)
  store<u8>(LUCK_AGES + row, lowBits((rule === EXACT || whole >= 1.0 ? whole : 1.0) + MAGIC))
}

function ages2(row: usize, rule: i32): void {
  const ms = v128.load(LUCK_DAYS + (row << 3))
  const ok = f64x2.eq(ms, ms)
  const days = f64x2.div(ms, f64x2.splat(DAY_MS))
  v128.store(LUCK_DAYS + (row << 3), days)
  const magic = f64x2.splat(MAGIC)
  // Where there is no luck all bits are set, as 255 and 65535 are.
  const exact = f64x2.add(f64x2.floor(f64x2.div(ms, f64x2.splat(LUCK_DAY_MS))), magic)
  const luckDays = v128.or(exact, v128.not(ok))
  v128.store16_lane(LUCK_EXACT + (row << 1), luckDays, 0)
  v128.store16_lane(LUCK_EXACT + (row << 1) + 2, luckDays, 4)
  let whole: v128
  if (rule === REMAINDER) {
    whole = f64x2.floor(f64x2.div(f64x2.add(f64x2.floor(days), f64x2.splat(1.0)), f64x2.splat(3.0)))
  } else {
    const years = f64x2.div(ms, f64x2.splat(LUCK_YEAR_MS))
    if (rule === ROUND) whole = f64x2.floor(f64x2.add(years, f64x2.splat(0.5)))
    else if (rule === CEIL) whole = f64x2.ceil(years)
    else whole = f64x2.floor(years)
  }
  if (rule !== EXACT) whole = f64x2.pmax(whole, f64x2.splat(1.0))
  const ages = v128.or(f64x2.add(whole, magic), v128.not(ok))
  v128.store8_lane(LUCK_AGES + row, ages, 0)
  v128.store8_lane(LUCK_AGES + row + 1, ages, 8)
}
