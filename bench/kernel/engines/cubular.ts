import { type AnyCube, createRunner, defineCube } from "cubular"
import { createHost } from "cubular/host/memory"
import * as z from "zod"
import type { Bodies } from "../bodies.ts"
import { type Engine, workOf } from "../engine.ts"
import type { Shape, ShapeStep } from "../shapes.ts"

const text = (words: string): { en: string; ko: string } => ({ en: words, ko: words })
const common = { version: "1.0.0", color: "feature", effect: "pure", title: text("Step") } as const

const idOf = ({ kind, body, waits }: ShapeStep): string => `bench/${kind}-${body}${waits ? "-waits" : ""}`
const ref = (i: number): string => (i < 0 ? "@x" : `s${i}.y`)

function cubeOf(step: ShapeStep, bodies: Bodies): AnyCube {
  const body = workOf(step, bodies)
  const outputs = { y: z.number() }
  const id = idOf(step)
  if (step.kind === "many") {
    const inputs = { items: z.array(z.number()) }
    return defineCube({
      ...common,
      id,
      inputs,
      outputs,
      create: () => ({ process: ({ items }) => ({ y: body(items) }) }),
    })
  }
  if (step.kind === "two") {
    const inputs = { a: z.number(), b: z.number() }
    return defineCube({
      ...common,
      id,
      inputs,
      outputs,
      create: () => ({ process: ({ a, b }) => ({ y: body(a, b) }) }),
    })
  }
  const inputs = { x: z.number() }
  if (step.waits)
    return defineCube({
      ...common,
      id,
      inputs,
      outputs,
      create: () => ({ process: async ({ x }) => ({ y: body(x) }) }),
    })
  return defineCube({ ...common, id, inputs, outputs, create: () => ({ process: ({ x }) => ({ y: body(x) }) }) })
}

/** The cubes of a shape, one per distinct body. */
export function cubesOf(shape: Shape, bodies: Bodies): AnyCube[] {
  return [...new Map(shape.map((step) => [idOf(step), step])).values()].map((step) => cubeOf(step, bodies))
}

/** The shape as a composition document of format 1. */
export function documentOf(shape: Shape): object {
  const wires = ({ kind, from }: ShapeStep): object => {
    if (kind === "many") return { items: from.map(ref) }
    return kind === "two" ? { a: ref(from[0] as number), b: ref(from[1] as number) } : { x: ref(from[0] as number) }
  }
  const cubes = Object.fromEntries(shape.map((step, i) => [`s${i}`, { use: idOf(step), in: wires(step) }]))
  return { format: 1, id: "bench", version: "1.0.0", cubes, outputs: { y: ref(shape.length - 1) } }
}

/** Ours: a document, planned once; every run isolated, its result awaited. */
export const cubular: Engine = {
  name: "cubular",
  waits: true,
  isolated: true,
  build: async (shape, bodies) => {
    const runner = await createRunner(documentOf(shape), cubesOf(shape, bodies), createHost())
    return async (x) => (await runner.run({ x }).result).outputs.y as number
  },
}
