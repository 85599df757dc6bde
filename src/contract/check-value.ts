import {
  value_cycle,
  value_kind_refused,
  value_memory_shared,
  value_not_finite,
  value_text_malformed,
  value_too_deep,
  value_unreadable,
} from "cubular/messages/en"
import { arrayKind } from "./array-kind.ts"
import type { ErrorText, Params, Path } from "./error.ts"
import type { NumericArray } from "./value.ts"

/** Something that is wrong with a value or a schema: a text of `cubular/messages`, what fills it, and where. */
export interface Finding {
  readonly text: ErrorText
  readonly path: Path
  readonly params: Params
}

export interface ValueLimits {
  /** Levels of nesting that are accepted: a list of numbers has 1. Default 64, at most 512. */
  readonly depth?: number | undefined
}

/** A finding while it climbs out of the walk: its path is still written backwards. */
interface Climbing {
  readonly text: ErrorText
  readonly params: Params
  readonly path: (string | number)[]
  /** How many keys of the path say all there is to say; undefined = all. */
  readonly keep?: number
}

/** The walk recurses, so its depth is bounded: our smallest stack (a Chromium worker) holds ten times as many levels. */
const DEEPEST = 512
/** Containers walked before shared parts are remembered: few values have as many, and remembering costs like walking. */
const UNREMEMBERED = 20_000

/**
 * The deep check of a value on a wire: JSON values, `Uint8Array` and numeric typed arrays. Undefined members of objects
 * pass as absent and −0 as 0; members that are not enumerable or named by symbols do not travel, as in JSON. Plain
 * objects and arrays of other realms pass, subclasses do not. Never throws, whatever the value is.
 *
 * @returns the first thing refused; undefined when there is none.
 * @remarks Views on WebAssembly memory are noticed where the engine tells them apart (Node ≥ 22, workerd); Chromium
 * offers no way that does no harm, so there they pass.
 */
export function checkValue(value: unknown, limits?: ValueLimits): Finding | undefined {
  const climbing = new Walk(depthLimit(limits)).any(value, 0)
  if (climbing === undefined) return undefined
  const { text, params, path, keep } = climbing
  return { text, params, path: path.reverse().slice(0, keep) }
}

/** The depth asked for, within what the walks of this room can bear. */
export function depthLimit(limits: ValueLimits | undefined): number {
  return Math.min(limits?.depth ?? 64, DEEPEST)
}

class Walk {
  readonly max: number
  /** The containers around the current one, by level: where a cycle leads back to. */
  readonly open: object[] = []
  count = 0
  /** Containers found in order, with their level: shared parts are not walked over and over. */
  done: Map<object, number> | undefined

  constructor(max: number) {
    this.max = max
  }

  any(value: unknown, level: number): Climbing | undefined {
    if (typeof value === "string") return isWellFormed(value) ? undefined : climb(value_text_malformed)
    if (typeof value === "number") return value - value === 0 ? undefined : climb(value_not_finite)
    if (typeof value === "boolean" || value === null) return undefined
    if (typeof value !== "object") return climb(value_kind_refused, { kind: typeof value })
    return this.container(value, level)
  }

  container(value: object, level: number): Climbing | undefined {
    let key: string | number | undefined
    try {
      if (ArrayBuffer.isView(value)) return checkArray(value)
      if (level >= this.max) return this.tooDeep(value)
      if (this.known(value, level)) return undefined
      this.open[level] = value
      let refused: Climbing | undefined
      if (Array.isArray(value)) {
        if (!isPlainList(value)) return climb(value_kind_refused, { kind: className(value) })
        for (key = 0; key < value.length; key++) {
          refused = this.any(value[key], level + 1)
          if (refused) return at(refused, key)
        }
      } else {
        if (!isPlainObject(value)) return climb(value_kind_refused, { kind: className(value) })
        for (key of Object.keys(value)) {
          const member = (value as { readonly [key: string]: unknown })[key]
          if (member === undefined) continue
          refused = isWellFormed(key) ? this.any(member, level + 1) : climb(value_text_malformed)
          if (refused) return at(refused, key)
        }
      }
      this.done?.set(value, level)
      return undefined
    } catch {
      const refused = climb(value_unreadable)
      return key === undefined ? refused : at(refused, key)
    }
  }

  known(value: object, level: number): boolean {
    if (++this.count <= UNREMEMBERED) return false
    this.done ??= new Map()
    return (this.done.get(value) ?? -1) >= level
  }

  tooDeep(value: object): Climbing {
    const period = this.max - this.open.slice(0, this.max).lastIndexOf(value)
    if (period > this.max) return climb(value_too_deep, { max: this.max })
    let keep = period
    while (this.open[keep] !== this.open[keep - period] && keep < this.max) keep++
    return { ...climb(value_cycle), keep }
  }
}

function climb(text: ErrorText, params: Params = {}): Climbing {
  return { text, params, path: [] }
}

function at(climbing: Climbing, key: string | number): Climbing {
  climbing.path.push(key)
  return climbing
}

/** Whether a text holds no half of a surrogate pair. */
export function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  if (text.isWellFormed) return text.isWellFormed()
  // Engines before ES2024. Without the u flag the pattern sees code units, so it cannot step over a pair.
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text)
}

/** An array that is no subclass; `Array.prototype` of every realm is itself an array. */
function isPlainList(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Array.prototype || Array.isArray(prototype)
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype === Object.prototype || prototype === null) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf")
}

function className(value: object): string {
  const name: unknown = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor?.name
  return typeof name === "string" && name !== "" ? name : "object"
}

function checkArray(value: ArrayBufferView): Climbing | undefined {
  const kind = arrayKind(value)
  if (kind === undefined) return climb(value_kind_refused, { kind: className(value) })
  if ((value.buffer as { detached?: boolean }).detached) return climb(value_kind_refused, { kind: "detached array" })
  if (isShared(value.buffer)) return climb(value_memory_shared)
  if (kind !== "f64" && kind !== "f32") return undefined
  const index = firstNotFinite(value as Float64Array | Float32Array)
  return index < 0 ? undefined : at(climb(value_not_finite), index)
}

/** Index of the first NaN or ±∞, −1 when there is none. */
export function firstNotFinite(numbers: NumericArray): number {
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number
    if (number - number !== 0) return index
  }
  return -1
}

function isShared(buffer: ArrayBufferLike): boolean {
  if ("growable" in buffer) return true
  // WebAssembly memory comes in pages of 64 KiB; asking about everything else would cost a microsecond for nothing.
  if (buffer.byteLength === 0 || buffer.byteLength % 65_536 !== 0) return false
  return !canBeTransferred(buffer as ArrayBuffer)
}

/** WebAssembly memory cannot be transferred. The getter throws before anything is: the buffer stays what it was. */
function canBeTransferred(buffer: ArrayBuffer): boolean {
  if (typeof structuredClone !== "function") return true
  const stop = {}
  const stopped = {
    get now(): never {
      throw stop
    },
  }
  try {
    structuredClone(stopped, { transfer: [buffer] })
  } catch (error) {
    return error === stop
  }
  return true
}
