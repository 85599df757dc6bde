import { CubeError, createRunner, defineCube, type PolicyData, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as z from "zod"

/** What a service does with one call. */
interface Deed {
  readonly ms: number
  readonly ends: "ok" | "retryable" | "final" | "never"
  /** Whether it asks its host for time, and so can be let go of, or heeds nothing. */
  readonly deaf: boolean
}

const deed: fc.Arbitrary<Deed> = fc.record({
  ms: fc.nat(60),
  ends: fc.constantFrom("ok", "ok", "ok", "retryable", "retryable", "final", "never"),
  deaf: fc.boolean(),
})

const ms = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })
const policy: fc.Arbitrary<PolicyData> = fc.record(
  {
    timeoutMs: ms(50),
    deadlineMs: ms(120),
    retry: fc.record({
      attempts: fc.integer({ min: 1, max: 4 }),
      baseMs: fc.nat(20),
      backoff: fc.constantFrom("constant", "exponential"),
      jitter: fc.constantFrom("none", "full"),
    }),
    breaker: fc.record({ errorRate: fc.constant(0.5), windowMs: ms(200), minimumCalls: ms(4), openMs: ms(60) }),
    bulkhead: fc.record({ concurrent: ms(2), queue: fc.nat(2) }),
    cache: fc.record({ ttlMs: ms(80), staleOnError: fc.boolean() }),
    rateLimit: fc.record({ limit: ms(4), windowMs: ms(100), key: fc.constantFrom("@n", "@all") }),
    fallback: fc.constantFrom({ value: { n: -1 } }, { use: "t/spare" }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PolicyData>

const visit = fc.record({
  after: fc.nat(60),
  n: fc.integer({ min: 1, max: 2 }),
  cancelAfter: fc.option(fc.nat(100)),
  deadlineMs: fc.option(ms(150)),
})

const title = { en: "Service", ko: "서비스" }
const head = { version: "1.0.0", color: "network", effect: "read", needs: ["clock", "random"], title } as const

/** What it does depends on the time only, so that a replay does it again. */
function serviceOf(deeds: readonly Deed[], sleep: (ms: number) => Promise<void>) {
  return defineCube({
    ...head,
    id: "t/service",
    inputs: { n: z.number() },
    outputs: { n: z.number() },
    create: () => ({
      async process({ n }, step) {
        const { ms, ends, deaf } = deeds[(step.clock.now() + n) % deeds.length] as Deed
        if (ends === "never") await new Promise(() => undefined)
        await (deaf ? sleep(ms) : step.clock.sleep(ms))
        if (ends === "ok") return { n: n + step.random.next() + (deaf ? 0 : step.clock.now() % 7) }
        throw new CubeError({ code: `told_${ends}`, message: "m", hint: "h", retryable: ends === "retryable" })
      },
    }),
  })
}

const spare = defineCube({
  ...head,
  id: "t/spare",
  inputs: { n: z.number() },
  outputs: { n: z.number() },
  create: () => ({
    async process({ n }, step) {
      await step.clock.sleep(5)
      return { n: n + 100 }
    },
  }),
})

describe("whatever policies, cubes and callers do", () => {
  test("every run ends, nothing is kept, and every record replays to its fingerprint", async () => {
    let replayed = 0
    await fc.assert(
      fc.asyncProperty(
        policy,
        fc.array(deed, { minLength: 1, maxLength: 6 }),
        fc.array(visit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("edges", "wires"),
        async (given, deeds, visits, check) => {
          const host = createHost()
          let live = true
          const cubes = [serviceOf(deeds, async (ms) => (live ? host.clock.sleep(ms) : undefined)), spare]
          const document = {
            format: 1,
            id: "p",
            version: "1.0.0",
            cubes: { s: { use: "t/service", in: { n: "@n" }, policy: given } },
            outputs: { n: "s.n", all: "@all" },
          }
          const runner = await createRunner(document, cubes, host, { policies, check: check as "edges", seed: "s" })
          const runs = []
          for (const { after, n, cancelAfter, deadlineMs } of visits) {
            await host.advance(after)
            const options = { record: true, fingerprint: true, ...(deadlineMs === null ? {} : { deadlineMs }) }
            const run = runner.run({ n, all: 0 }, options)
            if (cancelAfter !== null) void host.clock.sleep(cancelAfter).then(() => run.cancel())
            runs.push(run)
          }
          await host.advance(2000)
          // Who still waits, waits for a cube that never answers.
          for (const run of runs) run.cancel()
          await host.advance(100)
          expect(host.pendingTimers).toBe(0)
          const controls = runner.policies("s")
          expect(controls.bulkhead?.state() ?? { working: 0, waiting: 0 }).toEqual({ working: 0, waiting: 0 })
          expect(controls.cache?.state() ?? {}).not.toMatchObject({ waiting: 1 })
          await runner.stop()
          live = false
          for (const run of runs) {
            const { record, fingerprint, outputs, steps } = await run.settled
            const again = await replay(record as never, cubes, createHost())
            expect(again).toMatchObject({ same: true, outputs })
            expect(again.fingerprint).toBe(fingerprint)
            expect(again.steps.s?.outcome).toBe(steps.s?.outcome)
            replayed++
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(replayed).toBeGreaterThan(600)
  })
})
