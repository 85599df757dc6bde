/** Heap an idle graph keeps: `node … memory.ts <engine>` builds 1,000 and prints bytes per graph. */
import { createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { working } from "./bodies.ts"
import { cubesOf, documentOf } from "./engines/cubular.ts"
import { engines } from "./engines.ts"
import { twelve } from "./shapes.ts"

const COUNT = 1000
const engine = engines.find(({ name }) => name === process.argv[2])
if (engine === undefined) throw new Error(`no such engine: ${process.argv[2]}`)

const heap = (): number => {
  for (let i = 0; i < 4; i++) (globalThis.gc as () => void)()
  return process.memoryUsage().heapUsed
}

const shape = twelve()
const document = documentOf(shape)
const cubes = cubesOf(shape, working)
/** Ours shares document and cubes, as an application does; the bodies are shared by all. */
const build = (): unknown =>
  engine.name === "cubular" ? createRunner(document, cubes, createHost()) : engine.build(shape, working)
const kept: unknown[] = new Array(COUNT)
for (let i = 0; i < 20; i++) await build()
const before = heap()
for (let i = 0; i < COUNT; i++) kept[i] = await build()
const after = heap()
console.log(JSON.stringify({ bytes: Math.round((after - before) / kept.length) }))
