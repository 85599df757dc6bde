/** Options of an analysis: their values, their defaults, and the check of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import { options_malformed, priority_malformed, priority_repeated } from "cubular/messages/en"
import { type FullOptions, isPlain, readError, requireChoice, unknownField } from "../options.ts"
import type { AnalysisOptions, FullAnalysisOptions, UsefulGodMethod } from "./types.ts"

/** The six methods in the order they are asked in by default. */
export const USEFUL_GOD_METHODS: readonly UsefulGodMethod[] = /* @__PURE__ */ Object.freeze([
  "follow",
  "climate",
  "balance",
  "mediation",
  "illness",
  "structure",
] as const)

/** Values of each option but the priority; the default comes first. */
export const ANALYSIS_CHOICES = {
  stageYin: ["backward", "withYang"],
  commandingDays: ["scaled", "raw"],
  structure: ["revealed", "main", "commanding"],
  strength: ["hiddenStems", "fourTests", "points", "roots"],
  nobleOfGeng: ["chouWei", "yinWu"],
  blade: ["afterLok", "peak", "yangOnly"],
  goegang: ["korean", "chinese", "six"],
  goran: ["five", "eight"],
  hongyeomOfEul: ["wu", "shen"],
  studyOfWater: ["shen", "yin"],
  hyeonchim: ["five", "six"],
  starsByYearStem: [false, true],
  hiddenCombinations: [false, true],
  archCombinations: [true, false],
  hemisphere: ["north", "south"],
} as const satisfies Choices

type Choices = {
  readonly [Each in Exclude<keyof AnalysisOptions, "usefulGodPriority">]-?: readonly AnalysisOptions[Each][]
}
type Name = keyof typeof ANALYSIS_CHOICES
const NAMES = /* @__PURE__ */ Object.keys(ANALYSIS_CHOICES) as readonly Name[]

/**
 * Checks options and fills the defaults in; what the chart was reckoned with is taken from its own options.
 *
 * @throws {CubeError} `options_malformed`, `field_unknown`, `choice_unknown`, `priority_malformed`, `priority_repeated`,
 * `input_unreadable` (a getter or proxy that throws); paths begin with "options".
 */
export function readAnalysisOptions(
  options: unknown,
  chartOptions: Pick<FullOptions, "hiddenStems" | "stageEarth" | "twelveStarsBase">,
): FullAnalysisOptions {
  const { hiddenStems, stageEarth, twelveStarsBase } = chartOptions
  const full: { [name: string]: unknown } = { usefulGodPriority: USEFUL_GOD_METHODS }
  for (const name of NAMES) full[name] = ANALYSIS_CHOICES[name][0]
  if (options !== undefined) fill(full, options)
  return { ...(full as unknown as FullAnalysisOptions), hiddenStems, stageEarth, twelveStarsBase }
}

function fill(full: { [name: string]: unknown }, options: unknown): void {
  let key: string | undefined
  try {
    if (!isPlain(options)) throw new CubeError({ ...options_malformed, path: ["options"] })
    for (key of Object.keys(options)) {
      if (!Object.hasOwn(full, key)) throw unknownField(["options"], key, Object.keys(full))
      full[key] = optionOf(key as Name | "usefulGodPriority", (options as AnalysisOptions)[key as Name])
    }
  } catch (error) {
    throw readError(error, ["options"], key)
  }
}

function optionOf(name: Name | "usefulGodPriority", value: unknown): unknown {
  const path = ["options", name]
  if (name !== "usefulGodPriority") return requireChoice<string | boolean>(value, ANALYSIS_CHOICES[name], path)
  return value === undefined ? USEFUL_GOD_METHODS : requirePriority(value, path)
}

/** A list of methods, each at most once; those left out are never picked. */
function requirePriority(value: unknown, path: readonly string[]): readonly UsefulGodMethod[] {
  if (!Array.isArray(value) || value.length > USEFUL_GOD_METHODS.length) {
    throw new CubeError({ ...priority_malformed, path, params: { choices: USEFUL_GOD_METHODS } })
  }
  const methods: UsefulGodMethod[] = []
  for (let at = 0; at < value.length; at++) {
    const method = requireChoice(value[at] ?? null, USEFUL_GOD_METHODS, [...path, at])
    if (methods.includes(method)) {
      throw new CubeError({ ...priority_repeated, path: [...path, at], params: { method } })
    }
    methods.push(method)
  }
  return Object.freeze(methods)
}
