import { CubeError, createRunner, isCubeError } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, cube, document, errorOf, inc, later, shaped, sum } from "./stage.ts"

const start = async (doc: object, cubes = all, options = {}) => createRunner(doc, cubes, createHost(), options)

describe("a run", () => {
  test("is over when run() returns, if no step waits", async () => {
    const seen: number[] = []
    const spy = cube("spy", (n) => {
      seen.push(n)
      return { n }
    })
    const runner = await start(
      document({ a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/spy", in: { n: "a.n" } } }),
      [inc, spy],
    )
    runner.run({ n: 1 })
    expect(seen).toEqual([2])
  })

  test("gives outputs, steps and the plan's digest", async () => {
    const runner = await start(document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n", in: "@n" }))
    expect(await runner.run({ n: 1 }).result).toEqual({
      outputs: { in: 1, out: 2 },
      steps: { a: { outcome: "ok" } },
      plan: runner.plan.digest,
    })
  })

  test("carries a result that survives JSON and structuredClone", async () => {
    const runner = await start(document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n" }))
    const settled = await runner.run({ n: 1 }).settled
    expect(JSON.parse(JSON.stringify(settled))).toEqual(settled)
    expect(structuredClone(settled)).toEqual(settled)
    expect(settled.ok).toBe(true)
  })

  test("starts a step as soon as its inputs are there, so independent waits overlap", async () => {
    const host = createHost({ autoAdvance: true })
    const cubes = {
      a: { use: "t/nap", in: { n: { value: 30 } } },
      b: { use: "t/nap", in: { n: { value: 50 } } },
      c: { use: "t/nap", in: { n: "a.n" } },
    }
    const runner = await createRunner(document(cubes), all, host)
    const before = host.clock.monotonic()
    await runner.run().result
    expect(host.clock.monotonic() - before).toBe(60)
  })

  test("mixes steps that wait and steps that do not, in any order", async () => {
    const cubes = {
      a: { use: "t/inc", in: { n: "@n" } },
      b: { use: "t/later", in: { n: "a.n" } },
      c: { use: "t/inc", in: { n: "@n" } },
      d: { use: "t/inc", in: { n: "b.n" } },
      e: { use: "t/sum", in: { items: ["d.n", "c.n", "b.n"] } },
      f: { use: "t/later", in: { n: "e.n" } },
    }
    const runner = await start(document(cubes, { out: "f.n" }))
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 10 })
  })

  test("serves many runs at once on one instance", async () => {
    const runner = await start(
      document({ a: { use: "t/later", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.n" } } }, { out: "b.n" }),
    )
    const runs = Array.from({ length: 100 }, (_, n) => runner.run({ n }).result)
    expect((await Promise.all(runs)).map((result) => result.outputs.out)).toEqual(runs.map((_, n) => n + 2))
  })

  test("that nobody looks at causes no unhandled rejection", async () => {
    const heard: unknown[] = []
    const hear = (reason: unknown): unknown => heard.push(reason)
    process.on("unhandledRejection", hear)
    const runner = await start(
      document({ a: { use: "t/fails", in: { n: "@n" } }, b: { use: "t/fails-later", in: { n: "@n" } } }),
    )
    runner.run({ n: 1 })
    runner.run({ wrong: 1 } as never)
    void runner.run({ n: 1 }).settled
    await new Promise((resolve) => setImmediate(resolve))
    process.off("unhandledRejection", hear)
    expect(heard).toEqual([])
  })

  test("of a composition without steps is over at once", async () => {
    const runner = await start(document({}, { out: "@n" }))
    expect((await runner.run({ n: 7 }).result).outputs).toEqual({ out: 7 })
  })

  test("calls process as a method of the instance", async () => {
    class Counter {
      readonly by = 3
      process({ n }: { readonly n: number }): { n: number } {
        return { n: n + this.by }
      }
    }
    const counter = { ...inc, id: "t/counter", create: () => new Counter() }
    const runner = await start(document({ a: { use: "t/counter", in: { n: "@n" } } }, { out: "a.n" }), [
      counter as never,
    ])
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 4 })
  })

  test("gives the step to a process that declares it as a rest or default parameter", async () => {
    const rest = cube("rest", () => ({ n: 0 }))
    const create = () => ({ process: (...given: unknown[]) => ({ n: (given[1] as { path: string }).path.length }) })
    const runner = await start(document({ abc: { use: "t/rest", in: { n: "@n" } } }, { out: "abc.n" }), [
      { ...rest, create } as never,
    ])
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 3 })
  })
})

const THEN = "then"

describe("outputs that cannot be taken", () => {
  const wrong: readonly [string, unknown, readonly string[]][] = [
    ["nothing", undefined, []],
    ["null", null, []],
    ["a number", 3, []],
    ["a list", [1], []],
    ["an empty object", {}, ["n"]],
    ["another key", { m: 1 }, ["n"]],
    ["NaN", { n: Number.NaN }, ["n"]],
    ["an infinite number", { n: Number.POSITIVE_INFINITY }, ["n"]],
    ["a function", { n: () => 1 }, ["n"]],
    ["a bigint", { n: 1n }, ["n"]],
    ["a symbol", { n: Symbol("n") }, ["n"]],
  ]
  for (const [name, value, port] of wrong)
    for (const pace of ["at once", "later"])
      test(`fail the step: ${name}, ${pace}`, async () => {
        const odd = cube("odd", () => (pace === "later" ? Promise.resolve(value) : value))
        const runner = await start(document({ a: { use: "t/odd", in: { n: "@n" } } }, { out: "a.n" }), [odd])
        const error = await errorOf(runner.run({ n: 1 }).result)
        expect(error.code).toBe("run_failed")
        expect(error.path).toEqual(["cubes", "a"])
        expect(error.cause).toMatchObject({ code: "outputs_refused", path: ["cubes", "a", "outputs", ...port] })
      })

  test("are refused in their second port, and the first leaves nothing behind", async () => {
    const two = shaped("two", {}, { a: z.number(), b: z.number() }, () => ({
      a: 1,
      b: "x".length > 5 ? 1 : Number.NaN,
    }))
    const runner = await start(document({ s: { use: "t/two" } }, { a: "s.a", b: "s.b" }), [two])
    const settled = await runner.run().settled
    expect(settled.outputs).toEqual({})
    expect(settled.steps.s?.error?.path).toEqual(["cubes", "s", "outputs", "b"])
  })

  test("named like members every object has are the cube's own or missing", async () => {
    const names = { constructor: z.number(), [THEN]: z.number(), length: z.number() }
    const has = shaped("has", {}, names, () => ({ constructor: 1, [THEN]: 2, length: 3 }))
    const lacks = shaped("lacks", {}, { constructor: z.number() }, () => ({}))
    const outs = { c: "a.constructor", t: "a.then", l: "a.length" }
    const runner = await start(document({ a: { use: "t/has" }, b: { use: "t/lacks" } }, outs), [has, lacks])
    const settled = await runner.run().settled
    expect(settled.outputs).toEqual({ c: 1, t: 2, l: 3 })
    expect(settled.steps.b?.error?.code).toBe("outputs_refused")
  })

  test("that throw when read fail the step like anything thrown", async () => {
    const trap = cube("trap", () => ({
      get n() {
        throw new Error("no")
      },
    }))
    const runner = await start(document({ a: { use: "t/trap", in: { n: "@n" } } }), [trap])
    expect((await runner.run({ n: 1 }).settled).steps.a?.error?.code).toBe("cube_threw")
  })

  test("with a name nobody declared are left out", async () => {
    const more = cube("more", (n) => ({ n, extra: 1 }))
    const runner = await start(document({ a: { use: "t/more", in: { n: "@n" } } }, { out: "a.n" }), [more])
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 1 })
  })
})

