import { type AnyCube, type CubeError, createRunner, defineCube, type PolicyData, plan, validate } from "cubular"
import { createHost } from "cubular/host/memory"
import { format } from "cubular/messages/ko"
import { policies, retry, timeout } from "cubular/policies"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { documentOf, gives, service } from "./stage.ts"

const { cube } = service([gives])
const title = { en: "A cube", ko: "큐브" }
const writing = { ...cube, effect: "write" } as AnyCube
const idempotent = { ...writing, provides: ["idempotent"] } as AnyCube

function spare(id: string, inputs: object, outputs: object, more: object = {}): AnyCube {
  const process = (): object => ({})
  const head = { id: `t/${id}`, version: "1.0.0", color: "feature", effect: "pure", title } as const
  return defineCube({ ...head, inputs, outputs, ...more, create: () => ({ process }) } as never)
}

const n = z.number()
const spares = [
  spare("fits", { n }, { n }),
  spare("wants-more", { n, more: z.string() }, { n }),
  spare("wants-text", { n: z.string() }, { n }),
  spare("gives-less", { n }, {}),
  spare("gives-text", { n }, { n: z.string() }),
  spare("has-config", { n }, { n }, { config: z.strictObject({ a: n }) }),
]

async function issuesOf(policy: unknown, subject: AnyCube = cube): Promise<string[]> {
  const found = await validate(documentOf(policy as PolicyData), [subject, ...spares])
  const planned = await plan(documentOf(policy as PolicyData), [subject, ...spares], createHost(), { policies }).then(
    () => [],
    (error: CubeError) => error.issues ?? [],
  )
  const brief = found.map(({ code, path, severity }) => `${severity} ${code} ${path.slice(2).join("/")}`)
  // A plan refuses what validate calls an error, and nothing else.
  expect(planned.length > 0).toBe(found.some(({ severity }) => severity === "error"))
  return brief
}

const retrying = { attempts: 3 }
const limit = { limit: 1, windowMs: 1 }
const breaking = { errorRate: 0.5, windowMs: 1000, minimumCalls: 10, openMs: 10 }

describe("settings that mean nothing are refused with their path", () => {
  test.each([
    [{ timeoutMs: 0 }, "error policy_setting_refused policy/timeoutMs"],
    [{ deadlineMs: 0 }, "error policy_setting_refused policy/deadlineMs"],
    [{ timeoutMs: -1 }, "error shape_refused policy/timeoutMs"],
    [{ timeoutMs: "5" }, "error shape_refused policy/timeoutMs"],
    [{ retry: { attempts: 0 } }, "error shape_refused policy/retry/attempts"],
    [{ retry: { attempts: 2.5 } }, "error shape_refused policy/retry/attempts"],
    [{ retry: { attempts: 101 } }, "error shape_refused policy/retry/attempts"],
    [{ retry: {} }, "error shape_refused policy/retry/attempts"],
    [{ retry: { attempts: 2, jitter: "some" } }, "error shape_refused policy/retry/jitter"],
    [{ retry: { attempts: 2, baseMs: 50_000 } }, "error policy_setting_refused policy/retry/maxMs"],
    [{ retry: { attempts: 2, baseMs: 10, maxMs: 9 } }, "error policy_setting_refused policy/retry/maxMs"],
    [{ breaker: { ...breaking, errorRate: 2 } }, "error shape_refused policy/breaker/errorRate"],
    [{ breaker: { ...breaking, errorRate: 0 } }, "error shape_refused policy/breaker/errorRate"],
    [{ breaker: { ...breaking, openMs: 0 } }, "error policy_setting_refused policy/breaker/openMs"],
    [{ breaker: { ...breaking, windowMs: 0 } }, "error policy_setting_refused policy/breaker/windowMs"],
    [{ cache: { ttlMs: 0 } }, "error policy_setting_refused policy/cache/ttlMs"],
    [{ bulkhead: { concurrent: 0 } }, "error shape_refused policy/bulkhead/concurrent"],
    [{ rateLimit: { limit: 1, windowMs: 0 } }, "error policy_setting_refused policy/rateLimit/windowMs"],
    [{ rateLimit: { ...limit, key: "nobody.n" } }, "error unknown_instance policy/rateLimit/key"],
    [{ rateLimit: { ...limit, key: "nn" } }, "error ref_malformed policy/rateLimit/key"],
    [{ rateLimit: { ...limit, key: "@n#/a" } }, "error pointer_impossible policy/rateLimit/key"],
    [{ patience: 5 }, "error unknown_key policy/patience"],
  ])("%j", async (policy, issue) => {
    expect(await issuesOf(policy)).toEqual([issue])
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%s ms, in a document that was never text", async (ms) => {
    const [issue] = await validate(documentOf({ timeoutMs: ms }), [cube])
    expect(issue).toMatchObject({ severity: "error" })
  })
})

describe("policies that do not go with the cube or each other", () => {
  test.each([
    ["cache on a write", { cache: { ttlMs: 5 } }, writing, ["error cache_on_write policy/cache"]],
    ["cache on an idempotent write", { cache: { ttlMs: 5 } }, idempotent, ["error cache_on_write policy/cache"]],
    ["retry on a write", { retry: retrying }, writing, ["error retry_on_write policy/retry"]],
    ["retry on an idempotent write", { retry: retrying }, idempotent, []],
    ["retry and cache on a read", { retry: retrying, cache: { ttlMs: 5 } }, cube, []],
    [
      "a deadline before the timeout",
      { deadlineMs: 5, timeoutMs: 6 },
      cube,
      ["warning deadline_below_timeout policy/timeoutMs"],
    ],
    ["a deadline at the timeout", { deadlineMs: 5, timeoutMs: 5 }, cube, []],
    [
      "a breaker that one failure opens",
      { breaker: { ...breaking, errorRate: 0.05, minimumCalls: 20 } },
      cube,
      ["warning breaker_hasty policy/breaker/minimumCalls"],
    ],
    ["a breaker that takes two", { breaker: { ...breaking, errorRate: 0.05, minimumCalls: 21 } }, cube, []],
  ])("%s", async (_, policy, subject, issues) => {
    expect(await issuesOf(policy, subject)).toEqual(issues)
  })
})

