import { CubeError, type Json, type Value, type Values } from "cubular/contract"
import { condition_not_boolean } from "cubular/messages/en"
import * as z from "zod"
import { outputOf, portName } from "./called.ts"

const MAX_POINTER = 1024
const pointer = /* @__PURE__ */ z
  .string()
  .regex(/^(\/([^~/]|~[01])*)*$/)
  .max(MAX_POINTER)

/**
 * A question to what a called cube gave: is `output`, or the part of it that `pointer` (RFC 6901) names, equal to
 * `equals`? Without `equals`: is it true? Where the pointer names nothing, the answer is no.
 */
export const condition = /* @__PURE__ */ z.strictObject({
  output: portName,
  pointer: pointer.optional(),
  equals: /* @__PURE__ */ z.json().optional(),
})
export type Condition = z.output<typeof condition>

/**
 * Whether a condition holds.
 *
 * @param field - Where the condition stands in the config, for error paths.
 * @throws {CubeError} `call_output_missing`; `condition_not_boolean` when there is no `equals` and the value is neither
 * true nor false.
 */
export function holds({ output, pointer, equals }: Condition, outputs: Values, cube: string, field: string): boolean {
  const found = at(outputOf(outputs, cube, output, [field, "output"]), pointer ?? "")
  if (found === undefined) return false
  if (equals !== undefined) return isEqual(found, equals as Json)
  if (typeof found === "boolean") return found
  throw new CubeError({ ...condition_not_boolean, path: ["config", field], params: { cube, output } })
}

function at(value: Value, pointer: string): Value | undefined {
  let found: Value | undefined = value
  for (const token of pointer.split("/").slice(1))
    found = part(found, token.replaceAll("~1", "/").replaceAll("~0", "~"))
  return found
}

function part(value: Value | undefined, key: string): Value | undefined {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined
  return Object.hasOwn(value, key) ? (value as { readonly [key: string]: Value })[key] : undefined
}

/** Equal as JSON: the order of members does not matter; a typed array equals nothing. */
function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = keysOf(a)
  return keys.length === keysOf(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
}

type Container = { readonly [key: string]: Value | undefined }

function isContainer(value: Value | undefined): value is Container {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value)
}

/** An undefined member is an absent one. */
function keysOf(value: Container): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}
