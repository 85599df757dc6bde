/** The tables of strength as bytes, for engines that look sixteen rows up at once: assembly/scores.ts says where each begins. */
import { elementOfBranch, elementOfStem, generatorOf } from "../analysis/elements.ts"
import { strengthTables } from "../analysis/strength-shares.ts"

/** The least of any branch: thirty days in the worst season, a main root. */
const LEAST_WEIGHED = 180
const LEAST_ROOTS = 10

/** 352 bytes. */
export function strengthLanes(): Uint8Array {
  const { days, roots, seasons } = strengthTables()
  const dayOf = (element: number, branch: number): number => days[branch * 5 + element] as number
  const rootOf = (element: number, branch: number): number => roots[branch * 5 + element] as number
  // Seasons follow the element of the month: 寅 巳 丑 申 子 stand for the five.
  const seasonOf = (month: number, element: number): number =>
    seasons[([2, 5, 1, 8, 0][month] as number) * 5 + element] as number
  return Uint8Array.from([
    ...table(16, 15, (at) => 12 * Math.floor(at / 3)),
    ...table(32, 30, (at) => elementOfStem((2 * at) % 10)),
    ...table(16, 12, elementOfBranch),
    ...table(16, 5, generatorOf),
    ...table(16, 5, (element) => 12 * element),
    ...table(16, 5, (element) => 5 * element),
    ...table(16, 12, (branch) => sumOf((element) => rootOf(element, branch)) - LEAST_ROOTS),
    ...byTwelve((own, branch) => rootOf(own, branch) + rootOf(generatorOf(own), branch)),
    ...byTwelve(dayOf),
    ...byTwelve(
      (month, branch) => sumOf((element) => dayOf(element, branch) * seasonOf(month, element)) - LEAST_WEIGHED,
    ),
    ...table(32, 25, (at) => seasonOf(Math.floor(at / 5), at % 5)),
  ])
}

const table = (length: number, used: number, entry: (at: number) => number): number[] =>
  Array.from({ length }, (_, at) => (at < used ? entry(at) : 0))

/** [12 × element + branch]. */
const byTwelve = (entry: (element: number, branch: number) => number): number[] =>
  table(64, 60, (at) => entry(Math.floor(at / 12), at % 12))

function sumOf(value: (element: number) => number): number {
  return value(0) + value(1) + value(2) + value(3) + value(4)
}
