import { CubeError, type Stores, type Value } from "cubular/contract"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"
import { actor, chain, hostOf, play, refusal, runnerOf, sagaOf } from "./stage.ts"

const storesOf = (host: MemoryHost): Stores => host.stores as Stores

/** The same host over stores in which a saga's journal says something else. */
async function withJournal(host: MemoryHost, id: string, change: (entries: Value[]) => Value[]): Promise<MemoryHost> {
  const { entries } = await storesOf(host).journal(`saga-${id}`).read()
  const other = createHost({ autoAdvance: true, stores: (clock) => createStores({ clock }) })
  const writer = await storesOf(other).journal(`saga-${id}`).writer()
  const changed = change(entries.map(({ value }) => value))
  if (changed.length > 0) await writer.append(changed)
  await writer.close()
  return other
}

const typeOf = (entry: Value): string => (entry as { readonly type: string }).type
const numbered = (entries: Value[]): Value[] => entries.map((entry, n) => ({ ...(entry as object), n }))

describe("a journal that was damaged", () => {
  const damages: readonly (readonly [string, (entries: Value[]) => Value[]])[] = [
    ["a hole in the middle", (entries) => entries.toSpliced(3, 1)],
    ["an entry nobody writes", (entries) => entries.with(2, { n: 2, at: 0, type: "hello" })],
    ["no entry at all in its place", (entries) => entries.with(2, "hello")],
    ["an end without a beginning", (entries) => numbered(entries.filter((each) => typeOf(each) !== "step_started"))],
    ["two beginnings", (entries) => numbered([entries[0] as Value, ...entries])],
    ["something behind its end", (entries) => numbered([...entries, { at: 0, type: "resumed" }])],
    ["a step that is done twice", (entries) => numbered([...entries.slice(0, 3), entries[2] as Value])],
    [
      "steps behind the decision to undo",
      (entries) =>
        numbered([
          ...entries.slice(0, 3),
          { at: 0, type: "undoing", error: { code: "x", path: [], params: {}, message: "", hint: "" } },
          ...entries.slice(3),
        ]),
    ],
  ]

  test.each(damages)("%s: the saga is parked with an alert, and nothing is done", async (_, change) => {
    const { host, deeds, cubes } = await play(sagaOf(chain))
    const other = await withJournal(host, "one", change)
    const runner = await runnerOf(sagaOf(chain), cubes, other)
    deeds.length = 0
    const settled = await runner.saga?.resume("one").settled
    expect(settled).toMatchObject({ error: { code: "saga_parked", params: { code: "saga_corrupt" } } })
    expect(deeds).toEqual([])
    expect(other.logs).toMatchObject([{ level: "error", fields: { alert: true, code: "saga_corrupt" } }])
    expect((await runner.saga?.list({ state: "parked" }))?.sagas).toMatchObject([{ id: "one", code: "saga_corrupt" }])
    await expect(runner.saga?.state("one")).rejects.toMatchObject({ code: "saga_corrupt" })
  })

  test("cut off at its end, it goes on from there under the same keys", async () => {
    const { host, deeds, cubes } = await play(sagaOf(chain))
    const other = await withJournal(host, "one", (entries) => entries.slice(0, 4))
    const runner = await runnerOf(sagaOf(chain), cubes, other)
    deeds.length = 0
    expect(await runner.saga?.resume("one").result).toMatchObject({ outputs: { c: 4 } })
    expect(deeds).toEqual(["do b", "do c"])
  })
})

describe("values over 128 KB", () => {
  const long = sagaOf({ a: [], b: ["a"] })
  const inputs = { x: 1 }

  async function playLong() {
    const deeds: string[] = []
    const host = hostOf()
    const document = { ...long, title: { en: "x".repeat(200_000), ko: "x" } }
    const cubes = ["a", "b"].map((id) => actor(id, deeds))
    const runner = await runnerOf(document, cubes, host)
    await runner.run(inputs, { id: "one" }).result
    return { deeds, host, document, cubes, runner }
  }

  test("are kept beside the journal", async () => {
    const { host } = await playLong()
    const { blobs } = await storesOf(host).blobs("sagas").list()
    expect(blobs.map(({ key }) => key)).toEqual(["one/1/source"])
    const { entries } = await storesOf(host).journal("saga-one").read()
    expect(JSON.stringify(entries).length).toBeLessThan(5000)
  })
})

