/**
 * The Sun as the generators see it: apparent geocentric longitude from the full VSOP87D series of the Earth, the larger
 * IAU 2000B nutation terms, light time and the frame correction of cubes/saju/engine/tables/SOURCES.md.
 * Never shipped. Its sines are the engine's, so the generated files come out the same on every machine.
 */
import earth from "astronomia/data/vsop87Dearth"
import { cos, sin } from "../../cubes/saju/engine/math.ts"

type Series = (typeof earth)["L"]

const ARCSEC = Math.PI / 648_000
const CENTURY_DAYS = 36_525
/** Light time over one astronomical unit, in days (499.004784 s). */
const LIGHT_DAYS = 0.0057755183

/**
 * Nutation, IAU 2000B (McCarthy and Luzum 2003; IERS Conventions 2003, table 5.3b), terms from 1 mas in longitude.
 * Per row: multipliers of l, l', F, D, Ω; longitude sin, t sin, cos; obliquity cos. Units 0.1 µas.
 */
export const NUTATION: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 1, -172064161, -174666, 33386, 92052331],
  [0, 0, 2, -2, 2, -13170906, -1675, -13696, 5730336],
  [0, 0, 2, 0, 2, -2276413, -234, 2796, 978459],
  [0, 0, 0, 0, 2, 2074554, 207, -698, -897492],
  [0, 1, 0, 0, 0, 1475877, -3633, 11817, 73871],
  [0, 1, 2, -2, 2, -516821, 1226, -524, 224386],
  [1, 0, 0, 0, 0, 711159, 73, -872, -6750],
  [0, 0, 2, 0, 1, -387298, -367, 380, 200728],
  [1, 0, 2, 0, 2, -301461, -36, 816, 129025],
  [0, -1, 2, -2, 2, 215829, -494, 111, -95929],
  [0, 0, 2, -2, 1, 128227, 137, 181, -68982],
  [-1, 0, 2, 0, 2, 123457, 11, 19, -53311],
  [-1, 0, 0, 2, 0, 156994, 10, -168, -1235],
  [1, 0, 0, 0, 1, 63110, 63, 27, -33228],
  [-1, 0, 0, 0, 1, -57976, -63, -189, 31429],
  [-1, 0, 2, 2, 2, -59641, -11, 149, 25543],
  [1, 0, 2, 0, 1, -51613, -42, 129, 26366],
  [-2, 0, 2, 0, 1, 45893, 50, 31, -24236],
  [0, 0, 0, 2, 0, 63384, 11, -150, -1220],
  [0, 0, 2, 2, 2, -38571, -1, 158, 16452],
  [0, -2, 2, -2, 2, 32481, 0, 0, -13870],
  [-2, 0, 0, 2, 0, -47722, 0, -18, 477],
  [2, 0, 2, 0, 2, -31046, -1, 131, 13238],
  [1, 0, 2, -2, 2, 28593, 0, -1, -12338],
  [-1, 0, 2, 0, 1, 20441, 21, 10, -10758],
  [2, 0, 0, 0, 0, 29243, 0, -74, -609],
  [0, 0, 2, 0, 0, 25887, 0, -66, -550],
  [0, 1, 0, 0, 1, -14053, -25, 79, 8551],
  [-1, 0, 0, 2, 1, 15164, 10, 11, -8001],
  [0, 2, 2, -2, 2, -15794, 72, -16, 6850],
  [0, 0, -2, 2, 0, 21783, 0, 13, -167],
  [1, 0, 0, -2, 1, -12873, -10, -37, 6953],
  [0, -1, 0, 0, 1, -12654, 11, 63, 6415],
  [-1, 0, 2, 2, 1, -10204, 0, 25, 5222],
  [0, 2, 0, 0, 0, 16707, -85, -10, 168],
  [-2, 0, 2, 0, 0, -11024, 0, -14, 104],
]

