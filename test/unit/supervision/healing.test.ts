import { type CompositionDocument, createRunner, defineCube, type Issue, isCubeError } from "cubular"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { createSupervisor, type SupervisionOptions } from "cubular/supervision"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { admitted, documentOf, lines, patient } from "../../conformance/patient.ts"

const breaker = { errorRate: 0.5, windowMs: 1000, minimumCalls: 4, openMs: 500 }

/** What was found wrong, as "path code". */
async function refused(work: () => unknown): Promise<readonly string[]> {
  try {
    await work()
  } catch (error) {
    const issues: readonly Issue[] = (isCubeError(error) && error.issues) || []
    return issues.map(({ path, code }) => `${path.join(".")} ${code}`)
  }
  return []
}

const made = (options: unknown) => refused(() => createSupervisor(createHost(), options as SupervisionOptions))
const on = (...actions: unknown[]) => ({ plans: [{ for: {}, on: { unhealthy: actions } }] })

describe("plans are read as strictly as everything from outside", () => {
  test.each([
    [{ everyMs: 0 }, ["everyMs supervision_setting_refused"]],
    [{ everyMs: "30" }, ["everyMs supervision_setting_refused"]],
    [{ everyMs: 1000 }, ["checkTimeoutMs supervision_setting_refused"]],
    [{ failures: 1.5 }, ["failures supervision_setting_refused"]],
    [{ restart: { share: 0 } }, ["restart.share supervision_setting_refused"]],
    [{ restart: { baseMs: 2, maxMs: 1 } }, ["restart.baseMs supervision_setting_refused"]],
    [{ restart: { mixMs: 1 } }, ["restart supervision_setting_refused"]],
    [{ plans: {} }, ["plans supervision_setting_refused"]],
    [on({ do: "restart", budget: 0 }), ["plans.0.on.unhealthy.0.budget supervision_setting_refused"]],
    [on({ do: "redirect" }), ["plans.0.on.unhealthy.0 supervision_setting_refused"]],
    [on("restart"), ["plans.0.on.unhealthy.0 supervision_setting_refused"]],
    [{ plans: [{ for: {}, on: { tired: [] } }] }, ["plans.0.on supervision_setting_refused"]],
    [on({ do: "isolate" }, { do: "shed" }), ["plans.0.on.unhealthy healing_contradiction"]],
    [on({ do: "restart" }, { do: "restart" }), ["plans.0.on.unhealthy healing_contradiction"]],
    [on({ do: "redirect", use: "t/none" }), ["plans.0.on.unhealthy.0 healing_cube_unknown"]],
    [on({ do: "redirect", provides: "t.none" }), ["plans.0.on.unhealthy.0 healing_cube_unknown"]],
  ])("%j", async (options, expected) => {
    expect(await made(options)).toEqual(expected)
  })

  test("several mistakes are told at once", async () => {
    expect(await made({ everyMs: 0, failures: 0, plans: [{ for: {}, on: { silent: ["x"] } }] })).toHaveLength(3)
  })

  test("nothing, and what has no mistake, is taken", async () => {
    expect(await made({})).toEqual([])
    expect(await made(on({ do: "restart", budget: 1 }, { do: "shed", retryAfterMs: 1 }))).toEqual([])
  })
})

