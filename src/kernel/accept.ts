import { type AnyCube, CubeError, checkValue, isStream, type Path, type Value, type Values } from "cubular/contract"
import { outputs_refused } from "cubular/messages/en"
import type { Task } from "./compile.ts"
import { problemOf } from "./gather.ts"
import type { Slots } from "./invoke.ts"
import { withoutNegativeZero } from "./negative-zero.ts"
import { withoutNames } from "./personal.ts"

/** How closely outputs are looked at: always the outside; all the way down; and against their schemas. */
export type Depth = "cheap" | "deep" | "schema"

/** Where outputs go. */
type Taker = Pick<Task, "outputs" | "optional" | "firstSlot" | "role">

/**
 * Takes what a step returned into its slots; −0 becomes 0. Inside of values it does so at any depth but "cheap": whatever
 * is written down, or compared with what was, goes on along the wires in the same form.
 *
 * @throws {CubeError} `outputs_refused`, with the path from the step on, when it is no object, lacks a required output,
 * or holds what cannot travel on a wire. An output nobody declared is left out, and refused at depth "schema".
 */
export function accept(taker: Taker, returned: unknown, slots: Slots, depth: Depth): void {
  const { outputs, optional, firstSlot, role } = taker
  if (typeof returned !== "object" || returned === null || Array.isArray(returned)) refuse(role.cube.id, [], "{ … }")
  const given = returned as { readonly [port: string]: unknown }
  for (let i = 0; i < outputs.length; i++) {
    const port = outputs[i] as string
    const value = Object.hasOwn(given, port) || !(port in Object.prototype) ? given[port] : undefined
    if (value !== undefined || !optional[i]) check(value, role.cube.id, port)
    const taken = depth === "cheap" || value === undefined ? value : takeAll(role.cube, port, value, depth)
    slots[firstSlot + i] = typeof taken === "number" ? taken + 0 : (taken as Value | undefined)
  }
  if (depth !== "schema") return
  const extra = Object.keys(given).find((port) => !outputs.includes(port))
  if (extra !== undefined) refuse(role.cube.id, [extra], "never")
}

/**
 * The same for the usual case, without a word about what is wrong: plain numbers, texts, booleans and objects.
 *
 * @returns false when it needs a closer look: it may be refused, absent, or a promise.
 */
export function takePlain(task: Task, returned: unknown, slots: Slots): boolean {
  if (typeof returned !== "object" || returned === null) return false
  const given = returned as { readonly [port: string]: unknown }
  if (task.single) return store(given[task.out], slots, task.firstSlot)
  const { outputs, firstSlot } = task
  for (let i = 0; i < outputs.length; i++) if (!store(given[outputs[i] as string], slots, firstSlot + i)) return false
  return true
}

/** Whether outputs are such, and would be taken as they are. */
export function isPlain({ outputs }: Task, returned: unknown): returned is Values {
  if (typeof returned !== "object" || returned === null) return false
  const given = returned as { readonly [port: string]: unknown }
  for (let i = 0; i < outputs.length; i++) {
    const value = given[outputs[i] as string]
    const type = typeof value
    if (
      type === "number"
        ? !Number.isFinite(value) || Object.is(value, -0)
        : type !== "object" && type !== "string" && type !== "boolean"
    )
      return false
  }
  return true
}

function store(value: unknown, slots: Slots, slot: number): boolean {
  const type = typeof value
  if (type === "number") {
    slots[slot] = (value as number) + 0
    return (value as number) - (value as number) === 0
  }
  slots[slot] = value as Value
  return type === "object" || type === "string" || type === "boolean"
}

/** What a value is, not what is in it. */
function check(value: unknown, cube: string, port: string): void {
  const type = typeof value
  if (type === "number" && (value as number) - (value as number) !== 0) refuse(cube, [port], "finite number")
  if (type === "undefined" || type === "function" || type === "symbol" || type === "bigint")
    refuse(cube, [port], "a value")
}

/** All that is in it. */
function takeAll(cube: AnyCube, port: string, value: unknown, depth: Depth): Value {
  const finding = checkValue(value)
  const declared = cube.outputs[port]
  if (finding) {
    const path = declared ? withoutNames(declared, finding.path).path : finding.path
    refuse(cube.id, [port, ...path], finding.text.code)
  }
  const schema = depth === "schema" && !isStream(declared) ? declared : undefined
  const problem = schema && problemOf(schema, value)
  if (problem) refuse(cube.id, [port, ...problem.path], problem.expected)
  return withoutNegativeZero(value as Value, ["outputs", port])
}

function refuse(cube: string, path: Path, expected: string): never {
  throw new CubeError({ ...outputs_refused, path: ["outputs", ...path], params: { cube, expected } })
}
