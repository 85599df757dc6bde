import {
  type AnyCube,
  CubeError,
  createRunner,
  defineCube,
  float64,
  type RunOptions,
  type Settled,
  type Step,
  same,
  type Values,
} from "cubular"
import map from "cubular/cubes/flow/map"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { hostile } from "./hostile.ts"
import { expectCoded, expectTold, prototypes } from "./issue-shape.ts"

type Process = (inputs: { readonly value: unknown }, step: Step) => unknown

/** A cube that does what it is told and gives what no compiler would let it give. */
const misbehaving = (
  process: Process,
  more: Partial<Record<"create" | "start" | "stop" | "destroy", unknown>> = {},
): AnyCube =>
  defineCube({
    id: "test/bad",
    version: "1.0.0",
    color: "feature",
    effect: "write",
    needs: ["clock", "random"],
    title: { en: "Bad", ko: "나쁨" },
    inputs: { value: z.json() },
    outputs: { value: z.json() },
    create: (more.create ?? (() => ({ ...more, process }))) as never,
  })

const pass = defineCube({
  id: "test/pass",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Pass", ko: "그대로" },
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: () => ({ process: ({ value }) => ({ value }) }),
})

const caller = defineCube({
  id: "test/caller",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Caller", ko: "부름" },
  dependencies: { "test/bad": "^1" },
  inputs: { value: z.json() },
  outputs: { value: z.json() },
  create: () => ({ process: async ({ value }, step) => (await step.call("test/bad", { value })) as never }),
})

/** The bad cube, one that needs it, and one beside it. */
const placed = {
  format: 1,
  id: "bad",
  version: "1.0.0",
  cubes: {
    bad: { use: "test/bad", in: { value: "@value" } },
    after: { use: "test/pass", in: { value: "bad.value" } },
    beside: { use: "test/pass", in: { value: "@value" } },
  },
  outputs: { out: "after.value", beside: "beside.value" },
}
const called = { ...placed, cubes: { ...placed.cubes, bad: { use: "test/caller", in: { value: "@value" } } } }
const mapped = {
  ...placed,
  cubes: {
    ...placed.cubes,
    bad: { use: "flow/map", config: { cube: "test/bad", input: "value", output: "value" }, in: { items: ["@value"] } },
    after: { use: "test/pass", in: { value: "bad.items" } },
  },
}

/** What another library may call a promise. */
const thenable = (then: unknown): object => ({ then })

interface How {
  readonly document?: object
  readonly check?: "edges" | "wires"
  readonly options?: RunOptions
  readonly inputs?: Values
}

async function settle(
  cube: AnyCube,
  { document = placed, check = "edges", options, inputs = { value: { a: [1] } } }: How = {},
): Promise<Settled & { readonly timers: number }> {
  const host = createHost({ autoAdvance: true })
  const runner = await createRunner(document, [cube, pass, caller, map], host, { check })
  const settled = await runner.run(inputs, options).settled
  await runner.stop()
  return Object.assign(settled, { timers: host.pendingTimers })
}

function expectFailed(settled: Settled, code: string | RegExp): void {
  expect(settled.ok).toBe(false)
  if (settled.ok) return
  expectCoded(settled.error)
  expect(settled.error.code).toBe("run_failed")
  const { bad, after, beside } = settled.steps
  expectTold(bad?.error as never)
  expect(bad?.error?.code).toMatch(code)
  expect(bad?.error?.path.slice(0, 2)).toEqual(["cubes", "bad"])
  expect([bad?.outcome, after?.outcome, beside?.outcome]).toEqual(["failed", "skipped", "ok"])
  expect(Object.keys(settled.outputs)).toEqual(["beside"])
  expect(JSON.stringify(settled.error)).not.toContain("SECRET")
}

const ways: readonly (readonly [name: string, how: How])[] = [
  ["placed", {}],
  ["placed, with a record", { options: { fingerprint: true, record: true } }],
  ["placed, with checks on every wire", { check: "wires" }],
  ["called by step.call", { document: called }],
  ["called by flow/map", { document: mapped }],
]

