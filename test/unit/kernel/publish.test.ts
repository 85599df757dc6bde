import {
  type AnyCube,
  type CloudEvent,
  CubeError,
  createRunner,
  defineCube,
  type Json,
  type Policy,
  type RunOptions,
  replay,
} from "cubular"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { document, errorOf, inc, shaped } from "./stage.ts"

const publishes = { "t.said": z.strictObject({ n: z.number() }), "t.more": z.string() }

/** A cube that publishes as it is told, then gives 1. */
const speaker = (process: Parameters<typeof shaped>[3], extra: object = {}): AnyCube =>
  shaped("speaker", {}, { n: z.number() }, process, { effect: "write", publishes, needs: ["clock"], ...extra })

function stage(publish?: (messages: readonly CloudEvent[]) => Promise<void>) {
  const taken: CloudEvent[][] = []
  const host = createHost({ autoAdvance: true })
  const messages = { publish: publish ?? (async (given: readonly CloudEvent[]) => void taken.push([...given])) }
  return { taken, host: Object.assign(host, { messages }) }
}

async function run(
  cube: AnyCube,
  { host }: Pick<ReturnType<typeof stage>, "host">,
  options: RunOptions = {},
  policy: object = {},
) {
  const placed = document({ s: { use: "t/speaker", ...policy } }, { n: "s.n" })
  const runner = await createRunner(placed, [cube, inc], host, { policies: policies as Iterable<Policy>, seed: "seed" })
  return { settled: await runner.run({}, options).settled, placed }
}

describe("what a step publishes", () => {
  test.each(["at once", "later"])("leaves together and in order when a step that works %s is done", async (pace) => {
    const at = stage()
    let before = -1
    const cube = speaker((_, step) => {
      step.publish("t.said", { n: 1 }, { partitionKey: "k", subject: "about" })
      step.publish("t.more", "x")
      before = at.taken.length
      return pace === "later" ? step.clock.sleep(5).then(() => ({ n: 1 })) : { n: 1 }
    })
    const { settled } = await run(cube, at)
    expect(settled.ok).toBe(true)
    expect(before).toBe(0)
    const head = {
      specversion: "1.0",
      source: "/compositions/stage/cubes/s",
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
    }
    const time = pace === "later" ? "2000-01-01T00:00:00.005Z" : "2000-01-01T00:00:00.000Z"
    expect(at.taken).toEqual([
      [
        { ...head, type: "t.said", subject: "about", partitionkey: "k", data: { n: 1 }, time },
        { ...head, type: "t.more", data: "x", time },
      ],
    ])
  })

  test("has ids that follow from seed, step and place", async () => {
    const cube = speaker((_, step) => {
      for (const n of [1, 2]) step.publish("t.said", { n })
      return { n: 1 }
    })
    const [one, two] = [stage(), stage()]
    await run(cube, one)
    await run(cube, two)
    const ids = one.taken[0]?.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(two.taken[0]?.map(({ id }) => id)).toEqual(ids)
    await run(cube, two, { seed: "other" })
    expect(two.taken[1]?.[0]?.id).not.toBe(ids?.[0])
  })

  test("is a copy", async () => {
    const at = stage()
    const data = { n: 1 }
    const cube = speaker((_, step) => {
      step.publish("t.said", data)
      data.n = 2
      return { n: 1 }
    })
    await run(cube, at)
    expect(at.taken[0]?.[0]?.data).toEqual({ n: 1 })
  })

  test("stays where the step fails; the attempt that ends well publishes under the same ids", async () => {
    const at = stage()
    const drawn: string[] = []
    let attempts = 0
    const cube = speaker(
      async (_, step) => {
        step.publish("t.said", { n: ++attempts })
        await step.clock.sleep(1)
        if (attempts < 3) throw new CubeError({ code: "busy", message: "Busy.", hint: "Wait.", retryable: true })
        return { n: attempts }
      },
      { provides: ["idempotent"] },
    )
    const retry = { policy: { retry: { attempts: 3, jitter: "none" } } }
    expect((await run(cube, at, {}, retry)).settled).toMatchObject({ ok: true, outputs: { n: 3 } })
    expect(at.taken).toMatchObject([[{ data: { n: 3 } }]])
    drawn.push(at.taken[0]?.[0]?.id as string)
    await run(cube, at)
    expect(at.taken[1]?.[0]?.id).toBe(drawn[0])
  })

  test("stays where the run is cancelled, even if the cube goes on", async () => {
    const at = stage()
    let end = (): void => {}
    const cube = speaker(
      (_, step) =>
        new Promise((resolve) => {
          step.publish("t.said", { n: 1 })
          end = () => resolve({ n: 1 })
        }),
    )
    const controller = new AbortController()
    const runner = await createRunner(document({ s: { use: "t/speaker" } }, { n: "s.n" }), [cube], at.host)
    const running = runner.run({}, { signal: controller.signal }).settled
    controller.abort()
    end()
    expect(await running).toMatchObject({ ok: false })
    await at.host.advance(10)
    expect(at.taken).toEqual([])
  })

  test("is published by called cubes too, each under its own path", async () => {
    const at = stage()
    const caller = shaped("caller", {}, { n: z.number() }, async (_, step) => step.call("t/speaker", {}), {
      dependencies: { "t/speaker": "^1" },
    })
    const cube = speaker((_, step) => {
      step.publish("t.said", { n: 1 })
      return { n: 1 }
    })
    const runner = await createRunner(document({ c: { use: "t/caller" } }, { n: "c.n" }), [caller, cube], at.host)
    await runner.run().result
    expect(at.taken).toMatchObject([[{ source: "/compositions/stage/cubes/c%3Et/speaker%230" }]])
  })
})

