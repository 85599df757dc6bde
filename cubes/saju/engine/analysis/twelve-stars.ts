/** Twelve stars (12신살): where each branch stands from the three combination of a base branch. */

/**
 * One of the twelve stars, 0–11: 겁살 재살 천살 지살 년살 월살 망신살 장성살 반안살 역마살 육해살 화개살.
 *
 * @remarks They begin where the base's three combination (申子辰 …) is spent: one branch after its last, 巳 for 申子辰, three
 * branches back for each next group.
 */
export function twelveStarOf(baseBranch: number, branch: number): number {
  const first = (17 - 3 * (baseBranch % 4)) % 12
  return (branch - first + 12) % 12
}