describe("plans are held against the composition", () => {
  const of = (options: SupervisionOptions, document?: CompositionDocument) =>
    refused(() => admitted(patient(), options, document))

  test("a step or cube it has not", async () => {
    const plan = (wanted: object) => ({ plans: [{ for: { composition: "ward", ...wanted }, on: {} }] })
    expect(await of(plan({ step: "x" }))).toEqual(["plans.0.for.step healing_place_unknown"])
    expect(await of(plan({ cube: "t/x" }))).toEqual(["plans.0.for.cube healing_place_unknown"])
    expect(await of(plan({ step: "s", cube: "t/patient" }))).toEqual([])
    expect(await of({ plans: [{ for: { composition: "other", step: "x" }, on: {} }] })).toEqual([])
  })

  test("a breaker that is to be isolated and is not there", async () => {
    const options: SupervisionOptions = { plans: [{ for: {}, on: { silent: [{ do: "isolate" }] } }] }
    expect(await of(options)).toEqual(["plans.0.on.silent.0 healing_breaker_missing"])
    expect(await of(options, documentOf({ breaker }))).toEqual([])
  })

  test("a redirect to a cube whose ports do not fit, or which may do more", async () => {
    const toward = (name: string, more: object): SupervisionOptions => ({
      plans: [{ for: { cube: "t/patient" }, on: { silent: [{ do: "redirect", use: `t/${name}` }] } }],
      cubes: [patient(name, more).cube],
    })
    const ports = { inputs: { ms: z.string() } }
    const place = "plans.0.on.silent.0"
    expect(await of(toward("other", ports))).toEqual([`${place} healing_redirect_refused`])
    expect(await of(toward("other", { outputs: { to: z.string() } }))).toEqual([`${place} healing_redirect_refused`])
    expect(await of(toward("other", { needs: ["clock", "random"] }))).toEqual([`${place} healing_redirect_needs`])
    expect(await of(toward("other", { effect: "write" }))).toEqual([`${place} healing_redirect_needs`])
    const config = { config: z.strictObject({ must: z.string() }) }
    expect(await of(toward("other", config))).toEqual([`${place} healing_redirect_needs`])
    expect(await of(toward("other", {}))).toEqual([])
  })
})

