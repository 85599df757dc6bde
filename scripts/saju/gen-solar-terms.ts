/**
 * Computes the 24 solar terms of 1899–2101 and writes cubes/saju/engine/tables/solar-terms.ts:
 * the coefficients of a coarse model fitted to them, and for each term how far the model is off.
 * Run: node scripts/saju/gen-solar-terms.ts [output file]
 */
import { writeFileSync } from "node:fs"
import { atan2 } from "../../cubes/saju/engine/math.ts"
import { predictTermMs, type TermModel } from "../../cubes/saju/engine/term-model.ts"
import { solveTerm, theoryFrequencies } from "./sun.ts"

const FIRST_YEAR = 1899
const LAST_YEAR = 2101
const WAVES = +(process.env.W ?? 44)
/** Two waves closer than this cannot be told apart in two centuries (turns per century). */
const SEPARATION = +(process.env.S ?? 0.6)
const STEP_MS = 700
const J2000_MS = 946_728_000_000
const DAY_MS = 86_400_000

interface Term {
  readonly year: number
  readonly k: number
  readonly ms: number
}

function computeTerms(): Term[] {
  const terms: Term[] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (let k = 0; k < 24; k++) terms.push({ year, k, ms: J2000_MS + solveTerm(year, k) * DAY_MS })
  }
  return terms
}

/** Least squares by the normal equations and Gauss elimination with pivoting. */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] {
  const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
  const rows = columns.map((column) => [...columns.map((other) => inner(column, other)), inner(column, target)])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, j) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + j : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let j = 0; j < rows.length; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!
      if (j !== i) for (let n = i; n <= rows.length; n++) rows[j]![n]! -= factor * rows[i]![n]!
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!)
}

interface Wave {
  readonly frequency: number
  readonly cosine: Float64Array
  readonly sine: Float64Array
}

/** What the model answers to a unit wave: the same Kepler motion and seasonal speed as in the engine. */
function unitWaves(terms: readonly Term[], frequencies: readonly number[]): Wave[] {
  const plain: TermModel = { drift: [0], waves: [] }
  const respond = (frequency: number, phase: number, term: Term): number =>
    predictTermMs({ drift: [0], waves: [frequency * 100, phase * 1000, 1] }, term.year, term.k) -
    predictTermMs(plain, term.year, term.k)
  return frequencies.map((frequency) => ({
    frequency,
    cosine: Float64Array.from(terms, (term) => respond(frequency, 0, term)),
    sine: Float64Array.from(terms, (term) => respond(frequency, -0.25, term)),
  }))
}

interface Fit {
  readonly model: TermModel
  /** Computed minus predicted, milliseconds. */
  readonly rest: Float64Array
}

const restOf = (terms: readonly Term[], model: TermModel): Float64Array =>
  Float64Array.from(terms, (term) => term.ms - predictTermMs(model, term.year, term.k))

/** Fits drift and the chosen waves together, rounded to the units of the table. */
function fit(terms: readonly Term[], chosen: readonly Wave[]): Fit {
  const powers = Array.from({ length: +(process.env.P ?? 5) }, (_, i) => i).map((n) =>
    Float64Array.from(terms, ({ year, k }) => ((year - 2000 + k / 24) / 100) ** n),
  )
  const target = restOf(terms, { drift: [0], waves: [] })
  const found = leastSquares([...powers, ...chosen.flatMap(({ cosine, sine }) => [cosine, sine])], target)
  const waves = chosen.flatMap(({ frequency }, i) => {
    const [a = 0, b = 0] = found.slice(powers.length + 2 * i)
    const phase = Math.round((-atan2(b, a) / (2 * Math.PI)) * 1000)
    return [Math.round(frequency * 100), (phase + 1000) % 1000, Math.round(Math.sqrt(a * a + b * b))]
  })
  const model = { drift: found.slice(0, powers.length).map(Math.round), waves }
  return { model, rest: restOf(terms, model) }
}

/** Matching pursuit: again and again the wave of the theory that explains most of the rest. */
function fitModel(terms: readonly Term[]): Fit {
  const candidates = unitWaves(
    terms,
    theoryFrequencies().map((turns) => Math.round(turns * 100) / 100),
  )
  const chosen: Wave[] = []
  let best = fit(terms, chosen)
  const gain = ({ cosine, sine }: Wave): number => {
    let a = 0
    let b = 0
    for (let i = 0; i < terms.length; i++) {
      a += best.rest[i]! * cosine[i]!
      b += best.rest[i]! * sine[i]!
    }
    return a * a + b * b
  }
  const isNew = (wave: Wave): boolean =>
    chosen.every((other) => Math.abs(other.frequency - wave.frequency) > SEPARATION)
  while (chosen.length < WAVES) {
    const [next] = candidates
      .filter(isNew)
      .map((wave) => ({ wave, gain: gain(wave) }))
      .sort((x, y) => y.gain - x.gain)
    chosen.push(next!.wave)
    best = fit(terms, chosen)
  }
  return best
}
const terms = computeTerms()
console.time("fit")
const best = fitModel(terms)
console.timeEnd("fit")

import zlib from "node:zlib"

let m = 0,
  s2 = 0
for (const x of best.rest) {
  m = Math.max(m, Math.abs(x))
  s2 += x * x
}
console.log(m, Math.sqrt(s2 / terms.length), best.model.drift)
for (const q of [500, 600, 700, 800, 1000]) {
  const a = Array.from(best.rest, (x) => Math.round(x / q))
  console.log(
    q,
    Math.max(...a.map(Math.abs)),
    zlib.gzipSync(a.map((v) => String.fromCharCode(35 + (v < 0 ? -2 * v - 1 : 2 * v))).join(""), { level: 9 }).length,
  )
}
console.log(zlib.gzipSync(best.model.waves.join(","), { level: 9 }).length)
for (let i = 0; i < best.model.waves.length; i += 3) console.log(best.model.waves.slice(i, i + 3).join(" "))
for (const y of [0, 1, 2, 50, 100, 150, 202])
  console.log(y + 1899, Array.from(best.rest.slice(y * 24, y * 24 + 24), (x) => Math.round(x / 1000)).join(" "))
