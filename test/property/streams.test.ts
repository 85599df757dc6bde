import { type AnyCube, createRunner, type Value } from "cubular"
import gunzip from "cubular/cubes/data/gunzip"
import gzip from "cubular/cubes/data/gzip"
import collect from "cubular/cubes/flow/collect"
import items from "cubular/cubes/flow/items"
import partition from "cubular/cubes/flow/partition"
import tee from "cubular/cubes/flow/tee"
import window from "cubular/cubes/flow/window"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import fc from "fast-check"
import { expect, test } from "vitest"

const cubes: readonly AnyCube[] = [collect, gunzip, gzip, items, partition, tee, window]
const values = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.dictionary(fc.string(), fc.integer())), {
  maxLength: 60,
}) as fc.Arbitrary<Value[]>
const runs = { numRuns: 60 }

async function run(placed: object, outputs: object, given: Value): Promise<{ readonly [name: string]: unknown }> {
  const document = { format: 1, id: "law", version: "1.0.0", cubes: placed, outputs }
  const runner = await createRunner(document, cubes, createHost(), { streams })
  const result = await runner.run({ given }).result
  await runner.stop()
  return result.outputs
}
const first = { i: { use: "flow/items", in: { items: "@given" } } }
const gather = (ref: string) => ({ use: "flow/collect", in: { items: ref } })

test("what is made a stream and collected is what it was", async () => {
  await fc.assert(
    fc.asyncProperty(values, async (given) => {
      expect(await run({ ...first, c: gather("i.items") }, { out: "c.items" }, given)).toEqual({ out: given })
    }),
    runs,
  )
})

test("the copies of a tee are equal, however far one may be ahead", async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 5 }), async (given, ahead) => {
      const placed = {
        ...first,
        t: { use: "flow/tee", config: { ahead }, in: { items: "i.items" } },
        a: gather("t.a"),
        b: gather("t.b"),
      }
      expect(await run(placed, { a: "a.items", b: "b.items" }, given)).toEqual({ a: given, b: given })
    }),
    runs,
  )
})

test("windows put end to end are the stream, and only the last may be short", async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 9 }), async (given, count) => {
      const placed = {
        ...first,
        w: { use: "flow/window", config: { count }, in: { items: "i.items" } },
        c: gather("w.windows"),
      }
      const out = (await run(placed, { out: "c.items" }, given)).out as Value[][]
      expect(out.flat(1)).toEqual(given)
      expect(out.slice(0, -1).every((each) => each.length === count)).toBe(true)
    }),
    runs,
  )
})

test("a partition loses nothing, keeps the order of each key, and gives each key to one stream", async () => {
  const keys = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(keys, fc.integer({ min: 2, max: 4 }), async (given, ports) => {
      const placed = {
        ...first,
        p: { use: "flow/partition", config: { ports, ahead: 2 }, in: { items: "i.items" } },
        ...Object.fromEntries(["a", "b", "c", "d"].map((port) => [port, gather(`p.${port}`)])),
      }
      const out = await run(placed, { a: "a.items", b: "b.items", c: "c.items", d: "d.items" }, given)
      const lists = Object.values(out) as Value[][]
      const textOf = (key: unknown): string => JSON.stringify(key)
      for (const key of new Set(given.map(textOf))) {
        const holding = lists.filter((list) => list.some((each) => textOf(each) === key))
        expect(holding).toHaveLength(1)
        expect(holding[0]?.filter((each) => textOf(each) === key)).toHaveLength(
          given.filter((each) => textOf(each) === key).length,
        )
      }
      for (const list of lists) expect(isWithin(list.map(textOf), given.map(textOf))).toBe(true)
    }),
    runs,
  )
})

/** Whether one list is another with some left out. */
function isWithin(list: readonly string[], of: readonly string[]): boolean {
  let at = 0
  for (const each of of) if (each === list[at]) at++
  return at === list.length
}

test("what is packed and unpacked is what it was, and packed alike however it was cut", async () => {
  const repeated = fc
    .tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 500 }))
    .map(([part, times]) => {
      const all = new Uint8Array(part.length * times)
      for (let i = 0; i < times; i++) all.set(part, i * part.length)
      return all
    })
  await fc.assert(
    fc.asyncProperty(repeated, fc.integer({ min: 1, max: 70_000 }), async (all, size) => {
      const cut = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
      const placed = {
        ...first,
        z: { use: "data/gzip", in: { bytes: "i.items" } },
        u: { use: "data/gunzip", in: { bytes: "z.bytes" } },
        c: gather("u.bytes"),
      }
      const out = (await run(placed, { out: "c.items" }, cut)).out as Uint8Array[]
      expect(out.flatMap((part) => [...part])).toEqual([...all])
      const packed = async (list: Value) =>
        (
          await run(
            { ...first, z: { use: "data/gzip", in: { bytes: "i.items" } }, c: gather("z.bytes") },
            { out: "c.items" },
            list,
          )
        ).out
      expect(await packed(cut)).toEqual(await packed(all.length > 0 ? [all] : []))
    }),
    { numRuns: 40 },
  )
})