/** Delaunay arguments l, l', F, D, Ω in arcseconds at J2000, per century and per century squared (IERS 2003, 5.43). */
const DELAUNAY: readonly (readonly [number, number, number])[] = [
  [485868.249036, 1717915923.2178, 31.8792],
  [1287104.79305, 129596581.0481, -0.5532],
  [335779.526232, 1739527262.8478, -12.7512],
  [1072260.70369, 1602961601.209, -6.3706],
  [450160.398036, -6962890.5431, 7.4722],
]

const dot = (multipliers: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, i) => sum + value * (multipliers[i] ?? 0), 0)

/** Nutation in longitude and obliquity, radians, `t` Julian centuries TT from J2000. */
export function nutation(t: number): { longitude: number; obliquity: number } {
  const at = DELAUNAY.map(([at0, rate, square]) => at0 + t * (rate + square * t))
  let longitude = 0
  let obliquity = 0
  for (const row of NUTATION) {
    const [psiSin = 0, psiRate = 0, psiCos = 0, epsCos = 0] = row.slice(5)
    const angle = dot(row, at) * ARCSEC
    longitude += (psiSin + psiRate * t) * sin(angle) + psiCos * cos(angle)
    obliquity += epsCos * cos(angle)
  }
  return { longitude: longitude * ARCSEC * 1e-7, obliquity: obliquity * ARCSEC * 1e-7 }
}

function sumSeries(series: Series, tau: number): number {
  let sum = 0
  let power = 1
  for (const terms of Object.values(series)) {
    let part = 0
    for (const [amplitude, phase, frequency] of terms) part += amplitude * cos(phase + frequency * tau)
    sum += part * power
    power *= tau
  }
  return sum
}

/** Frame correction in radians, tau in Julian millennia: VSOP87's precession against the modern one. */
const frameCorrection = (tau: number): number => 7.54e-8 + tau * (-1.3452e-5 + tau * (-6.165e-6 + tau * -8.9e-7))

/**
 * Apparent geocentric longitude of the Sun, equinox of date, in radians (not reduced).
 *
 * @param days - days TT from J2000 (JD 2451545.0).
 * @remarks The Earth is taken where it was one light time ago, which is the aberration of its orbital motion and, unlike
 * the constant 20.4898″/R, includes its monthly motion about the barycentre with the Moon.
 */
export function sunLongitude(days: number): number {
  const millennium = CENTURY_DAYS * 10
  const tau = days / millennium
  const lightTime = (sumSeries(earth.R, tau) * LIGHT_DAYS) / millennium
  const geometric = sumSeries(earth.L, tau - lightTime) + Math.PI - 0.09033 * ARCSEC
  return geometric + frameCorrection(tau) + nutation(days / CENTURY_DAYS).longitude
}

/** True obliquity of the ecliptic in radians (IAU 2006 mean obliquity plus nutation). */
export function obliquity(days: number): number {
  const t = days / CENTURY_DAYS
  return (84381.406 + t * (-46.836769 + t * (-0.0001831 + t * 0.0020034))) * ARCSEC + nutation(t).obliquity
}

/** Days TT from J2000 at which the longitude is 285° + 15° k in the given year; Newton from a mean-motion guess. */
export function solveTerm(year: number, k: number): number {
  const target = ((285 + 15 * k) * Math.PI) / 180
  let days = (year - 2000) * 365.2422 + 4.7 + k * 15.2184
  for (let step = 1, i = 0; Math.abs(step) > 1e-8 && i < 12; i++) {
    const turns = (sunLongitude(days) - target) / (2 * Math.PI)
    step = (turns - Math.round(turns)) * 365.2422
    days -= step
  }
  return days
}

/** Frequencies the theory itself contains, in turns per Julian century, strongest series first. */
export function theoryFrequencies(): number[] {
  const planets = [...(earth.L["0"] ?? []), ...(earth.L["1"] ?? [])].map(([, , perMillennium]) => perMillennium / 10)
  const rates = DELAUNAY.map(([, rate]) => rate * ARCSEC)
  const moon = NUTATION.map((row) => Math.abs(dot(row, rates)))
  return [...planets, ...moon].map((radians) => radians / (2 * Math.PI)).filter((turns) => turns > 0.3)
}
