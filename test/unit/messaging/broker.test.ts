import { type CloudEvent, CubeError, createRegistry, type Host } from "cubular"
import { createHost } from "cubular/host/memory"
import { store_missing } from "cubular/messages/en"
import { createBroker, createMessages } from "cubular/messaging"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"
import { asked, counting, stage, working } from "./stage.ts"

const stores = (clock: Parameters<typeof createStores>[0]["clock"]) => createStores({ clock })
const errorOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "no error",
    (error) => error,
  )

/** A host whose stores have queues, and no records. */
function hostWithoutRecords(): Host {
  const host = createHost({ stores })
  const made = host.stores as NonNullable<typeof host.stores>
  const missing = (): never => {
    throw new CubeError(store_missing)
  }
  return Object.assign(Object.create(host), { stores: { ...made, records: missing } })
}

describe("a message", () => {
  test("starts a run of each composition that listens, with what on takes out of its data", async () => {
    const { broker, world, tally } = stage()
    await broker.publish([asked(1), asked(2)])
    expect(world.seen).toEqual([])
    expect(await broker.drain()).toBe(2)
    expect(world.seen.map(({ n }) => n)).toEqual([1, 2])
    expect(tally).toMatchObject({ "work.asked published": 2, "work.asked delivered": 2 })
    expect(await broker.counts("working")).toEqual({ ready: 0, delivered: 0, waiting: 0, dead: 0 })
  })

  test("of a run that was ok leads to those it emits, in the same partition", async () => {
    const { broker, world, tally } = stage([working, counting])
    const got: CloudEvent[] = []
    const { publish } = broker
    broker.publish = (messages) => {
      got.push(...messages)
      return publish.call(broker, messages)
    }
    await broker.publish([asked(1, { partitionkey: "k" })])
    expect(await broker.drain()).toBe(2)
    expect(world.seen.map(({ n, by }) => [n, by])).toEqual([
      [1, ""],
      [2, "counting"],
    ])
    const [, seen, done] = got
    expect(seen).toMatchObject({ type: "work.seen", source: "/compositions/working/cubes/w" })
    expect(done).toMatchObject({ type: "work.done", source: "/compositions/working", partitionkey: "k", data: 2 })
    expect(done).toHaveProperty("time", "2000-01-01T00:00:00.000Z")
    expect(tally).toMatchObject({ "other untaken": 2 })
  })

  test("nobody takes is counted, not refused", async () => {
    const { broker, tally } = stage()
    await broker.publish([asked(1, { type: "nobody.cares" })])
    expect(tally).toEqual({ "other untaken": 1 })
    expect(broker.topics).toEqual(["work.asked"])
    expect([broker.listenersOf("work.asked"), broker.listenersOf("constructor")]).toEqual([["working"], []])
  })

  test("is found by a broker that was started, without being told and when it is", async () => {
    const { broker, world, host } = stage()
    broker.start()
    broker.start()
    await broker.publish([asked(1)])
    await host.advance(0)
    expect(world.seen.length).toBe(1)
    await createMessages({ stores: host.stores as never, registry: createRegistry([working]) }).publish([asked(2)])
    await host.advance(1000)
    expect(world.seen.length).toBe(2)
    await broker.stop()
    expect(host.pendingTimers).toBe(0)
  })

  test("leaves through the host it was made with", async () => {
    const registry = createRegistry([working])
    const host = createHost({ stores, messages: (made) => createMessages({ stores: made, registry }) })
    await host.messages?.publish([asked(1)])
    const { broker, world } = stage([working], { host })
    expect(broker.host).toBe(host)
    await broker.drain()
    expect(world.seen.length).toBe(1)
  })
})

describe("the same message", () => {
  test("is worked on once, by source and id, also when both are there at once", async () => {
    const { broker, world, tally } = stage()
    const one = asked(1)
    await broker.publish([one, one, { ...one, source: "/other" }])
    await broker.drain()
    await broker.publish([one])
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([1, 1])
    expect(tally["work.asked duplicate"]).toBe(2)
  })

  test("is known for the time it says, also by another broker", async () => {
    const first = stage()
    const one = asked(1)
    await first.broker.publish([one])
    await first.broker.drain()
    const second = stage([working], { host: first.host }, first.world)
    await first.host.advance(86_399_000)
    await second.broker.publish([one])
    await second.broker.drain()
    expect(first.world.seen.length).toBe(1)
    await first.host.advance(2000)
    await second.broker.publish([one])
    await second.broker.drain()
    expect(first.world.seen.length).toBe(2)
  })

  test("is known in memory where the host keeps no records", async () => {
    const { broker, world } = stage([working], { host: hostWithoutRecords() })
    const one = asked(1)
    await broker.publish([one])
    await broker.drain()
    await broker.publish([one])
    await broker.drain()
    expect(world.seen.length).toBe(1)
  })

  test("gives a run the same seed again, so what it does can be told to be the same", async () => {
    const { broker, world, host } = stage()
    const one = asked(1)
    await broker.publish([one])
    await broker.drain()
    await host.advance(86_401_000)
    await broker.publish([one])
    await broker.drain()
    expect(world.seen[0]?.key).toBe(world.seen[1]?.key)
  })
})

