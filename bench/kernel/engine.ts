import type { Bodies } from "./bodies.ts"
import type { Shape } from "./shapes.ts"

/** A built graph: give the input, get the result, now or later. */
export type Runner = (input: number) => number | Promise<number>

/** One of the engines compared. */
export interface Engine {
  readonly name: string
  /** Steps may be async functions. */
  readonly waits: boolean
  /** Runs do not share state, so several may be under way at once. */
  readonly isolated: boolean
  /** Builds the graph once, the way the engine's own documentation does. */
  build(shape: Shape, bodies: Bodies): Runner | Promise<Runner>
}

/** The body of a step as a function of its arguments (a list is one argument), async where the step is. */
export function bodyOf(step: Shape[number], bodies: Bodies): (...args: never[]) => unknown {
  const body = (step.kind === "many" ? bodies.many : bodies[step.kind][step.body]) as (...args: unknown[]) => unknown
  return step.waits ? async (...args: unknown[]) => body(...args) : body
}