describe("failure", () => {
  test("of one step skips its dependents and lets the others go on", async () => {
    const cubes = {
      a: { use: "t/fails", in: { n: "@n" } },
      b: { use: "t/inc", in: { n: "a.n" } },
      c: { use: "t/fails-later", in: { n: "@n" } },
      d: { use: "t/later", in: { n: "@n" } },
    }
    const runner = await start(document(cubes, { b: "b.n", d: "d.n" }))
    const settled = await runner.run({ n: 1 }).settled
    expect(settled.outputs).toEqual({ d: 2 })
    expect(Object.entries(settled.steps).map(([path, { outcome }]) => `${path} ${outcome}`)).toEqual([
      "a failed",
      "b skipped",
      "c failed",
      "d ok",
    ])
    expect(settled.ok).toBe(false)
  })

  test("rejects with run_failed, which holds the rest and the first failure in plan order", async () => {
    const cubes = {
      z: { use: "t/fails", in: { n: "@n" } },
      b: { use: "t/fails-later", in: { n: "@n" } },
      c: { use: "t/inc", in: { n: "@n" } },
    }
    const runner = await start(document(cubes, { c: "c.n" }))
    const error = await errorOf(runner.run({ n: 1 }).result)
    expect(isCubeError(error)).toBe(true)
    expect(error).toMatchObject({
      code: "run_failed",
      path: ["cubes", "b"],
      params: { steps: ["b", "z"], code: "told_to_fail" },
    })
    expect(error.result).toMatchObject({ outputs: { c: 2 }, steps: { z: { outcome: "failed" } } })
    expect(error.cause).toMatchObject({ code: "told_to_fail", path: ["cubes", "b"] })
  })

  test("says nothing of what a native error said", async () => {
    const leaks = cube("leaks", (n) => {
      throw new RangeError(`born ${n}`)
    })
    const runner = await start(document({ a: { use: "t/leaks", in: { n: "@n" } } }), [leaks])
    const settled = await runner.run({ n: 19900501 }).settled
    expect(JSON.stringify(settled)).not.toContain("19900501")
    expect(settled.steps.a?.error).toMatchObject({ code: "cube_threw", path: ["cubes", "a"] })
  })

  test("thrown as null, undefined or a hostile proxy is a failure like any other", async () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error("no")
        },
      },
    )
    for (const thrown of [null, undefined, "text", hostile]) {
      const odd = cube("odd", () => {
        throw thrown
      })
      const runner = await start(document({ a: { use: "t/odd", in: { n: "@n" } } }), [odd])
      expect((await runner.run({ n: 1 }).settled).steps.a?.error?.code).toBe("cube_threw")
    }
  })

  test("keeps a cube's own code, params and retryable, with the step in front of its path", async () => {
    const own = cube("own", () => {
      throw new CubeError({
        code: "too_far",
        message: "{km} km",
        hint: "h",
        path: ["in", "n"],
        params: { km: 3 },
        retryable: true,
      })
    })
    const runner = await start(document({ a: { use: "t/own", in: { n: "@n" } } }), [own])
    const settled = await runner.run({ n: 1 }).settled
    expect(settled.steps.a?.error).toEqual({
      code: "too_far",
      path: ["cubes", "a", "in", "n"],
      params: { km: 3 },
      message: "3 km",
      hint: "h",
      retryable: true,
    })
    expect(settled.ok ? false : settled.error.retryable).toBe(true)
  })

  test("of a foreign thenable that answers twice counts once", async () => {
    const twice = cube("twice", (n) => ({
      // biome-ignore lint/suspicious/noThenProperty: what is tested
      then(resolve: (value: unknown) => void, reject: (error: unknown) => void) {
        resolve({ n })
        reject(new Error("late"))
        resolve({ n: 99 })
      },
    }))
    const runner = await start(
      document({ a: { use: "t/twice", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.n" } } }, { out: "b.n" }),
      [twice, inc],
    )
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 2 })
  })
})