describe("refused is", () => {
  test("a topic the cube does not declare, data that does not fit, and what is no value", async () => {
    const codes: unknown[] = []
    const cube = speaker((_, step) => {
      for (const [topic, data] of [
        ["other", 1],
        ["constructor", 1],
        ["t.said", { n: "x" }],
        ["t.more", Number.NaN],
      ] as const)
        try {
          step.publish(topic, data)
        } catch (error) {
          codes.push((error as CubeError).code)
        }
      return { n: 1 }
    })
    const at = stage()
    await run(cube, at)
    expect(codes).toEqual(["topic_not_declared", "topic_not_declared", "publish_refused", "publish_refused"])
    expect(at.taken).toEqual([])
  })

  test("more than a hundred messages of one step", async () => {
    const at = stage()
    const cube = speaker((_, step) => {
      for (let n = 0; n <= 100; n++) step.publish("t.said", { n })
      return { n: 1 }
    })
    expect((await run(cube, at)).settled).toMatchObject({ ok: false, error: { cause: { code: "publish_too_many" } } })
    expect(at.taken).toEqual([])
  })

  test("what comes when the step is over", async () => {
    const at = stage()
    let late = (): void => {}
    const cube = speaker((_, step) => {
      late = () => step.publish("t.said", { n: 1 })
      return { n: 1 }
    })
    await run(cube, at)
    expect(late).toThrow(expect.objectContaining({ code: "publish_too_late" }))
  })

  test("a cube that publishes and says it changes nothing", () => {
    const head = {
      id: "t/x",
      version: "1.0.0",
      color: "feature",
      title: { en: "X", ko: "X" },
      inputs: {},
      outputs: {},
    } as const
    const create = () => ({ process: () => ({}) })
    for (const effect of [undefined, "pure", "read"] as const)
      expect(() => defineCube({ ...head, ...(effect && { effect }), publishes, create })).toThrow(
        expect.objectContaining({ code: "publish_without_write", path: ["effect"] }),
      )
    for (const topic of ["", "a b", "1", "x".repeat(129)])
      expect(() => defineCube({ ...head, effect: "write", publishes: { [topic]: z.string() }, create })).toThrow(
        expect.objectContaining({ code: "topic_malformed", path: ["publishes", topic] }),
      )
  })

  test("a document, where the host takes no messages", async () => {
    const cube = speaker(() => ({ n: 1 }))
    const error = await errorOf(createRunner(document({ s: { use: "t/speaker" } }, { n: "s.n" }), [cube], createHost()))
    expect(error).toMatchObject({ issues: [{ code: "need_missing", params: { need: "messages" } }] })
  })
})