const thrown: { readonly [name: string]: () => unknown } = {
  "an Error": () => new Error("SECRET"),
  "a text": () => "SECRET",
  undefined: () => undefined,
  null: () => null,
  "a number": () => 0,
  "a function": () => () => "SECRET",
  "an abort that nobody asked for": () => new DOMException("SECRET", "AbortError"),
  "an object that looks like a CubeError": () => ({ code: "SECRET", message: "SECRET", path: [] }),
  ...hostile,
}

describe.each(ways)("a cube %s", (_, how) => {
  test.each(Object.keys(thrown))(
    "that throws %s fails its step with cube_threw, at once or through a promise",
    async (name) => {
      const before = prototypes()
      const make = thrown[name] as () => unknown
      const throwing = (): never => {
        throw make()
      }
      expectFailed(await settle(misbehaving(throwing), how), "cube_threw")
      expectFailed(
        await settle(
          misbehaving(async () => throwing()),
          how,
        ),
        "cube_threw",
      )
      expectFailed(
        await settle(
          misbehaving(() => thenable(throwing)),
          how,
        ),
        "cube_threw",
      )
      expectFailed(
        await settle(
          misbehaving(() => thenable((_: unknown, reject: (reason: unknown) => void) => reject(make()))),
          how,
        ),
        "cube_threw",
      )
      expect(prototypes()).toBe(before)
    },
  )

  test("that throws a CubeError of its own keeps its code, params and path", async () => {
    const error = (): CubeError =>
      new CubeError({
        code: "own_code",
        message: "It is {n}.",
        hint: "Do {n}.",
        params: { n: 7 },
        path: ["value"],
        retryable: true,
      })
    for (const process of [
      () => {
        throw error()
      },
      () => Promise.reject(error()),
    ]) {
      const { steps } = await settle(misbehaving(process), how)
      expect(steps.bad?.error).toMatchObject({ code: "own_code", message: "It is 7.", hint: "Do 7.", retryable: true })
      expect(steps.bad?.error?.path.slice(0, 2)).toEqual(["cubes", "bad"])
      expect(steps.bad?.error?.path.at(-1)).toBe("value")
    }
  })

  test.each<[string, () => unknown]>([
    ["undefined", () => undefined],
    ["null", () => null],
    ["a list", () => [{ value: 1 }]],
    ["a number", () => 7],
    ["a text", () => "value"],
    ["a function", () => () => ({ value: 1 })],
    ["true", () => true],
    ["an empty object", () => ({})],
    ["its output under another name", () => ({ valeu: 1 })],
    ["an undefined output", () => ({ value: undefined })],
    ["NaN", () => ({ value: Number.NaN })],
    ["Infinity", () => ({ value: Number.POSITIVE_INFINITY })],
    ["a bigint", () => ({ value: 1n })],
    ["a symbol", () => ({ value: Symbol("s") })],
    ["a function as an output", () => ({ value: () => 1 })],
    ["an output only by inheritance", () => Object.create({ value: undefined })],
  ])("that returns %s fails its step with outputs_refused, at once or as a promise", async (_name, make) => {
    expectFailed(await settle(misbehaving(make), how), "outputs_refused")
    expectFailed(
      await settle(
        misbehaving(async () => make()),
        how,
      ),
      "outputs_refused",
    )
    expectFailed(
      await settle(
        misbehaving(() => thenable((give: (value: unknown) => void) => give(make()))),
        how,
      ),
      "outputs_refused",
    )
  })

  test("whose getter for an output throws fails its step", async () => {
    const make = (): object => ({
      get value(): never {
        throw new Error("SECRET")
      },
    })
    expectFailed(await settle(misbehaving(make), how), /^(cube_threw|outputs_refused)$/)
    expectFailed(
      await settle(
        misbehaving(async () => make()),
        how,
      ),
      /^(cube_threw|outputs_refused)$/,
    )
  })

  test("whose thenable settles twice, or after it threw, counts once", async () => {
    const cubes = [
      (give: (value: unknown) => void) => {
        give({ value: 1 })
        give({ value: 2 })
      },
      (give: (value: unknown) => void, reject: (reason: unknown) => void) => {
        give({ value: 1 })
        reject(new Error("late"))
      },
      (give: (value: unknown) => void) => {
        give({ value: 1 })
        throw new Error("late")
      },
      async (give: (value: unknown) => void) => {
        await undefined
        give({ value: 1 })
        await undefined
        give({ value: 2 })
      },
    ]
    for (const then of cubes) {
      const settled = await settle(
        misbehaving(() => thenable(then)),
        how,
      )
      expect(settled.ok).toBe(true)
      expect([settled.outputs.out].flat()).toEqual([1])
      expect(settled.steps.bad).toEqual({ outcome: "ok" })
    }
  })

  test("that never settles meets the deadline, and leaves nothing behind", async () => {
    for (const process of [
      () => new Promise(() => undefined),
      () => thenable(() => undefined),
      (_: unknown, step: Step) => step.clock.sleep(1e12),
      async (_: unknown, step: Step) => {
        for (;;) await step.clock.sleep(1)
      },
    ]) {
      const settled = await settle(misbehaving(process as Process), {
        ...how,
        options: { ...how.options, deadlineMs: 50 },
      })
      expect(settled.ok).toBe(false)
      if (settled.ok) return
      expect(settled.error.code).toBe("deadline_exceeded")
      expect(settled.steps.bad?.outcome).toBe("cancelled")
      expect(settled.steps.beside?.outcome).toBe("ok")
      expect(settled.fingerprint).toBeUndefined()
      expect(settled.timers).toBe(0)
    }
  })

  test("that ends its own run from inside stops it there, with the reason itself", async () => {
    const reason = { because: "of me" }
    const abort = new AbortController()
    const bad = misbehaving(() => {
      abort.abort(reason)
      return { value: 1 }
    })
    const runner = await createRunner(how.document ?? placed, [bad, pass, caller, map], createHost(), {
      check: how.check ?? "edges",
    })
    const run = runner.run({ value: 1 }, { ...how.options, signal: abort.signal })
    const settled = await run.settled
    expect(settled.ok).toBe(false)
    expect(settled.ok ? "" : settled.error.code).toBe("run_cancelled")
    await expect(run.result).rejects.toBe(reason)
    expect(settled.steps.after?.outcome).toBe("cancelled")
  })
})

