/**
 * Fits the short series of cubes/saju/engine/equation-series.ts to the equation of time of the full theory over
 * 1899–2101 and writes cubes/saju/engine/tables/equation-of-time.ts.
 * Run: node scripts/saju/gen-equation-of-time.ts [output file]
 */
import { writeFileSync } from "node:fs"
import { ttMinusUtcMs } from "../../cubes/saju/engine/delta-t.ts"
import { type EquationSeries, equationOfTimeOf } from "../../cubes/saju/engine/equation-series.ts"
import { atan2, cos, cosTurns, sin } from "../../cubes/saju/engine/math.ts"
import { leastSquares } from "./least-squares.ts"
import { nutation, obliquity, sunLongitude, theoryFrequencies } from "./sun.ts"

const DAY_MS = 86_400_000
const J2000_MS = 946_728_000_000
const CENTURY_MS = 3_155_760_000_000
const TWO_PI = 2 * Math.PI
const HARMONICS = 6
const WAVES = 10
/** Waves closer than this are all but the same over two centuries (turns per century). */
const SEPARATION = 0.4
/** Not a divisor of the year or the month, so that the samples see every phase. */
const SPACING_MS = 6.37 * DAY_MS

/** Apparent minus mean solar time in seconds: sidereal time (IAU 2006) and equation of the equinoxes against right ascension. */
function equationOfTime(utcMs: number): number {
  const days = (utcMs - J2000_MS) / DAY_MS
  const daysTt = days + ttMinusUtcMs(utcMs) / DAY_MS
  const t = daysTt / 36_525
  const turns = 0.779057273264 + 0.00273781191135448 * days + (0.014506 + t * (4612.156534 + t * 1.3915817)) / 1_296_000
  const lambda = sunLongitude(daysTt)
  const epsilon = obliquity(daysTt)
  const rightAscension = atan2(cos(epsilon) * sin(lambda), cos(lambda))
  const difference = turns + (nutation(t).longitude * cos(epsilon) - rightAscension) / TWO_PI
  return (difference - Math.round(difference)) * 86_400
}

interface Samples {
  readonly utcMs: Float64Array
  readonly seconds: Float64Array
}

function takeSamples(): Samples {
  const from = Date.UTC(1899, 0, 1)
  const length = Math.ceil((Date.UTC(2102, 0, 1) - from) / SPACING_MS)
  const utcMs = Float64Array.from({ length }, (_, i) => from + i * SPACING_MS)
  return { utcMs, seconds: utcMs.map(equationOfTime) }
}

const ZEROS: readonly number[] = new Array<number>(4 * HARMONICS).fill(0)

/** What one coefficient, set to 1, adds to the series at every sample. */
const columnOf = (series: Partial<EquationSeries>, utcMs: Float64Array): Float64Array =>
  utcMs.map((ms) => equationOfTimeOf({ offset: 0, harmonics: [], waves: [], ...series }, ms))

const waveColumns = (frequency: number, utcMs: Float64Array): Float64Array[] =>
  [0, -0.25].map((phase) => utcMs.map((ms) => cosTurns(phase + (frequency * (ms - J2000_MS)) / CENTURY_MS)))

const round = (x: number, unit: number): number => Math.round(x * unit) / unit

function fitSeries(
  { seconds }: Samples,
  annual: readonly Float64Array[],
  chosen: readonly Candidate[],
): EquationSeries {
  const found = leastSquares([...annual, ...chosen.flatMap(({ columns }) => columns)], seconds)
  const waves = chosen.flatMap(({ frequency }, i) => {
    const [a = 0, b = 0] = found.slice(annual.length + 2 * i)
    const phase = round(-atan2(b, a) / TWO_PI, 1000)
    return [frequency, phase, round(Math.sqrt(a * a + b * b), 1000)]
  })
  const [offset = 0, ...harmonics] = found.slice(0, annual.length).map((x) => round(x, 10_000))
  return { offset, harmonics, waves }
}

interface Candidate {
  readonly frequency: number
  readonly columns: readonly Float64Array[]
}

/** The theory's frequencies, and what right ascension makes of them: sums and differences with one and two years. */
function candidateFrequencies(): number[] {
  const year = 100.00214
  const shifted = theoryFrequencies().flatMap((f) => [
    f,
    ...[1, 2].flatMap((n) => [f + n * year, Math.abs(f - n * year)]),
  ])
  return [...new Set(shifted.map((f) => round(f, 100)))].filter((f) => f > 0.5 && f < 1500)
}

function power(column: Float64Array, rest: Float64Array): number {
  let sum = 0
  for (let i = 0; i < rest.length; i++) sum += column[i]! * rest[i]!
  return sum * sum
}

function fitAll(samples: Samples): EquationSeries {
  const { utcMs, seconds } = samples
  const unit = ZEROS.map((_, i) => columnOf({ harmonics: ZEROS.with(i, 1) }, utcMs))
  const annual = [columnOf({ offset: 1 }, utcMs), ...unit]
  const frequencies = candidateFrequencies()
  const chosen: Candidate[] = []
  for (;;) {
    const series = fitSeries(samples, annual, chosen)
    if (chosen.length === WAVES) return series
    const rest = seconds.map((value, i) => value - equationOfTimeOf(series, utcMs[i]!))
    const [best] = frequencies
      .filter((frequency) => chosen.every((other) => Math.abs(other.frequency - frequency) > SEPARATION))
      .map((frequency) => ({ frequency, columns: waveColumns(frequency, utcMs) }))
      .map((candidate) => ({
        candidate,
        gain: candidate.columns.reduce((sum, column) => sum + power(column, rest), 0),
      }))
      .sort((x, y) => y.gain - x.gain)
    chosen.push(best!.candidate)
  }
}

const render = ({
  offset,
  harmonics,
  waves,
}: EquationSeries): string => `// Generated by scripts/saju/gen-equation-of-time.ts; see SOURCES.md. Do not edit.
import type { EquationSeries } from "../equation-series.ts"

export const series: EquationSeries = {
  offset: ${offset},
  harmonics: [${harmonics.join(", ")}],
  waves: [${waves.join(", ")}],
}
`

const output = process.argv[2] ?? new URL("../../cubes/saju/engine/tables/equation-of-time.ts", import.meta.url)
writeFileSync(output, render(fitAll(takeSamples())))
