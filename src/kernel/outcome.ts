import type { Outcome } from "cubular/contract"
import { type Course, OK } from "./ground.ts"

/** By state, its sign turned; of a run that is over, what never ended was cancelled. */
const OUTCOMES: readonly Outcome[] = [
  "cancelled",
  "ok",
  "skipped",
  "failed",
  "cancelled",
  "cancelled",
  "skipped",
  "cancelled",
  "failed",
]

export function outcomeOf(run: Course, step: number): Outcome {
  return OUTCOMES[-(run.states?.[step] ?? OK)] ?? "cancelled"
}
