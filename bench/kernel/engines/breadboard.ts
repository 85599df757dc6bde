import { invokeGraph } from "@google-labs/breadboard"
import type { Bodies } from "../bodies.ts"
import { type Engine, workOf } from "../engine.ts"
import type { Shape, ShapeStep } from "../shapes.ts"

const idOf = ({ kind, body, waits }: ShapeStep): string => `${kind}${body}${waits ? "-waits" : ""}`
type Invoke = (inputs: Record<string, unknown>) => Promise<Record<string, unknown>>

function handlersOf(shape: Shape, bodies: Bodies): Record<string, { invoke: Invoke }> {
  const handlerOf = (step: ShapeStep): { invoke: Invoke } => {
    const body = workOf(step, bodies)
    if (step.kind === "many")
      return { invoke: async (inputs) => ({ y: body(step.from.map((_, i) => inputs[`x${i}`])) }) }
    if (step.kind === "two") return { invoke: async ({ x0, x1 }) => ({ y: body(x0, x1) }) }
    return { invoke: async ({ x0 }) => ({ y: body(x0) }) }
  }
  return Object.fromEntries(shape.map((step) => [idOf(step), handlerOf(step)]))
}

function graphOf(shape: Shape): object {
  const nodes = shape.map((step, i) => ({ id: `s${i}`, type: idOf(step) }))
  const edges = shape.flatMap(({ from }, i) =>
    from.map((j, slot) => ({ from: j < 0 ? "input" : `s${j}`, out: j < 0 ? "x" : "y", to: `s${i}`, in: `x${slot}` })),
  )
  return {
    url: "bench:board",
    nodes: [{ id: "input", type: "input" }, ...nodes, { id: "output", type: "output" }],
    edges: [...edges, { from: `s${shape.length - 1}`, out: "y", to: "output", in: "y" }],
  }
}

/** A board (document) and a kit of handlers, run as a component with `invokeGraph`. */
export const breadboard: Engine = {
  name: "@google-labs/breadboard",
  waits: true,
  isolated: true,
  build: (shape, bodies) => {
    const graph = graphOf(shape)
    const kits = [{ url: "bench:kit", handlers: handlersOf(shape, bodies) }]
    type Args = Parameters<typeof invokeGraph>
    return async (x) => {
      const outputs = await invokeGraph({ graph } as Args[0], { x }, { kits } as unknown as Args[2])
      return outputs.y as number
    }
  },
}
