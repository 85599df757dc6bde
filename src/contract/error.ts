import { fill } from "cubular/messages/en"
import type { Json } from "./value.ts"

/** Where something is, in the document's or the caller's own coordinates: keys and array indexes from the root. */
export type Path = readonly (string | number)[]

/** Values the texts of an error are filled from. JSON, and never anything personal. */
export type Params = { readonly [name: string]: Json }

/** What an entry of `cubular/messages` holds: a stable code and its English templates. */
export interface ErrorText {
  readonly code: string
  readonly message: string
  readonly hint: string
}

export interface CubeErrorInit extends ErrorText {
  readonly path?: Path | undefined
  readonly params?: Params | undefined
  /** Whether the same call may succeed later; policies read this, never the text. Default false. */
  readonly retryable?: boolean | undefined
  readonly cause?: unknown
  /** The findings behind a refused document. */
  readonly issues?: readonly Issue[] | undefined
  /** The rest of a run that failed (`run_failed`). */
  readonly result?: unknown
}

/** The form an error takes in JSON: over HTTP, between threads, on the command line. */
export interface CubeErrorJson {
  readonly code: string
  readonly path: Path
  readonly params: Params
  readonly message: string
  readonly hint: string
  readonly retryable?: true
  readonly issues?: readonly Issue[]
}

/** A finding about a document. Returned, never thrown. */
export interface Issue {
  readonly code: string
  readonly severity: "error" | "warning"
  readonly path: Path
  readonly params: Params
  readonly message: string
  readonly hint: string
  /** 1-based position in the source text, where there is one. */
  readonly line?: number
  readonly column?: number
}

const brand = Symbol.for("cubular.CubeError")

/**
 * The one error class: `code` is for programs and never reused, `path` says where, `message` and `hint` are English
 * and made from `params` by the templates handed in. `cubular/messages/ko` gives the same in Korean.
 *
 * @example throw new CubeError({ ...unknown_cube, path: ["cubes", "a", "use"], params: { id } })
 */
export class CubeError extends Error {
  readonly code: string
  readonly path: Path
  readonly params: Params
  readonly hint: string
  readonly retryable: boolean
  readonly issues: readonly Issue[] | undefined
  readonly result: unknown

  constructor(init: CubeErrorInit) {
    const params = init.params ?? {}
    super(fill(init.message, params), init.cause === undefined ? undefined : { cause: init.cause })
    this.name = "CubeError"
    this.code = init.code
    this.path = init.path ?? []
    this.params = params
    this.hint = fill(init.hint, params)
    this.retryable = init.retryable ?? false
    this.issues = init.issues
    this.result = init.result
    Object.defineProperty(this, brand, { value: true })
  }

  /** Errors of another copy of this class are instances too: the saju engine is built with one of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a class made from this one has its own instances only.
    return this === CubeError ? isCubeError(value) : super[Symbol.hasInstance](value)
  }

  toJSON(): CubeErrorJson {
    return {
      code: this.code,
      path: this.path,
      params: this.params,
      message: this.message,
      hint: this.hint,
      ...(this.retryable ? { retryable: true as const } : {}),
      ...(this.issues ? { issues: this.issues } : {}),
    }
  }

  /** Rebuilds an error that crossed a thread or the network. */
  static fromJSON(json: CubeErrorJson): CubeError {
    // Its words are filled in already: a value that looks like a slot must stay as it is.
    const error = new CubeError({ ...json, params: {} })
    return Object.defineProperty(error, "params", { value: json.params, enumerable: true })
  }
}

/** Recognises a CubeError by its brand, so that two copies of the package agree. Never throws. */
export function isCubeError(e: unknown): e is CubeError {
  try {
    return typeof e === "object" && e !== null && (e as { [key: symbol]: unknown })[brand] === true
  } catch {
    return false
  }
}

/** An error or issue as a parameter of another one: its words follow the language of the whole. */
export function toParam({ code, params, message, hint }: Issue | CubeError): Json {
  return { code, params, message, hint }
}

/** Builds an Issue from a text entry; the English message and hint are filled from `params`. */
export function toIssue(
  text: ErrorText,
  at: { path: Path; params?: Params; severity?: "error" | "warning"; line?: number; column?: number },
): Issue {
  const params = at.params ?? {}
  return {
    code: text.code,
    severity: at.severity ?? "error",
    path: at.path,
    params,
    message: fill(text.message, params),
    hint: fill(text.hint, params),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  }
}
