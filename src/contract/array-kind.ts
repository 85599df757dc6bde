import type { NumericArray } from "./value.ts"

/** Short name of a numeric typed array, as it stands in `x-bytes` and in `{"$bytes":["u8", …]}`. */
export type ArrayKind = "u8" | "i8" | "u16" | "i16" | "u32" | "i32" | "f32" | "f64"

const kinds: { readonly [tag: string]: ArrayKind } = {
  Uint8Array: "u8",
  Int8Array: "i8",
  Uint16Array: "u16",
  Int16Array: "i16",
  Uint32Array: "u32",
  Int32Array: "i32",
  Float32Array: "f32",
  Float64Array: "f64",
}

/**
 * The kind of a numeric typed array of any realm; undefined for everything else: other views (DataView, BigInt64Array,
 * Uint8ClampedArray), subclasses such as Node's Buffer (their methods differ from host to host) and proxies.
 */
export function arrayKind(value: unknown): ArrayKind | undefined {
  if (!ArrayBuffer.isView(value)) return undefined
  const prototype = Object.getPrototypeOf(value) as object | null
  // The intrinsic prototypes own BYTES_PER_ELEMENT; the prototype of a subclass only inherits it.
  if (prototype === null || !Object.hasOwn(prototype, "BYTES_PER_ELEMENT")) return undefined
  return kinds[(value as NumericArray)[Symbol.toStringTag]]
}
