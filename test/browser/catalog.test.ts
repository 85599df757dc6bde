import { createRunner } from "cubular"
import type { CompositionDocument, Values } from "cubular/contract"
import { catalog } from "cubular/cubes"
import { type Cubular, type CubularOptions, createCubular } from "cubular/host/browser"
import { createHost } from "cubular/host/memory"
import { openSagas } from "cubular/saga"
import { backupKey, generateKey } from "cubular/stores/backup"
import { createStores } from "cubular/stores/browser"
import { afterAll, describe, expect, onTestFinished, test } from "vitest"
import { placed } from "../conformance/placed.ts"
import { forget } from "./stores-fixture.ts"

/** One use of `data/kv`. */
const using = (config: object, inputs: readonly string[]): CompositionDocument => ({
  format: 1,
  id: "keeping",
  version: "1.0.0",
  cubes: {
    kv: { use: "data/kv", config: config as never, in: Object.fromEntries(inputs.map((name) => [name, `@${name}`])) },
  },
  outputs: { found: "kv.found", value: "kv.value" },
})

describe("a client that is given no worker", () => {
  const client: Cubular = createCubular()
  afterAll(() => client.stop())

  test("starts the one that serves the shipped catalog", async () => {
    const listing = await client.list()
    expect(listing.cubes).toEqual(catalog.manifests())
    expect(listing.compositions).toEqual(catalog.documents())
    expect(client.mode).toBe("worker")
  })

  test("runs documents of shipped cubes, loaded in the worker after the powers are gone", async () => {
    const document = {
      format: 1,
      id: "louder",
      version: "1.0.0",
      cubes: { upper: { use: "text/upper", in: { text: "@text" } } },
      outputs: { text: "upper.text" },
    } as const
    expect((await client.run(document, { text: "cube" }).result).outputs).toEqual({ text: "CUBE" })
  })

  test("keeps things in the browser's stores: what one run puts, another one and the page find", async () => {
    const stores = createStores({ clock: createHost().clock })
    onTestFinished(async () => {
      stores.close()
      await forget("cubular")
    })
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: "cubular" }))
    await client.run(using({ op: "put", store: "cells" }, ["key", "value"]), { key: "a", value: "갑자" }).result
    const found = await client.run(using({ op: "get", store: "cells" }, ["key"]), { key: "a" }).result
    expect(found.outputs).toMatchObject({ found: true, value: "갑자" })
    expect(await stores.kv("cells").get("a")).toEqual({ value: "갑자" })
  })

  test("a saga whose page was closed goes on in the next one", async () => {
    const stores = createStores({ clock: createHost().clock })
    const sagas = openSagas(stores)
    const next = createCubular()
    onTestFinished(async () => {
      await next.stop()
      stores.close()
      await forget("cubular")
    })
    const document: CompositionDocument = {
      format: 1,
      id: "louder",
      version: "1.0.0",
      mode: "saga",
      cubes: {
        up: { use: "text/upper", in: { text: "@text" } },
        wait: { use: "flow/delay", config: { ms: 1000 }, in: { value: "up.text" } },
      },
      outputs: { text: "wait.value" },
    }
    const closed = createCubular()
    const cut = closed.run(document, { text: "cube" }, { id: "one" })
    const stepsOf = async (id: string) => (await sagas.state(id).catch(() => undefined))?.steps
    await expect.poll(() => stepsOf("one"), { timeout: 20_000 }).toMatchObject({ up: "done" })
    await closed.stop()
    expect(await cut.settled).toMatchObject({ ok: false })
    expect(await sagas.state("one")).toMatchObject({ state: "running" })
    // Another saga of the same composition is enough.
    expect(await next.run(document, { text: "b" }, { id: "two" }).settled).toMatchObject({ saga: { state: "done" } })
    await expect.poll(async () => (await sagas.state("one")).state, { timeout: 20_000 }).toBe("done")
  })

  test("runs a shipped composition to the same fingerprint as the memory host", async () => {
    const inputs = { birth: { date: "1990-05-01", time: "14:30", sex: "female" } }
    const remote = await client.run("saju-chart", inputs, { fingerprint: true }).result
    const document = catalog.documents().find(({ id }) => id === "saju-chart")
    const local = await (await createRunner(document, catalog, createHost())).run(inputs, { fingerprint: true }).result
    expect(remote.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(remote.fingerprint).toBe(local.fingerprint)
    expect(remote.outputs).toEqual(local.outputs)
  })
})

