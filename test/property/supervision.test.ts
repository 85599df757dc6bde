import { type Clock, createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { createSupervisor } from "cubular/supervision"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Mood, patient } from "../conformance/patient.ts"

const SCHEDULES = 1000
const MINUTES = 40
/** What a check that hangs costs here: the clock is moved by hand, so nobody waits for it. */
const BAD: readonly Mood[] = ["unhealthy", "throws"]

/** When each of some cubes is ill, in spans of seconds; whether a restart helps it; and how late ticks come. */
const schedules = fc.record({
  spans: fc.array(
    fc.array(
      fc.record({
        ms: fc.integer({ min: 1, max: 900 }).map((s) => s * 1000),
        mood: fc.constantFrom<Mood>("healthy", "healthy", "degraded", ...BAD),
      }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    { minLength: 1, maxLength: 8 },
  ),
  cured: fc.boolean(),
  lateMs: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 }),
})

interface Deed {
  readonly at: number
  readonly what: "bad" | "good" | "anew"
}

/** Everything that happened to each cube, in virtual time. */
async function played({ spans, cured, lateMs }: typeof schedules extends fc.Arbitrary<infer T> ? T : never) {
  let now = 0
  const clock: Clock = { now: () => now, monotonic: () => now, sleep: () => new Promise(() => undefined) }
  const host = { ...createHost(), clock }
  const supervisor = createSupervisor(host)
  const deeds: Deed[][] = spans.map(() => [])
  const cubes = spans.map((own, index) => {
    const self = patient(`p${index}`)
    let anewAt = 0
    self.making = () => {
      if (self.made > 1) deeds[index]?.push({ at: now, what: "anew" })
      anewAt = now
    }
    self.mood = () => {
      let begun = 0
      const span = own.find(({ ms }) => {
        const covers = begun + ms > now
        if (!covers) begun += ms
        return covers
      })
      const mood = span === undefined || (cured && anewAt > begun) ? "healthy" : span.mood
      deeds[index]?.push({ at: now, what: BAD.includes(mood) ? "bad" : "good" })
      return mood
    }
    return self.cube
  })
  const placed = cubes.map((cube, index) => [`s${index}`, { use: cube.id, in: { ms: "@ms" } }] as const)
  const document = {
    format: 1 as const,
    id: "many",
    version: "1.0.0",
    cubes: Object.fromEntries(placed),
    outputs: { by: "s0.by" },
  }
  await createRunner(document, cubes, host, { supervisor })
  for (let turn = 0; now < MINUTES * 60_000; turn++)
    now += (await supervisor.tick()) + (lateMs[turn % lateMs.length] as number)
  return deeds
}

/** Restarts by anyone else in the 10 s before and the time a turn may have to be waited for. */
const crowd = (all: readonly Deed[][], own: readonly Deed[], from: number, to: number): number =>
  all.filter(
    (deeds) => deeds !== own && deeds.some(({ what, at }) => what === "anew" && at > from - 10_000 && at <= to),
  ).length

/** Made anew within 91 s of its first bad check, unless it is well again by then or has to wait its turn. */
function expectPromptness(all: readonly Deed[][]): void {
  for (const deeds of all) {
    const row = deeds.slice(deeds.findIndex(({ what }) => what === "bad"))
    const end = row.findIndex(({ what }) => what === "good")
    const ill = end < 0 ? row : row.slice(0, end)
    const begun = ill[0]?.at
    if (begun === undefined || ill[0]?.what !== "bad") continue
    const anew = ill.find(({ what }) => what === "anew")
    const checks = ill.filter(({ what, at }) => what === "bad" && at <= (anew?.at ?? Number.POSITIVE_INFINITY))
    if (anew) expect(anew.at - begun).toBeLessThanOrEqual(91_000 + 10_000 * crowd(all, deeds, begun, anew.at))
    if (anew) expect(checks.length).toBeGreaterThanOrEqual(3)
    else if (checks.length >= 4) expect(crowd(all, deeds, begun, begun + 91_000)).toBeGreaterThan(0)
  }
}

/** Within any 10 s no more than a quarter, at least one, is made anew. */
function expectNoStorm(all: readonly Deed[][]): void {
  const most = Math.max(1, Math.floor(all.length / 4))
  const times = all.flatMap((deeds) => deeds.filter(({ what }) => what === "anew").map(({ at }) => at))
  times.sort((a, b) => a - b)
  for (let at = 0; at + most < times.length; at++)
    expect((times[at + most] as number) - (times[at] as number)).toBeGreaterThanOrEqual(10_000)
}

/** From the third bad check on, twice as long each time, until ten minutes were well. */
function expectGrowingPauses(deeds: readonly Deed[]): void {
  let row = 0
  let wellSince: number | undefined = 0
  let armedAt = 0
  let bad = 0
  for (const { what, at } of deeds) {
    if (what === "good") wellSince ??= at
    if (what === "good" && at - (wellSince as number) >= 600_000) row = 0
    if (what === "bad") {
      wellSince = undefined
      if (++bad === 3) armedAt = at
    } else bad = 0
    if (what !== "anew") continue
    expect(at - armedAt).toBeGreaterThanOrEqual(row === 0 ? 0 : Math.min(30_000 * 2 ** (row - 1), 900_000))
    row++
  }
}

test("restarts are prompt, never a storm, and their pauses grow, whatever falls ill when", async () => {
  let restarts = 0
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const all = await played(schedule)
      expectPromptness(all)
      expectNoStorm(all)
      for (const deeds of all) expectGrowingPauses(deeds)
      restarts += all.flat().filter(({ what }) => what === "anew").length
    }),
    { numRuns: SCHEDULES },
  )
  // There was something to be seen.
  expect(restarts).toBeGreaterThan(SCHEDULES)
})
