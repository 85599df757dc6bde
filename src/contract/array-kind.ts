import type { NumericArray } from "./value.ts"

/** Short name of a numeric typed array, as it stands in `x-bytes` and in `{"$bytes":["u8", …]}`. */
export type ArrayKind = "u8" | "i8" | "u16" | "i16" | "u32" | "i32" | "f32" | "f64"

/** The classes the short names stand for. */
export const arrayClasses: { readonly [kind in ArrayKind]: ArrayClass } = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
}

/** What the array classes have in common for us. */
export interface ArrayClass {
  readonly name: string
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBuffer): NumericArray
}

const kinds = /* @__PURE__ */ Object.keys(arrayClasses) as ArrayKind[]

/**
 * The kind of a numeric typed array of any realm; undefined for everything else: other views (DataView, BigInt64Array,
 * Uint8ClampedArray), subclasses such as Node's Buffer (their methods differ from host to host) and proxies.
 */
export function arrayKind(value: unknown): ArrayKind | undefined {
  if (!ArrayBuffer.isView(value)) return undefined
  const prototype = Object.getPrototypeOf(value) as object | null
  // The intrinsic prototypes own BYTES_PER_ELEMENT; the prototype of a subclass only inherits it.
  if (prototype === null || !Object.hasOwn(prototype, "BYTES_PER_ELEMENT")) return undefined
  const tag = (value as NumericArray)[Symbol.toStringTag]
  return kinds.find((kind) => arrayClasses[kind].name === tag)
}
