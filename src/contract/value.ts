/** Anything JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The numeric typed arrays that may travel on a wire. */
export type NumericArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array

/** What may travel on a wire: JSON with byte and number arrays anywhere inside. */
export type Value =
  | null
  | boolean
  | number
  | string
  | NumericArray
  | readonly Value[]
  | { readonly [key: string]: Value | undefined }
