import {
  bytes_malformed,
  json_key_reserved,
  value_too_deep,
  value_too_large,
  value_unreadable,
} from "cubular/messages/en"
import { type ArrayKind, arrayKind } from "./array-kind.ts"
import { fromBase64, toBase64 } from "./base64.ts"
import {
  checkValue,
  depthLimit,
  type Refusal,
  refuse,
  refuseLeaf,
  refuseShape,
  type ValueLimits,
} from "./check-value.ts"
import { CubeError, isCubeError, type Path } from "./error.ts"
import type { Json, NumericArray, Value } from "./value.ts"

export interface JsonLimits extends ValueLimits {
  /** How many values, counting every item and member, are accepted. Default 10 million. */
  readonly parts?: number | undefined
}

/**
 * The form a value has in JSON: typed arrays as `{"$bytes":["u8","<base64>"]}` (little-endian elements), member names
 * that begin with `$` with one more, −0 as 0, undefined members left out. Checks all the way down.
 *
 * @param path - where the value stands, in front of the path of an error.
 * @throws {CubeError} a code of `checkValue`, or `value_too_large`; `path` leads to the part.
 */
export function encodeJson(value: Value, path: Path = [], limits?: JsonLimits): Json {
  return new Encoder(path, limits).run(value) as Json
}

/**
 * The value a JSON form stands for; the opposite of `encodeJson`. Everything it returns is new.
 *
 * @throws {CubeError} `bytes_malformed`, `json_key_reserved`, or a code of `checkValue`; `path` leads to the part.
 */
export function decodeJson(json: unknown, path: Path = [], limits?: JsonLimits): Value {
  return new Decoder(path, limits).run(json) as Value
}

/** A copying walk. Both directions refuse the same values; they differ in what they make of arrays and `$`. */
abstract class Copier {
  readonly base: Path
  readonly keys: (string | number)[] = []
  readonly depth: number
  readonly max: number
  parts = 0

  constructor(base: Path, limits: JsonLimits | undefined) {
    this.base = base
    this.depth = depthLimit(limits)
    this.max = limits?.parts ?? 10_000_000
  }

  abstract object(value: { readonly [key: string]: unknown }): unknown
  abstract array(value: NumericArray): unknown

  run(value: unknown): unknown {
    try {
      return this.copy(value)
    } catch (error) {
      if (!isCubeError(error)) throw this.error(refuse(value_unreadable))
      throw error.code === value_too_deep.code ? this.tooDeep(value, error) : error
    }
  }

  /** Tells a value that contains itself from one that is only deep. */
  tooDeep(value: unknown, otherwise: CubeError): CubeError {
    const finding = checkValue(value, { depth: this.depth })
    return finding
      ? new CubeError({ ...finding.text, params: finding.params, path: [...this.base, ...finding.path] })
      : otherwise
  }

  copy(value: unknown): unknown {
    if (++this.parts > this.max) throw this.error(refuse(value_too_large, { max: this.max }))
    if (typeof value !== "object" || value === null) {
      const refusal = refuseLeaf(value)
      if (refusal) throw this.error(refusal)
      return typeof value === "number" ? value + 0 : value // −0 + 0 is 0
    }
    const refusal = refuseShape(value)
    if (refusal) throw this.error(refusal, refusal.index)
    if (ArrayBuffer.isView(value)) return this.array(value as NumericArray)
    if (this.keys.length >= this.depth) throw this.error(refuse(value_too_deep, { max: this.depth }))
    return Array.isArray(value) ? this.list(value) : this.object(value as { readonly [key: string]: unknown })
  }

  list(value: readonly unknown[]): unknown[] {
    const copies: unknown[] = []
    for (let index = 0; index < value.length; index++) {
      this.keys.push(index)
      copies.push(this.copy(value[index]))
      this.keys.pop()
    }
    return copies
  }

  /** Copies the members, each read once; `rename` gives the name a member has in the copy. */
  members(value: { readonly [key: string]: unknown }, rename: (key: string) => string): object {
    const copy = {}
    for (const key of Object.keys(value)) {
      this.keys.push(key)
      const member = value[key]
      if (member !== undefined) {
        const refusal = refuseLeaf(key)
        if (refusal) throw this.error(refusal)
        put(copy, rename(key), this.copy(member))
      }
      this.keys.pop()
    }
    return copy
  }

  error({ text, params }: Refusal, ...last: (string | number | undefined)[]): CubeError {
    const path = [...this.base, ...this.keys, ...last.filter((key) => key !== undefined)]
    return new CubeError({ ...text, params, path })
  }
}

class Encoder extends Copier {
  object(value: { readonly [key: string]: unknown }): unknown {
    return this.members(value, (key) => (key.startsWith("$") ? `$${key}` : key))
  }

  array(value: NumericArray): unknown {
    return { $bytes: [arrayKind(value), toBase64(littleEndian(bytesOf(value), value.BYTES_PER_ELEMENT))] }
  }
}

class Decoder extends Copier {
  object(value: { readonly [key: string]: unknown }): unknown {
    if (Object.hasOwn(value, "$bytes")) return this.bytes(value)
    return this.members(value, (key) => {
      if (!key.startsWith("$")) return key
      if (key.startsWith("$$")) return key.slice(1)
      throw this.error(refuse(json_key_reserved))
    })
  }

  array(value: NumericArray): unknown {
    return value.slice()
  }

  bytes(holder: { readonly [key: string]: unknown }): NumericArray {
    const form = Object.keys(holder).length === 1 ? holder["$bytes"] : undefined
    const array = Array.isArray(form) && form.length === 2 ? arrayFrom(form[0], form[1]) : undefined
    if (array === undefined) throw this.error(refuse(bytes_malformed), "$bytes")
    const refusal = refuseShape(array)
    if (refusal) throw this.error(refusal, "$bytes", refusal.index)
    return array
  }
}

function arrayFrom(kind: unknown, base64: unknown): NumericArray | undefined {
  if (typeof kind !== "string" || !Object.hasOwn(makers, kind) || typeof base64 !== "string") return undefined
  const bytes = fromBase64(base64)
  const make = makers[kind as ArrayKind]
  if (bytes === undefined || bytes.length % make.BYTES_PER_ELEMENT !== 0) return undefined
  return new make(littleEndian(bytes, make.BYTES_PER_ELEMENT).buffer)
}

const makers = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
}

function bytesOf(array: NumericArray): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength)
}

/** The same bytes on little-endian machines, a copy with every element turned round on others. */
function littleEndian(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size === 1 || new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return bytes
  const turned = bytes.slice()
  for (let from = 0; from < turned.length; from += size) turned.subarray(from, from + size).reverse()
  return turned
}

/** Sets a member as data, also when it is called `__proto__`. */
function put(target: object, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
  else (target as { [key: string]: unknown })[key] = value
}
