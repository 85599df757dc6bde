/** Charts for laws that hold of every chart: four ganji that stems and branches allow, the same ones on every run. */
export type Columns = readonly [year: number, month: number, day: number, hour: number]

/** Charts drawn by a linear congruential generator; every fourth has no hour. */
export function randomColumns(count: number, seed = 20_261_121): readonly Columns[] {
  let state = seed
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return Array.from({ length: count }, (_, at) => {
    const year = below(60)
    const month = (12 * year + 2 + below(12)) % 60
    const day = below(60)
    const hour = (12 * (day % 5) + below(12)) % 60
    return [year, month, day, at % 4 === 3 ? -1 : hour] as const
  })
}
