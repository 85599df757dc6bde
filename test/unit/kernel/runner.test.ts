import { type AnyCube, CubeError, createRunner, type RunOptions } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { all, cube, document, errorOf, inc, thrownBy } from "./stage.ts"

const one = document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n" })

/** A cube that writes down what happens to its instances. */
function living(
  id: string,
  seen: string[],
  broken: Partial<Record<"create" | "start" | "stop" | "destroy", unknown>> = {},
): AnyCube {
  const happen = (what: "create" | "start" | "stop" | "destroy"): void => {
    seen.push(`${id} ${what}`)
    if (what in broken) throw broken[what]
  }
  return {
    ...inc,
    id: `t/${id}`,
    create: () => {
      happen("create")
      return {
        process: ({ n }) => ({ n: n as number }),
        start: () => happen("start"),
        stop: async () => happen("stop"),
        destroy: () => happen("destroy"),
      }
    },
  }
}

const two = document({ a: { use: "t/first", in: { n: "@n" } }, b: { use: "t/second", in: { n: "a.n" } } })

describe("createRunner", () => {
  test("creates and starts one instance per placed cube, in plan order", async () => {
    const seen: string[] = []
    await createRunner(two, [living("first", seen), living("second", seen)], createHost())
    expect(seen).toEqual(["first create", "first start", "second create", "second start"])
  })

  test("destroys what it made when one cannot be made, and says which", async () => {
    const seen: string[] = []
    const cubes = [living("first", seen), living("second", seen, { create: new Error("no") })]
    const error = await errorOf(createRunner(two, cubes, createHost()))
    expect(error).toMatchObject({ code: "cube_not_created", path: ["cubes", "b"], params: { cube: "t/second" } })
    expect(seen).toEqual(["first create", "first start", "second create", "first stop", "first destroy"])
  })

  test("rejects with a cube's own code", async () => {
    const own = new CubeError({ code: "own_code", message: "m", hint: "h", path: ["config"] })
    const error = await errorOf(
      createRunner(two, [living("first", [], { start: own }), living("second", [])], createHost()),
    )
    expect(error).toMatchObject({ code: "own_code", path: ["cubes", "a", "config"] })
  })

  test("waits for cubes that are created later, and makes them side by side", async () => {
    const host = createHost({ autoAdvance: true })
    const slow = (id: string): AnyCube => ({
      ...inc,
      id: `t/${id}`,
      create: async () => {
        await host.clock.sleep(100)
        return { process: ({ n }) => ({ n: n as number }) }
      },
    })
    const runner = await createRunner(two, [slow("first"), slow("second")], host)
    expect(host.clock.monotonic()).toBe(100)
    expect((await runner.run({ n: 3 }).result).steps.b?.outcome).toBe("ok")
  })

  test("refuses an instance without process", async () => {
    const none: AnyCube = { ...inc, create: () => ({}) as never }
    expect(await errorOf(createRunner(one, [none], createHost()))).toMatchObject({ code: "cube_not_created" })
  })

  test("hands over config as parsed, with secrets as references, and modules by name", async () => {
    const wasm = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
    const seen: unknown[] = []
    const wants = {
      ...cube("wants", (n) => ({ n })),
      needs: ["wasm:tiny"],
      create: (setup: { wasm: object }, config: unknown) => {
        seen.push(Object.isFrozen(setup), setup.wasm, config)
        return { process: () => ({ n: 1 }) }
      },
    } as AnyCube
    const host = createHost({ wasm: { tiny: wasm } })
    await createRunner(document({ a: { use: "t/wants", in: { n: "@n" } } }), [wants], host)
    expect(seen).toEqual([true, { tiny: wasm }, undefined])
  })

  test("refuses a document that names a policy of which only the name is handed in", async () => {
    const doc = document({ a: { use: "t/inc", in: { n: "@n" }, policy: { timeoutMs: 5 } } })
    const error = await errorOf(createRunner(doc, all, createHost(), { policies: [{ name: "timeout" }] as never }))
    expect(error.issues?.map((issue) => issue.code)).toContain("policy_missing")
  })
})

