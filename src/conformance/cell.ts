import type { CompositionDocument, Json, PlacedCube } from "cubular"
import type { Behaviour } from "./probe.ts"

/** How the subject of a cell ends. */
export const outcomes = ["ok", "fail", "skip", "cancel", "deadline"] as const
export type CellOutcome = (typeof outcomes)[number]

/** When a run is cancelled, and how long one with a deadline may take, in ms of the host's clock. */
export const STOP_MS = 20

/** One feature under one outcome, as JSON: a document, what goes in, and everything that must come out. */
export interface Cell {
  /** "feature / outcome", unlike every other. */
  readonly name: string
  readonly feature: string
  readonly outcome: CellOutcome
  readonly document: CompositionDocument
  /** Further compositions the document uses. */
  readonly compositions: readonly CompositionDocument[]
  /** In the JSON form of values. */
  readonly inputs: { readonly [name: string]: Json }
  readonly expect: Expectation
}

export interface Expectation {
  /** Code of the run's error; absent when the run is ok. */
  readonly code?: string
  /** Every step: "ok", "skipped", "cancelled", or the code it failed with. */
  readonly steps: { readonly [path: string]: string }
  /** In the JSON form of values. */
  readonly outputs: { readonly [name: string]: Json }
}

/** What a feature builds its document from. */
export interface Subject {
  /** The subject placed: fed from "@value", and guarded by "@go" where it is to be skipped. */
  readonly placed: PlacedCube
  /** The same without its guard, for features that guard something around it. */
  readonly bare: PlacedCube
  /** `when` of what is to be skipped; empty under every other outcome. */
  readonly guard: { readonly when?: string }
  /** Hands "@go" on to a composition that uses it. */
  readonly go: { readonly go?: string }
  readonly does: Behaviour
}

/** "s=ok a=skipped", then the outputs. */
type Row = readonly [steps: string, outputs: { readonly [name: string]: Json }, code?: string]
export type Rows = { readonly [outcome in CellOutcome]: Row }

/** A way of putting a subject into a document, and what comes of it under each outcome. */
export interface Feature {
  readonly name: string
  /** Whether the subject answers and throws at once (default) or through a promise. */
  readonly pace?: "now" | "later"
  readonly build: (subject: Subject) => {
    readonly cubes: CompositionDocument["cubes"]
    readonly outputs: CompositionDocument["outputs"]
    readonly inputs?: CompositionDocument["inputs"]
    readonly compositions?: readonly CompositionDocument[]
  }
  /** Inputs besides `value` (7) and `go`. */
  readonly given?: { readonly [name: string]: Json }
  readonly rows: Rows
}

/** What becomes of the run itself, unless a row says otherwise. */
const codes: { readonly [outcome in CellOutcome]?: string } = {
  fail: "run_failed",
  cancel: "run_cancelled",
  deadline: "deadline_exceeded",
}

/** The five cells of a feature. */
export function cellsOf(feature: Feature): Cell[] {
  return outcomes.map((outcome) => cellOf(feature, outcome))
}

function cellOf({ name, pace = "now", build, given = {}, rows }: Feature, outcome: CellOutcome): Cell {
  const skip = outcome === "skip"
  const does = behaviourFor(outcome, pace)
  const bare: PlacedCube = { use: "probe/subject@^1", config: { does }, in: { value: "@value" } }
  const guard = skip ? { when: "@go" } : {}
  const {
    compositions = [],
    cubes,
    outputs,
    inputs,
  } = build({
    placed: { ...bare, ...guard },
    bare,
    guard,
    go: skip ? { go: "@go" } : {},
    does,
  })
  const [steps, out, code = codes[outcome]] = rows[outcome]
  return {
    name: `${name} / ${outcome}`,
    feature: name,
    outcome,
    document: { format: 1, id: "cell", version: "1.0.0", ...(inputs ? { inputs } : {}), cubes, outputs },
    compositions,
    inputs: { value: 7, ...given, ...(skip ? { go: false } : {}) },
    expect: { ...(code ? { code } : {}), steps: readSteps(steps), outputs: out },
  }
}

function behaviourFor(outcome: CellOutcome, pace: "now" | "later"): Behaviour {
  if (outcome === "cancel" || outcome === "deadline") return "sleep"
  if (outcome === "fail") return pace === "now" ? "throw" : "throwLater"
  return pace
}

function readSteps(text: string): Expectation["steps"] {
  return Object.fromEntries(text.split(" ").map((part) => part.split("=") as [string, string]))
}

/** The rows of a feature in which all other steps need what the subject gives. */
export function follow(subject: string, others: string, ok: { readonly [name: string]: Json }): Rows {
  const row = (end: string, rest: string): Row => [
    [
      `${subject}=${end}`,
      ...others
        .split(" ")
        .filter(Boolean)
        .map((path) => `${path}=${rest}`),
    ].join(" "),
    end === "ok" ? ok : {},
  ]
  return {
    ok: row("ok", "ok"),
    fail: row("probe_failed", "skipped"),
    skip: row("skipped", "skipped"),
    cancel: row("cancelled", "cancelled"),
    deadline: row("cancelled", "cancelled"),
  }
}
