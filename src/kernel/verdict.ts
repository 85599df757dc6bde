import type { Json, Value } from "cubular/contract"
import { canonical } from "./canonical.ts"
import { type Shape, STRING, shapeOfConst, Type, typeOfValue } from "./type.ts"

/**
 * What can be said about a wire without running it.
 *
 * - `proved`: the target accepts every value the source may give; nothing is parsed at run time.
 * - `refuted`: the target accepts *no* value the source may give, so the wire can never work. A source of numbers into
 *   a port of whole numbers is therefore not refuted: 3 would pass.
 * - `unknown`: everything else, a pattern against another pattern or a target that checks more than its schema says;
 *   the value is parsed on every run, on every host alike.
 */
export type Verdict = "proved" | "refuted" | "unknown"

/** Pairs of types looked at for one wire, and for all wires of a document, before giving up with "unknown". */
const FUEL = 20_000
const ALL_FUEL = 1_000_000
const DEEPEST = 200

type Of<K extends Shape["kind"]> = Extract<Shape, { kind: K }>

/** Judges wires; remembers every pair it has judged. One per document. */
export class Judge {
  private readonly known = new Map<Type, Map<Type, Verdict>>()
  private fuel = ALL_FUEL

  verdict(source: Type, target: Type): Verdict {
    let row = this.known.get(source)
    if (row === undefined) {
      row = new Map()
      this.known.set(source, row)
    }
    let verdict = row.get(target)
    if (verdict === undefined) {
      const comparison = new Comparison(Math.min(FUEL, this.fuel))
      verdict = comparison.compare(source, target)
      this.fuel -= comparison.spent
      row.set(target, verdict)
    }
    return verdict
  }
}

class Comparison {
  spent = 0
  private readonly fuel: number
  private depth = 0
  /**
   * Container pairs being compared. Meeting one again means its values contain smaller values of the same kind: taking
   * them as proved is sound (induction on the size of a value) because any doubt about the pair itself still shows.
   */
  private readonly open = new Map<Type, Set<Type>>()

  constructor(fuel: number) {
    this.fuel = fuel
  }

  compare(source: Type, target: Type): Verdict {
    if (++this.spent > this.fuel || this.depth >= DEEPEST) return "unknown"
    this.depth++
    const verdict = this.shapes(source, target)
    this.depth--
    return verdict === "proved" && target.vague ? "unknown" : verdict
  }

  private shapes(source: Type, target: Type): Verdict {
    const s = source.shape
    const t = target.shape
    // Where one is a stream both must be: not even a port for anything takes a stream.
    if (s.kind === "stream") return t.kind === "stream" ? this.compare(s.item, t.item) : "refuted"
    if (t.kind === "stream") return "refuted"
    if (s.kind === "never" || t.kind === "any" || t.kind === "same") return "proved"
    if (s.kind === "union") return every(s.of.map((branch) => this.compare(branch, target)))
    if (s.kind === "all") return this.anyMember(s, target)
    if (t.kind === "never") return "refuted"
    if (t.kind === "union") return this.intoUnion(source, t)
    if (t.kind === "all") return all(t.of.map((part) => this.compare(source, part)))
    if (s.kind === "any" || s.kind === "same") return "unknown"
    if (t.kind === "const") return this.intoConst(source, s, t)
    return this.sameKind(source, target, s.kind === "const" ? shapeOfConst(s.value) : s, t)
  }

  /** An intersection gives only what all its parts give. */
  private anyMember(source: Of<"all">, target: Type): Verdict {
    const verdicts = source.of.map((part) => this.compare(part, target))
    if (verdicts.includes("proved")) return "proved"
    return verdicts.includes("refuted") ? "refuted" : "unknown"
  }

  private intoUnion(source: Type, target: Of<"union">): Verdict {
    if (source.shape.kind === "boolean")
      return every([true, false].map((value) => this.intoUnion(typeOfValue(value, false), target)))
    const verdicts = target.of.map((branch) => this.compare(source, branch))
    const fits = verdicts.filter((verdict) => verdict === "proved").length
    const misses = verdicts.filter((verdict) => verdict === "refuted").length
    if (misses === verdicts.length) return "refuted"
    const enough = target.exclusive ? fits === 1 && misses === verdicts.length - 1 : fits > 0
    return enough ? "proved" : "unknown"
  }

  private intoConst(source: Type, s: Shape, target: Of<"const">): Verdict {
    if (s.kind === "const") return canonical(s.value) === canonical(target.value) ? "proved" : "refuted"
    return this.compare(typeOfValue(target.value, false), source) === "refuted" ? "refuted" : "unknown"
  }

