/**
 * Computes the new moons of 1600–2200 and writes cubes/saju/engine/tables/new-moons.ts: the coefficients of a coarse
 * model fitted to them, and for each new moon how far the model is off.
 * Run: node scripts/saju/gen-new-moons.ts [output file]
 */
import { writeFileSync } from "node:fs"
import { atan2, cosTurns, sinTurns } from "../../cubes/saju/engine/math.ts"
import { lunationAt, type NewMoonModel, predictNewMoonMs } from "../../cubes/saju/engine/new-moon-model.ts"
import { surpriseToCode } from "../../cubes/saju/engine/term-model.ts"
import { leastSquares } from "./least-squares.ts"
import { newMoon } from "./moon.ts"

/** A month more at either end than the years asked for, as mean new moons stray from true ones. */
const FIRST_MS = Date.UTC(1599, 11, 1)
const LAST_MS = Date.UTC(2201, 1, 1)
const LUNAR = 30
const WAVES = 45
/** Rounds in which waves are chosen, the strongest few of what is left at a time. */
const WAVES_PER_ROUND = 5
/** Frequencies tried, in 1/100,000 turn per lunation; two waves closer than the second number are all but the same. */
const GRID = 4
const SEPARATION = 24
/** Unit of the corrections: half of it is the largest rounding error of the table. */
const STEP_MS = 1500
const J2000_MS = 946_728_000_000
const DAY_MS = 86_400_000

interface NewMoon {
  readonly lunation: number
  readonly ms: number
}

function computeNewMoons(): NewMoon[] {
  const from = lunationAt(FIRST_MS)
  const length = lunationAt(LAST_MS) - from + 1
  return Array.from({ length }, (_, i) => ({ lunation: from + i, ms: J2000_MS + newMoon(from + i) * DAY_MS }))
}

type Multiples = readonly [sun: number, moon: number, node: number]

