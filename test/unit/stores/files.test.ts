import { execFileSync } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { defineTable } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { createHost as createNodeHost } from "cubular/host/node"
import { createStores, type NodeStores, type NodeStoresOptions } from "cubular/stores/node"
import { describe, expect, onTestFinished, test } from "vitest"
import * as z from "zod"
import { createFolder } from "./folder.ts"

const open = (folder: string, options: Partial<NodeStoresOptions> = {}): NodeStores => {
  const stores = createStores({ folder, clock: createHost().clock, ...options })
  onTestFinished(() => stores.close())
  return stores
}

const fileIn = (folder: string): string => join(folder, "stores.sqlite")

/** A folder with one value in it, closed. */
async function createFilled(): Promise<string> {
  const folder = createFolder()
  const stores = open(folder)
  await stores.kv("cells").put("a", "before")
  stores.close()
  return folder
}

const things = defineTable({ name: "things", version: 1, schema: z.strictObject({ id: z.string() }), key: "id" })

/** One call of every store. */
const calls: readonly (readonly [string, (stores: NodeStores) => Promise<unknown>])[] = [
  ["kv", (stores) => stores.kv("cells").get("a")],
  ["records", (stores) => stores.records(things).put({ id: "a" })],
  ["queue", (stores) => stores.queue("work").send(1)],
  ["journal", (stores) => stores.journal("log").writer()],
  ["blobs", (stores) => stores.blobs("files").put("a", new Uint8Array(3))],
]

describe("a database that cannot be used is left as it is, with a code", () => {
  test.each(calls)("one of a newer version, asked for by %s", async (_, call) => {
    const folder = await createFilled()
    const database = new DatabaseSync(fileIn(folder))
    database.exec("PRAGMA user_version = 99")
    database.close()
    const before = readFileSync(fileIn(folder))
    await expect(call(open(folder))).rejects.toMatchObject({ code: "store_newer", params: { found: 99, known: 1 } })
    expect(readFileSync(fileIn(folder))).toEqual(before)
  })

  test.each(calls)("one whose beginning is damaged, asked for by %s", async (_, call) => {
    const folder = await createFilled()
    const bytes = readFileSync(fileIn(folder))
    bytes.fill(0x55, 0, 64)
    writeFileSync(fileIn(folder), bytes)
    await expect(call(open(folder))).rejects.toMatchObject({ code: "store_corrupt" })
    expect(readFileSync(fileIn(folder))).toEqual(bytes)
  })

  test("one that is cut off in the midst", async () => {
    const folder = await createFilled()
    truncateSync(fileIn(folder), 4096 + 100)
    const before = readFileSync(fileIn(folder))
    await expect(open(folder).kv("cells").get("a")).rejects.toMatchObject({ code: "store_corrupt" })
    expect(readFileSync(fileIn(folder)).subarray(0, before.length)).toEqual(before)
  })

  test("one whose pages are damaged behind the first", async () => {
    const folder = await createFilled()
    const bytes = readFileSync(fileIn(folder))
    bytes.fill(0xaa, 4096)
    writeFileSync(fileIn(folder), bytes)
    for (const [, call] of calls) await expect(call(open(folder))).rejects.toMatchObject({ code: "store_corrupt" })
    expect(readFileSync(fileIn(folder))).toEqual(bytes)
  })

  test("one of another program", async () => {
    const folder = createFolder()
    const database = new DatabaseSync(fileIn(folder))
    database.exec("CREATE TABLE theirs (a); PRAGMA journal_mode = DELETE")
    database.close()
    const before = readFileSync(fileIn(folder))
    await expect(open(folder).kv("cells").put("a", 1)).rejects.toMatchObject({ code: "store_corrupt" })
    expect(readFileSync(fileIn(folder))).toEqual(before)
  })

  test("a folder where the file should be", async () => {
    const folder = createFolder()
    mkdirSync(fileIn(folder))
    await expect(open(folder).kv("cells").get("a")).rejects.toMatchObject({
      code: "store_unavailable",
      retryable: true,
    })
  })

  test("a file where the folder should be", async () => {
    const file = join(createFolder(), "file")
    writeFileSync(file, "")
    await expect(open(join(file, "folder")).kv("cells").get("a")).rejects.toMatchObject({ code: "store_unavailable" })
  })
})

