/** The equation of time of the full theory: what the engine's series are fitted to and tested against. */
import { farTtMinusUtcMs } from "../../cubes/saju/engine/far-delta-t.ts"
import { atan2, cos, sin } from "../../cubes/saju/engine/math.ts"
import { nutation, obliquity, sunLongitude } from "./sun.ts"

const DAY_MS = 86_400_000
const J2000_MS = 946_728_000_000
const TWO_PI = 2 * Math.PI

/** Apparent minus mean solar time in seconds: sidereal time (IAU 2006) and equation of the equinoxes against right ascension. */
export function equationOfTime(utcMs: number): number {
  const days = (utcMs - J2000_MS) / DAY_MS
  const daysTt = days + farTtMinusUtcMs(utcMs) / DAY_MS
  const t = daysTt / 36_525
  const turns = 0.779057273264 + 0.00273781191135448 * days + (0.014506 + t * (4612.156534 + t * 1.3915817)) / 1_296_000
  const lambda = sunLongitude(daysTt)
  const epsilon = obliquity(daysTt)
  const rightAscension = atan2(cos(epsilon) * sin(lambda), cos(lambda))
  const difference = turns + (nutation(t).longitude * cos(epsilon) - rightAscension) / TWO_PI
  return (difference - Math.round(difference)) * 86_400
}
