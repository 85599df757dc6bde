import { LGraph, LGraphNode, LiteGraph } from "@comfyorg/litegraph"
import type { Bodies } from "../bodies.ts"
import { bodyOf, type Engine } from "../engine.ts"
import type { Shape, ShapeStep } from "../shapes.ts"

type Body = (...args: unknown[]) => number

class Source extends LGraphNode {
  value = 0
  constructor(title: string) {
    super(title)
    this.addOutput("y", "number")
  }
  override onExecute(): void {
    this.setOutputData(0, this.value)
  }
}

class Sink extends LGraphNode {
  value = 0
  constructor(title: string) {
    super(title)
    this.addInput("x", "number")
  }
  override onExecute(): void {
    this.value = this.getInputData(0) as number
  }
}

/** A node class for one body, as the README's `MyAddNode`. */
function nodeClass(step: ShapeStep, body: Body): typeof LGraphNode {
  const { kind, from } = step
  return class extends LGraphNode {
    constructor(title: string) {
      super(title)
      for (let i = 0; i < from.length; i++) this.addInput(`x${i}`, "number")
      this.addOutput("y", "number")
    }
    override onExecute(): void {
      if (kind === "one") this.setOutputData(0, body(this.getInputData(0)))
      else if (kind === "two") this.setOutputData(0, body(this.getInputData(0), this.getInputData(1)))
      else this.setOutputData(0, body(from.map((_, i) => this.getInputData(i))))
    }
  } as unknown as typeof LGraphNode
}

const registered = new Map<Bodies, string>()

/** Registers the node types of a set of bodies once; returns their prefix. */
function typesOf(
  shape: Shape,
  bodies: Bodies,
): { readonly typeOf: (step: ShapeStep) => string; readonly prefix: string } {
  const prefix = registered.get(bodies) ?? `bench${registered.size}`
  registered.set(bodies, prefix)
  const typeOf = ({ kind, body, from }: ShapeStep): string => `${prefix}/${kind}${body}of${from.length}`
  const register = (type: string, make: () => unknown): void => {
    if (!(type in LiteGraph.registered_node_types)) LiteGraph.registerNodeType(type, make() as typeof LGraphNode)
  }
  register(`${prefix}/source`, () => Source)
  register(`${prefix}/sink`, () => Sink)
  for (const step of shape) register(typeOf(step), () => nodeClass(step, bodyOf(step, bodies) as Body))
  return { typeOf, prefix }
}

/** The graph without its canvas: set the source's value, `runStep`, read the sink. No async, no isolation. */
export const litegraph: Engine = {
  name: "@comfyorg/litegraph",
  waits: false,
  isolated: false,
  build: (shape, bodies) => {
    const { typeOf, prefix } = typesOf(shape, bodies)
    const graph = new LGraph()
    const place = (type: string): LGraphNode => {
      const node = LiteGraph.createNode(type) as LGraphNode
      graph.add(node, true) // the order is worked out once, below
      return node
    }
    const source = place(`${prefix}/source`) as Source
    const nodes: LGraphNode[] = []
    for (const step of shape) {
      const node = place(typeOf(step))
      for (const [slot, j] of step.from.entries()) (j < 0 ? source : (nodes[j] as LGraphNode)).connect(0, node, slot)
      nodes.push(node)
    }
    const sink = place(`${prefix}/sink`) as Sink
    ;(nodes.at(-1) as LGraphNode).connect(0, sink, 0)
    graph.updateExecutionOrder()
    return (x) => {
      source.value = x
      graph.runStep(1, false)
      return sink.value
    }
  },
}
