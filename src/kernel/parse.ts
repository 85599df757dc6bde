import { type ErrorText, type Issue, type Params, type Path, toIssue } from "cubular/contract"
import {
  document_cyclic,
  document_not_utf8,
  document_too_deep,
  document_too_large,
  document_unreadable,
  key_forbidden,
  lone_surrogate,
  value_not_json,
} from "cubular/messages/en"
import type { Limits } from "./limits.ts"
import { lineAndColumn, type Place, scan, utf8Length } from "./scan.ts"

/** A document as plain data of our own, or the findings that make it unreadable. */
export interface Reading {
  /** Undefined when there are issues. Objects and arrays made here; nobody else holds them. */
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Line and column of the value at a path, or of the nearest value around it; undefined when there is no text. */
  readonly locate: ((path: Path) => { line: number; column: number }) | undefined
}

/**
 * Turns what a caller calls a document into plain data: text, bytes (UTF-8, a byte order mark is skipped), a typed
 * literal (`toJSON`), or a parsed value, which is copied once so that getters and proxies cannot change it later.
 * Never throws.
 */
export function read(source: unknown, limits: Limits): Reading {
  try {
    if (typeof source === "string") return readText(source, limits)
    if (source instanceof Uint8Array) return readBytes(source, limits)
    const literal = source as { toJSON?: unknown } | null | undefined
    const given = typeof literal?.toJSON === "function" ? (literal.toJSON() as unknown) : source
    return new Copier(limits).read(given)
  } catch {
    return refused(document_unreadable, {})
  }
}

function refused(text: ErrorText, params: Params): Reading {
  return { value: undefined, issues: [toIssue(text, { path: [], params })], locate: undefined }
}

function readBytes(bytes: Uint8Array, limits: Limits): Reading {
  if (bytes.length > limits.bytes) return refused(document_too_large, { limit: limits.bytes })
  const text = decodeUtf8(bytes)
  return typeof text === "string" ? readText(text, limits) : refused(document_not_utf8, { offset: text })
}

function readText(source: string, limits: Limits): Reading {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  const { issues, negativeZero } = scan(text, limits)
  if (issues.length > 0) return { value: undefined, issues, locate: undefined }
  const revive = negativeZero ? (_: string, value: unknown) => (value === 0 ? 0 : value) : undefined
  let root: Place | undefined
  return {
    value: JSON.parse(text, revive),
    issues,
    locate: (path) => {
      root ??= scan(text, limits, true).root
      return lineAndColumn(text, offsetOf(root, path))
    },
  }
}

function offsetOf(root: Place | undefined, path: Path): number {
  let place = root
  for (const key of path) {
    const inner = place?.inside.get(key)
    if (inner === undefined) break
    place = inner
  }
  return place?.at ?? 0
}

/** The text, or the offset of the first byte that is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | number {
  let text = ""
  let units: number[] = []
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    let point = more === 0 ? first : first & (0x3f >> more)
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k] ?? 0
      if ((next & 0xc0) !== 0x80) return i
      point = (point << 6) | (next & 0x3f)
    }
    const least = [0, 0x80, 0x800, 0x10000][more] as number
    if (
      (first >= 0x80 && first < 0xc0) ||
      first > 0xf4 ||
      point < least ||
      point > 0x10ffff ||
      (point & 0xfff800) === 0xd800
    )
      return i
    if (point < 0x10000) units.push(point)
    else units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff))
    i += more + 1
    if (units.length > 8000) {
      text += String.fromCharCode(...units)
      units = []
    }
  }
  return text + String.fromCharCode(...units)
}

class Refusal extends Error {}

/** Copies a parsed value, spending the same limits that text is held to. */
class Copier {
  private readonly limits: Limits
  private readonly issues: Issue[] = []
  private readonly around: object[] = []
  private readonly path: (string | number)[] = []
  private bytes: number

  constructor(limits: Limits) {
    this.limits = limits
    this.bytes = limits.bytes
  }

  read(source: unknown): Reading {
    let value: unknown
    try {
      value = this.copy(source)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) this.note(document_unreadable)
    }
    return { value: this.issues.length > 0 ? undefined : value, issues: this.issues, locate: undefined }
  }

  private copy(value: unknown): unknown {
    if (typeof value === "string") return this.text(value)
    if (typeof value === "object" && value !== null) return this.container(value)
    this.spend(1)
    if (typeof value === "number") return Number.isFinite(value) ? value + 0 : this.odd(String(value))
    return typeof value === "boolean" || value === null ? value : this.odd(typeof value)
  }

  private text(text: string): string {
    const bytes = utf8Length(text)
    if (Number.isNaN(bytes)) this.note(lone_surrogate)
    else this.spend(bytes + 2)
    return text
  }

  private container(value: object): unknown {
    if (this.around.includes(value)) this.stop(document_cyclic)
    if (this.around.length >= this.limits.depth) this.stop(document_too_deep, { limit: this.limits.depth })
    this.spend(2)
    const list = Array.isArray(value)
    const prototype: unknown = Object.getPrototypeOf(value)
    // Another realm's Object.prototype is not ours, but it has no prototype either.
    const plain = list || prototype === null || Object.getPrototypeOf(prototype) === null
    if (!plain) return this.odd("class instance")
    this.around.push(value)
    const copy = list ? this.items(value) : this.members(value as { readonly [key: string]: unknown })
    this.around.pop()
    return copy
  }

  private items(list: readonly unknown[]): unknown[] {
    const { length } = list
    this.spend(length)
    const copy: unknown[] = []
    for (let i = 0; i < length; i++) {
      this.path.push(i)
      copy.push(this.copy(list[i]))
      this.path.pop()
    }
    return copy
  }

  private members(object: { readonly [key: string]: unknown }): { [key: string]: unknown } {
    // One call that yields all names: a proxy with millions of them is refused before it is asked about each.
    const keys = Reflect.ownKeys(object)
    this.spend(keys.length * 3)
    const copy: { [key: string]: unknown } = {}
    for (const key of keys) {
      if (typeof key === "symbol" || !Object.prototype.propertyIsEnumerable.call(object, key)) continue
      this.path.push(key)
      this.text(key)
      const value = object[key]
      if (key === "__proto__") this.note(key_forbidden, { key })
      else if (value !== undefined) copy[key] = this.copy(value)
      this.path.pop()
    }
    return copy
  }

  private spend(bytes: number): void {
    this.bytes -= bytes
    if (this.bytes >= 0) return
    // The size is the document's, whichever part was being read.
    this.path.length = 0
    this.stop(document_too_large, { limit: this.limits.bytes })
  }

  private odd(kind: string): undefined {
    this.note(value_not_json, { kind })
  }

  private stop(text: ErrorText, params: Params = {}): never {
    this.note(text, params)
    throw new Refusal()
  }

  private note(text: ErrorText, params: Params = {}): void {
    if (this.issues.length < 100) this.issues.push(toIssue(text, { path: [...this.path], params }))
  }
}
