import { type AnyCube, type CubeError, createRunner, type Run, type Settled, type Step, secret } from "cubular"
import { createHost, type MemoryHostOptions } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { createDraws, createIds, createRandom } from "../../../src/kernel/random.ts"
import { cube, document, inc, shaped } from "./stage.ts"

const place = (use: string, more: object = {}) =>
  document({ a: { use: `t/${use}`, in: { n: "@n" }, ...more } }, { out: "a.n" })

async function settle(
  one: AnyCube,
  options: MemoryHostOptions = {},
  more: readonly AnyCube[] = [],
  seed?: string,
): Promise<Settled> {
  const runner = await createRunner(
    place(one.id.slice(2)),
    [one, ...more],
    createHost({ autoAdvance: true, ...options }),
    seed === undefined ? {} : { seed },
  )
  return runner.run({ n: 1 }).settled
}

const codeOf = (settled: Settled): string | undefined => settled.steps.a?.error?.code

describe("what a cube did not declare throws when it is touched", () => {
  const touches: readonly [string, (step: Step) => unknown][] = [
    ["clock", (step) => step.clock.now()],
    ["random", (step) => step.random],
    ["ids", (step) => step.ids.next()],
    ["http", (step) => step.http],
    ["stores", (step) => step.stores],
  ]
  for (const [need, touch] of touches)
    test(need, async () => {
      const settled = await settle(cube("touch", (n, step) => ({ n: [touch(step)].length * n })))
      expect(settled.steps.a?.error).toMatchObject({ code: "need_not_declared", params: { need, cube: "t/touch" } })
    })

  test("path, signal, deadline, log, idempotencyKey need no declaration", async () => {
    const settled = await settle(
      cube("free", (_, step) => {
        step.log("info", "hello", { x: 1 })
        return { n: [step.path, step.signal.aborted, step.deadline, step.idempotencyKey].length }
      }),
    )
    expect(settled.outputs).toEqual({ out: 4 })
  })
})

