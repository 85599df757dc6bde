import { agentInfoWrapper, GraphAI, type GraphData } from "graphai"
import type { Bodies } from "../bodies.ts"
import { type Engine, workOf } from "../engine.ts"
import type { Shape, ShapeStep } from "../shapes.ts"

type Inputs = { x: number; a: number; b: number; items: number[] }

const idOf = ({ kind, body, waits }: ShapeStep): string => `${kind}${body}${waits ? "Waits" : ""}`

function agentsOf(shape: Shape, bodies: Bodies): Record<string, ReturnType<typeof agentInfoWrapper>> {
  const agentOf = (step: ShapeStep): ReturnType<typeof agentInfoWrapper> => {
    const body = workOf(step, bodies)
    if (step.kind === "many") return agentInfoWrapper(async ({ namedInputs }) => body((namedInputs as Inputs).items))
    if (step.kind === "two")
      return agentInfoWrapper(async ({ namedInputs }) => body((namedInputs as Inputs).a, (namedInputs as Inputs).b))
    return agentInfoWrapper(async ({ namedInputs }) => body((namedInputs as Inputs).x))
  }
  return Object.fromEntries(shape.map((step) => [idOf(step), agentOf(step)]))
}

function documentOf(shape: Shape): GraphData {
  const ref = (i: number): string => (i < 0 ? ":input" : `:s${i}`)
  const inputs = ({ kind, from }: ShapeStep): Record<string, unknown> => {
    if (kind === "many") return { items: from.map(ref) }
    return kind === "two" ? { a: ref(from[0] as number), b: ref(from[1] as number) } : { x: ref(from[0] as number) }
  }
  const nodes = Object.fromEntries(
    shape.map((step, i) => [
      `s${i}`,
      { agent: idOf(step), inputs: inputs(step), ...(i === shape.length - 1 ? { isResult: true } : {}) },
    ]),
  )
  return { version: 0.5, nodes: { input: {}, ...nodes } }
}

/** A document; an instance holds the state of one run, so each run is `new GraphAI`, `injectValue`, `run`. */
export const graphai: Engine = {
  name: "graphai",
  waits: true,
  isolated: true,
  build: (shape, bodies) => {
    const [document, agents, last] = [documentOf(shape), agentsOf(shape, bodies), `s${shape.length - 1}`]
    new GraphAI(document, agents) // checks the document
    return async (x) => {
      const graph = new GraphAI(document, agents)
      graph.injectValue("input", x)
      return (await graph.run<number>())[last] as number
    }
  },
}
