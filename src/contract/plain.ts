import { value_kind_refused, value_memory_shared, value_not_finite } from "cubular/messages/en"
import { arrayKind } from "./array-kind.ts"
import type { ErrorText, Params } from "./error.ts"

/** Whether a text holds no half of a surrogate pair. */
export function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  if (text.isWellFormed) return text.isWellFormed()
  // Engines before ES2024. Without the u flag the pattern sees code units, so it cannot step over a pair.
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text)
}

/** A list that is no subclass of Array; `Array.prototype` of every realm is itself an array. */
export function isPlainList(value: object): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Array.prototype || Array.isArray(prototype)
}

/** An object of any realm made by a literal, JSON.parse or Object.create(null). */
export function isPlainObject(value: object): value is { readonly [key: string]: unknown } {
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype === Object.prototype || prototype === null) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf")
}

/** Name of a value's class, else of its type: never anything of what is in it. */
export function kindOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value
  const name: unknown = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor?.name
  return typeof name === "string" && name !== "" ? name : "object"
}

/** What keeps a view from travelling; undefined for a numeric typed array with memory of its own and finite numbers. */
export function refuseView(view: ArrayBufferView): { text: ErrorText; params?: Params; index?: number[] } | undefined {
  const kind = arrayKind(view)
  const { buffer } = view
  const detached = (buffer as { detached?: boolean }).detached
  if (kind === undefined || detached)
    return { text: value_kind_refused, params: { kind: detached ? "detached array" : kindOf(view) } }
  if (isShared(buffer)) return { text: value_memory_shared }
  if (!kind.startsWith("f")) return undefined
  const numbers = view as Float64Array
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number
    if (number - number !== 0) return { text: value_not_finite, index: [index] }
  }
  return undefined
}

function isShared(buffer: ArrayBufferLike): boolean {
  if ("growable" in buffer) return true
  // WebAssembly memory comes in pages of 64 KiB; asking about everything else would cost a microsecond for nothing.
  if (buffer.byteLength === 0 || buffer.byteLength % 65_536 !== 0 || typeof structuredClone !== "function") return false
  const stop = {}
  const stopped = {
    get now(): never {
      throw stop
    },
  }
  try {
    // Memory that cannot be transferred is refused before anything is read; of all other the getter stops the transfer.
    structuredClone(stopped, { transfer: [buffer as ArrayBuffer] })
  } catch (error) {
    return error !== stop
  }
  return false
}