describe("stop", () => {
  test("stops and destroys, last made first, once", async () => {
    const seen: string[] = []
    const runner = await createRunner(two, [living("first", seen), living("second", seen)], createHost())
    seen.length = 0
    await Promise.all([runner.stop(), runner.stop()])
    await runner.stop()
    expect(seen).toEqual(["second stop", "second destroy", "first stop", "first destroy"])
  })

  test("destroys the others when one cannot be destroyed, and logs it", async () => {
    const seen: string[] = []
    const host = createHost()
    const runner = await createRunner(
      two,
      [living("first", seen), living("second", seen, { destroy: new Error("no") })],
      host,
    )
    await runner.stop()
    expect(seen.at(-1)).toBe("first destroy")
    expect(host.logs.map((line) => line.level)).toEqual(["error"])
  })

  test("refuses new runs", async () => {
    const runner = await createRunner(one, all, createHost())
    const stopping = runner.stop()
    expect(await errorOf(runner.run({ n: 1 }).result)).toMatchObject({ code: "runner_stopped" })
    await stopping
    const settled = await runner.run({ n: 1 }).settled
    expect(settled).toMatchObject({ ok: false, steps: { a: { outcome: "cancelled" } }, outputs: {} })
  })

  test("lets runs under way come to their end", async () => {
    const host = createHost()
    const runner = await createRunner(document({ a: { use: "t/nap", in: { n: "@n" } } }, { out: "a.n" }), all, host)
    const run = runner.run({ n: 100 })
    const stopping = runner.stop()
    await host.advance(100)
    expect((await run.result).outputs).toEqual({ out: 100 })
    await stopping
  })

  test("knows which of many runs are under way, in whatever order they ended", async () => {
    const host = createHost()
    const runner = await createRunner(document({ a: { use: "t/nap", in: { n: "@n" } } }, { out: "a.n" }), all, host)
    const runs = [10, 40, 20, 30].map((n) => runner.run({ n }))
    await host.advance(10)
    runs[2]?.cancel()
    let stopped = false
    const stopping = runner.stop().then(() => {
      stopped = true
    })
    await host.advance(20)
    expect(stopped).toBe(false)
    await host.advance(10)
    await stopping
    expect((await Promise.all(runs.map((run) => run.settled))).map((settled) => settled.ok)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  test("with cancel, also when it was called without before, cancels them", async () => {
    const runner = await createRunner(document({ a: { use: "t/never", in: { n: "@n" } } }), all, createHost())
    const run = runner.run({ n: 1 })
    const stopping = runner.stop()
    await runner.stop({ cancel: true })
    await stopping
    expect(await run.settled).toMatchObject({ ok: false, error: { code: "runner_stopped" } })
  })
})

describe("inputs from outside", () => {
  const refused = async (inputs: unknown) => {
    const runner = await createRunner(one, all, createHost())
    const settled = await runner.run(inputs as never).settled
    expect(settled).toMatchObject({ ok: false, outputs: {}, steps: { a: { outcome: "cancelled" } } })
    expect(settled.fingerprint).toBeUndefined()
    return settled.ok ? undefined : settled.error
  }

  test("of the wrong type are refused with the path to the place", async () => {
    const error = await refused({ n: "x" })
    expect(error).toMatchObject({ code: "inputs_refused", path: ["inputs", "n"] })
    expect(error?.issues).toMatchObject([
      { code: "input_value_refused", path: ["inputs", "n"], params: { expected: "number" } },
    ])
  })

  test("that are missing or unknown are all told at once", async () => {
    const error = await refused({ m: 1, k: 2 })
    expect(error?.issues?.map(({ code, path }) => [code, ...path])).toEqual([
      ["input_missing", "inputs", "n"],
      ["input_unknown", "inputs", "m"],
      ["input_unknown", "inputs", "k"],
    ])
  })

  const loop: { self?: unknown } = {}
  loop.self = loop
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no")
      },
    },
  )
  const throwing = {
    get n() {
      throw new Error("no")
    },
  }
  const odd: readonly [string, unknown][] = [
    ["null", null],
    ["a list", [1]],
    ["text", "n"],
    ["a number", 1],
    ["NaN", { n: Number.NaN }],
    ["undefined", { n: undefined }],
    ["a cycle", { n: loop }],
    ["a function", { n: () => 1 }],
    ["a Date", { n: new Date(0) }],
    ["a proxy that throws", hostile],
    ["a getter that throws", throwing],
    ["a __proto__ key", JSON.parse('{"n":1,"__proto__":{"n":2}}')],
    ["a deep value", { n: JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`) }],
  ]
  for (const [name, inputs] of odd) {
    test(`are refused, never thrown: ${name}`, async () => {
      const error = name === "null" ? await refused(null) : await refused(inputs)
      expect(error?.code).toBe("inputs_refused")
    })
  }

  test("that are no inputs at all are none", async () => {
    const runner = await createRunner(
      document({ a: { use: "t/maybe", in: { n: "@n" } } }, { out: "a.n" }),
      all,
      createHost(),
    )
    expect((await runner.run().result).outputs).toEqual({ out: -1 })
  })

  test("say nothing of the value", async () => {
    const error = await refused({ n: "1990-05-01" })
    expect(JSON.stringify(error)).not.toContain("1990")
  })
})

describe("options of a run", () => {
  const odd: readonly [string, object][] = [
    ["signal", { signal: {} }],
    ["signal", { signal: 3 }],
    ["deadlineMs", { deadlineMs: Number.NaN }],
    ["deadlineMs", { deadlineMs: "5" }],
    ["deadlineMs", { deadlineMs: -1 }],
    ["seed", { seed: 5 }],
    ["budget.steps", { budget: { steps: -1 } }],
    ["budget.bytes", { budget: { bytes: Number.NaN } }],
    ["budget.fanOut", { budget: { fanOut: "x" } }],
  ]
  for (const [option, options] of odd) {
    test(`are refused: ${JSON.stringify(options)}`, async () => {
      const runner = await createRunner(one, all, createHost())
      expect(await thrownBy(runner.run({ n: 1 }, options as RunOptions).result)).toMatchObject({
        code: "run_option_refused",
        params: { option },
      })
    })
  }

  test("that are undefined are none", async () => {
    const runner = await createRunner(one, all, createHost())
    const options = {
      signal: undefined,
      deadlineMs: undefined,
      budget: undefined,
      seed: undefined,
    } as unknown as RunOptions
    expect((await runner.run({ n: 1 }, options).result).outputs).toEqual({ out: 2 })
  })

  test("a deadline on a host without a clock is refused", async () => {
    const runner = await createRunner(one, all, { name: "bare" })
    expect(await thrownBy(runner.run({ n: 1 }, { deadlineMs: 5 }).result)).toMatchObject({ code: "host_lacks" })
  })
})

describe('check: "wires"', () => {
  const wires = async (cubes: readonly AnyCube[], doc: object) =>
    createRunner(doc, cubes, createHost(), { check: "wires" })

  test("gives the same result for cubes that behave", async () => {
    const doc = document(
      { a: { use: "t/later", in: { n: "@n" } }, b: { use: "t/sum", in: { items: ["a.n", "@n"] } } },
      { out: "b.n" },
    )
    expect((await (await wires(all, doc)).run({ n: 1 }).result).outputs).toEqual({ out: 3 })
  })

  test("refuses an output its schema refuses, and one nobody declared", async () => {
    const text = cube("text", () => ({ n: "three" }))
    const more = cube("more", (n) => ({ n, extra: 1 }))
    const doc = document({ a: { use: "t/text", in: { n: "@n" } }, b: { use: "t/more", in: { n: "@n" } } })
    const { steps } = await (await wires([text, more], doc)).run({ n: 1 }).settled
    expect(steps.a?.error).toMatchObject({ code: "outputs_refused", path: ["cubes", "a", "outputs", "n"] })
    expect(steps.b?.error).toMatchObject({ code: "outputs_refused", path: ["cubes", "b", "outputs", "extra"] })
  })
})
