import type { Settled, Values } from "cubular"
import { describe, expect, test } from "vitest"
import { createWorld, knownAt, type Place, shownAt } from "./replica-world.ts"

const note = (id: string, name: string, ...tags: string[]): Values => ({ record: { id, name, tags } })
const codeOf = ({ steps }: Settled): string | undefined => steps.a?.error?.code

/** Twice around: the first to sync learns in the second round what the last one has brought. */
async function syncAll(replicas: readonly Place[]): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const place of replicas) expect(await place.sync()).toMatchObject({ ok: true })
}

describe("replicas of a table", () => {
  test("what is written in one place is found in the others, deletions too", async () => {
    const { hub, replicas, stop } = createWorld(2)
    const [phone, desk] = replicas as [Place, Place]
    for (const name of ["가", "나", "다"]) await phone.do("put", note(name, `note ${name}`))
    await desk.do("put", note("a", "of the desk"))
    expect((await phone.sync()).outputs).toEqual({ pushed: 3, pulled: 0, merged: 0 })
    expect((await desk.sync()).outputs).toEqual({ pushed: 1, pulled: 3, merged: 0 })
    await phone.do("delete", { key: "나" })
    await syncAll(replicas)
    const shown = await shownAt(hub)
    expect(shown).toMatchObject([{ record: { id: "a" } }, { record: { id: "가" } }, { record: { id: "다" } }])
    expect(await shownAt(phone)).toEqual(shown)
    expect(await shownAt(desk)).toEqual(shown)
    expect((await phone.sync()).outputs).toEqual({ pushed: 0, pulled: 0, merged: 0 })
    await stop()
  })

  test("of two changes that knew nothing of each other the later counts, by whatever clock", async () => {
    const { replicas, stop } = createWorld(2, { skewsMs: [0, -3_600_000, 0] })
    const [fast, slow] = replicas as [Place, Place]
    await fast.do("put", note("a", "first"))
    await syncAll(replicas)
    // Its clock is an hour behind, and yet what it changes knowingly is later.
    await slow.do("put", note("a", "second"))
    await syncAll(replicas)
    expect(await shownAt(fast)).toMatchObject([{ record: { name: "second" } }])
    await slow.do("put", note("a", "of the slow one"))
    await fast.host.advance(1)
    await fast.do("put", note("a", "of the fast one"))
    await syncAll(replicas)
    expect(await shownAt(slow)).toMatchObject([{ record: { name: "of the fast one" } }])
    expect(await shownAt(slow)).toEqual(await shownAt(fast))
    await stop()
  })

  test("a cube makes one of several, and its result needs no second exchange to be the same", async () => {
    const { hub, replicas, stop } = createWorld(3, { merges: true })
    for (const [at, place] of replicas.entries()) await place.do("put", note("a", "n", `t${at}`))
    await syncAll(replicas)
    for (const place of [hub, ...replicas])
      expect(await shownAt(place)).toMatchObject([{ record: { tags: ["t0", "t1", "t2"] } }])
    const { version } = (await replicas[0]?.do("get", { key: "a" }))?.outputs ?? {}
    expect(String(version).split(" ")).toHaveLength(3)
    await replicas[0]?.do("put", { ...note("a", "n", "only"), version: version as string })
    await syncAll(replicas)
    expect(await shownAt(hub)).toMatchObject([{ record: { tags: ["only"] } }])
    await stop()
  })

  test("a change that was made on an older state is refused, here or after a sync", async () => {
    const { replicas, stop } = createWorld(2)
    const [one, two] = replicas as [Place, Place]
    const { version } = (await one.do("put", { ...note("a", "x"), version: "" })).outputs
    expect(codeOf(await one.do("put", { ...note("a", "y"), version: "" }))).toBe("replica_conflict")
    await one.sync()
    await two.sync()
    await two.do("put", { ...note("a", "z"), version: version as string })
    await two.sync()
    await one.sync()
    expect(codeOf(await one.do("put", { ...note("a", "y"), version: version as string }))).toBe("replica_conflict")
    expect(codeOf(await one.do("delete", { key: "a", version: version as string }))).toBe("replica_conflict")
    await stop()
  })

  test("without a way to the hub a sync says so, and loses nothing", async () => {
    const { hub, replicas, ways, stop } = createWorld(1)
    const [phone] = replicas as [Place]
    await phone.do("put", note("a", "offline"))
    ways.push("lost-request", "lost-answer", "twice", "late")
    expect(codeOf(await phone.sync())).toBe("service_unreachable")
    expect(codeOf(await phone.sync())).toBe("service_unreachable")
    expect(await shownAt(phone)).toMatchObject([{ record: { name: "offline" } }])
    expect(await phone.sync()).toMatchObject({ ok: true })
    expect(await knownAt(hub)).toEqual(await knownAt(phone))
    await stop()
  })

  test("many records go page by page, and a sync that is cut off goes on where it was", async () => {
    const { hub, replicas, ways, stop } = createWorld(2)
    const [phone, desk] = replicas as [Place, Place]
    for (let at = 0; at < 70; at++) await phone.do("put", note(`n${at}`, "many"))
    ways.push("ok", "lost-request")
    expect(codeOf(await phone.sync())).toBe("service_unreachable")
    expect(await shownAt(hub)).toHaveLength(50)
    expect((await phone.sync()).outputs).toMatchObject({ pushed: 20 })
    expect((await desk.sync()).outputs).toMatchObject({ pulled: 70 })
    expect(await knownAt(desk)).toEqual(await knownAt(phone))
    await stop()
  })

  test("a hub that was made anew gets everything again, and so does one that asks for it", async () => {
    const world = createWorld(2)
    const [phone, desk] = world.replicas as [Place, Place]
    await phone.do("put", note("a", "kept"))
    await desk.do("put", note("b", "kept too"))
    await syncAll(world.replicas)
    expect((await phone.sync({ again: true })).outputs).toEqual({ pushed: 2, pulled: 0, merged: 0 })
    await world.renewHub()
    await syncAll(world.replicas)
    expect(await knownAt(world.hub)).toEqual(await knownAt(phone))
    expect(await shownAt(desk)).toMatchObject([{ record: { id: "a" } }, { record: { id: "b" } }])
    await world.stop()
  })
})
