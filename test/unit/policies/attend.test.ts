import { type Awaitable, createRunner, type Policy, type PolicyCall, type PolicyName, type PolicyNext } from "cubular"
import { createHost } from "cubular/host/memory"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type Deed, documentOf, fails, failsLater, gives, givesLater, outcomeOf, service } from "./stage.ts"

type Values = { readonly [port: string]: unknown }
type Answer = (call: PolicyCall, next: PolicyNext, heard: string[]) => Awaitable<Values>

const policy = {
  fallback: { value: { n: 0 } },
  retry: { attempts: 2 },
  timeoutMs: 1000,
} as const

/** Hears how everything inside ends, and lets it be. */
const listens =
  (name: string): Answer =>
  (call, next, heard) =>
    call.attend(
      next,
      (values) => {
        heard.push(`${name} ${values.n}`)
        return values
      },
      (error) => {
        heard.push(`${name} ${(error as Error & { code?: string }).code}`)
        throw error
      },
    )

const rethrows = (error: unknown): never => {
  throw error
}

const outside = listens("outside")
const inside = listens("inside")
const passes: Answer = (call, next) => next(call)

/** Runs one step of this cube with three layers, and tells what they heard. */
async function stagedBy(
  deeds: readonly Deed[],
  layers: { readonly outer: Answer; readonly mid: Answer; readonly inner: Answer },
) {
  const heard: string[] = []
  const layer = (name: PolicyName, answer: Answer): Policy => ({
    name,
    create: () => ({ answer: (call, next) => answer(call, next, heard) as never }),
  })
  const policies = [layer("fallback", layers.outer), layer("retry", layers.mid), layer("timeout", layers.inner)]
  const { cube, calls } = service(deeds)
  const runner = await createRunner(documentOf(policy), [cube], createHost(), { policies, seed: "s" })
  return { runner, heard, calls }
}

async function heardOf(deeds: readonly Deed[], mid: Answer, n = 1) {
  const { runner, heard, calls } = await stagedBy(deeds, { outer: outside, mid, inner: inside })
  const run = runner.run({ n })
  const outcome = await outcomeOf(run)
  return { heard, outcome, outputs: (await run.settled).outputs, calls: calls.length }
}

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)

beforeEach(() => {
  unhandled.length = 0
  process.on("unhandledRejection", note)
})

afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve))
  process.off("unhandledRejection", note)
  expect(unhandled).toEqual([])
})

