import {
  bytes_malformed,
  json_key_reserved,
  value_cycle,
  value_kind_refused,
  value_not_finite,
  value_text_malformed,
  value_too_deep,
  value_too_large,
  value_unreadable,
} from "cubular/messages/en"
import type { ErrorText, Params, Path } from "./error.ts"
import { isPlainList, isPlainObject, isWellFormed, kindOf, refuseView } from "./plain.ts"
import type { NumericArray } from "./value.ts"

export interface ValueLimits {
  /** Levels of nesting that are accepted: a list of numbers has 1. Default 64, at most 512. */
  readonly depth?: number | undefined
  /** How many values it may be, counting every item and member as often as it stands there. Default 10 million. */
  readonly parts?: number | undefined
}

/** Something that is wrong with a value: a text of `cubular/messages`, what fills it, and where. */
export interface Finding {
  readonly text: ErrorText
  readonly path: Path
  readonly params: Params
}

/** A finding on its way out of a walk: nothing a getter throws can be mistaken for one. */
export class Refusal implements Finding {
  readonly #made = true

  readonly text: ErrorText
  readonly path: Path
  readonly params: Params

  constructor(text: ErrorText, path: Path, params: Params = {}) {
    this.text = text
    this.path = path
    this.params = params
  }

  /** Safe for whatever was thrown: asking for a private name runs no code of others, `instanceof` would. */
  static is(thrown: unknown): thrown is Refusal {
    return typeof thrown === "object" && thrown !== null && #made in thrown
  }
}

/** How a copy differs from the value. Without one, a walk only checks. */
export interface Form {
  readonly array: (array: NumericArray) => unknown
  /** The name a member has in the copy; undefined where it may not stand. */
  readonly rename: (key: string) => string | undefined
  /** The array an object with a member `$bytes` stands for; undefined where it is malformed. */
  readonly bytes?: (holder: { readonly [key: string]: unknown }) => NumericArray | undefined
}

export function partsOf(limits: ValueLimits | undefined): number {
  return limits?.parts ?? 10_000_000
}

/** The walk recurses, so its depth is bounded: our smallest stack (a Chromium worker) holds ten times as many levels. */
export function depthOf(limits: ValueLimits | undefined): number {
  return Math.min(limits?.depth ?? 64, 512)
}

/**
 * Walks a value, reads each part once, and returns the copy.
 *
 * @throws {Refusal} the first thing that cannot travel; never anything else.
 */
export function walkValue(root: unknown, base: Path, limits?: ValueLimits, form?: Form): unknown {
  const depth = depthOf(limits)
  const most = partsOf(limits)
  const keys: (string | number)[] = []
  /** The containers around the current part: where a cycle leads back to. */
  const open: object[] = []
  /** Containers found in order, with level and number of parts: a check does not walk shared parts over and over. */
  const done: Map<object, { readonly level: number; readonly parts: number }> = new Map()
  let parts = 0

  function refuse(text: ErrorText, params?: Params, index: number[] = []): never {
    throw new Refusal(text, [...base, ...keys, ...index], params)
  }

  function count(more: number): void {
    parts += more
    if (parts > most) refuse(value_too_large, { max: most })
  }

  function part(value: unknown): unknown {
    count(1)
    if (typeof value === "object" && value !== null) return ArrayBuffer.isView(value) ? view(value) : container(value)
    if (typeof value === "string" && !isWellFormed(value)) refuse(value_text_malformed)
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value
    if (typeof value !== "number") return refuse(value_kind_refused, { kind: kindOf(value) })
    return value - value === 0 ? value + 0 : refuse(value_not_finite) // −0 + 0 is 0
  }

  function view(value: ArrayBufferView): unknown {
    const found = refuseView(value)
    if (found) refuse(found.text, found.params, found.index)
    return form?.array(value as NumericArray)
  }

  function container(value: object): unknown {
    const level = open.length
    if (open.includes(value)) refuse(value_cycle)
    if (level >= depth) refuse(value_too_deep, { max: depth })
    const known = form ? undefined : done.get(value)
    if (known && known.level >= level) return count(known.parts)
    const before = parts
    open.push(value)
    const copy = isPlainList(value)
      ? list(value)
      : isPlainObject(value)
        ? members(value)
        : refuse(value_kind_refused, { kind: kindOf(value) })
    open.pop()
    if (!form) done.set(value, { level, parts: parts - before })
    return copy
  }

  function list(value: readonly unknown[]): unknown[] {
    const copy: unknown[] = []
    for (let index = 0; index < value.length; index++) {
      keys.push(index)
      copy.push(part(value[index]))
      keys.pop()
    }
    return copy
  }

  function members(value: { readonly [key: string]: unknown }): unknown {
    if (form?.bytes && Object.hasOwn(value, "$bytes")) return bytes(form.bytes(value))
    const copy = {}
    for (const key of Object.keys(value)) {
      keys.push(key)
      const member = value[key]
      if (member !== undefined) put(copy, nameOf(key), part(member))
      keys.pop()
    }
    return copy
  }

  function nameOf(key: string): string {
    if (!isWellFormed(key)) refuse(value_text_malformed)
    return (form ? form.rename(key) : key) ?? refuse(json_key_reserved)
  }

  function bytes(array: NumericArray | undefined): unknown {
    keys.push("$bytes")
    if (!array) return refuse(bytes_malformed)
    view(array)
    keys.pop()
    return array
  }

  try {
    return part(root)
  } catch (error) {
    throw Refusal.is(error) ? error : new Refusal(value_unreadable, [...base, ...keys])
  }
}

/** Sets a member as data, also when it is called `__proto__`. */
function put(target: object, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
  else (target as { [key: string]: unknown })[key] = value
}
