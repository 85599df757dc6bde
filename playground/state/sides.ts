import {
  CubeError,
  type CubeErrorJson,
  isCubeError,
  type RunResult,
  type StepResult,
  type Values,
} from "cubular/contract"

/** What a side gave, and what exactly computed it: "main" is the page's own thread, where no Web Worker could start. */
export interface Answer {
  readonly result: RunResult
  readonly where: "worker" | "main" | "edge"
}

/** Runs the composition of the page somewhere, with a fingerprint. */
export type Engine = (inputs: Values, signal: AbortSignal) => Promise<Answer>

export type SideName = "browser" | "edge"

/** What is known of the run on one side. */
export type Side =
  | { readonly state: "idle" }
  /** `before`: the result of the same birth this run replaces, shown until it is done. */
  | { readonly state: "running"; readonly before?: RunResult | undefined }
  | ({ readonly state: "done" } & Answer)
  | { readonly state: "failed"; readonly error: CubeErrorJson }

export type Sides = { readonly [side in SideName]: Side }

/** What the two sides say together. */
export type Verdict =
  | "idle"
  | "running"
  | "same"
  | "different"
  | "differentPlan"
  | "refused"
  | "edgeMissing"
  | "browserMissing"
  | "bothMissing"

export function verdictOf({ browser, edge }: Sides): Verdict {
  if (browser.state === "idle" || edge.state === "idle") return "idle"
  if (browser.state === "running" || edge.state === "running") return "running"
  if (browser.state === "failed" && edge.state === "failed")
    return rootOf(browser.error).code === rootOf(edge.error).code ? "refused" : "bothMissing"
  if (browser.state === "failed") return "browserMissing"
  if (edge.state === "failed") return "edgeMissing"
  if (browser.result.plan !== edge.result.plan) return "differentPlan"
  const [a, b] = [browser.result.fingerprint, edge.result.fingerprint]
  return a !== undefined && a === b ? "same" : "different"
}

/** The first result there is, the browser's before the edge's. */
export function resultOf({ browser, edge }: Sides): RunResult | undefined {
  if (browser.state === "done") return browser.result
  if (edge.state === "done") return edge.result
  return browser.state === "running" ? browser.before : undefined
}

const causes = new WeakMap<CubeErrorJson, CubeErrorJson>()

/** The error a failed run began with, of its first failed step or refused input: it says more than "the run failed". */
export const rootOf = (error: CubeErrorJson): CubeErrorJson => causes.get(error) ?? error

/** Any failure of an engine in the form errors are shown in. */
export function toFailure(reason: unknown): CubeErrorJson {
  const error = isCubeError(reason) ? reason : unexpected(reason)
  const json = error.toJSON()
  const steps = Object.values(((error.result ?? {}) as { steps?: { [path: string]: StepResult } }).steps ?? {})
  const failed = steps.find((step) => step.outcome === "failed" && step.error !== undefined)
  const first = failed?.error ?? error.issues?.[0]
  if (first !== undefined) causes.set(json, first)
  return json
}

function unexpected(reason: unknown): CubeError {
  const name = reason instanceof Error ? reason.name : typeof reason
  return new CubeError({
    code: "page_engine_failed",
    message: "The calculation broke off ({name}).",
    hint: "Reload the page.",
    params: { name },
    cause: reason,
  })
}
