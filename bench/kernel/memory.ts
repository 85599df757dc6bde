/** Heap an idle graph keeps: `node … memory.ts <engine>` builds 1,000 and prints bytes per graph. */
import { working } from "./bodies.ts"
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
const kept: unknown[] = new Array(COUNT)
for (let i = 0; i < 20; i++) await engine.build(shape, working)
const before = heap()
for (let i = 0; i < COUNT; i++) kept[i] = await engine.build(shape, working)
const after = heap()
console.log(JSON.stringify({ bytes: Math.round((after - before) / kept.length) }))