describe("the page's own origin, where it is http://localhost", () => {
  const { origin } = location
  const asking: CompositionDocument = {
    format: 1,
    id: "asking",
    version: "1.0.0",
    services: { http: { origin } },
    cubes: { ask: { use: "http/request@^1", in: { path: { value: "/package.json" } } } },
    outputs: { status: "ask.status" },
  }
  const ask = async (options: CubularOptions) => {
    const client = createCubular(options)
    onTestFinished(() => client.stop())
    const { outputs, steps } = await client.run(asking).settled
    return { mode: client.mode, status: outputs.status, error: steps.ask?.error?.code }
  }
  const noWorker = (): Worker => {
    throw new Error("none here")
  }
  const fallback = { worker: noWorker, fallback: () => catalog, onFallback: () => undefined }

  test("is reached by a run where the page vouches for it, in the worker and without one", async () => {
    const vouched = { privateOrigins: [origin] }
    const reached = { status: 200, error: undefined }
    expect(await ask(vouched)).toEqual({ ...reached, mode: "worker" })
    expect(await ask({ ...vouched, ...fallback })).toEqual({ ...reached, mode: "main" })
    const powers = { privateOrigins: ["http://localhost:1"] }
    expect(await ask({ ...vouched, ...fallback, powers })).toEqual({ ...reached, mode: "main" })
  })

  test("is refused where it does not", async () => {
    const refused = { status: undefined, error: "outgoing_address_refused" }
    expect(await ask({})).toEqual({ ...refused, mode: "worker" })
    expect(await ask({ privateOrigins: ["http://localhost:1"] })).toEqual({ ...refused, mode: "worker" })
    expect(await ask(fallback)).toEqual({ ...refused, mode: "main" })
  })
})

describe("stores the page gives keys for", () => {
  const put = placed("data/blobs", { op: "put", store: "vault" }, ["key", "bytes"], ["info"])
  const get = placed("data/blobs", { op: "get", store: "vault" }, ["key"], ["found", "bytes"])
  const config = { of: { kv: ["cells"] }, to: ["vault", "usb", "away"] }
  const backUp = placed("data/backup", config, ["key"], ["sha256"])
  const restore = placed("data/restore", { from: "vault", op: "drill" }, ["key", "sha256"], ["stores"])
  const text = new TextEncoder().encode("저는 아무에게도 말하지 않았습니다")
  const noWorker = (): Worker => {
    throw new Error("none here")
  }
  const fallback = { worker: noWorker, fallback: () => catalog, onFallback: () => undefined }

  const clientOf = (options: CubularOptions = {}): Cubular => {
    const client = createCubular(options)
    onTestFinished(() => client.stop())
    return client
  }
  const codeOf = async (client: Cubular, document: CompositionDocument, inputs: Values) =>
    (await client.run(document, inputs).settled).steps.it?.error?.code

  test("are sealed at rest, opened with the key alone, and take backups; in the worker and without one", async () => {
    const stores = createStores({ clock: createHost().clock })
    onTestFinished(async () => {
      stores.close()
      await forget("cubular")
    })
    const key = await backupKey(generateKey())
    const sealed = { vault: key, usb: key, away: key }
    const client = clientOf({ sealed })
    await client.run(put, { key: "diary", bytes: text }).result
    expect((await client.run(get, { key: "diary" }).result).outputs).toEqual({ found: true, bytes: text })
    const kept = (await stores.blobs("vault").get("diary")) as Uint8Array
    expect(kept.length).toBeGreaterThan(text.length)
    expect(new TextDecoder().decode(kept)).not.toContain("아무")
    const other = { vault: await backupKey(generateKey()) }
    expect(await codeOf(clientOf({ sealed: other }), get, { key: "diary" })).toBe("backup_key_other")
    expect(await codeOf(clientOf(), backUp, { key: "monday" })).toBe("backup_not_sealed")
    const { sha256 } = (await client.run(backUp, { key: "monday" }).result).outputs
    expect(client.mode).toBe("worker")
    const main = clientOf({ sealed, ...fallback, powers: { stores: (clock) => createStores({ clock }) } })
    const drilled = await main.run(restore, { key: "monday", sha256: sha256 as string }).result
    expect(drilled.outputs.stores).toHaveLength(1)
    expect(main.mode).toBe("main")
  })
})
