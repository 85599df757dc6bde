import { parseRange, type VersionRange } from "./version.ts"

/** A parsed ref: `instance` is undefined for `@input`, where `name` is the input; otherwise `name` is the port. */
export interface ParsedRef {
  readonly instance: string | undefined
  readonly name: string
  readonly pointer: readonly string[]
}

const REF = /^(?:@|([a-z][A-Za-z0-9-]{0,63})\.)([a-z][A-Za-z0-9-]{0,63})(?:#((?:\/(?:[^~/]|~[01])*)*))?$/
const USE = /^(?:composition:([a-z][a-z0-9-]{0,63})|([a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63}))(?:@(.*))?$/
const WHOLE: readonly string[] = Object.freeze([])

/** `("@" input | id "." port) ["#" JSON-Pointer]`; undefined when malformed. */
export function parseRef(text: string): ParsedRef | undefined {
  const m = REF.exec(text)
  return m ? { instance: m[1], name: m[2] as string, pointer: tokens(m[3]) } : undefined
}

/** "#" or "#/a/b", as allowed under `on`: tokens into the message's data; undefined when malformed. */
export function parseDataPointer(text: string): readonly string[] | undefined {
  const m = /^#((?:\/(?:[^~/]|~[01])*)*)$/.exec(text)
  return m ? tokens(m[1]) : undefined
}

function tokens(pointer: string | undefined): readonly string[] {
  if (!pointer) return WHOLE
  const parts = pointer.slice(1).split("/")
  return pointer.includes("~") ? parts.map((t) => t.replaceAll("~1", "/").replaceAll("~0", "~")) : parts
}

/** "/a~1b/0" from tokens; "" is the whole value. */
export function formatPointer(pointer: readonly (string | number)[]): string {
  return pointer.map((t) => `/${String(t).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")
}

/** The shortest spelling of a ref. */
export function formatRef(ref: ParsedRef): string {
  const base = ref.instance === undefined ? `@${ref.name}` : `${ref.instance}.${ref.name}`
  return ref.pointer.length === 0 ? base : `${base}#${formatPointer(ref.pointer)}`
}

/** What a placed cube says it uses. */
export interface ParsedUse {
  readonly composition: boolean
  readonly id: string
  /** As written, "" without one. */
  readonly rangeText: string
  readonly range: VersionRange
}

/** `["composition:"] id ["@" range]`; undefined when malformed. */
export function parseUse(text: string): ParsedUse | undefined {
  const m = USE.exec(text)
  const rangeText = m?.[3] ?? ""
  const range = m && !text.endsWith("@") ? parseRange(rangeText) : undefined
  return m && range ? { composition: m[1] !== undefined, id: (m[1] ?? m[2]) as string, rangeText, range } : undefined
}
