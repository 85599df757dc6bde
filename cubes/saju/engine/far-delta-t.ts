/** TT − UTC of 1600–2201: the near model of delta-t.ts, and before 1895 the older rows of the same published spline. */
import { ttMinusUtcMs } from "./delta-t.ts"

/**
 * ΔT = TT − UT1: rows of the first year and of a0…a3 in milliseconds, ΔT = a0 + a1 x + a2 x² + a3 x³ with x from 0 to 1
 * up to the next row's year. Rows 7–24 of Table S15 (v. 2020) of Morrison, Stephenson, Hohenkerk and Zawilski, "Addendum
 * 2020 to Measurement of the Earth's rotation", Proc. R. Soc. A 477 (2021) 20200776.
 */
// biome-ignore format: one row of the published table each
const SPLINE: readonly number[] = [
  1500, 292343, -192841, -6572, 16197,
  1600, 109127, -78697, 10505, 3018,
  1650, 43952, -68089, 38333, -2127,
  1720, 12068, 2507, 41731, -37939,
  1800, 18367, -3481, -1126, 1918,
  1810, 15678, 21, 4629, -3812,
  1820, 16516, -2157, -6806, 3250,
  1830, 10804, -6018, 2944, -96,
  1840, 7634, -416, 2658, -539,
  1850, 9338, 1642, 261, -883,
  1855, 10357, -486, -2389, 1558,
  1860, 9040, -591, 2284, -2477,
  1865, 8255, -3456, -5148, 2720,
  1870, 2371, -5593, 3011, -914,
  1875, -1126, -2314, 269, -39,
  1880, -3210, -1893, 152, 563,
  1885, -4388, 101, 1842, -1438,
  1890, -3884, -531, -2474, 1871,
  1895,
]

const YEAR_MS = 31_556_952_000
const Y2000_MS = 946_684_800_000
/** Where the rows end, as the spline counts its years. */
const NEAR_FROM_MS = Y2000_MS - 105 * YEAR_MS

function splineMs(year: number): number {
  let row = 0
  while (year >= (SPLINE[row + 5] as number) && row + 10 < SPLINE.length) row += 5
  const from = SPLINE[row] as number
  const x = (year - from) / ((SPLINE[row + 5] as number) - from)
  const a = (power: number): number => SPLINE[row + 1 + power] as number
  return a(0) + x * (a(1) + x * (a(2) + x * a(3)))
}

/** TT − UTC in milliseconds at an instant (epoch milliseconds UTC), 1500 or later; see `ttMinusUtcMs` for what UTC means. */
export function farTtMinusUtcMs(utcMs: number): number {
  return utcMs < NEAR_FROM_MS ? splineMs(2000 + (utcMs - Y2000_MS) / YEAR_MS) : ttMinusUtcMs(utcMs)
}

/** UTC epoch milliseconds, whole, of an instant in Terrestrial Time given as epoch milliseconds. */
export function farUtcFromTtMs(ttMs: number): number {
  const near = ttMs - farTtMinusUtcMs(ttMs)
  return Math.floor(ttMs - farTtMinusUtcMs(near) + 0.5)
}