describe("a run that fails", () => {
  test("is tried again with growing pauses, and holds back its partition only", async () => {
    const { broker, world, host, tally } = stage()
    world.fails.set(1, 2)
    await broker.publish([
      asked(1, { partitionkey: "a" }),
      asked(2, { partitionkey: "a" }),
      asked(3, { partitionkey: "b" }),
    ])
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([3])
    await host.advance(1000)
    await broker.drain()
    await host.advance(1999)
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([3])
    await host.advance(1)
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([3, 1, 2])
    expect(tally["work.asked retried"]).toBe(2)
  })

  test("too often leaves a dead letter with its reason, and the partition goes on", async () => {
    const { broker, world, host, tally } = stage([working], { attempts: 2 })
    world.fails.set(1, 9)
    await broker.publish([asked(1, { partitionkey: "a" }), asked(2, { partitionkey: "a" })])
    await broker.drain()
    await host.advance(1000)
    await broker.drain()
    const { letters } = await broker.dead("working")
    expect(letters).toMatchObject([{ reason: "busy", attempts: 2, message: { data: { n: 1 } } }])
    expect(world.seen.map(({ n }) => n)).toEqual([2])
    expect(tally["work.asked dead"]).toBe(1)
    expect(host.logs).toMatchObject([{ fields: { listener: "working", code: "busy", topic: "work.asked" } }])
  })

  test("and says that trying again is no use is dead at once; so is one whose inputs do not fit", async () => {
    const { broker, world } = stage()
    world.fails.set(1, Number.POSITIVE_INFINITY)
    await broker.publish([asked(1), asked(2, { data: { n: "x" } }), asked(3, { data: "none" })])
    await broker.drain()
    const { letters } = await broker.dead("working")
    expect(letters.map(({ reason }) => reason)).toEqual(["hopeless", "inputs_refused", "inputs_refused"])
  })

  test("for want of time is tried again", async () => {
    const { broker, host } = stage([working], { deadlineMs: 100 })
    await broker.publish([asked(1, { ms: 1000 })])
    const work = broker.drain()
    await host.advance(100)
    await work
    expect(await broker.counts("working")).toMatchObject({ waiting: 1, dead: 0 })
  })

  test("dies once, however many copies there are, and can be tried anew", async () => {
    const { broker, world } = stage()
    world.fails.set(1, Number.POSITIVE_INFINITY)
    const one = asked(1)
    await broker.publish([one, one])
    await broker.drain()
    const { letters } = await broker.dead("working")
    expect(letters.length).toBe(1)
    world.fails.delete(1)
    expect(await broker.revive("working", [letters[0]?.id as string])).toBe(1)
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([1])
    expect(await broker.counts("working")).toMatchObject({ dead: 0 })
  })

  test.each([
    ["records", () => createHost({ stores })],
    ["none", hostWithoutRecords],
  ])("is left as it is by a call with no ids or too many, other copies of it stay known; %s", async (_, hostOf) => {
    const { broker, world } = stage([working], { host: hostOf() })
    world.fails.set(1, Number.POSITIVE_INFINITY)
    const one = asked(1)
    await broker.publish([one])
    await broker.drain()
    const { letters } = await broker.dead("working")
    const many = [letters[0]?.id as string, ...Array.from({ length: 100 }, (_, at) => String(1000 + at))]
    for (const ids of [[], many]) {
      const refused = { code: "store_batch_refused", params: { min: 1, max: 100, count: ids.length } }
      expect(await errorOf(broker.revive("working", ids))).toMatchObject(refused)
      expect(await errorOf(broker.bury("working", ids))).toMatchObject(refused)
    }
    expect((await broker.dead("working")).letters).toEqual(letters)
    world.fails.delete(1)
    await broker.publish([one])
    await broker.drain()
    expect(world.seen).toEqual([])
    expect(await broker.revive("working", many.slice(0, 100))).toBe(1)
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([1])
  })

  test("and is given up can be forgotten", async () => {
    const { broker } = stage()
    await broker.publish([asked(1, { data: {} })])
    await broker.drain()
    const { letters } = await broker.dead("working", { limit: 1 })
    expect(await broker.bury("working", [letters[0]?.id as string])).toBe(1)
    expect(await broker.dead("working")).toEqual({ letters: [] })
  })
})

describe("order", () => {
  test("is kept in a partition, and so many partitions go on at once", async () => {
    const { broker, world, host } = stage([working], { concurrency: 4 })
    const partitions = Array.from({ length: 10 }, (_, at) => `p${at}`)
    await broker.publish(
      Array.from({ length: 50 }, (_, n) => asked(n, { ms: 10, partitionkey: partitions[n % 10] as string })),
    )
    const work = broker.drain()
    await host.advance(10_000)
    expect(await work).toBe(50)
    expect(world.peak.most).toBe(4)
    for (let at = 0; at < 10; at++) {
      const own = world.seen.filter(({ n }) => n % 10 === at).map(({ n }) => n)
      expect(own).toEqual([...own].sort((a, b) => a - b))
    }
  })

  test.each([".", "..", "가나다", " ", "x".repeat(127)])("takes %j for a partition key", async (partitionkey) => {
    const { broker, world } = stage()
    await broker.publish([asked(1, { partitionkey }), asked(2, { partitionkey })])
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([1, 2])
  })
})