describe("a host that fails", () => {
  const cube = speaker((_, step) => {
    step.publish("t.said", { n: 1 })
    return { n: 1 }
  })

  test("makes the step fail, with its own code or as messages_unavailable", async () => {
    const down = stage(() => Promise.reject(new TypeError("down")))
    const failed = (await run(cube, down)).settled
    expect(failed).toMatchObject({ ok: false, error: { retryable: true, cause: { code: "messages_unavailable" } } })
    const own = new CubeError({ code: "full", message: "Full.", hint: "Wait." })
    expect(
      (
        await run(
          cube,
          stage(() => Promise.reject(own)),
        )
      ).settled,
    ).toMatchObject({ error: { cause: { code: "full" } } })
  })

  test("is asked again by a retry", async () => {
    const ids: string[] = []
    const at = stage(async ([message]) => {
      ids.push(message?.id as string)
      if (ids.length < 3) throw new TypeError("down")
    })
    const retry = { policy: { retry: { attempts: 3 } } }
    const again = speaker(
      (_, step) => {
        step.publish("t.said", { n: 1 })
        return { n: 1 }
      },
      { provides: ["idempotent"] },
    )
    expect((await run(again, at, {}, retry)).settled.ok).toBe(true)
    expect(ids).toEqual([ids[0], ids[0], ids[0]])
  })
})

describe("a record", () => {
  const cube = speaker((_, step) => {
    step.publish("t.said", { n: 1 }, { partitionKey: "k" })
    return { n: 1 }
  })

  test("holds what left, and its replay publishes nothing", async () => {
    const at = stage()
    const { settled } = await run(cube, at, { record: true, fingerprint: true })
    const record = settled.record as NonNullable<typeof settled.record>
    expect(record.steps[0]?.host).toMatchObject([
      { power: "messages.publish", value: [{ type: "t.said", data: { n: 1 } }] },
    ])
    const again = await replay(JSON.parse(JSON.stringify(record)), [cube, inc], at.host)
    expect(again).toMatchObject({ same: true, fingerprint: settled.fingerprint })
    expect(at.taken.length).toBe(1)
    expect(await replay(record, [cube], createHost())).toMatchObject({ same: true })
  })

  test("differs from a cube that publishes something else", async () => {
    const at = stage()
    const { settled } = await run(cube, at, { record: true })
    const other = speaker((_, step) => {
      step.publish("t.said", { n: 2 }, { partitionKey: "k" })
      return { n: 1 }
    })
    const again = await replay(settled.record as never, [other], createHost())
    expect(again).toMatchObject({ same: false, difference: { step: "s" } })
  })

  test("of a host that failed fails again, without asking the host", async () => {
    const at = stage(() => Promise.reject(new TypeError("down")))
    const { settled } = await run(cube, at, { record: true })
    const again = await replay(settled.record as never, [cube], createHost())
    expect(again).toMatchObject({ same: true, steps: { s: { error: { code: "messages_unavailable" } } } })
  })
})

describe("emit", () => {
  const emitting = (when: boolean) => ({
    ...document(
      { a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.n" }, when: "@go" } },
      { n: "a.n" },
    ),
    emit: { "n.raised": "a.n", "n.twice": "b.n", "n.asked": "@n" },
    inputs: { n: { type: "number" }, go: { type: "boolean", default: when } },
  })

  test("is told beside the outputs of a run that was ok, without what was skipped", async () => {
    const runner = await createRunner(emitting(false), [inc], createHost())
    expect((await runner.run({ n: 1 }).result).emits).toEqual({ "n.raised": 2, "n.asked": 1 })
    expect((await runner.run({ n: 1, go: true }).result).emits).toEqual({ "n.raised": 2, "n.twice": 3, "n.asked": 1 })
    expect((await runner.run({ n: "x" }).settled).emits).toBeUndefined()
  })

  test("and on are part of the plan", async () => {
    const on = { "n.asked": { in: { n: "#/deep/n", go: { value: true } } }, "n.sent": { in: { n: "#" } } }
    const { plan } = await createRunner({ ...emitting(true), on } as unknown as Json, [inc], createHost())
    expect(plan.emits.map(({ topic }) => topic)).toEqual(["n.asked", "n.raised", "n.twice"])
    expect(plan.on).toEqual([
      {
        topic: "n.asked",
        inputs: [
          { name: "n", pointer: ["deep", "n"] },
          { name: "go", value: true },
        ],
      },
      { topic: "n.sent", inputs: [{ name: "n", pointer: [] }] },
    ])
    expect(Object.isFrozen(plan.on[0])).toBe(true)
  })
})