describe("room", () => {
  test("a full database refuses what needs more, keeps what it has, and takes more when there is room again", async () => {
    const folder = createFolder()
    const stores = open(folder, { maxBytes: 512 * 1024 })
    const kv = stores.kv("cells")
    await kv.put("first", "kept")
    const put: string[] = []
    let refused: unknown
    for (let n = 0; refused === undefined && n < 1000; n++)
      await kv.put(`n${n}`, "x".repeat(2000)).then(
        () => put.push(`n${n}`),
        (error: unknown) => {
          refused = error
        },
      )
    expect(refused).toMatchObject({ code: "store_full", retryable: false })
    expect(put.length).toBeGreaterThan(50)
    expect(await kv.get("first")).toEqual({ value: "kept" })
    for (const key of put) expect((await kv.get(key))?.value).toHaveLength(2000)
    const batch = put.slice(0, 20).map((key) => ({ key, value: "y".repeat(4000) }))
    await expect(
      kv.putMany([...batch, ...batch.map(({ key }) => ({ key: `${key}b`, value: "y".repeat(9000) }))]),
    ).rejects.toMatchObject({ code: "store_full" })
    for (const { key } of batch) expect((await kv.get(key))?.value).toHaveLength(2000)
    await kv.deleteMany(put.slice(0, 50))
    await kv.put("again", "x".repeat(2000))
    expect(statSync(fileIn(folder)).size).toBeLessThanOrEqual(512 * 1024)
  })
})

describe("values that have ended", () => {
  test("leave the file with the writes that come later, unless they were put anew", async () => {
    const folder = createFolder()
    const { clock, advance } = createHost()
    const kv = open(folder, { clock }).kv("cells")
    for (let from = 0; from < 1200; from += 100)
      await kv.putMany(Array.from({ length: 100 }, (_, n) => ({ key: `k${from + n}`, value: n, ttlSec: 60 })))
    await kv.put("k1", "longer", { ttlSec: 600 })
    await kv.put("k2", "for ever")
    await advance(120_000)
    for (let n = 0; n < 3; n++) await kv.put("other", n)
    const database = new DatabaseSync(fileIn(folder))
    onTestFinished(() => database.close())
    expect(database.prepare('SELECT key FROM "kv cells" ORDER BY key').all()).toEqual(
      ["k1", "k2", "other"].map((key) => ({ key })),
    )
    expect(database.prepare("SELECT key FROM kv_ends").all()).toEqual([{ key: "k1" }])
    expect(await kv.get("k1")).toEqual({ value: "longer" })
  })
})

describe("opening and closing", () => {
  test("nothing is touched before a store is used", () => {
    const folder = join(createFolder(), "deep", "folder")
    const stores = open(folder)
    stores.kv("cells")
    stores.journal("log")
    stores.queue("work")
    stores.records(things)
    expect(() => statSync(folder)).toThrow()
  })

  test.each(calls)("%s of closed stores is refused", async (_, call) => {
    const folder = await createFilled()
    const [used, unused] = [open(folder), open(folder)]
    await used.kv("cells").get("a")
    used.close()
    unused.close()
    await expect(call(used)).rejects.toMatchObject({ code: "store_closed" })
    await expect(call(unused)).rejects.toMatchObject({ code: "store_closed" })
    used.close()
    expect(await open(folder).kv("cells").get("a")).toEqual({ value: "before" })
  })

  test("the host of Node has the stores it was given, on its own clock", async () => {
    const folder = createFolder()
    const { stores, clock } = createNodeHost({ stores: (hostClock) => createStores({ folder, clock: hostClock }) })
    await stores?.kv("cells").put("a", 1, { ttlSec: 60 })
    const [key] = (await stores?.kv("cells").list())?.keys ?? []
    expect(Math.abs((key?.expiresAtMs ?? 0) - clock.now() - 60_000)).toBeLessThan(10_000)
    expect(createNodeHost()).not.toHaveProperty("stores")
    expect(createHost()).not.toHaveProperty("stores")
  })

  test("a database keeps a log, so that readers and a writer do not wait for each other", async () => {
    const folder = await createFilled()
    const database = new DatabaseSync(fileIn(folder))
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" })
    database.close()
  })
})

