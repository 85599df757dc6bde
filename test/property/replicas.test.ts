import type { Settled, Values } from "cubular"
import fc from "fast-check"
import { expect, test } from "vitest"
import { createWorld, type Known, knownAt, type Place, shownAt, type Way } from "../conformance/replica-world.ts"

type Act =
  | { readonly kind: "put" | "delete"; readonly at: number; readonly key: string }
  | { readonly kind: "sync"; readonly at: number; readonly ways: readonly Way[] }
  | { readonly kind: "wait"; readonly at: number }
  | { readonly kind: "renew" }

const REPLICAS = 3
const at = fc.nat({ max: REPLICAS - 1 })
const key = fc.constantFrom("a", "b", "c")
const way = fc.constantFrom<Way>("ok", "lost-request", "lost-answer", "twice", "late")
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("put" as const), at, key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), at, key }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("sync" as const), at, ways: fc.array(way, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const), at }) },
)
/** An act, and the call of a store it is killed at. */
const acts = fc.array(fc.tuple(act, fc.option(fc.nat({ max: 12 }), { nil: undefined, freq: 3 })), { maxLength: 24 })
/** How far the clocks of the replicas and of the hub are off, ms. */
const skewsMs = [0, -60_000, 60_000, 10]

interface Written {
  readonly key: string
  readonly tag: string
  readonly version: string
}

type World = ReturnType<typeof createWorld>

/** What is done to the records of its own keys in a world that many plays use. */
class Play {
  readonly acknowledged: Written[] = []
  private readonly world: World
  private readonly name: string
  private tags = 0

  constructor(world: World, name: string) {
    this.world = world
    this.name = name
  }

  async act(act: Act, killAt: number | undefined): Promise<void> {
    if (act.kind === "renew") return this.world.renewHub()
    const place = this.world.replicas[act.at] as Place
    if (act.kind === "wait") return place.host.advance(20)
    place.killAt(killAt)
    await this.work(place, act)
    place.killAt(undefined)
    this.world.ways.length = 0
  }

  private async work(place: Place, act: Exclude<Act, { kind: "wait" | "renew" }>): Promise<void> {
    if (act.kind === "sync") {
      this.world.ways.push(...act.ways)
      await place.sync()
    } else if (act.kind === "delete") await place.do("delete", { key: `${this.name}-${act.key}` })
    else await this.put(place, `${this.name}-${act.key}`)
  }

  /** Adds a tag to what is there, as somebody does who has read it. */
  private async put(place: Place, key: string): Promise<void> {
    const { outputs } = await place.do("get", { key })
    const { tags = [] } = (outputs.record ?? {}) as { readonly tags?: readonly string[] }
    const tag = `t${this.tags++}`
    const put = await place.do("put", { record: { id: key, name: tag, tags: [...tags, tag] } } as Values)
    if (put.ok) this.acknowledged.push({ key, tag, version: String(put.outputs.version) })
  }

  /** Twice around, without faults: afterwards all know the same, to the letter. */
  async settle(merges: boolean): Promise<readonly Known[]> {
    for (let round = 0; round < 2; round++)
      for (const place of this.world.replicas) expect((await place.sync()) as Settled).toMatchObject({ ok: true })
    const [known, ...others] = await Promise.all(
      [this.world.hub, ...this.world.replicas].map((place) => knownAt(place, merges)),
    )
    for (const other of others) expect(other).toEqual(known)
    const [shown, ...views] = await Promise.all([this.world.hub, ...this.world.replicas].map(shownAt))
    for (const view of views) expect(view).toEqual(shown)
    return (known as readonly Known[]).filter(({ key }) => key.startsWith(`${this.name}-`))
  }
}

/** Plays in one world: each meets what those before it have left. Later ones cost more, as all is compared. */
const PLAYS_OF_A_WORLD = 14

/** Plays lists of acts, and tells what came of each. After a play that failed the world is another one. */
function stage(merges: boolean) {
  const newWorld = (): World => createWorld(REPLICAS, { merges, skewsMs })
  let world = newWorld()
  let plays = 0
  const renew = async (): Promise<void> => {
    await world.stop()
    world = newWorld()
    plays = 0
  }
  const play = async (list: readonly (readonly [Act, number | undefined])[]) => {
    if (plays === PLAYS_OF_A_WORLD) await renew()
    const one = new Play(world, `p${plays++}`)
    try {
      for (const [act, killAt] of list) await one.act(act, killAt)
      return { known: await one.settle(merges), acknowledged: one.acknowledged }
    } catch (thrown) {
      await renew()
      throw thrown
    }
  }
  return { play, stop: () => world.stop() }
}

/** Tags of a key in whatever is known of it. */
const tagsOf = (known: readonly Known[], key: string): readonly unknown[] =>
  (known.find((each) => each.key === key)?.heads ?? []).flatMap(({ record }) => (record?.tags ?? []) as unknown[])

test("whatever is written where, cut off, doubled and late, all replicas come to the same, and nothing acknowledged is lost but to a later change", async () => {
  const { play, stop } = stage(false)
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const { known, acknowledged } = await play(list)
      for (const { key, tag, version } of acknowledged) {
        const heads = known.find((each) => each.key === key)?.heads ?? []
        expect(heads).toHaveLength(1)
        const [{ stamp, record }] = heads as [Known["heads"][number]]
        expect(stamp >= version).toBe(true)
        if (stamp === version) expect(record?.name).toBe(tag)
      }
    }),
    { numRuns: 40 },
  )
  await stop()
}, 120_000)

test("with a cube that keeps everything, every change that was acknowledged is in the end", async () => {
  const withoutDeletions = acts.map((list) => list.filter(([{ kind }]) => kind !== "delete"))
  const { play, stop } = stage(true)
  await fc.assert(
    fc.asyncProperty(withoutDeletions, async (list) => {
      const { known, acknowledged } = await play(list)
      for (const { key, tag } of acknowledged) expect(tagsOf(known, key)).toContain(tag)
    }),
    { numRuns: 40 },
  )
  await stop()
}, 120_000)

test("a hub that is made anew in the midst of it changes nothing of that", async () => {
  const { play, stop } = stage(true)
  await fc.assert(
    fc.asyncProperty(acts, acts, async (before, after) => {
      const { known, acknowledged } = await play([...before, [{ kind: "renew" }, undefined], ...after])
      const deleted = new Set<string>([...before, ...after].map(([act]) => (act.kind === "delete" ? act.key : "")))
      for (const { key, tag } of acknowledged)
        if (!deleted.has(key.slice(-1))) expect(tagsOf(known, key)).toContain(tag)
    }),
    { numRuns: 20 },
  )
  await stop()
}, 120_000)
