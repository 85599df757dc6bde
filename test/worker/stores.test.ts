import { abortAllDurableObjects, reset } from "cloudflare:test"
import { env } from "cloudflare:workers"
import { type CreateFixture, runStoreCase, type StoreFixture, storeCases } from "cubular/conformance"
import type { Stores } from "cubular/contract"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost } from "cubular/host/workerd"
import { createStores, sweepBlobs } from "cubular/stores/workers"
import { afterEach, describe, expect, it } from "vitest"
import { staleNamespace } from "./stale-namespace.ts"

const STALE_MS = 60_000

/** Values of `kv` end by the platform's clock, which no test can move; all else goes by the host's. */
const fixtureOf =
  (canAdvance: boolean): CreateFixture =>
  async (): Promise<StoreFixture> => {
    const { clock, advance } = canAdvance ? createMemoryHost() : { clock: createHost().clock, advance: undefined }
    const open = () => createStores(env, { clock })
    return {
      stores: open(),
      ...(advance ? { advance } : {}),
      another: async () => open(),
      async reopen() {
        await abortAllDurableObjects()
        return open()
      },
      dispose: () => reset(),
    }
  }

const stale: CreateFixture = async () => {
  const { clock, advance } = createMemoryHost()
  const CUBULAR_KV = staleNamespace(env.CUBULAR_KV, () => clock.now(), STALE_MS)
  const stores = createStores({ CUBULAR_KV }, { clock })
  return { stores, settle: () => advance(STALE_MS), dispose: () => reset() }
}

const named = storeCases.map((each) => [`${each.store}: ${each.name}`, each] as const)

describe("stores of the platform", () => {
  it.each(named)("%s", async (_, each) => {
    const verdict = await runStoreCase(each, fixtureOf(each.store !== "kv"))
    if ("skipped" in verdict) expect([each.store, ...(each.wants ?? [])]).toEqual(["kv", "advance"])
    else expect(verdict.problems).toEqual([])
  })
})

describe("stores of the platform with reads as late as a far edge's", () => {
  it.each(named.filter(([, { store }]) => store === "kv"))("%s", async (_, each) => {
    const verdict = await runStoreCase(each, stale)
    if (!("skipped" in verdict)) expect(verdict.problems).toEqual([])
  })

  it("kv: a read repeats what was read before, also that there was nothing", async () => {
    const { stores, settle } = await stale()
    const kv = stores.kv("cells")
    expect([await kv.get("a"), await kv.list()]).toEqual([undefined, { keys: [] }])
    await kv.put("a", 1)
    expect([await kv.get("a"), await kv.list()]).toEqual([undefined, { keys: [] }])
    await settle?.()
    expect([await kv.get("a"), await kv.list()]).toEqual([{ value: 1 }, { keys: [{ key: "a" }] }])
  })
})

describe("what is the platform's own", () => {
  afterEach(() => reset())

  const stores: Stores = createStores(env, { clock: createHost().clock })
  const LARGE = 8_388_608 + 1

  it("kv: metadata that is null is there", async () => {
    await stores.kv("cells").put("a", 1, { metadata: null })
    expect(await stores.kv("cells").get("a")).toEqual({ value: 1, metadata: null })
    expect(await stores.kv("cells").list()).toEqual({ keys: [{ key: "a", metadata: null }] })
  })

  it("kv: many values with more bytes together than the platform reads at once", async () => {
    const keys = ["a", "b", "c"]
    const value = "x".repeat(10_000_000)
    for (const key of keys) await stores.kv("cells").put(key, value)
    const found = await stores.kv("cells").getMany(keys)
    expect(found.map((entry) => (entry?.value as string | undefined)?.length)).toEqual(keys.map(() => value.length))
  })

  it("kv: the name of the longest store leaves room for the longest key", async () => {
    const kv = stores.kv("s".repeat(48))
    const key = "\u{1f300}".repeat(112)
    await kv.put(key, 1)
    expect(await kv.get(key)).toEqual({ value: 1 })
    expect((await kv.list({ prefix: key })).keys).toEqual([{ key }])
  })

  const contents = async (): Promise<number> => (await env.CUBULAR_BLOBS.list({ prefix: "files/c/" })).objects.length

  it("blobs: what a large blob held is gone when it is replaced or deleted", async () => {
    const files = stores.blobs("files")
    await files.put("a", new Uint8Array(LARGE))
    expect(await contents()).toBe(1)
    await files.put("a", new Uint8Array(LARGE))
    expect(await contents()).toBe(1)
    await files.put("a", new Uint8Array(1))
    expect(await contents()).toBe(0)
    await files.put("b", new Uint8Array(LARGE))
    await files.delete("b")
    expect(await contents()).toBe(0)
  })

  it("blobs: contents nobody knows are swept when they are old, and no others", async () => {
    const files = stores.blobs("files")
    await files.put("a", new Uint8Array(LARGE))
    // As a crash leaves them: uploaded, and never told of; or told of by a key that means another one now.
    await env.CUBULAR_BLOBS.put("files/c/lost", "x", { customMetadata: { key: "a" } })
    await env.CUBULAR_BLOBS.put("files/c/never", "x", { customMetadata: { key: "b" } })
    await sweepBlobs(env, "files")
    expect(await contents()).toBe(3)
    await sweepBlobs(env, "files", -60)
    expect(await contents()).toBe(1)
    expect((await files.get("a"))?.length).toBe(LARGE)
  })

  it("a kind without a binding is refused, and the binding is named", () => {
    const none = createStores({}, { clock: createHost().clock })
    const opened = [
      () => none.kv("cells"),
      () => none.blobs("files"),
      () => none.queue("mail"),
      () => none.journal("log"),
    ]
    const bindings = ["CUBULAR_KV", "CUBULAR_BLOBS", "CUBULAR_QUEUE", "CUBULAR_JOURNAL"]
    opened.forEach((open, at) => {
      expect(open).toThrow(
        expect.objectContaining({
          code: "store_binding_missing",
          params: expect.objectContaining({ binding: bindings[at] }),
        }),
      )
    })
  })
})