describe("a second process", () => {
  const child = (folder: string, code: string): string =>
    execFileSync(
      process.execPath,
      [
        "--conditions=cubular:source",
        "--input-type=module",
        "--eval",
        `
        import { createStores } from "cubular/stores/node"
        const stores = createStores({ folder: ${JSON.stringify(folder)}, clock: { now: () => 0 } })
        ${code}
        stores.close()`,
      ],
      { encoding: "utf8", cwd: new URL("../../..", import.meta.url).pathname },
    )

  test("is refused as a writer of a journal, and let in when the first has ended without closing", async () => {
    const folder = createFolder()
    const writer = await open(folder).journal("log").writer()
    await writer.append(["a"])
    const asks = `process.stdout.write(await stores.journal("log").writer().then((w) => "end " + w.end, (e) => e.code))`
    expect(child(folder, asks)).toBe("journal_taken")
    await writer.close()
    expect(child(folder, `await stores.journal("log").writer(); process.exit(0)`)).toBe("")
    expect(child(folder, asks)).toBe("end 1")
  })

  test("sees what the first wrote", async () => {
    const folder = await createFilled()
    expect(child(folder, `process.stdout.write((await stores.kv("cells").get("a")).value)`)).toBe("before")
  })
})

describe("blobs as files", () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const filesOf = (folder: string): string[] =>
    readdirSync(join(folder, "blobs")).map((name) => join(folder, "blobs", name))

  test("a flipped bit or a cut file is noticed, and the file left as it is", async () => {
    const folder = createFolder()
    const blobs = open(folder).blobs("files")
    await blobs.put("a", text("the bytes of a blob"))
    const [file = ""] = filesOf(folder)
    const bytes = readFileSync(file)
    bytes[3] = (bytes[3] ?? 0) ^ 1
    writeFileSync(file, bytes)
    await expect(blobs.get("a")).rejects.toMatchObject({ code: "blob_corrupt" })
    const parts = (await blobs.stream("a"))?.[Symbol.asyncIterator]()
    await expect(parts?.next()).rejects.toMatchObject({ code: "blob_corrupt" })
    expect(readFileSync(file)).toEqual(bytes)
    truncateSync(file, 5)
    await expect(blobs.get("a", { offset: 2, length: 10 })).rejects.toMatchObject({ code: "blob_corrupt" })
    expect(await blobs.get("a", { offset: 0, length: 3 })).toEqual(new Uint8Array(text("the")))
  })

  test("a file that was taken away is told as a change", async () => {
    const folder = createFolder()
    const blobs = open(folder).blobs("files")
    await blobs.put("a", text("abc"))
    for (const file of filesOf(folder)) rmSync(file)
    await expect(blobs.get("a")).rejects.toMatchObject({ code: "blob_changed", retryable: true })
  })

  test("replacing, deleting and failing leave no files behind", async () => {
    const folder = createFolder()
    const blobs = open(folder).blobs("files")
    for (let n = 0; n < 3; n++) await blobs.put("a", text(`${n}`))
    await blobs.put("b", text("b"))
    await blobs.delete("b")
    await blobs.put("c", text("c"), { sha256: "0" }).catch(() => undefined)
    expect(filesOf(folder)).toHaveLength(1)
  })

  test("remains of a crash are cleared away when they are a day old, what is stored and what is young stays", async () => {
    const folder = createFolder()
    const first = open(folder)
    await first.blobs("files").put("a", text("abc"))
    first.close()
    const [old, young] = ["old.part", "young.part"].map((name) => join(folder, "blobs", name)) as [string, string]
    for (const file of [old, young]) writeFileSync(file, "remains")
    const before = new Date(Date.now() - 25 * 3_600_000)
    for (const file of filesOf(folder)) if (file !== young) utimesSync(file, before, before)
    const blobs = open(folder).blobs("files")
    await blobs.put("b", text("b"))
    expect(existsSync(old)).toBe(false)
    expect(existsSync(young)).toBe(true)
    expect(await blobs.get("a")).toEqual(new Uint8Array(text("abc")))
  })
})
