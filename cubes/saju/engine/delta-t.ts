/**
 * From Terrestrial Time to the clock: TT − UTC. Before 1972 "UTC" is UT1 from the published spline, 1972–2026 it is true
 * UTC with its leap seconds, and from 2027 UT1 again, extrapolated. Seconds after about 2030 are a convention: models
 * differ by 6 to 116 s in 2100.
 */
import { cosTurns } from "./math.ts"

const DAY_MS = 86_400_000
const YEAR_MS = 31_556_952_000
const Y2000_MS = 946_684_800_000
const UTC_START_MS = 63_072_000_000
const UTC_END_MS = 1_798_761_600_000

/**
 * ΔT = TT − UT1 in milliseconds: rows of a0…a3, ΔT = a0 + a1 x + a2 x² + a3 x³ with x from 0 to 1 across the row.
 * Rows 25–43 of Table S15 (v. 2020) of Morrison, Stephenson, Hohenkerk and Zawilski, "Addendum 2020 to Measurement of
 * the Earth's rotation", Proc. R. Soc. A 477 (2021) 20200776: 5 years a row from 1895, 3 years from 1950.
 */
// biome-ignore format: one row of the published table each
const SPLINE: readonly number[] = [
  -5017, 134, 3138, -232,
  -1977, 5715, 2443, -1257,
  4923, 6828, -1329, 720,
  11142, 6330, 831, -825,
  17479, 5518, -1643, 262,
  21617, 3020, -856, 8,
  23789, 1333, -831, 127,
  24418, 52, -449, 142,
  24164, -419, -22, 702,
  24426, 1645, 2086, -1106,
  27050, 2499, -1232, 614,
  28932, 1127, 220, -277,
  30002, 737, -610, 631,
  30760, 1409, 1282, -799,
  32652, 1577, -1115, 507,
  33621, 868, 406, 199,
  35093, 2275, 1002, -414,
  37956, 3035, -242, 202,
  40951, 3157, 364, -229,
]

/** Days since 1970-01-01 on which a leap second was in force for the first time, after the 10 s of 1972. IERS Bulletin C. */
const LEAP_DAYS: readonly number[] = [
  912, 1096, 1461, 1826, 2191, 2557, 2922, 3287, 3652, 4199, 4564, 4929, 5660, 6574, 7305, 7670, 8217, 8582, 8947, 9496,
  10043, 10592, 13149, 14245, 15522, 16617, 17167,
]

function splineMs(year: number): number {
  const fine = year >= 1950
  const rows = fine ? 11 + (year - 1950) / 3 : (year - 1895) / 5
  const row = Math.max(0, Math.min(18, Math.floor(rows)))
  const x = rows - row
  const a = (power: number): number => SPLINE[row * 4 + power] ?? 0
  return a(0) + x * (a(1) + x * (a(2) + x * a(3)))
}

function leapMs(utcMs: number): number {
  const day = utcMs / DAY_MS
  let count = 0
  while (count < LEAP_DAYS.length && day >= (LEAP_DAYS[count] ?? 0)) count++
  return 42_184 + 1000 * count
}

/** Stephenson, Morrison and Hohenkerk 2016 (Proc. R. Soc. A 472, 20160404): parabola and 1400-year wave, fitted on at 2025. */
function futureMs(year: number): number {
  const t = (year - 1825) / 100
  return 1000 * (31.4115 * t * t + 284.8436 * cosTurns((t + 0.75) / 14) - 150.568)
}

/**
 * TT − UTC in milliseconds at an instant, 1895 or later (epoch milliseconds UTC). Whole between 1972 and 2026; elsewhere
 * the model, not rounded.
 */
export function ttMinusUtcMs(utcMs: number): number {
  if (utcMs >= UTC_START_MS && utcMs < UTC_END_MS) return leapMs(utcMs)
  const year = 2000 + (utcMs - Y2000_MS) / YEAR_MS
  return utcMs < UTC_START_MS ? splineMs(year) : futureMs(year)
}

/** UTC epoch milliseconds, whole, of an instant in Terrestrial Time given as epoch milliseconds. */
export function utcFromTtMs(ttMs: number): number {
  const near = ttMs - ttMinusUtcMs(ttMs)
  return Math.floor(ttMs - ttMinusUtcMs(near) + 0.5)
}
