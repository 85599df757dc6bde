import { type ErrorText, type Issue, type Params, type Path, toIssue } from "cubular/contract"
import {
  document_too_deep,
  document_too_large,
  duplicate_key,
  json_syntax,
  key_forbidden,
  limit_cubes,
  lone_surrogate,
  number_too_large,
} from "cubular/messages/en"
import { quote } from "./issues.ts"
import type { Limits } from "./limits.ts"

/** Where a value of the document begins, and the values inside it. */
export interface Place {
  readonly at: number
  readonly inside: Map<string | number, Place>
}

/** What the scanner found. With no issues the text is JSON that a recursive parser can take without harm. */
export interface Scan {
  readonly issues: readonly Issue[]
  /** Whether a "-0" occurs, which JSON.parse keeps and we do not. */
  readonly negativeZero: boolean
  /** The document's value, only when asked for and free of issues that end the scan. */
  readonly root: Place | undefined
}

interface Frame {
  /** Keys seen; undefined inside an array. */
  readonly keys: Set<string> | undefined
  readonly place: Place | undefined
  /** Of the member being read; undefined before the first. */
  key: string | number | undefined
}

const MOST_ISSUES = 100
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const LONE = /[\uD800-\uDFFF]/u

/**
 * Reads JSON text without building anything and without recursion: size, depth, number of placed cubes, duplicate and
 * dangerous keys, numbers beyond a double, lone surrogates, syntax. Nothing else looks at a document before this has.
 *
 * @param text - Without byte order mark.
 * @param places - Also notes where every value begins (for messages; about three times slower).
 */
export function scan(text: string, limits: Limits, places = false): Scan {
  return new Scanner(text, limits, places).run()
}

/** What is wrong with JSON whatever it is about. */
const OF_ANY_JSON: ReadonlySet<string> = /* @__PURE__ */ new Set([
  json_syntax.code,
  document_too_deep.code,
  duplicate_key.code,
])

/**
 * The first thing in a text that JSON.parse would pass over or take harm from: a key that stands twice in one object
 * (`duplicate_key`), more levels than `depth` (`document_too_deep`), no JSON (`json_syntax`). Size, numbers, names and
 * characters are not looked at.
 *
 * @param depth - Objects and arrays inside each other; the outermost is 1.
 */
export function scanJson(text: string, depth: number): Issue | undefined {
  const none = Number.POSITIVE_INFINITY
  return new Scanner(text, { bytes: none, cubes: none, refs: none, depth }, false, OF_ANY_JSON).run().issues[0]
}