describe("refused is", () => {
  test("more than may wait, as something that passes", async () => {
    const { broker } = stage([working], { backlog: 3 })
    await broker.publish([asked(1), asked(2)])
    const refused = await errorOf(broker.publish([asked(3), asked(4)]))
    expect(refused).toMatchObject({
      code: "messages_full",
      retryable: true,
      params: { listener: "working", waiting: 2 },
    })
    await broker.drain()
    await broker.publish([asked(3), asked(4)])
    expect(await broker.counts("working")).toMatchObject({ ready: 2 })
  })

  test("a message of a megabyte, and everything beside it", async () => {
    const { broker } = stage()
    const large = asked(1, { data: { n: 1, text: "x".repeat(1_000_000) } })
    expect(await errorOf(broker.publish([asked(2), large]))).toMatchObject({
      code: "message_too_large",
      params: { limit: 120_000 },
    })
    expect(await broker.counts("working")).toMatchObject({ ready: 0 })
  })

  test("what is no CloudEvent", async () => {
    const { broker } = stage()
    expect(await errorOf(broker.publish([asked(1, { id: "" })]))).toMatchObject({
      code: "event_malformed",
      path: ["id"],
    })
    const nan = asked(1, { data: { n: Number.NaN } })
    expect(await errorOf(broker.publish([nan]))).toMatchObject({ code: "event_malformed", path: ["data", "n"] })
  })

  test("a host without stores or clock, settings that mean nothing, and listeners that are none", async () => {
    const registry = createRegistry([working])
    const host = createHost({ stores })
    expect(() => createBroker({ host: createHost(), registry })).toThrow(
      expect.objectContaining({ code: "messaging_needs" }),
    )
    const { clock: _, ...still } = host
    expect(() => createBroker({ host: still, registry })).toThrow(expect.objectContaining({ code: "messaging_needs" }))
    for (const wrong of [
      { concurrency: 0 },
      { attempts: 101 },
      { retrySec: -1 },
      { rememberMs: 1 },
      { deadlineMs: 0.5 },
    ])
      expect(() => createBroker({ host, registry, ...wrong })).toThrow(
        expect.objectContaining({
          code: "messaging_option_refused",
          params: expect.objectContaining({ option: Object.keys(wrong)[0] }),
        }),
      )
    const { broker } = stage()
    expect(await errorOf(broker.counts("nobody"))).toMatchObject({ code: "listener_unknown" })
    expect(await errorOf(broker.revive("constructor", []))).toMatchObject({ code: "listener_unknown" })
  })
})

describe("a composition that cannot be run", () => {
  test("leaves its messages waiting until it can", async () => {
    const whole = stage()
    const { host } = whole
    const lame = createBroker({ host, registry: createRegistry([working]) })
    await lame.publish([asked(1)])
    expect(await lame.drain()).toBe(0)
    expect(host.logs).toMatchObject([
      { message: "listener cannot take messages", fields: { code: "composition_invalid" } },
    ])
    expect(await whole.broker.drain()).toBe(1)
  })
})

describe("what is no message", () => {
  test("in a listener's queue becomes a dead letter", async () => {
    const { broker, host, tally } = stage()
    await host.stores?.queue("on-working").send({ hello: 1 })
    await broker.drain()
    expect(await broker.dead("working")).toMatchObject({ letters: [{ reason: "message_unreadable" }] })
    expect(tally).toEqual({ "other dead": 1 })
  })
})

describe("stopping", () => {
  test("waits for what is at work, takes no more and loses nothing", async () => {
    const { broker, world, host } = stage([working], { concurrency: 1 })
    await broker.publish([asked(1, { ms: 100 }), asked(2, { ms: 100 })])
    broker.start()
    await host.advance(50)
    const stopped = broker.stop()
    await host.advance(100)
    await stopped
    expect(world.seen.map(({ n }) => n)).toEqual([1])
    expect(await broker.counts("working")).toEqual({ ready: 1, delivered: 0, waiting: 0, dead: 0 })
    broker.start()
    await host.advance(200)
    await broker.stop()
    expect(world.seen.map(({ n }) => n)).toEqual([1, 2])
  })
})

describe("queues", () => {
  test("of listeners with long names are told apart", async () => {
    const long = (end: string) => ({ ...working, id: `${"a".repeat(60)}${end}` })
    const { broker, world } = stage([long("-one"), long("-two")])
    await broker.publish([asked(1)])
    expect(await broker.drain()).toBe(2)
    expect(world.seen.length).toBe(2)
  })

  test("are those of the newest version of a composition", async () => {
    const { broker } = stage([working, { ...working, version: "1.10.0", on: { "work.new": { in: { n: "#/n" } } } }])
    expect(broker.topics).toEqual(["work.new"])
  })
})
