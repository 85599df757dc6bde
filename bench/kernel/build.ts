/**
 * From a document of 1,000 steps to something that can run: `node … build.ts <engine>` prints the time of the first build
 * in this process (cold) and the median of the following ones, in ns. Loading the engine's code is not counted.
 */
import { createRegistry, plan, validate } from "cubular"
import { createHost } from "cubular/host/memory"
import { quantile } from "../figures.ts"
import { working } from "./bodies.ts"
import { cubesOf, documentOf } from "./engines/cubular.ts"
import { engines } from "./engines.ts"
import { dag } from "./shapes.ts"

const shape = dag()
const cubes = cubesOf(shape, working)
const document = documentOf(shape)
const text = JSON.stringify(document)

const ways: { readonly [name: string]: () => unknown } = {
  validate: () => validate(document, createRegistry(cubes)),
  plan: () => plan(document, createRegistry(cubes), createHost()),
  "validate and plan": async () => {
    const registry = createRegistry(cubes)
    await validate(document, registry)
    return plan(document, registry, createHost())
  },
  "validate and plan, from text": async () => {
    const registry = createRegistry(cubes)
    await validate(text, registry)
    return plan(text, registry, createHost())
  },
  ...Object.fromEntries(engines.map((engine) => [engine.name, () => engine.build(shape, working)])),
}

const way = ways[process.argv[2] as string]
if (way === undefined) throw new Error(`no such way: ${process.argv[2]}`)

async function time(): Promise<number> {
  const start = performance.now()
  await (way as () => unknown)()
  return (performance.now() - start) * 1e6
}

const cold = await time()
const warm: number[] = []
for (let spent = 0; warm.length < 8 || (warm.length < 200 && spent < 500e6); ) {
  const ns = await time()
  warm.push(ns)
  spent += ns
}
console.log(JSON.stringify({ cold, warm: quantile(warm, 0.5) }))
