import type { Bodies } from "./bodies.ts"
import type { Shape } from "./shapes.ts"

/** A built graph: give the input, get the result, now or later. */
export type Runner = (input: number) => number | Promise<number>

/** One of the engines compared. */
export interface Engine {
  readonly name: string
  /** Steps may be async functions. */
  readonly waits: boolean
  /** A run keeps its state apart from the graph, so several may be under way at once. */
  readonly isolated: boolean
  /** Builds the graph once, the way the engine's own documentation does. */
  build(shape: Shape, bodies: Bodies): Runner | Promise<Runner>
}

/** The body of a step as a function of its arguments (a list is one argument), not async even where the step is. */
export function workOf(step: Shape[number], bodies: Bodies): (...args: unknown[]) => number {
  return (step.kind === "many" ? bodies.many : bodies[step.kind][step.body]) as (...args: unknown[]) => number
}

/**
 * The same as an engine calls it: async where the step is. Engines whose steps are written as functions of their own put
 * `workOf` into an async one instead, so that every engine has one promise per async step.
 */
export function bodyOf(step: Shape[number], bodies: Bodies): (...args: unknown[]) => unknown {
  const work = workOf(step, bodies)
  return step.waits ? async (...args: unknown[]) => work(...args) : work
}