describe("with checks on every wire, or where a value is encoded", () => {
  const deep = Object.keys(hostile).filter(
    (name) => !/goes on for ever|names without end|million|unfold|prototype that|toJSON|another every/.test(name),
  )

  test.each(deep)("an output that holds %s is refused", async (name) => {
    const make = hostile[name] as () => unknown
    for (const how of [{ check: "wires" }, { options: { fingerprint: true } }, { options: { record: true } }] as const)
      for (const give of [
        () => ({ value: make() }),
        () => ({ value: { a: [1, make()] } }),
        async () => ({ value: [make()] }),
      ]) {
        // A name like __proto__ is data, and travels.
        if (name.startsWith("__proto__")) expect((await settle(misbehaving(give), how)).ok).toBe(true)
        else expectFailed(await settle(misbehaving(give), how), /^(outputs_refused|cube_threw)$/)
      }
  })

  test("an output its schema refuses is refused", async () => {
    const strict = defineCube({
      id: "test/bad",
      version: "1.0.0",
      color: "feature",
      effect: "pure",
      title: { en: "Strict", ko: "엄격" },
      inputs: { value: z.json() },
      outputs: { value: z.strictObject({ n: z.int() }) },
      create: () => ({ process: (() => ({ value: { n: 1.5 } })) as never }),
    })
    expectFailed(await settle(strict, { check: "wires" }), "outputs_refused")
  })

  test("an output nobody declared is refused", async () => {
    expectFailed(
      await settle(
        misbehaving(() => ({ value: 1, more: 2 })),
        { check: "wires" },
      ),
      "outputs_refused",
    )
  })
})

