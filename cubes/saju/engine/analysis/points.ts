/** Points beside the four pillars: conception (태원), breath (태식) and life (명궁). */
import { type Pillar, pillarOf } from "../names.ts"

/** The ganji of a stem and a branch of equal parity. */
const ganjiOf = (stem: number, branch: number): number => (6 * stem - 5 * branch + 60) % 60

/**
 * 태원, the month of conception: one stem and three branches on from the month pillar.
 *
 * @remarks 三命通會, "the tenth month before birth".
 */
export function conceptionPoint(month: number): Pillar {
  return pillarOf(ganjiOf((month + 1) % 10, (month + 3) % 12))
}

/** 태식: the stem that combines with the day stem over the branch that combines with the day branch (간합·육합). */
export function breathPoint(day: number): Pillar {
  return pillarOf(ganjiOf((day + 5) % 10, (13 - (day % 12)) % 12))
}

/**
 * 명궁: places of month and hour branch, 寅 1 … 丑 12, come to 14 with it, or to 26 from 14 on; its stem is that of the
 * month of this branch in the year (오호둔).
 *
 * @remarks Months by jeol. Some schools let the month begin at the junggi.
 */
export function lifePoint(year: number, month: number, hour: number): Pillar {
  const sum = place(month % 12) + place(hour % 12)
  const at = (sum >= 14 ? 26 : 14) - sum
  const firstStem = 2 * (year % 5) + 2
  return pillarOf(ganjiOf((firstStem + at - 1) % 10, (at + 1) % 12))
}

const place = (branch: number): number => ((branch + 10) % 12) + 1
