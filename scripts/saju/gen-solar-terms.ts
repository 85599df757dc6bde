/**
 * Computes the solar terms of 1599–2201 and writes cubes/saju/engine/tables/solar-terms.ts (1899–2101) and
 * far-solar-terms.ts (the years around them): the coefficients of a coarse model fitted to them, and for each term how
 * far the model is off.
 * Run: node scripts/saju/gen-solar-terms.ts [output directory]
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { atan2 } from "../../cubes/saju/engine/math.ts"
import { expectSteps, predictTermMs, surpriseToCode, type TermModel } from "../../cubes/saju/engine/term-model.ts"
import { leastSquares } from "./least-squares.ts"
import { solveTerm, theoryFrequencies } from "./sun.ts"

/** One table and how fine it is. */
interface Plan {
  readonly file: string
  readonly years: readonly number[]
  readonly waves: number
  /** Waves closer than this are all but the same over the years (turns per century). */
  readonly separation: number
  /** Frequencies are kept to this part of a turn per century: over six centuries 1/100 is too coarse for strong waves. */
  readonly fineness: 100 | 1000
  /** Unit of the corrections: half of it is the largest rounding error of the table. */
  readonly stepMs: number
  /** Lines of the table that say which years it holds. */
  readonly span: string
}

const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

const near: Plan = {
  file: "solar-terms.ts",
  years: yearsFrom(1899, 2101),
  waves: 40,
  separation: 0.25,
  fineness: 100,
  stepMs: 600,
  span: `export const FIRST_YEAR = 1899
export const LAST_YEAR = 2101
`,
}
const far: Plan = {
  file: "far-solar-terms.ts",
  years: [...yearsFrom(1599, 1898), ...yearsFrom(2102, 2201)],
  waves: 70,
  separation: 0.1,
  fineness: 1000,
  stepMs: 1200,
  span: `/** The years before the near table, then those after it. */
export const FIRST_YEAR = 1599
export const EARLY_YEARS = 300
export const LATE_YEAR = 2102
export const LAST_YEAR = 2201
`,
}
const J2000_MS = 946_728_000_000
const DAY_MS = 86_400_000

interface Term {
  readonly year: number
  readonly k: number
  readonly ms: number
}

function computeTerms({ years }: Plan): Term[] {
  const terms: Term[] = []
  for (const year of years) {
    for (let k = 0; k < 24; k++) terms.push({ year, k, ms: J2000_MS + solveTerm(year, k) * DAY_MS })
  }
  return terms
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
function fitWaves(terms: readonly Term[], chosen: readonly Wave[]): Fit {
  const powers = [0, 1, 2, 3, 4].map((n) =>
    Float64Array.from(terms, ({ year, k }) => ((year - 2000 + k / 24) / 100) ** n),
  )
  const target = restOf(terms, { drift: [0], waves: [] })
  const found = leastSquares([...powers, ...chosen.flatMap(({ cosine, sine }) => [cosine, sine])], target)
  const waves = chosen.flatMap(({ frequency }, i) => {
    const [a = 0, b = 0] = found.slice(powers.length + 2 * i)
    const phase = Math.round((-atan2(b, a) / (2 * Math.PI)) * 1000)
    return [Math.round(frequency * 1000) / 10, (phase + 1000) % 1000, Math.round(Math.sqrt(a * a + b * b))]
  })
  const model = { drift: found.slice(0, powers.length).map(Math.round), waves }
  return { model, rest: restOf(terms, model) }
}

/** Matching pursuit: again and again the wave of the theory that explains most of the rest. */
function fitModel(terms: readonly Term[], { waves, separation, fineness }: Plan): Fit {
  const candidates = unitWaves(
    terms,
    theoryFrequencies().map((turns) => Math.round(turns * fineness) / fineness),
  )
  const chosen: Wave[] = []
  let best = fitWaves(terms, chosen)
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
    chosen.every((other) => Math.abs(other.frequency - wave.frequency) > separation)
  while (chosen.length < waves) {
    const [next] = candidates
      .filter(isNew)
      .map((wave) => ({ wave, gain: gain(wave) }))
      .sort((x, y) => y.gain - x.gain)
    chosen.push(next!.wave)
    best = fitWaves(terms, chosen)
  }
  return best
}

/** Per term one character: its correction in steps, less what the three before it in the same year let one expect. */
function encodeSurprises({ rest }: Fit, { stepMs }: Plan): string {
  const steps = Array.from(rest, (ms) => Math.round(ms / stepMs))
  const earlier = (i: number, lag: number): number => (i % 24 < lag ? 0 : steps[i - lag]!)
  const codes = steps.map((own, i) => surpriseToCode(own - expectSteps(earlier(i, 1), earlier(i, 2), earlier(i, 3))))
  if (codes.some((code) => code > 126))
    throw new Error("a surprise takes more than one character: raise waves or stepMs")
  return String.fromCharCode(...codes)
}

function render(best: Fit, plan: Plan): string {
  return `// Generated by scripts/saju/gen-solar-terms.ts; see SOURCES.md. Do not edit.
import type { TermModel } from "../term-model.ts"

${plan.span}/** Milliseconds per step of a correction. */
export const STEP_MS = ${plan.stepMs}
export const model: TermModel = {
  drift: [${best.model.drift.join(", ")}],
  waves: [${best.model.waves.join(", ")}],
}
/** Corrections, one character per term, sohan of the first year first; read by \`readSteps\`. */
export const surprises: string = ${JSON.stringify(encodeSurprises(best, plan))}
`
}

const tables = process.argv[2] ?? fileURLToPath(new URL("../../cubes/saju/engine/tables", import.meta.url))
for (const plan of [near, far])
  writeFileSync(`${tables}/${plan.file}`, render(fitModel(computeTerms(plan), plan), plan))
