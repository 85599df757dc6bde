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
  readonly refusal: Refusal
  readonly path: (string | number)[]
  /** How many keys of the path say all there is to say; undefined = all. */
  readonly keep?: number
}

/** Why a value is refused, its place left out. */
export interface Refusal {
  readonly text: ErrorText
  readonly params: Params
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
  const { refusal, path, keep } = climbing
  return { ...refusal, path: path.reverse().slice(0, keep) }
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
  /** Whether somebody gave Object.prototype members that loops see. */
  readonly inherited: boolean = inheritsMembers({})

  constructor(max: number) {
    this.max = max
  }

  any(value: unknown, level: number): Climbing | undefined {
    if (typeof value === "object" && value !== null) return this.container(value, level)
    const refusal = refuseLeaf(value)
    return refusal && { refusal, path: [] }
  }

  container(value: object, level: number): Climbing | undefined {
    let key: string | number | undefined
    try {
      const refusal = refuseShape(value)
      if (refusal) return { refusal, path: refusal.index === undefined ? [] : [refusal.index] }
      if (ArrayBuffer.isView(value)) return undefined
      if (level >= this.max) return this.tooDeep(value)
      if (this.known(value, level)) return undefined
      this.open[level] = value
      let climbing: Climbing | undefined
      if (Array.isArray(value)) {
        for (key = 0; key < value.length; key++) {
          climbing = this.any(value[key], level + 1)
          if (climbing) return at(climbing, key)
        }
      } else {
        // Faster than Object.keys by a quarter of the whole check; it would also list what a prototype was given.
        for (key in value) {
          if (this.inherited && !Object.hasOwn(value, key)) continue
          const member = (value as { readonly [key: string]: unknown })[key]
          if (member === undefined) continue
          climbing = isWellFormed(key)
            ? this.any(member, level + 1)
            : { refusal: refuse(value_text_malformed), path: [] }
          if (climbing) return at(climbing, key)
        }
      }
      this.done?.set(value, level)
      return undefined
    } catch {
      return { refusal: refuse(value_unreadable), path: key === undefined ? [] : [key] }
    }
  }

  known(value: object, level: number): boolean {
    if (++this.count <= UNREMEMBERED) return false
    this.done ??= new Map()
    return (this.done.get(value) ?? -1) >= level
  }

  tooDeep(value: object): Climbing {
    const { max, open } = this
    const period = max - open.slice(0, max).lastIndexOf(value)
    if (period > max) return { refusal: refuse(value_too_deep, { max }), path: [] }
    let keep = period
    while (open[keep] !== open[keep - period] && keep < max) keep++
    return { refusal: refuse(value_cycle), path: [], keep }
  }
}

function inheritsMembers(empty: object): boolean {
  for (const _ in empty) return true
  return false
}

function at(climbing: Climbing, key: string | number): Climbing {
  climbing.path.push(key)
  return climbing
}

export function refuse(text: ErrorText, params: Params = {}): Refusal {
  return { text, params }
}

/** Checks what has no parts: texts, numbers, booleans, null; refuses functions, bigints, undefined …. */
export function refuseLeaf(value: unknown): Refusal | undefined {
  if (typeof value === "string") return isWellFormed(value) ? undefined : refuse(value_text_malformed)
  if (typeof value === "number") return value - value === 0 ? undefined : refuse(value_not_finite)
  if (typeof value === "boolean" || value === null) return undefined
  return refuse(value_kind_refused, { kind: typeof value })
}

/** Checks what an object is, not what is in it; typed arrays wholly. */
export function refuseShape(value: object): (Refusal & { readonly index?: number }) | undefined {
  if (ArrayBuffer.isView(value)) return refuseView(value)
  const plain = Array.isArray(value) ? isPlainList(value) : isPlainObject(value)
  return plain ? undefined : refuse(value_kind_refused, { kind: className(value) })
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

function refuseView(value: ArrayBufferView): (Refusal & { readonly index?: number }) | undefined {
  const kind = arrayKind(value)
  if (kind === undefined) return refuse(value_kind_refused, { kind: className(value) })
  if ((value.buffer as { detached?: boolean }).detached) return refuse(value_kind_refused, { kind: "detached array" })
  if (isShared(value.buffer)) return refuse(value_memory_shared)
  if (kind !== "f64" && kind !== "f32") return undefined
  const index = firstNotFinite(value as Float64Array | Float32Array)
  return index < 0 ? undefined : { ...refuse(value_not_finite), index }
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