/** 1-based line and column (in UTF-16 code units) of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", start)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

class Stop extends Error {}

class Scanner {
  private readonly text: string
  private readonly limits: Limits
  private readonly places: boolean
  /** Codes that are told; undefined for all. */
  private readonly told: ReadonlySet<string> | undefined
  private readonly issues: Issue[] = []
  private readonly stack: Frame[] = []
  private at = 0
  private negativeZero = false
  private root: Place | undefined

  constructor(text: string, limits: Limits, places: boolean, told?: ReadonlySet<string>) {
    this.text = text
    this.limits = limits
    this.places = places
    this.told = told
  }

  run(): Scan {
    try {
      if (!this.told) this.whole()
      this.document()
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop
    }
    return { issues: this.issues, negativeZero: this.negativeZero, root: this.root }
  }

  /** What is wrong with the text wherever one reads. */
  private whole(): void {
    const { text } = this
    const { bytes } = this.limits
    if (text.length > bytes) this.stop(document_too_large, { limit: bytes }, 0)
    const lone = text.search(LONE)
    if (lone >= 0) this.stop(lone_surrogate, {}, lone)
    if (text.length * 3 > bytes && utf8Length(text) > bytes) this.stop(document_too_large, { limit: bytes }, 0)
  }

  private document(): void {
    for (;;) {
      this.value()
      // After a value: close what ends here, then go on to the next member of what is still open.
      for (;;) {
        const frame = this.stack.at(-1)
        const c = this.peek()
        if (frame === undefined) {
          if (this.at < this.text.length) this.syntax("EOF")
          return
        }
        const close = frame.keys ? 125 : 93
        if (c === 44) {
          this.at++
          if (frame.keys) this.key(frame, frame.keys)
          else frame.key = (frame.key as number) + 1
          break
        }
        if (c !== close) this.syntax(frame.keys ? '"," "}"' : '"," "]"')
        this.at++
        this.stack.pop()
      }
    }
  }

  /** Opens containers until a scalar or an empty container has been read. */
  private value(): void {
    for (;;) {
      const c = this.peek()
      const place = this.note()
      if (c !== 123 && c !== 91) {
        this.scalar(c)
        return
      }
      this.at++
      if (this.stack.length >= this.limits.depth)
        this.stop(document_too_deep, { limit: this.limits.depth }, this.at - 1)
      const frame: Frame = c === 123 ? { keys: new Set(), place, key: undefined } : { keys: undefined, place, key: 0 }
      const next = this.peek()
      if (next === (c === 123 ? 125 : 93)) {
        this.at++
        return
      }
      this.stack.push(frame)
      if (frame.keys) this.key(frame, frame.keys)
    }
  }

  private note(): Place | undefined {
    if (!this.places) return undefined
    const place: Place = { at: this.at, inside: new Map() }
    const parent = this.stack.at(-1)
    if (parent === undefined) this.root = place
    else (parent.place as Place).inside.set(parent.key as string | number, place)
    return place
  }

  private key(frame: Frame, keys: Set<string>): void {
    if (this.peek() !== 34) this.syntax('"key"')
    const start = this.at
    const key = this.string()
    frame.key = key
    if (keys.has(key)) this.add(duplicate_key, { key: quote(key) }, start)
    keys.add(key)
    if (key === "__proto__") this.add(key_forbidden, { key }, start)
    if (this.stack.length === 2 && (this.stack[0] as Frame).key === "cubes" && keys.size > this.limits.cubes)
      this.stop(limit_cubes, { limit: this.limits.cubes }, start)
    if (this.peek() !== 58) this.syntax('":"')
    this.at++
  }

  private scalar(c: number): void {
    if (c === 34) {
      this.string()
      return
    }
    SCALAR.lastIndex = this.at
    const [token] = SCALAR.exec(this.text) ?? this.syntax("value")
    this.number(token)
    this.at += token.length
  }

  /** Words are no numbers, and pass. */
  private number(token: string): void {
    const value = Number(token)
    if (Math.abs(value) > Number.MAX_VALUE) this.add(number_too_large, { number: quote(token) }, this.at)
    if (Object.is(value, -0)) this.negativeZero = true
  }

  private string(): string {
    const start = this.at
    let escaped = false
    for (let i = start + 1; i < this.text.length; i++) {
      const c = this.text.charCodeAt(i)
      if (c === 34) {
        this.at = i + 1
        return escaped ? this.unescape(start) : this.text.slice(start + 1, i)
      }
      if (c === 92) {
        escaped = true
        i++
      } else if (c < 32) {
        this.at = i
        this.syntax("\\u")
      }
    }
    this.at = this.text.length
    return this.syntax('"')
  }

  private unescape(start: number): string {
    const text = this.parsed(start)
    if (LONE.test(text)) this.add(lone_surrogate, {}, start)
    return text
  }

  private parsed(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string
    } catch {
      this.at = start
      return this.syntax("\\n \\u0000")
    }
  }

  /** The next character that is not white space, NaN at the end. */
  private peek(): number {
    for (;;) {
      const c = this.text.charCodeAt(this.at)
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return c
      this.at++
    }
  }

  private syntax(expected: string): never {
    const found =
      this.at < this.text.length
        ? JSON.stringify(String.fromCodePoint(this.text.codePointAt(this.at) as number))
        : "EOF"
    return this.stop(json_syntax, { found, expected }, this.at)
  }

  private stop(text: ErrorText, params: Params, at: number): never {
    this.add(text, params, at)
    throw new Stop()
  }

  private add(text: ErrorText, params: Params, at: number): void {
    if (this.issues.length < MOST_ISSUES && (this.told?.has(text.code) ?? true))
      this.issues.push(toIssue(text, { path: this.path(), params, ...lineAndColumn(this.text, at) }))
  }

  private path(): Path {
    return this.stack.map((frame) => frame.key).filter((key) => key !== undefined)
  }
}

/** Length in UTF-8 bytes; NaN when half of a surrogate pair stands alone. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x80) continue
    if ((c & 0xf800) !== 0xd800) bytes += c < 0x800 ? 1 : 2
    else if ((c & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 2
      i++
    } else return Number.NaN
  }
  return bytes
}
