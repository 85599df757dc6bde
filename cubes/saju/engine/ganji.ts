/** Where the four indexes come from: a solar term gives year and month, hours since 1970 give day and hour. */
import type { Boundary } from "./options.ts"

export const HOUR_MS = 3_600_000

/**
 * Month pillar under the term with this number (0 = sohan of 1599, 24 a year).
 *
 * @remarks Two terms make a month and months run on without a break; 0 is 丁丑-month's sohan of 1599, ganji 1.
 */
export const monthIndex = (term: number): number => ((term >> 1) + 1) % 60

/** Year pillar under the term with this number: years begin at ipchun, or at dongji one and a half months before. */
export function yearIndex(term: number, yearBoundary: "ipchun" | "dongji"): number {
  const begun = yearBoundary === "ipchun" ? term + 22 : term + 25
  return (((begun / 24) | 0) + 1594) % 60
}

/** Hours shifted to be positive from 1599 on, by whole cycles of sixty days and so that day 0 of the cycle is 甲子 갑자. */
const CYCLE_HOURS = 24 * (180_000 + 17)

/** Hours that a clock shows (ms as if UTC), counted from 1970-01-01 00:00. */
export const hoursOf = (clockMs: number): number => Math.floor(clockMs / HOUR_MS) | 0

/** Day pillar of an hour counted from 1970-01-01 00:00 of the deciding clock. */
export function dayIndex(hours: number, boundary: Boundary): number {
  return (((hours + (boundary === "jasi" ? CYCLE_HOURS + 1 : CYCLE_HOURS)) / 24) | 0) % 60
}

/**
 * Hour pillar of an hour counted from 1970-01-01 00:00 of the deciding clock.
 *
 * @remarks Twelve a day, so they run on through all sixty in five days, from 23:00 to 23:00. Only "midnight" steps back
 * for the last hour of a day: its stem is of the same day.
 */
export function hourIndex(hours: number, boundary: Boundary): number {
  const double = (hours + CYCLE_HOURS + 1) >> 1
  return (boundary === "midnight" && isLateRatHour(hours) ? double - 12 : double) % 60
}

/** Whether an hour is the 23rd of its day, where schools differ. */
export function isLateRatHour(hours: number): boolean {
  return (hours + CYCLE_HOURS) % 24 === 23
}

/** Whether two hours surely give the same day and hour pillar in every school: the same double hour, not the one around midnight. */
export function sameDoubleHour(a: number, b: number): boolean {
  const double = (a + CYCLE_HOURS + 1) >> 1
  return double === (b + CYCLE_HOURS + 1) >> 1 && double % 12 !== 0
}
