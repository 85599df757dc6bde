import type { Slices } from "./interleave.ts"

/** Median and quartiles of many timings of the same thing, in the unit of the samples. */
export interface Figure {
  readonly median: number
  readonly q1: number
  readonly q3: number
  readonly samples: number
}

/** What one contender came to: its time in ns per run, and that time as a multiple of the reference's, round by round. */
export interface Standing {
  readonly name: string
  readonly ns: Figure
  readonly ratio: Figure
}

/** The value below which the share `part` (0…1) of the samples lies, between neighbours in proportion. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const low = sorted[Math.floor(at)] as number
  const high = sorted[Math.ceil(at)] as number
  return low + (high - low) * (at - Math.floor(at))
}

/** Median and quartiles with four digits. */
export function figureOf(samples: readonly number[]): Figure {
  const digits = (part: number): number => Number(quantile(samples, part).toPrecision(4))
  return { median: digits(0.5), q1: digits(0.25), q3: digits(0.75), samples: samples.length }
}

/** Standings against `reference`. Ratios pair the slices of the same round, so a change of the machine's pace cancels out. */
export function standings(slices: Slices, reference: string): Standing[] {
  const base = slices[reference] as (number | null)[]
  return Object.entries(slices).map(([name, samples]) => {
    const pairs = samples.flatMap((ns, round) => {
      const other = base[round]
      return ns === null || other === null || other === undefined ? [] : [ns / other]
    })
    return { name, ns: figureOf(samples.filter((ns) => ns !== null)), ratio: figureOf(pairs) }
  })
}