describe("a cube that changes its input", () => {
  type Mutable = { value: { a: number[]; b?: unknown; inner: { c: number } } }
  const changes: readonly (readonly [string, (inputs: Mutable) => unknown])[] = [
    ["sets a member", ({ value }) => (value.inner.c = 2)],
    ["adds a member", ({ value }) => (value.b = 1)],
    ["removes a member", ({ value }) => delete (value as { a?: unknown }).a],
    ["adds an item", ({ value }) => value.a.push(3)],
    ["sorts a list in place", ({ value }) => value.a.sort((x, y) => y - x)],
    ["empties a list", ({ value }) => (value.a.length = 0)],
    ["redefines a member", ({ value }) => Object.defineProperty(value, "a", { value: [] })],
    ["gives it another prototype", ({ value }) => Object.setPrototypeOf(value, null)],
  ]
  const inputs = { value: { a: [1, 2], inner: { c: 1 } } }

  test.each(changes)("%s: input_mutated with checks on every wire", async (_, change) => {
    const now = (given: unknown): unknown => {
      change(given as Mutable)
      return { value: 1 }
    }
    const later = async (given: unknown): Promise<unknown> => {
      await undefined
      return now(given)
    }
    expectFailed(await settle(misbehaving(now as Process), { check: "wires", inputs }), "input_mutated")
    expectFailed(await settle(misbehaving(later as Process), { check: "wires", inputs }), "input_mutated")
    expect(inputs).toEqual({ value: { a: [1, 2], inner: { c: 1 } } })
  })

  test("writes into an array of numbers: input_mutated with checks on every wire, whatever it returns", async () => {
    const writer = defineCube({
      id: "test/bad",
      version: "1.0.0",
      color: "feature",
      effect: "pure",
      title: { en: "Writer", ko: "씀" },
      inputs: { value: float64() },
      outputs: { value: float64() },
      create: () => ({
        process: ({ value }) => {
          value[1] = 7
          return { value }
        },
      }),
    })
    const settled = await settle(writer, { check: "wires", inputs: { value: Float64Array.of(1, 2) } })
    expectFailed(settled, "input_mutated")
  })

  test("cannot reach what the caller holds when a record is made, nor another step's input with checks on", async () => {
    const held = { value: { a: [1, 2], inner: { c: 1 } } }
    const now = ({ value }: { readonly value: unknown }): unknown => {
      ;(value as { a: number[] }).a.push(9)
      return { value: 1 }
    }
    await settle(misbehaving(now), { options: { record: true }, inputs: held })
    expect(held).toEqual({ value: { a: [1, 2], inner: { c: 1 } } })
  })
})

