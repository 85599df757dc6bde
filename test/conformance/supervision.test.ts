import { createRunner, defineCube, stream } from "cubular"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import { createSupervisor } from "cubular/supervision"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { admitted, documentOf, lines, patient } from "./patient.ts"

const MINUTE = 60_000

describe("supervision", () => {
  test("three bad checks in a row, 30 s apart, and a cube is made anew; its fresh instance is healthy", async () => {
    const self = patient()
    const { host, supervisor, ask } = await admitted(self)
    supervisor.start()
    self.mood = (instance) => (instance === 1 ? "unhealthy" : "healthy")
    await host.advance(89_999)
    expect([self.made, supervisor.health().status]).toEqual([1, "degraded"])
    await host.advance(1)
    expect(self.made).toBe(2)
    expect(await ask()).toBe("patient 2")
    expect(self.deeds).toEqual(["1 stopped", "1 destroyed", "2 answered"])
    expect(lines(host)).toEqual([
      "cube is degraded: unhealthy",
      "cube is unhealthy: unhealthy",
      "cube was made anew",
      "cube is healthy: healthy",
    ])
    expect(supervisor.health()).toEqual({
      status: "healthy",
      compositions: [
        {
          composition: "ward",
          status: "healthy",
          steps: {
            s: { cube: "t/patient", status: "healthy", since: 946_684_890_000, failures: 0, restarts: 1, doing: [] },
          },
        },
      ],
    })
    await supervisor.stop()
    expect(host.pendingTimers).toBe(0)
  })

  test("a check that never answers is a bad one, and so is one that throws", async () => {
    for (const mood of ["hangs", "throws"] as const) {
      const self = patient()
      const { host, supervisor } = await admitted(self)
      supervisor.start()
      self.mood = (instance) => (instance === 1 ? mood : "healthy")
      await host.advance(90_000)
      expect(self.made).toBe(mood === "hangs" ? 1 : 2)
      await host.advance(5000)
      expect(self.made).toBe(2)
      await supervisor.stop()
    }
  })

  test("runs under way end with the instance they began with, which is destroyed when the last of them has", async () => {
    const self = patient()
    const { host, supervisor, runner, ask } = await admitted(self)
    supervisor.start()
    self.mood = (instance) => (instance === 1 ? "unhealthy" : "healthy")
    const before = [runner.run({ ms: 95_000 }).result, runner.run({ ms: 2 * MINUTE }).result]
    await host.advance(90_000)
    const after = ask(1000)
    await host.advance(10_000)
    expect(await after).toBe("patient 2")
    expect(self.deeds).toEqual(["2 answered", "1 answered"])
    await host.advance(MINUTE)
    expect((await Promise.all(before)).map(({ outputs }) => outputs.by)).toEqual(["patient 1", "patient 1"])
    expect(self.deeds).toEqual(["2 answered", "1 answered", "1 answered", "1 stopped", "1 destroyed"])
    await supervisor.stop()
  })

  test("an instance that gave a stream serves it to its end", async () => {
    const deeds: string[] = []
    let made = 0
    const source = defineCube({
      id: "t/source",
      version: "1.0.0",
      color: "data",
      effect: "read",
      needs: ["clock"],
      title: { en: "Source", ko: "샘" },
      inputs: {},
      outputs: { items: stream(z.string()) },
      create: () => {
        const own = ++made
        return {
          process: (_, step) => ({
            items: (async function* () {
              for (let item = 0; item < 3; item++) {
                await step.clock.sleep(MINUTE)
                yield `${own}.${item}`
              }
            })(),
          }),
          health: () => ({ status: own === 1 ? "unhealthy" : "healthy", checks: [] }),
          destroy: () => void deeds.push(`${own} destroyed`),
        }
      },
    })
    const document = { ...documentOf(), cubes: { s: { use: "t/source@^1" } }, outputs: { items: "s.items" } }
    const host = createHost()
    const supervisor = createSupervisor(host)
    const runner = await createRunner(document, [source], host, { supervisor, streams })
    supervisor.start()
    const run = runner.run()
    const ended = run.settled.then(({ outputs }) => deeds.push(`ended ${JSON.stringify(outputs.items)}`))
    await host.advance(100_000)
    expect([made, deeds]).toEqual([2, []])
    await host.advance(2 * MINUTE)
    await ended
    expect(deeds.length).toBe(2)
    expect(deeds).toContain("1 destroyed")
    expect(deeds.join()).toContain('"items":3')
    const cut = runner.run()
    await host.advance(1000)
    cut.cancel()
    await runner.stop()
    expect(deeds.at(-1)).toBe("2 destroyed")
    await supervisor.stop()
  })

  test("without timers of its own it is driven by ticks, whenever they come", async () => {
    const self = patient()
    const { host, supervisor } = await admitted(self)
    expect(await supervisor.tick()).toBe(30_000)
    self.mood = "unhealthy"
    for (const ms of [30_000, 45_000, 100_000]) {
      await host.advance(ms)
      await supervisor.tick()
      await supervisor.tick()
    }
    expect(self.made).toBe(2)
    expect(await supervisor.tick()).toBe(30_000)
  })

  test("a second tick while a check is under way asks nobody twice", async () => {
    const self = patient()
    let asked = 0
    self.mood = () => {
      asked++
      return "hangs"
    }
    const { host, supervisor } = await admitted(self)
    await host.advance(30_000)
    const first = supervisor.tick()
    await supervisor.tick()
    await host.advance(5000)
    await first
    expect(asked).toBe(1)
  })

  test("what a supervisor does changes no fingerprint", async () => {
    const self = patient()
    const { runner, supervisor } = await admitted(self)
    const bare = await createRunner(documentOf(), [self.cube], createHost())
    const ask = async (of: typeof runner) => (await of.run({ ms: 0 }, { fingerprint: true, seed: "1" }).result).steps
    expect(await ask(runner)).toEqual(await ask(bare))
    await runner.stop()
    expect(supervisor.health()).toEqual({ status: "healthy", compositions: [] })
    expect(self.deeds.slice(-2)).toEqual(["1 stopped", "1 destroyed"])
  })

  test("pauses between restarts in a row grow, and go on in a supervisor that follows", async () => {
    const self = patient()
    self.mood = "unhealthy"
    const { host, supervisor } = await admitted(self)
    const at: number[] = []
    let made = 1
    const watch = async (of: typeof supervisor, minutes: number): Promise<void> => {
      for (let second = 0; second < minutes * 60; second++) {
        await host.advance(1000)
        await of.tick()
        if (self.made > made) at.push(host.clock.now() - 946_684_800_000)
        made = self.made
      }
    }
    await watch(supervisor, 10)
    const gaps = at.map((time, index) => (time - (at[index - 1] ?? 0)) / 1000)
    expect(gaps).toEqual([90, 90, 120, 180])
    const next = createSupervisor(host, { state: JSON.parse(JSON.stringify(supervisor.snapshot())) })
    await createRunner(documentOf(), [self.cube], host, { supervisor: next })
    made = self.made
    const begun = host.clock.now() - 946_684_800_000
    await watch(next, 10)
    expect(((at.at(-1) as number) - begun) / 1000).toBe(90 + 240)
  })
})
