import { CubeError, checkValue, isStream, type NumericArray, type Value, type Values } from "cubular/contract"
import { input_mutated, wire_value_refused } from "cubular/messages/en"
import { parse } from "./gather.ts"
import type { Role } from "./role.ts"

/** What a started step must not change: the arrays among its inputs, with their bytes as a number. */
export type Sealed = readonly { readonly port: string; readonly array: NumericArray; readonly hash: number }[]

/**
 * Looks at everything a step is about to get: all the way down, and against the ports' schemas. Freezes JSON, so that a
 * cube that writes to it throws there and then; arrays cannot be frozen and are hashed.
 *
 * @throws {CubeError} `wire_value_refused`
 */
export function seal(inputs: Values, { cube, path }: Role): Sealed {
  const sealed: { port: string; array: NumericArray; hash: number }[] = []
  for (const port of Object.keys(inputs)) {
    const value = inputs[port]
    if (value === undefined || isStream(cube.inputs[port])) continue
    const finding = checkValue(value)
    const schema = cube.inputs[port]
    if (finding) {
      const params = { instance: path, port, pointer: finding.path.join("/"), expected: finding.text.code }
      throw new CubeError({ ...wire_value_refused, path: ["in", port, ...finding.path], params })
    }
    if (schema) parse(schema, value, path, port)
    freeze(value, (array) => sealed.push({ port, array, hash: hashOf(array) }))
  }
  return sealed
}

/** @throws {CubeError} `input_mutated` */
export function unseal(sealed: Sealed, cube: string): void {
  for (const { port, array, hash } of sealed) if (hashOf(array) !== hash) throw mutated(cube, ["in", port])
}

/**
 * A cube that writes to a frozen value throws a TypeError of the engine's. Engines word it differently (V8, QuickJS,
 * JavaScriptCore, SpiderMonkey); what these words miss is `cube_threw`, which is no less a failure.
 */
export function namedMutation(thrown: unknown, cube: string): unknown {
  try {
    const writes = /read.?only|not extensible|(?:delete|redefine|define) property|unconfigurable/i
    if (thrown instanceof TypeError && writes.test(thrown.message)) return mutated(cube, [], thrown)
  } catch {
    // A proxy that throws whatever it is asked: it stays what it is.
  }
  return thrown
}

function mutated(cube: string, path: readonly string[], cause?: unknown): CubeError {
  return new CubeError({ ...input_mutated, path, params: { cube }, cause })
}

/** Freezes JSON all the way down and shows every array in it. */
export function freeze(value: Value | undefined, meet?: (array: NumericArray) => void): void {
  if (typeof value !== "object" || value === null) return
  if (ArrayBuffer.isView(value)) return meet?.(value as NumericArray)
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part as Value | undefined, meet)
}

/** FNV-1a over the bytes: notices a change, and need not resist anybody. */
function hashOf(array: NumericArray): number {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
