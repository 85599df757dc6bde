import { createRunner, type RunResult } from "cubular"
import blobs from "cubular/cubes/data/blobs"
import exportData from "cubular/cubes/data/export"
import importData from "cubular/cubes/data/import"
import records from "cubular/cubes/data/records"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { expect, test } from "vitest"

const table = {
  name: "people",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, name: { type: "string" } },
}
const cubes = [exportData, importData, records, blobs]

async function run(host: MemoryHost, use: string, config: object, inputs: object): Promise<RunResult["outputs"]> {
  const { outputs } = cubes.find(({ id }) => id === use) ?? { outputs: {} }
  const document = {
    format: 1,
    id: "one",
    version: "1.0.0",
    cubes: { c: { use, config, in: Object.fromEntries(Object.keys(inputs).map((port) => [port, `@${port}`])) } },
    outputs: Object.fromEntries(Object.keys(outputs).map((port) => [port, `c.${port}`])),
  }
  const runner = await createRunner(document as never, cubes, host)
  return (await runner.run(inputs as never).result).outputs
}

const hostWithStores = (): MemoryHost => createHost({ stores: (clock) => createStores({ clock }), autoAdvance: true })

async function exported(host: MemoryHost): Promise<Uint8Array> {
  for (const [id, name] of Object.entries({ a: "김철수", b: "Lee", c: "x".repeat(300) }))
    await run(host, "data/records", { op: "put", table }, { record: { id, name } })
  return (await run(host, "data/export", { from: { table } }, {})).ndjson as Uint8Array
}

test("what was exported and compressed comes back as it was", async () => {
  const host = hostWithStores()
  const bytes = await exported(host)
  const told = await run(host, "data/export", { from: { table }, to: { store: "backups", gzip: true } }, { key: "k" })
  const kept = await run(host, "data/blobs", { op: "get", store: "backups" }, { key: "k" })
  expect((kept.bytes as Uint8Array).length).toBeLessThan(bytes.length)
  expect(told.size).toBe(bytes.length)
  const other = hostWithStores()
  await other.stores?.blobs("backups").put("k", kept.bytes as Uint8Array)
  expect(await run(other, "data/import", { to: { table }, from: { store: "backups" } }, { key: "k" })).toEqual({
    rows: 3,
  })
  expect((await run(other, "data/export", { from: { table } }, {})).ndjson).toEqual(bytes)
})

test("an export in which any byte is flipped, or that is cut anywhere, is refused, and nothing is written", async () => {
  const bytes = await exported(hostWithStores())
  const host = hostWithStores()
  const damaged = Array.from(bytes, (_, at) => [
    bytes.map((byte, i) => (i === at ? byte ^ (1 << (at % 8)) : byte)),
    bytes.slice(0, at),
  ])
  for (const ndjson of damaged.flat())
    await expect(run(host, "data/import", { to: { table } }, { ndjson })).rejects.toMatchObject({ code: "run_failed" })
  const left = await run(host, "data/records", { op: "query", table }, {})
  expect(left.records).toEqual([])
})

test("two halves of a gzip that do not belong together are refused", async () => {
  const host = hostWithStores()
  await exported(host)
  await run(host, "data/export", { from: { table }, to: { store: "b", gzip: true } }, { key: "k" })
  const bytes = (await run(host, "data/blobs", { op: "get", store: "b" }, { key: "k" })).bytes as Uint8Array
  for (const ndjson of [bytes.slice(0, -9), bytes.map((byte, at) => (at === 40 ? byte ^ 255 : byte))])
    await expect(run(host, "data/import", { to: { table } }, { ndjson })).rejects.toMatchObject({ code: "run_failed" })
})