describe.each([
  ["at once", gives, fails("down")],
  ["later", givesLater, failsLater("down")],
] as const)("what ends %s", (_, well, badly) => {
  test("is heard from the inside out, once by each", async () => {
    expect(await heardOf([well], listens("mid"))).toMatchObject({
      heard: ["inside 1", "mid 1", "outside 1"],
      outcome: "ok",
    })
    expect(await heardOf([badly], listens("mid"))).toMatchObject({
      heard: ["inside down", "mid down", "outside down"],
      outcome: "down",
    })
  })

  test("is heard further out as what became of it on the way", async () => {
    const more: Answer = (call, next) => call.attend(next, ({ n }) => ({ n: (n as number) + 10 }), rethrows)
    expect(await heardOf([well], more)).toMatchObject({ heard: ["inside 1", "outside 11"], outputs: { n: 11 } })
    const instead: Answer = (call, next) => call.attend(next, undefined, () => ({ n: 5 }))
    expect(await heardOf([badly], instead)).toMatchObject({ heard: ["inside down", "outside 5"], outputs: { n: 5 } })
    const later: Answer = (call, next) => call.attend(next, undefined, async () => ({ n: 6 }))
    expect(await heardOf([badly], later)).toMatchObject({ heard: ["inside down", "outside 6"], outputs: { n: 6 } })
    const worse: Answer = (call, next) =>
      call.attend(next, undefined, async () => Promise.reject(Object.assign(new Error("worse"), { code: "worse" })))
    expect(await heardOf([badly], worse)).toMatchObject({
      heard: ["inside down", "outside worse"],
      outcome: "cube_threw",
    })
    const turns: Answer = (call, next) =>
      call.attend(
        next,
        () => {
          throw Object.assign(new Error("turned"), { code: "turned" })
        },
        rethrows,
      )
    expect(await heardOf([well], turns)).toMatchObject({ heard: ["inside 1", "outside turned"], outcome: "cube_threw" })
  })

  test("is heard again of every further attempt, and further out only of the last", async () => {
    const again: Answer = (call, next) =>
      call.attend(next, undefined, () => call.attend(next, undefined, () => ({ n: 3 })))
    expect(await heardOf([badly, well], again)).toMatchObject({
      heard: ["inside down", "inside 1", "outside 1"],
      calls: 2,
    })
    const pausing: Answer = (call, next) =>
      call.attend(next, undefined, async () => {
        await Promise.resolve()
        return next(call)
      })
    expect(await heardOf([badly, well], pausing)).toMatchObject({
      heard: ["inside down", "inside 1", "outside 1"],
      calls: 2,
    })
  })

  test("of a layer that makes a promise of its own, that is what is heard", async () => {
    const own: Answer = async (call, next) => {
      const { n } = await next(call)
      await Promise.resolve()
      return { n: (n as number) * 2 }
    }
    expect(await heardOf([well], own, 4)).toMatchObject({ heard: ["inside 4", "outside 8"], outputs: { n: 8 } })
    expect(await heardOf([badly], own)).toMatchObject({ heard: ["inside down", "outside down"], outcome: "down" })
  })
})

test("of two attempts at once, each tells those inside, and the layer what it gives", async () => {
  const hedges: Answer = (call, next) => Promise.race([next(call), next(call)]) as Promise<Values>
  expect(await heardOf([failsLater("down"), givesLater], hedges)).toMatchObject({
    heard: ["inside down", "inside 1", "outside down"],
    outcome: "down",
    calls: 2,
  })
  const prefersFirst: Answer = (call, next) => {
    const first = next(call)
    void next(call)
    return first
  }
  expect(await heardOf([givesLater, failsLater("down")], prefersFirst)).toMatchObject({
    heard: ["inside 1", "inside down", "outside 1"],
    outputs: { n: 1 },
    calls: 2,
  })
})

test("a promise that is kept and waited for afterwards is heard like any other", async () => {
  const kept: Answer = (call, next) => {
    const answered = next(call)
    return call.attend(
      () => answered,
      ({ n }) => ({ n: (n as number) + 1 }),
      rethrows,
    )
  }
  expect(await heardOf([givesLater], kept)).toMatchObject({ heard: ["inside 1", "outside 2"], outputs: { n: 2 } })
})

const drops: Answer = async (call, next) => {
  void next(call)
  return { n: 9 }
}
const dropsLater: Answer = async (call, next) => {
  await Promise.resolve()
  void next(call)
  return { n: 9 }
}

test.each([
  ["at once", drops],
  ["later", dropsLater],
])("an attempt made %s that nobody waits for may fail", async (_, mid) => {
  for (const inner of [passes, inside]) {
    const { runner } = await stagedBy([failsLater("down")], { outer: passes, mid, inner })
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ n: 9 })
    await new Promise((resolve) => setTimeout(resolve))
  }
})

test("who is cancelled hears it once, with the reason, from the inside out", async () => {
  const { runner, heard } = await stagedBy([() => new Promise(() => undefined)], {
    outer: outside,
    mid: passes,
    inner: inside,
  })
  const run = runner.run({ n: 1 })
  run.cancel(Object.assign(new Error("enough"), { code: "enough" }))
  expect(await outcomeOf(run)).toBe("cancelled")
  await new Promise((resolve) => setTimeout(resolve))
  expect(heard).toEqual(["inside enough", "outside enough"])
})
