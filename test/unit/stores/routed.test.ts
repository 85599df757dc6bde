import { type CreateFixture, runStoreCase, storeCases } from "cubular/conformance"
import { CubeError, checkValue, defineTable, isCubeError, type Stores, type Value } from "cubular/contract"
import { type Route, routeStores, type StoreCall } from "cubular/contract/routed-stores"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

interface Noted extends StoreCall {
  readonly value?: Value | undefined
  readonly failed?: string
}

/** Notes what every call came to, and holds it against what wires carry. */
function noting(notes: Noted[]): Route {
  return async (call, perform) => {
    try {
      const value = await perform()
      if (value !== undefined && checkValue(value)) throw new Error(`${call.method} gave what no wire carries.`)
      notes.push({ ...call, value })
      return value
    } catch (error) {
      notes.push({ ...call, failed: isCubeError(error) ? error.code : String(error) })
      throw error
    }
  }
}

/** Hands out what was noted, in order, and makes no call. */
function replaying(notes: readonly Noted[]): Route {
  let at = 0
  return async (call) => {
    const { value, failed, ...noted } = notes[at++] as Noted
    expect(noted).toEqual(call)
    if (failed !== undefined) throw new CubeError({ code: failed, message: "", hint: "" })
    return value
  }
}

const rows = defineTable({ name: "rows", version: 1, schema: z.strictObject({ id: z.string() }), key: "id" })

/** Touches every store; what it gives depends on every answer. */
async function work(stores: Stores): Promise<unknown[]> {
  const kv = stores.kv("cells")
  await kv.put("a", { bytes: Uint8Array.of(1) }, { metadata: "m" })
  const records = stores.records(rows)
  const journal = stores.journal("log")
  const writer = await journal.writer()
  const blobs = stores.blobs("files")
  await blobs.put("a", new Uint8Array(9_000_000).fill(7))
  const parts: number[] = []
  for await (const { length } of (await blobs.stream("a")) ?? []) parts.push(length)
  const queue = stores.queue("work", { attempts: 2 })
  await queue.send("m", { partition: "p" })
  const [delivery] = await queue.receive()
  return [
    await kv.getMany(["none", "a"]),
    await kv.get("none"),
    await kv.put("a", 1, { ttlSec: 1 }).catch((error: CubeError) => error.code),
    await records.batch([{ put: { id: "x" } }]),
    await records.getMany(["x", "y"]),
    (await records.find()).records,
    parts,
    await blobs.stream("none"),
    await writer.append(["e"]),
    writer.end,
    writer.token,
    await journal.writer().catch((error: CubeError) => error.code),
    await queue.ack(delivery?.receipt ?? ""),
    await queue.counts(),
    await writer.close(),
    await Promise.resolve()
      .then(() => stores.kv("Bad Name").get("a"))
      .catch((error: CubeError) => error.code),
  ]
}

const lazily = (stores: Stores): Stores =>
  routeStores(
    () => stores,
    (_, perform) => perform(),
  )

describe("routed stores", () => {
  const createFixture: CreateFixture = async () => {
    const { stores, advance } = createHost({ stores: (clock) => createStores({ clock }) })
    return { stores: lazily(stores as Stores), advance }
  }

  // Bad names and options are heard with the first call: those cases ask the stores themselves.
  const cases = storeCases.filter(({ name }) => !/^stores: names|^delays, timeouts/.test(name))
  test.each(cases.map((each) => [`${each.store}: ${each.name}`, each] as const))("%s", async (_, each) => {
    const verdict = await runStoreCase(each, createFixture)
    if ("problems" in verdict) expect(verdict.problems).toEqual([])
  })

  test("tell every answer as a value, and give the same from notes without any stores", async () => {
    const notes: Noted[] = []
    const { stores } = createHost({ stores: (clock) => createStores({ clock }) })
    const first = await work(routeStores(() => stores as Stores, noting(notes)))
    const none = (): never => {
      throw new Error("A replay asks no store.")
    }
    expect(await work(routeStores(none, replaying(notes)))).toEqual(first)
    expect(first).toContain("store_ttl_refused")
    expect(first).toContain("journal_taken")
    expect(first).toContain("store_name_malformed")
    expect(new Set(notes.map(({ store }) => store)).size).toBe(5)
  })
})

test("the memory host's faults reach stores, call by call", async () => {
  const asked: string[] = []
  const { stores } = createHost({
    stores: (clock) => createStores({ clock }),
    fault: (power, detail, uses) => {
      asked.push(`${power} ${detail} ${uses}`)
      return detail === "kv.put cells" && uses === 1
    },
  })
  const kv = (stores as Stores).kv("cells")
  await kv.put("a", 1)
  await expect(kv.put("a", 2)).rejects.toMatchObject({ code: "fault_injected", params: { power: "store" } })
  expect(await kv.get("a")).toEqual({ value: 1 })
  expect(asked).toEqual(["store kv.put cells 0", "store kv.put cells 1", "store kv.get cells 2"])
})
