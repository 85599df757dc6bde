/** Forms of values that come back from JSON, wires and strangers, and the first place at which one does not fit. */
import { CubeError } from "cubular/contract/error"
import { input_unreadable } from "cubular/messages/en"
import { readError, unknownField } from "../options.ts"

type Path = readonly (string | number)[]
/** Path to the first fault inside a value; undefined where there is none. */
export type Shape = (value: unknown) => Path | undefined
type Said = { readonly code: string; readonly message: string; readonly hint: string }

const HERE: Path = []
const fits = (good: boolean): Path | undefined => (good ? undefined : HERE)

export const text: Shape = (value) => fits(typeof value === "string")
export const finite: Shape = (value) => fits(Number.isFinite(value))
export const flag: Shape = (value) => fits(typeof value === "boolean")
export const scalar: Shape = (value) => fits(["string", "boolean"].includes(typeof value) || Number.isFinite(value))

/** An ISO 8601 instant in UTC or with an offset, seconds or not. */
export const instant: Shape = (value) => fits(typeof value === "string" && INSTANT.test(value))
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** "1990-05-01". */
export const date: Shape = (value) => fits(typeof value === "string" && DATE.test(value))
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** A whole number from `least` to `most`. */
export const whole =
  (most: number, least = 0): Shape =>
  (value) =>
    fits(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)

export const oneOf =
  (choices: readonly unknown[]): Shape =>
  (value) =>
    fits(choices.includes(value))

export const nullOr =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? undefined : shape(value)

export const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value)

export const listOf =
  (shape: Shape, least = 0, most = 10_000): Shape =>
  (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return HERE
    for (let at = 0; at < value.length; at++) {
      const fault = shape(value[at])
      if (fault) return [at, ...fault]
    }
    return undefined
  }

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** An object with these fields; others are not looked at. */
export function fields(shapes: { readonly [name: string]: Shape }): Shape {
  const known = Object.entries(shapes)
  return (value) => {
    if (!isObject(value)) return HERE
    for (const [name, shape] of known) {
      const fault = shape(value[name])
      if (fault) return [name, ...fault]
    }
    return undefined
  }
}

/** An object whose every field has the shape, whatever its name. */
export const everyField =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) ? fields(Object.fromEntries(Object.keys(value).map((name) => [name, shape])))(value) : HERE

/**
 * Lets a value pass that has the shape.
 *
 * @throws {CubeError} `said` at the first place that does not fit, `input_unreadable` for a getter or proxy that throws.
 */
export function requireShape(value: unknown, shape: Shape, said: Said, path: Path): void {
  let fault: Path | undefined
  try {
    fault = shape(value)
  } catch {
    throw new CubeError({ ...input_unreadable, path })
  }
  if (fault) throw new CubeError({ ...said, path: [...path, ...fault] })
}

/**
 * A caller's options, each field read once.
 *
 * @throws {CubeError} `said` at "options" for what is no object; `field_unknown` and `input_unreadable` in `room`.
 */
export function readGiven<Options extends object>(
  options: Options,
  known: readonly string[],
  said: Said,
  room: Path,
): Options {
  const given: { [name: string]: unknown } = {}
  let key: string | undefined
  try {
    if (!isObject(options)) throw new CubeError({ ...said, path: ["options"] })
    for (key of Object.keys(options)) {
      if (!known.includes(key)) throw unknownField(room, key, known)
      given[key] = options[key]
    }
  } catch (error) {
    throw readError(error, room, key)
  }
  return given as Options
}