describe("what plans say is done", () => {
  const plan = (...actions: NonNullable<SupervisionOptions["plans"]>[0]["on"]["unhealthy"] & object) =>
    ({ plans: [{ for: {}, on: { unhealthy: actions } }] }) satisfies SupervisionOptions

  test("shed: calls are refused with the time of the next check, until the cube is healthy again", async () => {
    const self = patient()
    const { host, supervisor, ask } = await admitted(self, plan({ do: "shed" }))
    self.mood = "unhealthy"
    supervisor.start()
    await host.advance(89_999)
    expect(await ask()).toBe("patient 1")
    await host.advance(2)
    expect(await ask()).toBe("cube_shed")
    expect(supervisor.health().compositions[0]?.steps.s?.doing).toEqual(["shed"])
    self.mood = "healthy"
    await host.advance(30_000)
    expect(await ask()).toBe("patient 1")
    expect(self.made).toBe(1)
    await supervisor.stop()
  })

  test("shed beside a cache with staleOnError: known questions get the last good answer, others are refused", async () => {
    const self = patient()
    const policy = { cache: { ttlMs: 1000, staleOnError: true } }
    const { host, supervisor, ask } = await admitted(self, plan({ do: "shed" }), documentOf(policy))
    expect(await ask(0)).toBe("patient 1")
    self.mood = "unhealthy"
    supervisor.start()
    await host.advance(90_000)
    expect([await ask(0), await ask(1)]).toEqual(["patient 1", "cube_shed"])
    expect(supervisor.health().status).toBe("degraded")
    await supervisor.stop()
  })

  test("shed: retryAfterMs tells callers when to come back", async () => {
    const self = patient()
    const { host, supervisor, runner } = await admitted(self, plan({ do: "shed", retryAfterMs: 7000 }))
    self.mood = "unhealthy"
    supervisor.start()
    await host.advance(90_000)
    const { steps } = await runner.run({ ms: 0 }).settled
    expect(steps.s?.error).toMatchObject({ code: "cube_shed", retryable: true, params: { retryAfterMs: 7000 } })
    await supervisor.stop()
  })

  test("isolate: the breaker lets nothing through, and what an operator isolated stays so", async () => {
    const self = patient()
    const { host, supervisor, ask, runner } = await admitted(self, plan({ do: "isolate" }), documentOf({ breaker }))
    supervisor.start()
    self.mood = "unhealthy"
    await host.advance(90_000)
    expect(await ask()).toBe("breaker_isolated")
    self.mood = "healthy"
    await host.advance(30_000)
    expect(await ask()).toBe("patient 1")
    runner.policies("s").breaker?.isolate?.()
    self.mood = "unhealthy"
    await host.advance(90_000)
    self.mood = "healthy"
    await host.advance(30_000)
    expect(await ask()).toBe("breaker_isolated")
    await supervisor.stop()
  })

  test("redirect: another cube answers until the cube is healthy; recorded runs meet the cube itself", async () => {
    const self = patient()
    const other = patient("other", { provides: ["t.answers"] })
    const options = { ...plan({ do: "redirect", provides: "t.answers" }), cubes: [other.cube] }
    const { host, supervisor, ask, runner } = await admitted(self, options)
    supervisor.start()
    self.mood = "unhealthy"
    await host.advance(90_000)
    expect(await ask()).toBe("other 1")
    expect(supervisor.health()).toMatchObject({ status: "degraded", compositions: [{ status: "degraded" }] })
    expect((await runner.run({ ms: 0 }, { record: true }).result).outputs.by).toBe("patient 1")
    const late = ask(60_000)
    self.mood = "healthy"
    await host.advance(30_000)
    expect(await ask()).toBe("patient 1")
    expect(other.deeds).toEqual(["1 answered"])
    await host.advance(30_000)
    expect(await late).toBe("other 1")
    expect(other.deeds).toEqual(["1 answered", "1 answered", "1 stopped", "1 destroyed"])
    await supervisor.stop()
  })

  test("redirect: an answer that does not fit the ports is refused", async () => {
    const strict = patient()
    const cube = { ...strict.cube, outputs: { by: z.string().max(5) } }
    const other = patient("other")
    const options = { ...plan({ do: "redirect", use: "t/other" }), cubes: [other.cube] }
    const { host, supervisor, ask } = await admitted({ ...strict, cube }, options)
    supervisor.start()
    strict.mood = "unhealthy"
    await host.advance(90_000)
    expect(await ask()).toBe("redirect_output_refused")
    await supervisor.stop()
  })

  test("a cube that cannot be made anew is tried again with growing pauses, and its instance goes on meanwhile", async () => {
    const self = patient()
    const { host, supervisor, ask } = await admitted(self)
    supervisor.start()
    self.mood = "unhealthy"
    self.making = () => {
      throw new Error("secret detail")
    }
    await host.advance(10 * 60_000)
    expect(await ask()).toBe("patient 1")
    // At 90 s, and 30, 60, 120 and 240 s after each other.
    expect(self.made - 1).toBe(5)
    expect(lines(host).slice(-1)).toEqual(["cube could not be made anew: cube_not_created"])
    expect(JSON.stringify(host.logs)).not.toContain("secret detail")
    await supervisor.stop()
  })

  test("a cube that takes too long to be made is given up, and destroyed when it comes after all", async () => {
    const self = patient()
    const { host, supervisor } = await admitted(self)
    supervisor.start()
    self.mood = "unhealthy"
    self.making = () => host.clock.sleep(40_000)
    await host.advance(125_000)
    expect(lines(host)).toContain("cube could not be made anew: cube_made_late")
    await host.advance(10_000)
    expect(self.deeds).toEqual(["2 stopped", "2 destroyed"])
    await supervisor.stop()
  })

  test("a budget that is spent makes it lost: what is planned for that is done, and no restart any more", async () => {
    const self = patient()
    const options: SupervisionOptions = {
      plans: [{ for: {}, on: { unhealthy: [{ do: "restart", budget: 2 }], lost: [{ do: "shed" }] } }],
    }
    const { host, supervisor, ask } = await admitted(self, options)
    supervisor.start()
    self.mood = "unhealthy"
    await host.advance(60 * 60_000)
    expect(self.made).toBe(3)
    expect(await ask()).toBe("cube_shed")
    await supervisor.stop()
  })

  test("degraded is left alone unless a plan says otherwise", async () => {
    const self = patient()
    const { host, supervisor } = await admitted(self)
    supervisor.start()
    self.mood = "degraded"
    await host.advance(10 * 60_000)
    expect([self.made, supervisor.health().status]).toEqual([1, "degraded"])
    await supervisor.stop()
  })

  test("a healthy time begins the pauses anew", async () => {
    const self = patient()
    const { host, supervisor } = await admitted(self)
    supervisor.start()
    self.mood = (instance) => (instance < 3 ? "unhealthy" : "healthy")
    await host.advance(10 * 60_000)
    expect([self.made, supervisor.snapshot()]).toEqual([3, { "ward/s": { restarts: 2, row: 2 } }])
    await host.advance(5 * 60_000)
    expect(supervisor.snapshot()).toEqual({ "ward/s": { restarts: 2, row: 0 } })
    await supervisor.stop()
  })
})

