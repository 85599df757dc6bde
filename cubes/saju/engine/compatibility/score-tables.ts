/** The score as table look-ups in small whole numbers, made from the points of `scoring.ts`: what a batch needs. */
import { CubeError } from "cubular/contract/error"
import { options_malformed } from "cubular/messages/en"
import { elementOfBranch, elementOfStem } from "../analysis/elements.ts"
import { ANALYSIS_CHOICES } from "../analysis/options.ts"
import { branchStarTargets } from "../analysis/stars.ts"
import { readError, requireChoice } from "../options.ts"
import {
  branchPoints,
  complementPoints,
  starPoints,
  stemPoints,
  sumOf,
  usefulPairPoints,
  usefulPoints,
  yearPoints,
} from "./scoring.ts"
import type { ScoreSchools, StarAcross, Weights } from "./types.ts"
import { AREAS, readWeights } from "./weights.ts"

/** Tables of the score. "−1 first" means that place 0 stands for unknown and place 1 for index 0. */
export interface ScoreTables {
  /** Weights in the order dayStems, dayBranches, elements, monthBranches, yearBranches, stars, and their sum. */
  readonly weights: Int32Array
  readonly weightSum: number
  /** [10 × stem + stem] → 0–100. */
  readonly dayStems: Uint8Array
  /** [12 × branch + branch] → 0–100, of days and of months. */
  readonly branches: Uint8Array
  /** [60 × ganji + ganji] → 0–100. */
  readonly years: Uint8Array
  /** [characters 0–8] → points of the useful god. */
  readonly useful: Int8Array
  /** [32 × useful (−1 first) + bits of elements] → points of the elements filled in. */
  readonly complement: Int8Array
  /** [6 × useful + useful], both −1 first. */
  readonly usefulPair: Int8Array
  /** [6 × hongyeom + 3 × dohwa + nobles 0–2] → points of the stars of one side. */
  readonly stars: Int8Array
  /** Ganji → its two characters counted by element, four bits each, wood lowest. */
  readonly counts: Uint32Array
  /** Bits of branches: 천을귀인 and 홍염 of a stem, 도화 of a branch. */
  readonly nobles: Uint16Array
  readonly hongyeom: Uint16Array
  readonly dohwa: Uint16Array
}

/** Default schools of the score. */
export const SCHOOLS: ScoreSchools = /* @__PURE__ */ Object.freeze({
  nobleOfGeng: "chouWei",
  hongyeomOfEul: "wu",
  archCombinations: true,
  hiddenCombinations: false,
})

/** Bits of the branches a star stands on. */
function starMask(id: StarAcross["id"], from: number, schools: ScoreSchools): number {
  return branchStarTargets(id, from, schools).reduce((mask, branch) => mask | (1 << branch), 0)
}

type Lookups = Omit<ScoreTables, "weights" | "weightSum">

const lookupsBySchool = /* @__PURE__ */ new Map<string, Lookups>()

/**
 * Tables for `scoreOf`. Those of one school are made once and shared: read them, do not change them.
 *
 * @param weights - As in `CompatibilityOptions`; default 20 25 25 10 10 10.
 * @throws {CubeError} as `readWeights`; `options_malformed`, `choice_unknown`, `input_unreadable` (paths begin with "schools").
 */
export function scoreTables(weights?: Partial<Weights>, schools: ScoreSchools = SCHOOLS): ScoreTables {
  const full = readWeights(weights)
  const known = schools === SCHOOLS ? SCHOOLS : readSchools(schools)
  const { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations } = known
  const school = `${nobleOfGeng} ${hongyeomOfEul} ${archCombinations} ${hiddenCombinations}`
  let lookups = lookupsBySchool.get(school)
  if (!lookups) {
    lookups = createLookups(known)
    lookupsBySchool.set(school, lookups)
  }
  const list = Int32Array.from(AREAS, (area) => full[area])
  return { ...lookups, weights: list, weightSum: list.reduce((sum, weight) => sum + weight, 0) }
}

/** Other fields are passed over: the options of an analysis or of a compatibility will do. */
function readSchools(schools: unknown): ScoreSchools {
  const path = ["schools"]
  try {
    if (typeof schools !== "object" || schools === null) throw new CubeError({ ...options_malformed, path })
    return schoolsFrom(schools as { readonly [name: string]: unknown }, (value, choices, name) =>
      requireChoice(value, choices, [...path, name]),
    )
  } catch (error) {
    throw readError(error, path, undefined)
  }
}

type Read = (value: unknown, choices: readonly (string | boolean)[], name: string) => string | boolean

/** The schools of the score out of an object, each read once. */
export function schoolsFrom(given: { readonly [name: string]: unknown }, read: Read): ScoreSchools {
  const schools: { [name: string]: string | boolean } = {}
  for (const name of Object.keys(SCHOOLS)) {
    schools[name] = read(given[name], ANALYSIS_CHOICES[name as keyof ScoreSchools], name)
  }
  return schools as unknown as ScoreSchools
}

function createLookups(schools: ScoreSchools): Lookups {
  return {
    dayStems: square(10, (a, b) => sumOf(stemPoints(a, b))),
    branches: square(12, (a, b) => sumOf(branchPoints(a, b, schools))),
    years: square(60, (a, b) => sumOf(yearPoints(a, b, schools))),
    useful: Int8Array.from({ length: 9 }, (_, count) => usefulPoints(count)),
    complement: Int8Array.from({ length: 6 * 32 }, (_, at) => complementPoints(at & 31, (at >> 5) - 1)),
    usefulPair: Int8Array.from(square(6, (a, b) => sumOf(usefulPairPoints(a - 1, b - 1)) & 255)),
    stars: Int8Array.from({ length: 12 }, (_, at) => sumOf(starPoints(at % 3, at % 6 > 2, at > 5))),
    counts: Uint32Array.from({ length: 60 }, (_, ganji) => countsOf(ganji)),
    nobles: Uint16Array.from({ length: 10 }, (_, stem) => starMask("cheoneulGwiin", stem, schools)),
    hongyeom: Uint16Array.from({ length: 10 }, (_, stem) => starMask("hongyeom", stem, schools)),
    dohwa: Uint16Array.from({ length: 12 }, (_, branch) => starMask("dohwa", branch, schools)),
  }
}

function square(side: number, entry: (a: number, b: number) => number): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, at) => entry(Math.floor(at / side), at % side))
}

const countsOf = (ganji: number): number =>
  (1 << (4 * elementOfStem(ganji % 10))) + (1 << (4 * elementOfBranch(ganji % 12)))
