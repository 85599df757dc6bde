import { type CubeErrorJson, POLICY_NAMES, type PolicyDecision } from "cubular/contract"

/**
 * What of a run may leave: names its documents and cubes were written with, and words of fixed lists. Messages, hints,
 * params and paths of errors are never looked at, since they may hold what a person entered.
 */
const CODE = /^[a-z][a-z0-9_]{0,63}$/

/** Instead of what is no code. */
const UNNAMED = "unnamed"

/** Every `did` of the policies shipped; one's own policies may say anything, which is then `other`. */
const DID: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "value",
  "cube",
  "hit",
  "stale",
  "joined",
  "refused",
  "queued",
  "ended",
  "retried",
  "opened",
  "probed",
  "closed",
])

/** The code, if it is written as codes are. */
export function codeOf(error: Pick<CubeErrorJson, "code"> | undefined): string | undefined {
  return error && namedCode(error.code)
}

export function namedCode(code: string): string {
  return typeof code === "string" && CODE.test(code) ? code : UNNAMED
}

export function policyOf({ policy }: PolicyDecision): string {
  return (POLICY_NAMES as readonly string[]).includes(policy) ? policy : "other"
}

export function didOf({ did }: PolicyDecision): string {
  return DID.has(did) ? did : "other"
}

/** A number, if it is one. */
export function amountOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined
}