  private sameKind(source: Type, target: Type, s: Shape, t: Shape): Verdict {
    if (s.kind !== t.kind) return "refuted"
    if (s.kind === "number") return compareNumbers(s, t as Of<"number">)
    if (s.kind === "string") return compareStrings(s, t as Of<"string">)
    if (s.kind === "bytes") return s.element === (t as Of<"bytes">).element ? "proved" : "refuted"
    if (s.kind === "boolean") return "proved"
    const met = this.open.get(source)
    if (met?.has(target)) return "proved"
    if (met) met.add(target)
    else this.open.set(source, new Set([target]))
    const verdict =
      s.kind === "array" ? this.arrays(s, t as Of<"array">) : this.objects(s as Of<"object">, t as Of<"object">)
    this.open.get(source)?.delete(target)
    return verdict
  }

  private arrays(s: Of<"array">, t: Of<"array">): Verdict {
    if (s.max < t.min || s.min > t.max) return "refuted"
    const verdicts: Verdict[] = [s.min >= t.min && s.max <= t.max ? "proved" : "unknown"]
    const positions = Math.max(s.items.length, t.items.length)
    // The position after the listed ones stands for all that follow.
    for (let i = 0; i <= positions && i < s.max; i++) {
      const given = s.items[i] ?? s.rest
      const taken = t.items[i] ?? t.rest
      if (given) verdicts.push(certain(taken ? this.compare(given, taken) : "refuted", i < s.min))
    }
    return all(verdicts)
  }

  private objects(s: Of<"object">, t: Of<"object">): Verdict {
    const verdicts: Verdict[] = []
    for (const key of t.required) {
      if (s.required.has(key)) continue
      verdicts.push(s.members.has(key) || s.extra ? "unknown" : "refuted")
    }
    for (const [key, given] of s.members) {
      const taken = t.members.get(key) ?? t.extra
      const named = t.names && !t.members.has(key) ? this.compare(typeOfValue(key, false), t.names) : "proved"
      const member = taken ? all([this.compare(given, taken), named]) : "refuted"
      verdicts.push(certain(member, s.required.has(key)))
    }
    if (s.extra) verdicts.push(...this.extras(s, s.extra, t))
    return all(verdicts)
  }

  /** Members the source may have without naming them. */
  private extras(s: Of<"object">, extra: Type, t: Of<"object">): Verdict[] {
    const verdicts: Verdict[] = []
    for (const [key, taken] of t.members) if (!s.members.has(key)) verdicts.push(this.compare(extra, taken))
    verdicts.push(t.extra ? this.compare(extra, t.extra) : "refuted")
    if (t.names) verdicts.push(this.compare(s.names ?? STRING, t.names))
    // There may be none of them, so nothing is refuted by what they would be.
    return verdicts.map((verdict) => certain(verdict, false))
  }
}

/** Of alternatives: all must agree. */
function every(verdicts: readonly Verdict[]): Verdict {
  const first = verdicts[0] ?? "proved"
  return verdicts.every((verdict) => verdict === first) ? first : "unknown"
}

/** Of conditions that hold together: one refusal refuses. */
function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refuted")) return "refuted"
  return verdicts.includes("unknown") ? "unknown" : "proved"
}

/** A part that may be absent cannot refute the whole. */
function certain(verdict: Verdict, always: boolean): Verdict {
  return verdict === "refuted" && !always ? "unknown" : verdict
}

function compareNumbers(s: Of<"number">, t: Of<"number">): Verdict {
  if (areApart(s, t)) return "refuted"
  const low = s.low > t.low || (s.low === t.low && (s.lowOpen || !t.lowOpen))
  const high = s.high < t.high || (s.high === t.high && (s.highOpen || !t.highOpen))
  return low && high && (s.whole || !t.whole) && fitsStep(s, t) ? "proved" : "unknown"
}

function areApart(s: Of<"number">, t: Of<"number">): boolean {
  const whole = s.whole || t.whole
  const low = Math.max(whole ? Math.ceil(s.low) : s.low, whole ? Math.ceil(t.low) : t.low)
  const high = Math.min(whole ? Math.floor(s.high) : s.high, whole ? Math.floor(t.high) : t.high)
  if (low !== high) return low > high
  return (
    (s.lowOpen && s.low === low) ||
    (t.lowOpen && t.low === low) ||
    (s.highOpen && s.high === high) ||
    (t.highOpen && t.high === high)
  )
}