describe("random and ids", () => {
  const draws = cube(
    "draws",
    (_, step) => ({
      n: step.random.next() + step.random.below(1000) + Number.parseInt(step.ids.next().slice(0, 8), 16),
    }),
    { needs: ["random", "ids"] },
  )

  test("are the same under the same seed and path, and others under others", async () => {
    const doc = document(
      { a: { use: "t/draws", in: { n: "@n" } }, b: { use: "t/draws", in: { n: "@n" } } },
      { a: "a.n", b: "b.n" },
    )
    const runner = await createRunner(doc, [draws], createHost(), { seed: "one" })
    const first = (await runner.run({ n: 1 }).result).outputs
    expect((await runner.run({ n: 1 }).result).outputs).toEqual(first)
    expect((await runner.run({ n: 1 }, { seed: "two" }).result).outputs.a).not.toBe(first.a)
    expect(first.a).not.toBe(first.b)
  })

  test("without a seed come from the host's entropy, anew for each run", async () => {
    const runner = await createRunner(place("draws"), [draws], createHost())
    const outs = [await runner.run({ n: 1 }).result, await runner.run({ n: 1 }).result].map(
      (result) => result.outputs.out,
    )
    expect(outs[0]).not.toBe(outs[1])
  })

  test("follow a written-down algorithm: these values never change", () => {
    const random = createRandom(createDraws("random", "seed", "a/b"))
    expect([random.next(), random.next(), random.below(1_000_000), random.below(2)]).toMatchInlineSnapshot(`
      [
        0.34964488366751634,
        0.3957414215045798,
        592869,
        0,
      ]
    `)
    expect(createIds(createDraws("ids", "seed", "a/b")).next()).toMatchInlineSnapshot(
      `"0c05e6621b738f3aab2a36bac7bcfa84"`,
    )
  })

  test("next is in [0, 1), below in [0, bound) and fair", () => {
    const random = createRandom(createDraws("random", "s", "p"))
    const counts = [0, 0, 0]
    for (let i = 0; i < 30_000; i++) {
      const next = random.next()
      if (!(next >= 0 && next < 1)) throw new Error(`${next}`)
      counts[random.below(3)]!++
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
    expect(random.below(1)).toBe(0)
    expect(random.below(2 ** 53 - 1)).toBeLessThan(2 ** 53 - 1)
  })

  test("below draws again what would favour small numbers", () => {
    const drawn = [0xffffffff, 0xffffffff, 0, 64 * 5]
    const random = createRandom(() => drawn.shift() as number)
    expect(random.below(3)).toBe(2)
    expect(drawn).toEqual([])
  })

  test("below refuses what is no whole number of choices", () => {
    const random = createRandom(createDraws("random", "s", "p"))
    for (const bound of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => random.below(bound)).toThrow(expect.objectContaining({ code: "random_bound_refused" }))
  })
})

describe("log", () => {
  test("goes to the host with the step's path", async () => {
    const host = createHost()
    const logs = cube("logs", (n, step) => {
      step.log("warn", "hm", { x: 1 })
      return { n }
    })
    await (await createRunner(place("logs"), [logs], host)).run({ n: 1 }).result
    expect(host.logs).toMatchObject([{ level: "warn", message: "hm", fields: { x: 1, step: "a" } }])
  })

  test("is silent on a host without one", async () => {
    const logs = cube("logs", (n, step) => {
      step.log("warn", "hm")
      return { n }
    })
    const runner = await createRunner(place("logs"), [logs], { name: "mute" })
    expect((await runner.run({ n: 1 }).settled).ok).toBe(true)
  })
})

describe("idempotencyKey", () => {
  test("is the same for the same run seed and path only", async () => {
    const keys: string[] = []
    const tells = cube("tells", (n, step) => ({ n: keys.push(step.idempotencyKey, step.idempotencyKey) && n }))
    const runner = await createRunner(place("tells"), [tells], createHost(), { seed: "s" })
    await runner.run({ n: 1 }).result
    await runner.run({ n: 1 }, { seed: "t" }).result
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect([keys[1], keys[2] === keys[0], keys[3]]).toEqual([keys[0], false, keys[2]])
  })
})

describe("http", () => {
  const services = { api: { origin: "https://api.example" } }
  const calls = (path: string, init?: RequestInit, service = "api"): AnyCube =>
    cube("calls", async (_, step) => ({ n: (await step.http.fetch(service, path, init)).status }), {
      services,
      needs: ["http"],
    })
  const answering = (seen: Request[]): MemoryHostOptions => ({
    http: (request) => {
      seen.push(request)
      return new Response("ok", { status: 201 })
    },
  })

  test("reaches a declared service, redirects not followed", async () => {
    const seen: Request[] = []
    expect((await settle(calls("/today?x=1"), answering(seen))).outputs).toEqual({ out: 201 })
    expect([seen[0]?.url, seen[0]?.redirect]).toEqual(["https://api.example/today?x=1", "manual"])
  })

  test("refuses another service and a path that is no path", async () => {
    expect(codeOf(await settle(calls("/x", {}, "other"), answering([])))).toBe("service_not_declared")
    for (const path of ["@evil.example/", "x", ".evil.example/", ":80/", ""])
      expect(codeOf(await settle(calls(path), answering([])))).toBe("service_path_refused")
  })

  test("stays on the origin whatever the path", async () => {
    for (const path of ["//evil.example/x", "/\\evil.example", "/../..//evil.example", "/@evil.example"]) {
      const seen: Request[] = []
      await settle(calls(path), answering(seen))
      expect(new URL(seen[0]?.url ?? "").origin).toBe("https://api.example")
    }
  })

  test("uses the document's origin for the service", async () => {
    const seen: Request[] = []
    const doc = { ...place("calls"), services: { api: { origin: "https://other.example" } } }
    await (await createRunner(doc, [calls("/x")], createHost(answering(seen)))).run({ n: 1 }).result
    expect(seen[0]?.url).toBe("https://other.example/x")
  })

  test("a failing network is one coded, retryable error", async () => {
    const broken = { name: "broken", http: () => Promise.reject(new TypeError("fetch failed")) }
    const runner = await createRunner(place("calls"), [calls("/x")], broken)
    expect((await runner.run({ n: 1 }).settled).steps.a?.error).toMatchObject({
      code: "service_unreachable",
      retryable: true,
    })
  })

  test("is aborted with the run", async () => {
    let signal: AbortSignal | undefined
    const hanging: MemoryHostOptions = {
      http: (request) => {
        signal = request.signal
        return new Promise(() => {})
      },
    }
    const runner = await createRunner(place("calls"), [calls("/x")], createHost(hanging))
    const run: Run = runner.run({ n: 1 })
    await new Promise((resolve) => setImmediate(resolve))
    run.cancel("gone")
    await run.settled
    expect(signal?.aborted).toBe(true)
  })

  describe("secrets", () => {
    const secrets = {
      KEY: { value: "a b/c", cubes: ["t/keyed"], origins: ["https://api.example"] },
      OTHER: { value: "no", cubes: [], origins: [] },
    }
    const keyed = (path: string, headers: Record<string, string>): AnyCube => ({
      ...shaped("keyed", { n: z.number() }, { n: z.number() }, () => ({ n: 0 }), {
        services,
        needs: ["http"],
        config: z.strictObject({ key: secret() }),
      }),
      create: (_, config) => ({
        process: async (_, step) => {
          seenByCube.push(JSON.stringify(config))
          return { n: (await step.http.fetch("api", path, { headers })).status }
        },
      }),
    })
    let seenByCube: string[] = []
    const run = async (path: string, headers: Record<string, string>, name = "KEY") => {
      seenByCube = []
      const seen: Request[] = []
      const doc = document(
        { a: { use: "t/keyed", in: { n: "@n" }, config: { key: { secret: name } } } },
        { out: "a.n" },
      )
      const runner = await createRunner(doc, [keyed(path, headers)], createHost({ ...answering(seen), secrets }))
      const settled = await runner.run({ n: 1 }, { record: true }).settled
      return { request: seen[0], settled }
    }

    test("are put into path and headers, and nowhere else", async () => {
      const { request, settled } = await run("/x?key={secret:KEY}", { authorization: "Bearer {secret:KEY}" })
      expect(request?.url).toBe("https://api.example/x?key=a%20b%2Fc")
      expect(request?.headers.get("authorization")).toBe("Bearer a b/c")
      expect(seenByCube).toEqual(['{"key":{"secret":"KEY"}}'])
      expect(JSON.stringify(settled)).not.toContain("a b/c")
    })

    test("not in the config are not revealed", async () => {
      const { request } = await run("/x?key={secret:OTHER}", {})
      expect(decodeURIComponent(request?.url ?? "")).toContain("{secret:OTHER}")
    })

    test("the host refuses fail the step with its code", async () => {
      const { settled } = await run("/x?key={secret:OTHER}", {}, "OTHER")
      expect(codeOf(settled)).toBe("secret_refused")
    })
  })
})

describe("call", () => {
  const caller = (does: (step: Step, n: number) => Promise<unknown>): AnyCube =>
    cube("caller", async (n, step) => ({ n: (await does(step, n)) as number }), {
      dependencies: { "t/inc": "*", "t/paths": "*", "t/bad": "*", "t/forty": "*" },
    })
  const paths = shaped("paths", { n: z.number() }, { path: z.string() }, (_, step) => ({ path: step.path }))
  const bad = cube("bad", () => ({ n: Number.NaN }))
  const forty = cube("forty", (n) => ({ n }), { default: 40 })
  const others = [inc, paths, bad, forty]

  test("runs a declared cube and gives its outputs", async () => {
    const settled = await settle(
      caller(async (step, n) => (await step.call("t/inc", { n })).n),
      {},
      others,
    )
    expect(settled.outputs).toEqual({ out: 2 })
    expect(Object.keys(settled.steps)).toEqual(["a"])
  })

  test("gives each call a path of its own, counted in the order of asking", async () => {
    const seen: unknown[] = []
    await settle(
      caller(async (step, n) => {
        seen.push(
          ...(await Promise.all([step.call("t/paths", { n }), step.call("t/paths", { n })])).map(
            (outputs) => outputs.path,
          ),
        )
        return 1
      }),
      {},
      others,
    )
    expect(seen).toEqual(["a>t/paths#0", "a>t/paths#1"])
  })

  test("fills in defaults", async () => {
    expect(
      (
        await settle(
          caller(async (step) => (await step.call("t/forty", {})).n),
          {},
          others,
        )
      ).outputs,
    ).toEqual({ out: 40 })
  })

  test("refuses a cube that is not declared, and inputs that do not fit", async () => {
    expect(
      codeOf(
        await settle(
          caller((step) => step.call("t/other", {})),
          {},
          others,
        ),
      ),
    ).toBe("call_not_declared")
    const settled = await settle(
      caller((step) => step.call("t/inc", { n: "x" })),
      {},
      others,
    )
    expect(settled.steps.a?.error).toMatchObject({
      code: "inputs_refused",
      path: ["cubes", "a", "calls", "t/inc#0", "inputs", "n"],
    })
    expect(
      codeOf(
        await settle(
          caller((step) => step.call("t/inc", { n: 1, m: 1 })),
          {},
          others,
        ),
      ),
    ).toBe("inputs_refused")
  })

  test("refuses what the called cube gives wrong", async () => {
    expect(
      codeOf(
        await settle(
          caller((step) => step.call("t/bad", { n: 1 })),
          {},
          others,
        ),
      ),
    ).toBe("outputs_refused")
  })

  test("failing can be caught by the caller", async () => {
    const settled = await settle(
      caller((step) =>
        step.call("t/bad", { n: 1 }).then(
          () => 0,
          (error: CubeError) => error.code.length,
        ),
      ),
      {},
      others,
    )
    expect(settled.outputs).toEqual({ out: "outputs_refused".length })
  })

  test("that calls itself without end is stopped", async () => {
    const self = cube("self", async (n, step) => (await step.call("t/self", { n })) as never, {
      dependencies: { "t/self": "*" },
    })
    expect(codeOf(await settle(self))).toBe("call_too_deep")
  })

  test("under way when the run is cancelled rejects with the reason and is not heard of again", async () => {
    const seen: unknown[] = []
    const never = cube("inc", () => new Promise(() => {}))
    const waits = caller((step, n) => step.call("t/inc", { n }).catch((error) => void seen.push(error)))
    const runner = await createRunner(place("caller"), [waits, never, paths, bad, forty], createHost())
    const run = runner.run({ n: 1 })
    run.cancel("gone")
    await run.settled
    await Promise.resolve()
    expect(seen).toEqual(["gone"])
  })
})
