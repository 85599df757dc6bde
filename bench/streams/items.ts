/** What a stream on wires costs per item: a tee and a window as cubes, and as bare async generators. Prints slices as JSON. */
import { createRunner, defineCube, type Value } from "cubular"
import { stream } from "cubular/contract"
import tee from "cubular/cubes/flow/tee"
import window from "cubular/cubes/flow/window"
import { createHost } from "cubular/host/node"
import { streams } from "cubular/streams"
import * as z from "zod"
import { interleave, type Slices } from "../interleave.ts"

/** Items of one run. */
const MANY = 1_000

const source = defineCube({
  id: "bench/count",
  version: "1.0.0",
  color: "feature",
  title: { en: "Count", ko: "세기" },
  inputs: { from: z.number() },
  outputs: { items: stream(z.number()) },
  create: () => ({ process: ({ from }) => ({ items: count(from) }) }),
})

async function* count(from: number): AsyncGenerator<number> {
  for (let n = 0; n < MANY; n++) yield from + n
}

async function* pass(items: AsyncIterable<number>): AsyncGenerator<number> {
  for await (const item of items) yield item
}

async function* inWindows(items: AsyncIterable<number>): AsyncGenerator<number[]> {
  let list: number[] = []
  for await (const item of items)
    if (list.push(item) === 100) {
      yield list
      list = []
    }
  if (list.length > 0) yield list
}

const document = {
  format: 1,
  id: "bench",
  version: "1.0.0",
  cubes: {
    s: { use: "bench/count", in: { from: "@from" } },
    t: { use: "flow/tee", in: { items: "s.items" } },
    w: { use: "flow/window", config: { count: 100 }, in: { items: "t.a" } },
  },
  outputs: { windows: "w.windows" },
}
const runner = await createRunner(document, [source, tee, window], createHost(), { streams })

async function drain(items: AsyncIterable<unknown>): Promise<number> {
  let read = 0
  for await (const _ of items) read++
  return read
}

const cubes = (options: { readonly fingerprint?: boolean }) => async (from: number) => {
  const run = runner.run({ from }, options)
  const read = await drain(run.streams.windows as AsyncIterable<Value>)
  await run.result
  return read
}

const contenders = [
  { name: "bare async generators", run: (from: number) => drain(inWindows(pass(count(from)))) },
  { name: "flow/tee and flow/window", run: cubes({}) },
  { name: "the same, with fingerprint", run: cubes({ fingerprint: true }) },
]
const slices: Slices = await interleave(contenders, { rounds: 30, sliceMs: 20 })
console.log(JSON.stringify({ many: MANY, slices }))
process.exit(0)