describe("several cubes", () => {
  const wing = (n: number): CompositionDocument => ({
    ...documentOf(),
    cubes: Object.fromEntries(
      Array.from({ length: n }, (_, at) => [`s${at}`, { use: `t/p${at % 4}`, in: { ms: "@ms" } }]),
    ),
    outputs: { by: "s0.by" },
  })

  test("when all fall ill at once, a quarter of them is made anew within 10 s, never two of two of a kind", async () => {
    const selves = [0, 1, 2, 3].map((at) => patient(`p${at}`))
    const host = createHost()
    const supervisor = createSupervisor(host)
    await createRunner(
      wing(8),
      selves.map(({ cube }) => cube),
      host,
      { policies, supervisor },
    )
    for (const self of selves) self.mood = (instance) => (instance <= 2 ? "unhealthy" : "healthy")
    supervisor.start()
    const anew = () => selves.map(({ made: count }) => count - 2)
    await host.advance(90_000)
    expect(anew()).toEqual([1, 1, 0, 0])
    await host.advance(9_999)
    expect(anew()).toEqual([1, 1, 0, 0])
    await host.advance(30_001)
    expect(anew()).toEqual([2, 2, 2, 2])
    expect(supervisor.health().status).toBe("healthy")
    await supervisor.stop()
  })

  test("calls are never kept from the last of a kind that has several", async () => {
    const self = patient("p0")
    const host = createHost()
    const supervisor = createSupervisor(host, { plans: [{ for: {}, on: { unhealthy: [{ do: "shed" }] } }] })
    const document = {
      ...wing(2),
      cubes: { s0: { use: "t/p0", in: { ms: "@ms" } }, s1: { use: "t/p0", in: { ms: "@ms" } } },
    }
    await createRunner(document, [self.cube], host, { supervisor })
    self.mood = "unhealthy"
    supervisor.start()
    await host.advance(10 * 60_000)
    const { steps = {} } = supervisor.health().compositions[0] ?? {}
    expect(Object.values(steps).map(({ doing }) => doing)).toEqual([["shed"], []])
    await supervisor.stop()
  })

  test("cubes that steps call are looked after as well", async () => {
    const self = patient("callee")
    const caller = defineCube({
      id: "t/caller",
      version: "1.0.0",
      color: "feature",
      effect: "read",
      title: { en: "Caller", ko: "부르는 큐브" },
      inputs: { ms: z.number() },
      outputs: { by: z.string() },
      dependencies: { "t/callee": "^1" },
      create: () => ({
        process: async ({ ms }, step) => (await step.call("t/callee", { ms })) as { by: string },
      }),
    })
    const host = createHost()
    const supervisor = createSupervisor(host)
    const document = { ...documentOf(), cubes: { s: { use: "t/caller@^1", in: { ms: "@ms" } } } }
    const runner = await createRunner(document, [caller, self.cube], host, { supervisor })
    self.mood = (instance) => (instance === 1 ? "unhealthy" : "healthy")
    supervisor.start()
    await host.advance(90_000)
    expect((await runner.run({ ms: 0 }).result).outputs.by).toBe("callee 2")
    expect(Object.keys(supervisor.health().compositions[0]?.steps ?? {})).toEqual(["s", ">t/callee"])
    await supervisor.stop()
  })

  test("instances whose calls never end are not piled up", async () => {
    const self = patient()
    const { host, supervisor, runner } = await admitted(self)
    supervisor.start()
    self.mood = "unhealthy"
    for (let minute = 0; minute < 120; minute++) {
      runner.run({ ms: 100 * 60 * 60_000 })
      await host.advance(60_000)
    }
    expect(self.made).toBe(4)
    await runner.stop({ cancel: true })
    await supervisor.stop()
    expect(host.pendingTimers).toBe(0)
  })
})