describe("a cube that cannot be made", () => {
  test.each<[string, unknown]>([
    [
      "throws in create",
      () => {
        throw new Error("SECRET")
      },
    ],
    [
      "throws a proxy in create",
      () => {
        throw hostile["a proxy that throws"]?.()
      },
    ],
    ["rejects in create", () => Promise.reject(new Error("SECRET"))],
    ["gives nothing", () => undefined],
    ["gives a promise of nothing", async () => undefined],
    ["gives no process", () => ({})],
    ["gives a process that is no function", () => ({ process: 1 })],
    ["gives a proxy that throws", () => hostile["a proxy that throws"]?.()],
    [
      "throws in start",
      () => ({
        process: () => ({}),
        start: () => {
          throw new Error("SECRET")
        },
      }),
    ],
    ["rejects in start", () => ({ process: () => ({}), start: () => Promise.reject("SECRET") })],
  ])("because it %s is told by createRunner", async (_, create) => {
    const cube = misbehaving(() => ({ value: 1 }), { create })
    const error: unknown = await createRunner(placed, [cube, pass], createHost()).then(
      () => undefined,
      (reason) => reason,
    )
    expectCoded(error)
    expect(error.code).toBe("cube_not_created")
    expect(error.path).toEqual(["cubes", "bad"])
    expect(JSON.stringify(error)).not.toContain("SECRET")
  })

  test("destroys those made before it, once", async () => {
    const ends: string[] = []
    const made = defineCube({
      id: "test/pass",
      version: "1.0.0",
      color: "feature",
      effect: "pure",
      title: { en: "Pass", ko: "그대로" },
      inputs: { value: same("T") },
      outputs: { value: same("T") },
      create: () => ({
        process: ({ value }) => ({ value }),
        stop: () => void ends.push("stop"),
        destroy: () => void ends.push("destroy"),
      }),
    })
    const bad = misbehaving(() => ({ value: 1 }), { create: async () => Promise.reject(new Error("no")) })
    await expect(createRunner(placed, [bad, made], createHost())).rejects.toMatchObject({ code: "cube_not_created" })
    expect(ends).toEqual(["stop", "destroy", "stop", "destroy"])
  })

  test("and one that cannot be stopped does not keep the runner from stopping", async () => {
    const bad = misbehaving(() => ({ value: 1 }), {
      stop: () => {
        throw hostile["a proxy that throws"]?.()
      },
      destroy: () => Promise.reject(new Error("no")),
    })
    const runner = await createRunner(placed, [bad, pass], createHost())
    expect((await runner.run({ value: 1 }).settled).ok).toBe(true)
    await runner.stop()
    expect((await runner.run({ value: 1 }).settled).ok).toBe(false)
  })
})

describe("a cube that goes on after its run is over", () => {
  test("gets nothing more from the host, and what it returns is dropped", async () => {
    const seen: unknown[] = []
    const host = createHost()
    const bad = misbehaving(async (_, step) => {
      try {
        await step.clock.sleep(1000)
      } catch (reason) {
        seen.push(reason)
      }
      try {
        await step.clock.sleep(1)
      } catch (reason) {
        seen.push(reason)
      }
      seen.push(step.signal.aborted)
      return { value: "late" }
    })
    const runner = await createRunner(placed, [bad, pass], host)
    const run = runner.run({ value: 1 })
    run.cancel("enough")
    const settled = await run.settled
    await host.advance(10_000)
    expect(seen).toEqual(["enough", "enough", true])
    expect(settled.outputs).toEqual({ beside: 1 })
    expect((await run.settled).outputs).toEqual({ beside: 1 })
    expect(host.pendingTimers).toBe(0)
  })

  test("may throw then: nobody is told, and nothing is left unhandled", async () => {
    let go = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const bad = misbehaving(async () => {
      await gate
      throw new Error("late")
    })
    const runner = await createRunner(placed, [bad, pass], createHost())
    const run = runner.run({ value: 1 })
    run.cancel()
    const settled = await run.settled
    go()
    await gate
    expect(settled.steps.bad?.outcome).toBe("cancelled")
  })
})

describe("a cube that asks for what it did not declare", () => {
  test.each<[string, (step: Step) => unknown, string]>([
    ["ids", (step) => step.ids.next(), "need_not_declared"],
    ["http", (step) => step.http.fetch("any", "/"), "need_not_declared"],
    ["another cube", (step) => step.call("test/pass", { value: 1 }), "call_not_declared"],
    ["a cube by an inherited name", (step) => step.call("constructor", {}), "call_not_declared"],
    ["a random number below nothing", (step) => step.random.below(0), "random_bound_refused"],
    ["a random number below NaN", (step) => step.random.below(Number.NaN), "random_bound_refused"],
  ])("%s: its step fails", async (_, ask, code) => {
    expectFailed(await settle(misbehaving(async (_inputs, step) => ({ value: (await ask(step)) as never }))), code)
  })
})