function fitsStep(s: Of<"number">, t: Of<"number">): boolean {
  if (t.step === undefined) return true
  // Remainders of fractions are a matter of rounding: only whole steps are proved.
  const multiple = s.low === s.high ? s.low : s.step
  return Number.isInteger(t.step) && multiple !== undefined && Number.isSafeInteger(multiple) && multiple % t.step === 0
}

function compareStrings(s: Of<"string">, t: Of<"string">): Verdict {
  if (s.max < t.min || s.min > t.max) return "refuted"
  if (s.min < t.min || s.max > t.max) return "unknown"
  if (!t.patterns.every((pattern) => s.patterns.includes(pattern))) return "unknown"
  // A format without a pattern of its own is checked by code (z.url()): equal names do not make equal checks.
  const format = t.format === undefined || (t.format === s.format && t.patterns.length > 0)
  return format ? "proved" : "unknown"
}

/** A value of the type, for messages: as small as its schema lets one guess; undefined where a pattern forbids guessing. */
export function exampleOf(type: Type, depth = 0): Json | undefined {
  const { shape } = type
  if (depth > 8) return undefined
  switch (shape.kind) {
    case "const":
      return JSON.parse(JSON.stringify(shape.value)) as Json
    case "union":
      return shape.of.map((branch) => exampleOf(branch, depth + 1)).find((example) => example !== undefined)
    case "boolean":
      return true
    case "number":
      return exampleNumber(shape)
    case "string":
      return shape.patterns.length > 0 || shape.format !== undefined
        ? undefined
        : "a".repeat(Math.min(Math.max(1, shape.min), shape.max, 80))
    case "array":
      return exampleList(shape, depth)
    case "object":
      return exampleObject(shape, depth)
    case "bytes":
      return { $bytes: [shape.element, ""] }
    default:
      return undefined
  }
}

function exampleNumber(shape: Of<"number">): number | undefined {
  const { low, high, lowOpen, highOpen, whole, step } = shape
  const inside = (n: number): boolean =>
    (lowOpen ? n > low : n >= low) &&
    (highOpen ? n < high : n <= high) &&
    (!whole || Number.isInteger(n)) &&
    (step === undefined || n % step === 0)
  return [0, 1, low, high, low + 1, high - 1, (low + high) / 2, step ?? 0].find((n) => Number.isFinite(n) && inside(n))
}

function exampleList(shape: Of<"array">, depth: number): Json | undefined {
  const list: Json[] = []
  for (let i = 0; i < Math.min(shape.min, 20); i++) {
    const type = shape.items[i] ?? shape.rest
    const item = type && exampleOf(type, depth + 1)
    if (item === undefined) return undefined
    list.push(item)
  }
  return list
}

function exampleObject(shape: Of<"object">, depth: number): Json | undefined {
  const object: { [key: string]: Json } = {}
  for (const key of shape.required) {
    const member = exampleOf(shape.members.get(key) ?? shape.extra ?? new Type({ kind: "never" }), depth + 1)
    if (member === undefined) return undefined
    object[key] = member
  }
  return object
}

/** A short name for a message: `string`, `integer 1..4`, `"a" | "b"`, `{ stem, branch }`, `string[]`. */
export function nameOf(type: Type, depth = 0): string {
  const { shape } = type
  const inner = (of: Type): string => (depth > 2 ? "…" : nameOf(of, depth + 1))
  switch (shape.kind) {
    case "const":
      return constName(shape.value)
    case "union":
    case "all":
      return clip([...new Set(shape.of.map(inner))].join(shape.kind === "all" ? " & " : " | "))
    case "number":
      return numberName(shape)
    case "string":
      return shape.format ?? "string"
    case "array":
      return shape.items.length > 0
        ? clip(`[${shape.items.map(inner).join(", ")}]`)
        : `${shape.rest ? inner(shape.rest) : ""}[]`
    case "object":
      return clip(
        `{ ${[...shape.members.keys()].map((key) => (shape.required.has(key) ? key : `${key}?`)).join(", ")} }`,
      )
    case "bytes":
      return shape.element
    case "stream":
      return `stream of ${inner(shape.item)}`
    default:
      return shape.kind
  }
}

function constName(value: Value): string {
  return clip(JSON.stringify(value))
}

function numberName({ low, high, whole }: Of<"number">): string {
  const plain = !Number.isFinite(low) || low === -Number.MAX_SAFE_INTEGER ? "" : String(low)
  const top = !Number.isFinite(high) || high === Number.MAX_SAFE_INTEGER ? "" : String(high)
  return `${whole ? "integer" : "number"}${plain || top ? ` ${plain}..${top}` : ""}`
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}
