/**
 * The Moon as the generators see it: apparent geocentric longitude from ELP/MPP02, and the instants at which it passes
 * the Sun's. Never shipped. Its sines are the engine's, so the generated files come out the same on every machine.
 */
import elp from "astronomia/data/elpMppDeFull"
import { sin } from "../../cubes/saju/engine/math.ts"
import { nutation, sunLongitude } from "./sun.ts"

type Rows = (typeof elp)["L"]

const ARCSEC = Math.PI / 648_000
const CENTURY_DAYS = 36_525
const LIGHT_KM_PER_DAY = 299_792.458 * 86_400
/** Smallest terms kept: with all 40,000 of them new moons move by less than 0.04 s. */
const SMALLEST_ARCSEC = 0.0002
const SMALLEST_KM = 20
/** Mean new moons: days from J2000 of one in January 2000 and from each to the next (Meeus, Astronomical Algorithms, 49.1). */
const NEW_MOON_2000 = 5.09766
const SYNODIC_DAYS = 29.530588861

/** Per power of time, rows of amplitude and argument (five powers of time) one after another. */
function strongest(rows: Rows, smallest: number): readonly Float64Array[] {
  return Object.values(rows).map((part) => Float64Array.from(part.filter(([size = 0]) => size >= smallest).flat()))
}

const longitudes = strongest(elp.L, SMALLEST_ARCSEC)
const distances = strongest(elp.R, SMALLEST_KM)

function sumRows(parts: readonly Float64Array[], t: number): number {
  return parts.reduceRight((sum, rows) => {
    let part = 0
    for (let i = 0; i < rows.length; i += 6) {
      const argument = rows[i + 1]! + t * (rows[i + 2]! + t * (rows[i + 3]! + t * (rows[i + 4]! + t * rows[i + 5]!)))
      part += rows[i]! * sin(argument)
    }
    return sum * t + part
  }, 0)
}

const powers = (coefficients: readonly number[], t: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)

/** General precession in longitude, arcseconds at powers of centuries from J2000: IAU 2006 (Capitaine and others 2003). */
const PRECESSION: readonly number[] = [0, 5028.796195, 1.1054348, 0.00007964, -0.000023857]

/** Geometric longitude, mean equinox of date, radians; `t` Julian centuries TT from J2000. */
function geometricLongitude(t: number): number {
  return powers(elp.W1, t) + (sumRows(longitudes, t) + powers(PRECESSION, t)) * ARCSEC
}

/**
 * Apparent geocentric longitude of the Moon, equinox of date, in radians (not reduced).
 *
 * @param days - days TT from J2000 (JD 2451545.0).
 * @remarks The Moon is taken where it stood about the Earth one light time (1.3 s) ago: the Earth's own motion drops out.
 */
export function moonLongitude(days: number): number {
  const t = days / CENTURY_DAYS
  const lightDays = sumRows(distances, t) / LIGHT_KM_PER_DAY
  return geometricLongitude((days - lightDays) / CENTURY_DAYS) + nutation(t).longitude
}

/** How far the Moon is past the Sun, in turns −½ … ½. */
function turnsPastSun(days: number): number {
  const turns = (moonLongitude(days) - sunLongitude(days)) / (2 * Math.PI)
  return turns - Math.round(turns)
}

/** The new moon near a guess, days TT from J2000: secant steps, the first with the mean motion. */
function solveNewMoon(guess: number): number {
  let before = guess
  let beforeTurns = turnsPastSun(before)
  let days = before - beforeTurns * SYNODIC_DAYS
  for (let i = 0; i < 12 && Math.abs(days - before) > 1e-8; i++) {
    const turns = turnsPastSun(days)
    const step = (turns * (days - before)) / (turns - beforeTurns)
    before = days
    beforeTurns = turns
    days -= step
  }
  return days
}

/** The new moon of a number: 0 is that of 2000-01-06, ±1 the next and the one before. Days TT from J2000. */
export function newMoon(number: number): number {
  return solveNewMoon(NEW_MOON_2000 + number * SYNODIC_DAYS)
}

/**
 * Instants at which Moon and Sun have the same apparent geocentric longitude, ascending, in days TT from J2000.
 *
 * @param fromDays - first instant wanted, days TT from J2000.
 * @param toDays - the end, not included.
 */
export function newMoonsBetween(fromDays: number, toDays: number): number[] {
  const found: number[] = []
  // True new moons keep within 0.7 days of the mean ones.
  const first = Math.floor((fromDays - NEW_MOON_2000) / SYNODIC_DAYS)
  for (let number = first; NEW_MOON_2000 + number * SYNODIC_DAYS < toDays + 1; number++) {
    const days = newMoon(number)
    if (days >= fromDays && days < toDays) found.push(days)
  }
  return found
}
