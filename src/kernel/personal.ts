import { type AnyCube, CubeError, type CubeErrorJson, encodeJson, type Log, type Values } from "cubular/contract"
import { cube_threw } from "cubular/messages/en"
import type * as z from "zod"
import { utf8 } from "./digest.ts"

/** Stands where something about a person was. */
export const HIDDEN = "(personal)"

/** Texts that are about persons: what `personal` fields hold. */
export class Personal extends Set<string> {
  /** Values of which everything is in here: steps hand the same ones on. */
  readonly walked: WeakSet<object> = new WeakSet()
}

/** More are not looked for, nor deeper: what is told must be told soon. */
const MOST = 10_000
const DEEPEST = 64

/** The parts of zod's definitions read here. */
interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly catchall?: z.ZodType
  readonly rest?: z.ZodType | null
  readonly left?: z.ZodType
  readonly right?: z.ZodType
  readonly shape?: { readonly [key: string]: z.ZodType }
  readonly items?: readonly z.ZodType[]
  readonly options?: readonly z.ZodType[]
  readonly getter?: () => z.ZodType
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def
const isPersonal = (schema: z.ZodType): boolean => schema.meta()?.personal === true

/** What a cube handles. */
interface Handled {
  readonly inputs?: Values | undefined
  readonly outputs?: Values | undefined
  readonly config?: unknown
}

/** Adds what a cube's ports and config mark as personal in these values. Never throws. */
export function addPersonal(found: Personal, cube: AnyCube, given: Handled): Personal {
  const { inputs, outputs, config } = cube
  if (!marks(cube)) return found
  for (const [port, value] of Object.entries(given.inputs ?? {})) collect(inputs[port], value, found)
  for (const [port, value] of Object.entries(given.outputs ?? {})) collect(outputs[port], value, found)
  collect(config, given.config, found)
  return found
}

const marking: WeakMap<AnyCube, boolean> = /* @__PURE__ */ new WeakMap()

/** Whether a cube marks anything as personal; most do not. */
function marks(cube: AnyCube): boolean {
  const known = marking.get(cube)
  if (known !== undefined) return known
  const seen = new Set<z.ZodType>()
  const within = (schema: z.ZodType): boolean => {
    if (seen.has(schema)) return false
    seen.add(schema)
    const { shape = {}, items = [], element, rest, valueType, catchall, ...wraps } = defOf(schema)
    const parts = [...Object.values(shape), ...items, element, rest, valueType, catchall, ...wrapped(wraps)]
    return isPersonal(schema) || parts.some((part) => part && within(part))
  }
  const { inputs, outputs, config } = cube
  const marked = [...Object.values(inputs), ...Object.values(outputs), config].some((each) => each && within(each))
  marking.set(cube, marked)
  return marked
}

/** Adds what a schema marks as personal in a value. Never throws: a value may be hostile. */
export function collect(schema: z.ZodType | undefined, value: unknown, found: Personal): void {
  try {
    walk(schema, value, false, found, 0)
  } catch {
    // What could not be read is not told either.
  }
}

function walk(schema: z.ZodType | undefined, value: unknown, around: boolean, found: Personal, depth: number): void {
  if (value === undefined || value === null || found.size >= MOST || depth > DEEPEST) return
  const inside = around || (schema !== undefined && isPersonal(schema))
  if (inside && found.walked.has(value as object)) return
  const on = (part: z.ZodType | undefined, of: unknown): void => walk(part, of, inside, found, depth + 1)
  const { type, innerType, element, valueType, catchall, rest, left, right, shape, items, options, getter } =
    schema === undefined ? ({ type: "unknown" } as Def) : defOf(schema)
  // Words of a fixed list are the schema's, and told by it anyway.
  if (type === "enum" || type === "literal") return
  if (innerType) return on(innerType, value)
  if (getter) return on(getter(), value)
  if (options)
    return on(
      options.find((option) => option.safeParse(value).success),
      value,
    )
  if (left) {
    on(left, value)
    return on(right, value)
  }
  if (typeof value === "string" || typeof value === "number") return void (inside && found.add(String(value)))
  if (Array.isArray(value))
    return value.forEach((item, at) => void on(element ?? items?.[at] ?? rest ?? undefined, item))
  // What is no plain object is bytes or a stream: it is not for us to read.
  if (!isPlain(value)) return
  for (const [key, member] of Object.entries(value)) {
    const declared = shape && Object.hasOwn(shape, key) ? shape[key] : undefined
    if (inside && !declared && (shape || valueType)) found.add(key)
    on(declared ?? valueType ?? catchall, member)
  }
}

/**
 * A path into a value, without the names in it that somebody entered: keys of personal records, and those no schema knows.
 *
 * @returns also whether it leads to something personal.
 */
export function withoutNames<T extends string | number>(
  schema: z.ZodType,
  path: readonly T[],
): { readonly path: (T | string)[]; readonly personal: boolean } {
  let at: readonly z.ZodType[] = [schema]
  let personal = false
  const cut = path.map((key) => {
    at = at.flatMap(unwrapped)
    personal ||= at.some(isPersonal)
    const declared = at.flatMap((part) => defOf(part).shape?.[String(key)] ?? [])
    const index = Number(key)
    const members = at.flatMap((part) => {
      const { element, items, rest, valueType, catchall } = defOf(part)
      return element ?? items?.[index] ?? rest ?? valueType ?? catchall ?? []
    })
    // Each once: a schema that holds itself in several ways would be twice as many with every step.
    at = [...new Set(declared.length > 0 ? declared : members)]
    return personal && declared.length === 0 && typeof key !== "number" ? HIDDEN : key
  })
  return { path: cut, personal: personal || at.flatMap(unwrapped).some(isPersonal) }
}