describe("what stands in must fit", () => {
  test.each([
    [{ value: { n: 1 } }, []],
    [{ value: 5 }, ["error fallback_value_refused policy/fallback/value"]],
    [{ value: [1] }, ["error fallback_value_refused policy/fallback/value"]],
    [{ value: {} }, ["error fallback_value_refused policy/fallback/value/n"]],
    [{ value: { n: "1" } }, ["error fallback_value_refused policy/fallback/value/n"]],
    [{ value: { n: 1, m: 2 } }, ["error fallback_value_refused policy/fallback/value/m"]],
    [{ value: { n: { $bytes: ["u8", "!"] } } }, ["error fallback_value_refused policy/fallback/value/n/$bytes"]],
    [{ use: "t/fits" }, []],
    [{ use: "t/fits@^1" }, []],
    [{ use: "t/fits@^2" }, ["error version_not_held policy/fallback/use"]],
    [{ use: "t/nobody" }, ["error unknown_cube policy/fallback/use"]],
    [{ use: "composition:policies" }, ["error unknown_composition policy/fallback/use"]],
    [{ use: "t/wants-more" }, ["error fallback_cube_refused policy/fallback/use"]],
    [{ use: "t/wants-text" }, ["error fallback_cube_refused policy/fallback/use"]],
    [{ use: "t/gives-less" }, ["error fallback_cube_refused policy/fallback/use"]],
    [{ use: "t/gives-text" }, ["error fallback_cube_refused policy/fallback/use"]],
    [{ use: "t/has-config" }, ["error dependency_needs_config policy/fallback/use"]],
    [{ use: "t/fits", value: { n: 1 } }, ["error shape_refused policy/fallback"]],
  ])("%j", async (fallback, issues) => {
    expect(await issuesOf({ fallback })).toEqual(issues)
  })
})

test("a composition cannot stand in", async () => {
  const inner = { ...documentOf({}), id: "inner" }
  const found = await validate(documentOf({ fallback: { use: "composition:inner@^1" } }), [cube, inner])
  expect(found.map(({ code, path }) => [code, path.at(-1)])).toEqual([["fallback_composition", "use"]])
})

describe("what a runner is handed", () => {
  const wanted = documentOf({ timeoutMs: 5, retry: retrying })

  test("a policy that is missing refuses the document, by name", async () => {
    const error = (await createRunner(wanted, [cube], createHost(), { policies: [retry] }).catch((e) => e)) as CubeError
    expect(error.issues?.map(({ code, path }) => [code, path])).toEqual([
      ["policy_missing", ["cubes", "s", "policy", "timeoutMs"]],
    ])
    expect(error.issues?.[0]?.hint).toContain("policies: [timeout]")
    expect(format(error.issues?.[0] as never).hint).toContain("policies: [timeout]")
  })

  test("a host without a clock is refused where a policy needs one", async () => {
    const { clock: _, ...host } = createHost()
    const clockless = { ...cube, needs: [] }
    const tell = async (policy: PolicyData): Promise<unknown> =>
      createRunner(documentOf(policy), [clockless], host as never, { policies }).then(
        () => "runs",
        (error: CubeError) => error.issues?.map(({ code, path, params }) => [code, path.at(-1), params.cube]),
      )
    expect(await tell({ timeoutMs: 5 })).toEqual([["need_missing", "timeoutMs", "timeout"]])
    expect(await tell({ fallback: { value: { n: 1 } } })).toBe("runs")
  })

  test("the order of policies handed in does not matter, nor that of the document", async () => {
    const of = async (policy: PolicyData, handed = [...policies]): Promise<string> =>
      (await createRunner(documentOf(policy), [cube], createHost(), { policies: handed })).plan.digest
    const reversed = await of({ retry: retrying, timeoutMs: 5 }, policies.toReversed())
    expect(await of({ timeoutMs: 5, retry: { attempts: 3 } })).toBe(reversed)
  })

  test("a default that is written out changes no digest, another value does", async () => {
    const of = async (retry: PolicyData["retry"]): Promise<string> =>
      (await plan(documentOf({ retry }), [cube], createHost(), { policies })).digest
    expect(await of({ attempts: 3, baseMs: 100, jitter: "full" })).toBe(await of({ attempts: 3 }))
    expect(await of({ attempts: 3, baseMs: 101 })).not.toBe(await of({ attempts: 3 }))
  })

  test("policies inside a composition used as a cube hold there", async () => {
    const inner = { ...documentOf({ timeoutMs: 5 }), id: "inner" }
    const outer = {
      ...documentOf({}),
      cubes: { x: { use: "composition:inner", in: { n: "@n" } } },
      outputs: { n: "x.n" },
    }
    const host = createHost()
    const slow = service([
      async (inputs, step) => {
        await step.clock.sleep(10)
        return inputs
      },
    ])
    const runner = await createRunner(outer, [slow.cube, inner], host, { policies: [timeout] })
    const run = runner.run({ n: 1 })
    await host.advance(5)
    expect((await run.settled).steps["x/s"]?.error?.code).toBe("step_timed_out")
    const refused = createRunner(outer, [slow.cube, inner], host)
    await expect(refused).rejects.toMatchObject({ issues: [{ code: "policy_missing", path: ["cubes", "x", "use"] }] })
  })
})
