import { CubeError, createRunner, defineCube, type RunRecord, replay, type Settled } from "cubular"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { hostWithStores, recordStoring, storing, storingCubes } from "./stored.ts"

const bare = { name: "bare" }

/** Keeps a word, after it has waited when told to. */
const word = defineCube({
  id: "test/word",
  version: "1.0.0",
  color: "data",
  effect: "write",
  provides: ["idempotent"],
  title: { en: "Word", ko: "낱말" },
  needs: ["stores", "clock"],
  config: z.strictObject({ store: z.string(), waitMs: z.number().optional() }),
  inputs: { word: z.string() },
  outputs: { before: z.string() },
  create: (_, { store, waitMs = 0 }) => ({
    async process({ word }, step) {
      await step.clock.sleep(waitMs).catch(() => undefined)
      const kv = step.stores.kv(store)
      const before = await kv.get("word")
      await kv.put("word", word)
      return { before: (before?.value as string) ?? "" }
    },
  }),
})

const keepWord = (id: string, config: object, more: object = {}) =>
  ({
    format: 1,
    id,
    version: "1.0.0",
    cubes: { a: { use: "test/word", config, in: { word: "@word" }, ...more } },
    outputs: { before: "a.before" },
  }) as never

async function settle(document: never, host = hostWithStores(), options: object = {}): Promise<Settled> {
  const runner = await createRunner(document, [word], host)
  const settled = await runner.run({ word: "w" }, options).settled
  await runner.stop()
  return settled
}

describe("a run that keeps things", () => {
  test("is refused where the host has no stores, when it is planned", async () => {
    await expect(createRunner(storing, storingCubes, bare)).rejects.toMatchObject({
      code: "composition_invalid",
      issues: ["one", "two"].map((step) => ({
        code: "need_missing",
        path: ["cubes", step, "use"],
        params: { need: "stores", host: "bare" },
      })),
    })
  })

  test("two compositions that name the same store find each other's things, those that do not do not", async () => {
    const host = hostWithStores()
    await settle(keepWord("one", { store: "words" }), host)
    expect((await settle(keepWord("two", { store: "words" }), host)).outputs).toEqual({ before: "w" })
    expect((await settle(keepWord("two", { store: "others" }), host)).outputs).toEqual({ before: "" })
  })

  test("a name no store may have fails the step by the first call", async () => {
    const { steps } = await settle(keepWord("one", { store: "No Name" }))
    expect(steps.a?.error).toMatchObject({ code: "store_name_malformed" })
  })

  test("keeps nothing once it is over: what a cube left behind does then is not done", async () => {
    const host = hostWithStores({ autoAdvance: false })
    const runner = await createRunner(keepWord("one", { store: "words", waitMs: 50 }), [word], host)
    const running = runner.run({ word: "late" })
    const { settled } = running
    running.cancel(new Error("enough"))
    expect((await settled).steps).toMatchObject({ a: { outcome: "cancelled" } })
    await host.advance(1000)
    expect(await host.stores?.kv("words").get("word")).toBeUndefined()
  })
})

describe("a record of stores", () => {
  test.each([
    ["a host with no power at all", () => bare],
    ["a host whose stores are empty", () => hostWithStores()],
  ])("replays on %s to the same fingerprint and values", async (_, createHost) => {
    const record = await recordStoring("사주")
    const again = await replay(record, storingCubes, createHost())
    expect(again.difference).toBeUndefined()
    expect(again).toMatchObject({ same: true, planChanged: false, fingerprint: record.fingerprint })
  })

  test("replays without a change to the stores there are", async () => {
    const host = hostWithStores()
    await replay(await recordStoring("사주"), storingCubes, host)
    expect(await host.stores?.kv("cells").get("text")).toBeUndefined()
    expect((await host.stores?.queue("work").counts())?.dead).toBe(0)
  })

  test("holds the answers of calls in their order, and nothing of what was given", async () => {
    const { record } = await settle(keepWord("one", { store: "words" }), hostWithStores(), { record: true })
    expect(record?.steps[0]?.host).toEqual([
      { power: "clock.sleep", value: 0 },
      { power: "stores", store: "kv", name: "words", method: "get" },
      { power: "stores", store: "kv", name: "words", method: "put" },
    ])
  })

  test("tells where a cube now asks for something else", async () => {
    const record = JSON.parse(JSON.stringify(await recordStoring("x")).replaceAll('"cells"', '"rooms"')) as RunRecord
    const again = await replay(record, storingCubes, bare)
    expect(again.steps.one?.error).toMatchObject({
      code: "replay_diverged",
      params: { power: "stores kv.getMany cells", recorded: "stores kv.getMany rooms" },
    })
  })

  test("names step and place where a recorded answer was another one", async () => {
    const record = await recordStoring("four")
    const answers = record.steps[0]?.host?.map((entry) =>
      "method" in entry && entry.method === "find" ? { ...entry, value: { records: [] } } : entry,
    )
    const [first, ...rest] = record.steps
    const changed = { ...record, steps: [{ ...first, host: answers }, ...rest] } as RunRecord
    expect((await replay(changed, storingCubes, bare)).difference).toMatchObject({ step: "one", port: "records" })
  })
})

describe("a call of a store that fails", () => {
  const failing = (code: string, retryable: boolean, times: number) =>
    hostWithStores({
      fault: (power, detail, uses) =>
        power === "store" && detail === "kv.get words" && uses < times
          ? new CubeError({ code, message: "m", hint: "h", retryable })
          : undefined,
    })

  test.each([
    ["store_busy", true],
    ["store_unavailable", true],
    ["store_full", false],
  ])("fails the step with its own code, and may be tried again where it says so: %s", async (code, retryable) => {
    const settled = await settle(keepWord("one", { store: "words" }), failing(code, retryable, 1), { record: true })
    expect(settled.steps.a?.error).toMatchObject({ code, path: ["cubes", "a"], ...(retryable && { retryable }) })
    expect(settled.steps.a?.error?.retryable ?? false).toBe(retryable)
    expect(await replay(settled.record as RunRecord, [word], bare)).toMatchObject({ same: true })
  })
})
