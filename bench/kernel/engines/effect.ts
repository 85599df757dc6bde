import { Effect } from "effect"
import type { Bodies } from "../bodies.ts"
import { bodyOf, type Engine, type Runner } from "../engine.ts"
import type { Shape } from "../shapes.ts"

type Body = (...args: unknown[]) => number
type Program = (input: number) => Effect.Effect<number>

/** A row of steps: `map`, and `flatMap` to a promise where the step is async. */
function row(shape: Shape, bodies: Bodies): Program {
  const ways = shape.map((step) => {
    const body = bodyOf(step, bodies) as Body
    return step.waits
      ? Effect.flatMap((x: number) => Effect.promise(() => body(x) as unknown as Promise<number>))
      : Effect.map((x: number) => body(x))
  })
  return (input) => {
    let program: Effect.Effect<number> = Effect.succeed(input)
    for (const way of ways) program = way(program)
    return program
  }
}

/** Any other graph: `fnUntraced`, which Effect's guide names for hot paths, with one `yield*` per step. */
function graph(shape: Shape, bodies: Bodies): Program {
  const steps = shape.map((step) => ({ ...step, call: bodyOf(step, bodies) as Body }))
  return Effect.fnUntraced(function* (input: number) {
    const values: number[] = new Array(steps.length)
    const valueAt = (i: number): number => (i < 0 ? input : (values[i] as number))
    for (let i = 0; i < steps.length; i++) {
      const { kind, from, waits, call } = steps[i] as (typeof steps)[number]
      const run = (): number => {
        if (kind === "many") return call(from.map(valueAt))
        return kind === "two"
          ? call(valueAt(from[0] as number), valueAt(from[1] as number))
          : call(valueAt(from[0] as number))
      }
      values[i] = yield* waits ? Effect.promise(() => run() as unknown as Promise<number>) : Effect.sync(run)
    }
    return values[steps.length - 1] as number
  })
}

/** Each run is a program made for its input and run by `runSync`, or `runPromise` where steps are async. */
export const effect: Engine = {
  name: "effect",
  waits: true,
  isolated: true,
  build: (shape, bodies) => {
    const isRow = shape.every(({ from }, i) => from.length === 1 && from[0] === i - 1)
    const program = (isRow ? row : graph)(shape, bodies)
    const late = shape.some(({ waits }) => waits)
    const run: Runner = late ? (x) => Effect.runPromise(program(x)) : (x) => Effect.runSync(program(x))
    return run
  },
}
