import { defineTable, type Stores, storeLimits } from "cubular/contract"
import { type BlobDriver, createBlobs, lacking } from "cubular/stores"
import { describe, expect, test } from "vitest"
import * as z from "zod"

/** Takes every part, keeps none, and tells their sizes. */
function createSink(): { readonly driver: BlobDriver; readonly parts: number[]; readonly ended: string[] } {
  const parts: number[] = []
  const ended: string[] = []
  const unused = (): never => {
    throw new Error("not used here")
  }
  const begin: BlobDriver["begin"] = () => ({
    part: ({ length }) => void parts.push(length),
    commit: ({ size }) => void ended.push(`commit ${size}`),
    abort: () => void ended.push("abort"),
  })
  return { driver: { begin, head: unused, read: unused, delete: unused, list: unused }, parts, ended }
}

const noHasher = () => ({ update: () => undefined, digest: () => "0" })

async function* repeat(chunk: Uint8Array, times: number, last?: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < times; n++) yield chunk
  if (last) yield last
}

describe("the gate of blobs", () => {
  const part = new Uint8Array(storeLimits.blobPartBytes)

  test("lets 5 GiB through in 640 parts, and not a byte more", async () => {
    const full = createSink()
    await createBlobs(full.driver, noHasher).put("a", repeat(part, 640))
    expect(full.parts).toHaveLength(640)
    expect(full.ended).toEqual([`commit ${storeLimits.blobBytes}`])
    const over = createSink()
    const put = createBlobs(over.driver, noHasher).put("a", repeat(part, 640, new Uint8Array(1)))
    await expect(put).rejects.toMatchObject({ code: "store_value_too_large", path: ["body"] })
    expect(over.ended).toEqual(["abort"])
  })

  test("cuts whatever comes into parts of one size", async () => {
    for (const size of [1_000_003, 8_388_607, 8_388_609, 20_000_000]) {
      const { driver, parts, ended } = createSink()
      await createBlobs(driver, noHasher).put("a", repeat(new Uint8Array(size), 5))
      expect(parts.slice(0, -1).every((length) => length === part.length)).toBe(true)
      expect(parts.at(-1)).toBeGreaterThan(0)
      expect(ended).toEqual([`commit ${5 * size}`])
    }
  })

  test("gives up to 64 MiB at once, and more as a stream", async () => {
    const { driver } = createSink()
    const size = 9 * part.length
    const row = { key: "a", size, sha256: "0", content: "1" }
    const blobs = createBlobs({ ...driver, head: () => row, read: (_, __, length) => new Uint8Array(length) }, noHasher)
    await expect(blobs.get("a")).rejects.toMatchObject({ code: "blob_read_too_large", params: { bytes: size } })
    await expect(blobs.get("a", { offset: part.length - 1 })).rejects.toMatchObject({ code: "blob_read_too_large" })
    expect(await blobs.get("a", { offset: part.length })).toHaveLength(8 * part.length)
    const sizes: number[] = []
    for await (const bytes of (await blobs.stream("a")) ?? []) sizes.push(bytes.length)
    expect(sizes).toEqual(new Array(9).fill(part.length))
  })

  test("begins anew when a blob is replaced under a read, and says so when that goes on", async () => {
    const { driver } = createSink()
    let reads = 0
    const row = { key: "a", size: 3, sha256: "0", content: "1" }
    const read: BlobDriver["read"] = () => (++reads % 3 === 0 ? new Uint8Array(3) : undefined)
    expect(await createBlobs({ ...driver, head: () => row, read }, noHasher).get("a")).toHaveLength(3)
    const never = createBlobs({ ...driver, head: () => row, read: () => undefined }, noHasher)
    await expect(never.get("a")).rejects.toMatchObject({ code: "blob_changed", retryable: true })
  })

  test("says why a put failed, also when clearing up fails too", async () => {
    const { driver } = createSink()
    const begin: BlobDriver["begin"] = () => ({
      part: () => Promise.reject(new Error("the disk is gone")),
      commit: () => undefined,
      abort: () => Promise.reject(new Error("and cannot be cleared")),
    })
    await expect(createBlobs({ ...driver, begin }).put("a", new Uint8Array(1))).rejects.toThrow("the disk is gone")
  })
})

test("a host that lacks a kind of store says so, with the name that was asked for", () => {
  const stores: Stores = {
    kv: lacking("kv"),
    records: lacking("records"),
    blobs: lacking("blobs"),
    queue: lacking("queue"),
    journal: lacking("journal"),
  }
  const table = defineTable({ name: "rows", version: 1, schema: z.strictObject({ id: z.string() }), key: "id" })
  const missing = (kind: string, name: string) =>
    expect.objectContaining({ code: "store_missing", params: { kind, name } })
  expect(() => stores.kv("cells")).toThrow(missing("kv", "cells"))
  expect(() => stores.records(table)).toThrow(missing("records", "rows"))
  expect(() => stores.queue("Work")).toThrow(expect.objectContaining({ code: "store_name_malformed" }))
})

describe("a table that cannot be", () => {
  const schema = z.strictObject({
    id: z.string(),
    n: z.number(),
    list: z.array(z.string()),
    maybe: z.string().optional(),
  })
  const good = { name: "rows", version: 1, schema, key: "id" } as const

  test.each([
    ["has a name no store has", { name: "Rows" }, ["name"]],
    ["has no whole version", { version: 0 }, ["version"]],
    ["is made of something else than an object", { schema: z.string() }, ["schema"]],
    ["lacks a migration", { version: 3, migrations: { 2: (old: unknown) => old } }, ["migrations"]],
    ["has a key that no record has", { key: "name" }, ["key"]],
    ["has a key that is not always there", { key: "maybe" }, ["key"]],
    ["has a list as its key", { key: "list" }, ["key"]],
    ["has an index over a list", { indexes: { byList: ["list"] } }, ["indexes.byList"]],
    ["has an index over nothing", { indexes: { byNone: [] } }, ["indexes.byNone"]],
    ["has a field twice in an index", { indexes: { byN: ["n", "n"] } }, ["indexes.byN"]],
    ["has an index with an odd name", { indexes: { "by n": ["n"] } }, ["indexes"]],
    [
      "has too many indexes",
      { indexes: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`i${n}`, ["n"]])) },
      ["indexes"],
    ],
  ])("%s", (_, wrong, path) => {
    const define = () => defineTable({ ...good, ...wrong } as never)
    expect(define).toThrow(expect.objectContaining({ code: "table_malformed", path }))
  })

  test("changes values: it is refused as a port's schema would be", () => {
    const changing = z.strictObject({ id: z.string().trim() })
    expect(() => defineTable({ name: "rows", version: 1, schema: changing, key: "id" })).toThrow(
      expect.objectContaining({ code: "schema_changes_values", path: ["schema", "properties", "id"] }),
    )
  })
})