/** A schema with what it wraps; both may be marked. */
function unwrapped(schema: z.ZodType): readonly z.ZodType[] {
  return [schema, ...wrapped(defOf(schema)).flatMap(unwrapped)]
}

function wrapped({ innerType, options = [], left, right, getter }: Def): readonly z.ZodType[] {
  return [innerType, left, right, getter?.(), ...options].filter((part) => part !== undefined)
}

/** Puts `HIDDEN` in place of these texts, also where they are written with JSON's, a URL's or base64's signs. */
export function hider(personal: Personal): (text: string) => string {
  const texts = Array.from(personal).filter(isTelling)
  return (told) => {
    const encoded = MAY_BE_ENCODED.test(told)
    const signed = /[%\\]/.test(told)
    let left = told
    // No way of writing it is shorter than itself; most are long, and what is told is short.
    for (const text of texts)
      if (text.length <= told.length)
        for (const form of encoded ? [...plainForms(text, signed), ...encodedForms(text)] : plainForms(text, signed))
          if (left.includes(form)) left = left.replace(patternOf(form), HIDDEN)
    return left
  }
}

/** A capital or a digit in the midst of a word: base64 and hex are not without. */
const MAY_BE_ENCODED = /[A-Za-z0-9][A-Z0-9]/

/** Single letters and digits say nothing, and words such as "year" are everybody's. */
function isTelling(text: string): boolean {
  return text.length > (/^[\d.-]*$/.test(text) ? 2 : 1) && !/^[a-z][a-z_-]{0,14}$/.test(text)
}

/** As it is, in JSON and in an address. */
function plainForms(text: string, signed: boolean): Iterable<string> {
  if (!signed || /^[\w.-]*$/.test(text)) return [text]
  let url = ""
  for (const byte of utf8(text))
    url += byte < 0x80 ? encodeURIComponent(String.fromCharCode(byte)) : `%${hexOf(byte).toUpperCase()}`
  return new Set([text, JSON.stringify(text).slice(1, -1), url])
}

function encodedForms(text: string): readonly string[] {
  const bytes = utf8(text)
  const { $bytes } = encodeJson(bytes) as { readonly $bytes: readonly [string, string] }
  return [$bytes[1], Array.from(bytes, hexOf).join("")]
}

const hexOf = (byte: number): string => byte.toString(16).padStart(2, "0")

function patternOf(form: string): RegExp {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
  // Short ones may stand inside of something else by chance.
  const isShort = form.length < 6 && /^[\w.-]+$/.test(form)
  return new RegExp(isShort ? `(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])` : escaped, "g")
}

/** The error without these texts in anything it tells; itself, where there are none. Its `cause` stays what it was. */
export function discreet(error: CubeError, personal: Personal): CubeError {
  if (personal.size === 0) return error
  const hide = hider(personal)
  const { code, retryable, ...told } = error.toJSON()
  const quiet = hidden(told, hide) as unknown as Omit<CubeErrorJson, "code" | "retryable">
  const itself = hide(code) === code
  if (itself && JSON.stringify(quiet) === JSON.stringify(told)) return error
  const { params, ...rest } = quiet
  const bare = new CubeError({ ...rest, code: itself ? code : cube_threw.code, retryable, cause: error.cause })
  return Object.defineProperty(bare, "params", { value: params, enumerable: true })
}

/** The same for anything that is told: texts, numbers and names of members. What else there is says who knows what. */
function hidden(told: unknown, hide: (text: string) => string, depth = 0): unknown {
  if (typeof told === "string") return hide(told)
  if (typeof told === "number") return hide(String(told)) === String(told) ? told : HIDDEN
  if (typeof told !== "object" || told === null) return typeof told === "function" ? HIDDEN : told
  if (!(Array.isArray(told) || isPlain(told)) || depth > DEEPEST) return HIDDEN
  if (Array.isArray(told)) return told.map((item) => hidden(item, hide, depth + 1))
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [hide(key), hidden(value, hide, depth + 1)]))
}

function isPlain(value: unknown): value is object {
  const prototype: unknown = Object.getPrototypeOf(value)
  // Those of other realms as well: theirs has no prototype either.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A log that does not tell what is personal; what that is, is asked for with the first line. */
export function discreetLog(
  log: Log | undefined,
  personalNow: () => Personal,
  more: { readonly [name: string]: string },
): Log {
  if (!log) return () => undefined
  let hide: ((text: string) => string) | undefined
  return (level, message, fields) => {
    if (!hide) {
      const personal = personalNow()
      hide = personal.size === 0 ? String : hider(personal)
    }
    if (hide === String) return log(level, message, { ...fields, ...more })
    log(level, hide(message), { ...(hidden({ ...fields }, hide) as typeof fields), ...more })
  }
}