describe("two processes", () => {
  test("one that slept through its lease is fenced off and does nothing more", async () => {
    const deeds: string[] = []
    let wake: () => void = () => undefined
    let first = true
    const sleeps = (): Promise<void> | undefined => {
      if (!first) return undefined
      first = false
      return new Promise((resolve) => {
        wake = resolve
      })
    }
    const cubes = [actor("a", deeds), actor("b", deeds, { does: sleeps }), actor("c", deeds)]
    const host = createHost({ stores: (clock) => createStores({ clock }) })
    // A process whose timers stand still, as a frozen tab's.
    const still = { sleep: () => new Promise<void>(() => undefined), after: () => () => undefined }
    const frozen = { ...host, clock: { ...host.clock, ...still } }
    const one = await runnerOf(sagaOf(chain), cubes, frozen)
    const two = await runnerOf(sagaOf(chain), cubes, host)
    const run = one.run({ x: 1 }, { id: "one" })
    await host.advance(1)
    expect(await two.saga?.resume("one").settled).toMatchObject({ error: { code: "journal_taken" } })
    await host.advance(61_000)
    expect(await two.saga?.resume("one").result).toMatchObject({ outputs: { c: 4 } })
    wake()
    expect(await run.settled).toMatchObject({ error: { code: "saga_suspended", params: { code: "journal_fenced" } } })
    expect(deeds).toEqual(["do a", "do b", "do b", "do c"])
  })
})

describe("a store that fails", () => {
  test("for a moment: the saga goes on", async () => {
    let left = 2
    const fault = (power: string, detail: string): Error | undefined =>
      power === "store" && detail.startsWith("journal.append") && left-- > 0
        ? new CubeError({ code: "store_busy", message: "", hint: "", retryable: true })
        : undefined
    const deeds: string[] = []
    const host = createHost({ autoAdvance: true, fault, stores: (clock) => createStores({ clock }) })
    const runner = await runnerOf(
      sagaOf(chain),
      Object.keys(chain).map((id) => actor(id, deeds)),
      host,
    )
    expect(await runner.run({ x: 1 }, { id: "one" }).result).toMatchObject({ outputs: { c: 4 } })
    expect(deeds).toEqual(["do a", "do b", "do c"])
  })

  test("for good: the saga stops and says that it can be resumed", async () => {
    const fault = (power: string, detail: string): Error | undefined =>
      power === "store" && detail.startsWith("journal.append")
        ? new CubeError({ code: "store_full", message: "", hint: "" })
        : undefined
    const deeds: string[] = []
    const host = createHost({ autoAdvance: true, fault, stores: (clock) => createStores({ clock }) })
    const runner = await runnerOf(
      sagaOf(chain),
      Object.keys(chain).map((id) => actor(id, deeds)),
      host,
    )
    const settled = await runner.run({ x: 1 }, { id: "one" }).settled
    expect(settled).toMatchObject({
      error: { code: "saga_suspended", retryable: true, params: { code: "store_full" } },
    })
    expect(deeds).toEqual([])
    await runner.stop()
    expect(host.pendingTimers).toBe(0)
  })

  test("a value kept beside the journal that is gone parks the saga", async () => {
    const { host, cubes, runner } = await play(sagaOf(chain), { c: { does: refusal, undoes: refusal } })
    await runner.stop()
    const other = await withJournal(host, "one", (entries) =>
      entries.map((entry) =>
        typeOf(entry) === "started" ? { ...(entry as object), inputs: { blob: "none", sha256: "0" } } : entry,
      ),
    )
    const next = await runnerOf(sagaOf(chain), cubes, other)
    expect(await next.saga?.resume("one").settled).toMatchObject({
      error: { code: "saga_parked", params: { code: "saga_value_lost" } },
    })
  })
})
