import {
  type AnyCube,
  CubeError,
  checkValue,
  decodeJson,
  type ErrorText,
  encodeJson,
  type Issue,
  type Params,
  type Path,
  toIssue,
  toParam,
  type Value,
  type Values,
} from "cubular/contract"
import { input_missing, input_unknown, input_value_refused, inputs_refused } from "cubular/messages/en"
import type * as z from "zod"
import { problemOf } from "./gather.ts"
import type { Slots } from "./invoke.ts"
import { holdsNegativeZero } from "./negative-zero.ts"
import { withoutNames } from "./personal.ts"
import type { PlannedRunInput } from "./planned.ts"

/**
 * Takes the inputs of a run, or of a call, into its slots. They come from outside: everything about them is checked, and nothing a
 * getter or a proxy does gets out.
 *
 * @param copy - take copies, which nobody outside can change.
 * @returns `inputs_refused` with an issue for each thing that is wrong.
 */
export function takeInputs(
  inputs: readonly PlannedRunInput[],
  given: unknown,
  slots: Slots,
  copy: boolean,
): CubeError | undefined {
  try {
    if (!copy && takePlain(inputs, given, slots)) return undefined
  } catch {
    // Read again below, where it is told what is wrong.
  }
  const issues: Issue[] = []
  try {
    takeAll(inputs, given ?? {}, slots, copy, issues)
  } catch {
    add(issues, input_value_refused, [], { input: "*", expected: "JSON" })
  }
  const [first] = issues
  if (!first) return undefined
  slots.fill(undefined, 0, inputs.length)
  const params = { problems: issues.length, first: toParam(first) }
  return new CubeError({ ...inputs_refused, path: first.path, params, issues })
}

/** What a cube takes when nothing is planned: every port by its own schema. */
export function inputsOfCube(cube: AnyCube): readonly PlannedRunInput[] {
  return Object.entries(cube.inputs).map(([name, schema]) => {
    const required = schema._zod.optin === undefined
    const fallback = required ? undefined : (schema.safeParse(undefined).data as Value | undefined)
    return { name, required, checks: [schema], bare: bareTypeOf([schema]), fallback, stream: false }
  })
}

const BARE = new Set(["number", "string", "boolean"])

/** The `typeof` all these schemas ask for, when each asks for nothing more. */
export function bareTypeOf(checks: readonly z.ZodType[]): string | undefined {
  const [first] = checks
  const type = first?._zod.def.type as string
  const isBare = (check: z.ZodType): boolean => {
    const { def } = check._zod
    return def.type === type && !def.checks?.length && !("check" in def) && !("coerce" in def)
  }
  return BARE.has(type) && checks.every(isBare) ? type : undefined
}

/** The usual case in a hurry: every input there and right, and nothing else. False when it needs a closer look. */
function takePlain(inputs: readonly PlannedRunInput[], given: unknown, slots: Slots): boolean {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false
  let fields = 0
  // Inherited ones count too, and are told apart below. Half the time of a list of keys.
  for (const _ in given) fields++
  if (fields !== inputs.length) return false
  for (let i = 0; i < inputs.length; i++) {
    const { name, checks, bare } = inputs[i] as PlannedRunInput
    const value = Object.hasOwn(given, name) ? (given as Values)[name] : undefined
    if (typeof value === "number" ? value - value !== 0 : value === undefined || checkValue(value)) return false
    if (typeof value === "object" && holdsNegativeZero(value)) return false
    if (bare !== typeof value) for (const check of checks) if (!check.safeParse(value).success) return false
    slots[i] = typeof value === "number" ? value + 0 : value
  }
  return true
}

function takeAll(
  inputs: readonly PlannedRunInput[],
  given: object,
  slots: Slots,
  copy: boolean,
  issues: Issue[],
): void {
  if (typeof given !== "object" || Array.isArray(given))
    return add(issues, input_value_refused, [], { input: "*", expected: "{ … }" })
  const values = given as Values
  const known = inputs.map((input) => input.name)
  inputs.forEach((input, i) => {
    const { name, required, fallback } = input
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined && required) add(issues, input_missing, [name], { input: name })
    slots[i] = value === undefined ? fallback : takeOne(input, value, copy, issues)
  })
  for (const key of Object.keys(values)) if (!known.includes(key)) add(issues, input_unknown, [key], { known })
}

function takeOne({ name, checks }: PlannedRunInput, value: Value, copy: boolean, issues: Issue[]): Value | undefined {
  const refused = checkValue(value)
  if (refused) {
    const [first] = checks
    const path = first ? withoutNames(first, refused.path).path : refused.path
    return void add(issues, refused.text, [name, ...path], refused.params)
  }
  const taken = copy || holdsNegativeZero(value) ? decodeJson(encodeJson(value)) : value
  for (const check of checks) {
    const problem = problemOf(check, taken)
    const params = { input: name, expected: problem?.expected ?? "" }
    if (problem) return void add(issues, input_value_refused, [name, ...problem.path], params)
  }
  return taken
}

function add(issues: Issue[], text: ErrorText, path: Path, params: Params): void {
  issues.push(toIssue(text, { path: ["inputs", ...path], params }))
}