describe("values", () => {
  test("−0 arrives as 0", async () => {
    const minus = cube("minus", () => ({ n: -0 }))
    const sign = cube("sign", (n) => ({ n: 1 / n > 0 ? 1 : -1 }))
    const cubes = {
      a: { use: "t/minus", in: { n: "@n" } },
      b: { use: "t/sign", in: { n: "a.n" } },
      c: { use: "t/sign", in: { n: "@n" } },
    }
    const runner = await start(document(cubes, { b: "b.n", c: "c.n" }), [minus, sign])
    for (const options of [undefined, { fingerprint: true }, { budget: { steps: 9 } }])
      expect((await runner.run({ n: -0 }, options).result).outputs).toEqual({ b: 1, c: 1 })
  })

  test("lists are put together in list order, constants of a document among them", async () => {
    const cubes = {
      a: { use: "t/later", in: { n: "@n" } },
      b: { use: "t/inc", in: { n: "@n" } },
      c: { use: "t/digits", in: { items: ["a.n", "b.n", "@n"] } },
    }
    const digits = shaped("digits", { items: z.array(z.number()) }, { text: z.string() }, ({ items }) => ({
      text: (items as number[]).join(),
    }))
    const runner = await start(document(cubes, { out: "c.text" }), [inc, later, sum, digits])
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: "2,2,1" })
  })

  test("four and more ports and none at all", async () => {
    const ports = { a: z.number(), b: z.number(), c: z.number(), d: z.number() }
    const four = shaped("four", ports, { text: z.string() }, (inputs) => ({ text: JSON.stringify(inputs) }))
    const one = shaped("one", {}, { n: z.number() }, (inputs) => ({ n: Object.keys(inputs).length + 1 }))
    const wires = { a: "o.n", b: "@n", c: { value: 5 }, d: "@n" }
    const runner = await start(document({ o: { use: "t/one" }, f: { use: "t/four", in: wires } }, { out: "f.text" }), [
      four,
      one,
    ])
    expect((await runner.run({ n: 2 }).result).outputs).toEqual({ out: '{"a":1,"b":2,"c":5,"d":2}' })
  })
})
