import * as z from "zod"
import { type ArrayKind, arrayKind } from "./array-kind.ts"

declare module "zod" {
  interface GlobalMeta {
    // zod declares `string`; only `any` may replace it. Ours is a string or `{ en, ko }`.
    // biome-ignore lint/suspicious/noExplicitAny: the one type that is compatible with zod's declaration
    title?: any
    /** Unit of a number, as "deg", "ms", "UTC epoch ms". */
    unit?: string | undefined
    /** About a person: never enters logs, spans, metrics, cache keys or error texts. */
    personal?: boolean | undefined
  }
}

/** A type variable of a generic cube: one type per name and placed cube, bound by what is wired in. */
export interface Same<Name extends string = string> {
  readonly "~same": Name
}

/** A reference to a secret of the host. The value behind it is revealed inside `step.http` only. */
export interface Secret {
  readonly secret: string
}

/** Items that are pulled one by one by one reader. Any async iterable is one: an async generator, a `ReadableStream`. */
export type Stream<Item> = AsyncIterable<Item>

/** Pattern of the names secrets go by. */
export const SECRET_PATTERN: RegExp = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

// What a cube is given owns its buffer; what it gives may be typed by a library that says only `Uint8Array`.
type ArrayPort<Given, Taken> = z.ZodType<Given, Taken>

function arrayOf<Given, Taken>(kind: ArrayKind): ArrayPort<Given, Taken> {
  const schema = z.custom<Taken>((value) => arrayKind(value) === kind)
  return schema.meta({ "x-bytes": kind }) as unknown as ArrayPort<Given, Taken>
}

/** Bytes: a Uint8Array (Node's Buffer is refused: copy it with `new Uint8Array(buffer)`). */
export function bytes(): ArrayPort<Uint8Array<ArrayBuffer>, Uint8Array> {
  return arrayOf("u8")
}

/** A Float64Array. NaN and ±∞ are refused where it is encoded; −0 keeps its bytes. */
export function float64(): ArrayPort<Float64Array<ArrayBuffer>, Float64Array> {
  return arrayOf("f64")
}

/** A Float32Array. NaN and ±∞ are refused where it is encoded; −0 keeps its bytes. */
export function float32(): ArrayPort<Float32Array<ArrayBuffer>, Float32Array> {
  return arrayOf("f32")
}

/** An Int32Array. */
export function int32(): ArrayPort<Int32Array<ArrayBuffer>, Int32Array> {
  return arrayOf("i32")
}

/** A Uint32Array. */
export function uint32(): ArrayPort<Uint32Array<ArrayBuffer>, Uint32Array> {
  return arrayOf("u32")
}

/** An Int16Array. */
export function int16(): ArrayPort<Int16Array<ArrayBuffer>, Int16Array> {
  return arrayOf("i16")
}

/** A Uint16Array. */
export function uint16(): ArrayPort<Uint16Array<ArrayBuffer>, Uint16Array> {
  return arrayOf("u16")
}

/** An Int8Array. */
export function int8(): ArrayPort<Int8Array<ArrayBuffer>, Int8Array> {
  return arrayOf("i8")
}

/** In a config schema: `{ "secret": "NAME" }`, a secret the host holds. Ports cannot take one. */
export function secret(): z.ZodType<Secret, Secret> {
  return z.strictObject({ secret: z.string().regex(SECRET_PATTERN) }).meta({ "x-secret": true })
}

/**
 * A port of any one type, the same on every port that names the same variable.
 *
 * @example inputs: { items: list(same("T")) }, outputs: { first: same("T") }
 */
export function same<const Name extends string>(name: Name): z.ZodType<Same<Name>, Same<Name>> {
  return z.unknown().meta({ "x-same": name }) as unknown as z.ZodType<Same<Name>, Same<Name>>
}

/** A list; an input port of a list also takes a list of refs. The same as `z.array(schema)`. */
export function list<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item)
}

/**
 * A whole port that carries items one by one instead of one value. An input is an async iterable that can be read once; an
 * output is any async iterable, which is read only as fast as its reader asks. Nothing may stand around it: no list of
 * streams, no optional stream. See docs/streams.md.
 *
 * @example outputs: { lines: stream(z.string()) }, … process: () => ({ lines: (async function* () { yield "one" })() })
 */
export function stream<Item extends z.ZodType>(item: Item): z.ZodType<Stream<z.output<Item>>, Stream<z.input<Item>>> {
  return z.array(item).meta({ "x-stream": true }) as unknown as z.ZodType<Stream<z.output<Item>>, Stream<z.input<Item>>>
}

/** Whether a port's schema is a stream. */
export function isStream(schema: z.ZodType | undefined): boolean {
  return schema?.meta()?.["x-stream"] === true
}

/** What each item of a stream port must pass. */
export function itemOf(schema: z.ZodType): z.ZodType {
  return (schema as unknown as z.ZodArray<z.ZodType>).element
}
