import { type CreateFixture, runStoreCase, type StoreFixture, storeCases } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"

const STALE_MS = 60_000

/** Stores of a memory host whose clock the case moves; with stale reads, waiting makes them fresh. */
const memory =
  (staleMs: number): CreateFixture =>
  async (): Promise<StoreFixture> => {
    const { stores, advance } = createHost({ stores: (clock) => createStores({ clock, staleMs }) })
    if (stores === undefined) throw new Error("The host was given stores and has none.")
    return { stores, advance, ...(staleMs > 0 ? { settle: () => advance(staleMs) } : {}) }
  }

const named = storeCases.map((each) => [`${each.store}: ${each.name}`, each] as const)

test("every case has a name of its own", () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length)
})

describe("stores in memory", () => {
  test.each(named)("%s", async (_, each) => {
    const verdict = await runStoreCase(each, memory(0))
    if ("skipped" in verdict) expect(each.wants).toContainEqual(expect.stringMatching(/another|reopen/))
    else expect(verdict.problems).toEqual([])
  })
})

describe("stores in memory with reads as late as a far edge's", () => {
  test.each(named.filter(([, { store }]) => store === "kv"))("%s", async (_, each) => {
    const verdict = await runStoreCase(each, memory(STALE_MS))
    if (!("skipped" in verdict)) expect(verdict.problems).toEqual([])
  })

  test("kv: a read repeats what was read before, also that there was nothing", async () => {
    const { stores, advance } = await memory(STALE_MS)()
    const kv = stores.kv("cells")
    expect(await kv.get("a")).toBeUndefined()
    await kv.put("a", 1)
    expect(await kv.get("a")).toBeUndefined()
    await advance?.(STALE_MS)
    expect(await kv.get("a")).toEqual({ value: 1 })
    await kv.put("a", 2)
    expect(await kv.get("a")).toEqual({ value: 1 })
  })
})
