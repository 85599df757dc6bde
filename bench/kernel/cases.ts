import { type Bodies, empty, working } from "./bodies.ts"
import { chain, dag, fan, type Shape, twelve } from "./shapes.ts"

/** One row of the comparison. */
export interface Case {
  readonly title: string
  readonly shape: Shape
  readonly bodies: Bodies
  /** This many runs are started before the first is awaited; times are per run. */
  readonly atOnce: number
}

interface Graph {
  readonly title: string
  readonly shape: Shape
  readonly atOnce?: number
}

const graphs: { readonly [id: string]: Graph } = {
  chain: { title: "chain of 100 steps", shape: chain(100) },
  fan: { title: "one step, 32 beside each other, one join", shape: fan() },
  dag: { title: "graph of 1,000 steps, two inputs each", shape: dag() },
  twelve: { title: "graph of 12 steps", shape: twelve() },
  crowd: { title: "graph of 12 steps, 1,000 runs at once", shape: twelve(), atOnce: 1000 },
  "crowd-async": { title: "graph of 12 steps, one async, 1,000 runs at once", shape: twelve(true), atOnce: 1000 },
  "chain-async": { title: "chain of 100 async steps", shape: chain(100, true) },
}

/** Every graph with working bodies and, as "…-empty", with bodies that do nothing. */
export const cases: { readonly [id: string]: Case } = Object.fromEntries(
  Object.entries(graphs).flatMap(([id, { title, shape, atOnce = 1 }]) => [
    [id, { title, shape, bodies: working, atOnce }],
    [`${id}-empty`, { title: `${title}, empty bodies`, shape, bodies: empty, atOnce }],
  ]),
)
