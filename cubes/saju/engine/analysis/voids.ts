/** Void branches (공망): the two that a run of ten ganji (순) leaves out. */
import type { Column } from "./column.ts"
import type { Position, Void } from "./types.ts"

/** The two void branches of a ganji 0–59: 甲子 … 癸酉 戌亥, 甲戌 … 癸未 申酉, and so on. */
export function voidBranchesOf(ganji: number): readonly [number, number] {
  const first = (22 - 2 * Math.floor(ganji / 10)) % 12
  return [first, first + 1]
}

/** Whether a branch is void by a ganji 0–59. */
export function isVoidBy(ganji: number, branch: number): boolean {
  return voidBranchesOf(ganji).includes(branch)
}

/** Void branches of a ganji and the pillars that stand on them. */
export function voidOf(ganji: number, columns: readonly Column<Position>[]): Void {
  const branches = voidBranchesOf(ganji)
  return { branches, pillars: columns.filter(({ branch }) => branches.includes(branch)).map(({ label }) => label) }
}