/** Every sum of a few times the three arguments, counted once; at new moon only even multiples of the node's occur. */
function lunarCandidates(): Multiples[] {
  const range = (from: number, to: number, step = 1): number[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
  return range(-3, 4)
    .flatMap((sun) => range(0, 6).flatMap((moon) => range(-6, 6, 2).map((node): Multiples => [sun, moon, node])))
    .filter(([sun, moon, node]) => moon > 0 || node > 0 || (node === 0 && sun > 0))
}

/** A column of the fit: what one unit of a coefficient adds, in milliseconds. */
const columnOf = (moons: readonly NewMoon[], part: Partial<NewMoonModel>): Float64Array => {
  const model = { drift: [0], lunar: [], waves: [], ...part }
  const plain = { drift: [0], lunar: [], waves: [] }
  return Float64Array.from(
    moons,
    ({ lunation }) => predictNewMoonMs(model, lunation) - predictNewMoonMs(plain, lunation),
  )
}

const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

interface Chosen {
  readonly lunar: readonly Multiples[]
  readonly frequencies: readonly number[]
}

interface Fit {
  readonly model: NewMoonModel
  /** Computed minus predicted, milliseconds. */
  readonly rest: Float64Array
}

const restOf = (moons: readonly NewMoon[], model: NewMoonModel): Float64Array =>
  Float64Array.from(moons, ({ lunation, ms }) => ms - predictNewMoonMs(model, lunation))

/** Fits drift and everything chosen together, rounded to the units of the table. */
function fitAll(moons: readonly NewMoon[], { lunar, frequencies }: Chosen): Fit {
  const powers = [0, 1, 2, 3, 4].map((n) => columnOf(moons, { drift: new Array<number>(n).fill(0).concat(1) }))
  const sines = lunar.map((multiples) => columnOf(moons, { lunar: [...multiples, 1] }))
  const pairs = frequencies.flatMap((f) => [0, -250].map((phase) => columnOf(moons, { waves: [f, phase, 1] })))
  const found = leastSquares([...powers, ...sines, ...pairs], restOf(moons, { drift: [0], lunar: [], waves: [] }))
  const waves = frequencies.flatMap((frequency, i) => {
    const [a = 0, b = 0] = found.slice(powers.length + sines.length + 2 * i)
    const phase = Math.round((-atan2(b, a) / (2 * Math.PI)) * 1000)
    return [frequency, (phase + 1000) % 1000, Math.round(Math.sqrt(a * a + b * b))]
  })
  const model = {
    drift: found.slice(0, powers.length).map(Math.round),
    lunar: lunar.flatMap((multiples, i) => [...multiples, Math.round(found[powers.length + i]!)]),
    waves,
  }
  return { model, rest: restOf(moons, model) }
}

/** Matching pursuit: again and again the sum of arguments that explains most of the rest. */
function chooseLunar(moons: readonly NewMoon[]): Multiples[] {
  const candidates = lunarCandidates().map((multiples) => ({
    multiples,
    column: columnOf(moons, { lunar: [...multiples, 1] }),
  }))
  const chosen: Multiples[] = []
  while (chosen.length < LUNAR) {
    const { rest } = fitAll(moons, { lunar: chosen, frequencies: [] })
    const [best] = candidates
      .filter(({ multiples }) => !chosen.includes(multiples))
      .map(({ multiples, column }) => ({ multiples, gain: inner(column, rest) ** 2 / inner(column, column) }))
      .sort((x, y) => y.gain - x.gain)
    chosen.push(best!.multiples)
  }
  return chosen
}

/** How strongly each frequency of the grid stands in the rest; the cosines turn on by one addition theorem a step. */
function spectrum(rest: Float64Array): { frequency: number; gain: number }[] {
  return Array.from({ length: Math.floor(50_000 / GRID) - 1 }, (_, i) => {
    const frequency = (i + 1) * GRID
    const [c1, s1] = [cosTurns(frequency / 100_000), sinTurns(frequency / 100_000)]
    let [c, s, a, b] = [1, 0, 0, 0]
    for (const value of rest) {
      a += value * c
      b += value * s
      const next = c * c1 - s * s1
      s = s * c1 + c * s1
      c = next
    }
    return { frequency, gain: a * a + b * b }
  })
}

function fitModel(moons: readonly NewMoon[]): Fit {
  const lunar = chooseLunar(moons)
  const frequencies: number[] = []
  let best = fitAll(moons, { lunar, frequencies })
  while (frequencies.length < WAVES) {
    const peaks = spectrum(best.rest).sort((x, y) => y.gain - x.gain)
    const enough = frequencies.length + WAVES_PER_ROUND
    for (const { frequency } of peaks) {
      if (frequencies.length === enough) break
      if (frequencies.every((other) => Math.abs(other - frequency) > SEPARATION)) frequencies.push(frequency)
    }
    best = fitAll(moons, { lunar, frequencies })
  }
  return best
}

/** Per new moon one character: its correction in steps. */
function encodeCorrections({ rest }: Fit): string {
  const codes = Array.from(rest, (ms) => surpriseToCode(Math.round(ms / STEP_MS)))
  if (codes.some((code) => code > 126)) throw new Error("a correction takes more than one character: raise WAVES")
  return String.fromCharCode(...codes)
}

function render(moons: readonly NewMoon[], best: Fit): string {
  return `// Generated by scripts/saju/gen-new-moons.ts; see SOURCES.md. Do not edit.
import type { NewMoonModel } from "../new-moon-model.ts"

/** Lunation of the first new moon of the table, 0 = January 2000. */
export const FIRST_LUNATION = ${moons[0]!.lunation}
/** Milliseconds per step of a correction. */
export const STEP_MS = ${STEP_MS}
export const model: NewMoonModel = {
  drift: [${best.model.drift.join(", ")}],
  lunar: [${best.model.lunar.join(", ")}],
  waves: [${best.model.waves.join(", ")}],
}
/** Corrections, one character per new moon. */
export const corrections: string = ${JSON.stringify(encodeCorrections(best))}
`
}

const output = process.argv[2] ?? new URL("../../cubes/saju/engine/tables/new-moons.ts", import.meta.url)
const moons = computeNewMoons()
const best = fitModel(moons)
writeFileSync(output, render(moons, best))
