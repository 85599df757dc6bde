import { describe, expect, test } from "vitest"
import { Arrivals } from "../../src/policies/arrivals.ts"
import { Circuit, type Passer } from "../../src/policies/circuit.ts"

describe("a breaker", () => {
  /** Share of windows of 100 calls in which a service with this error rate opens the breaker. */
  function opens(errorRate: number, calls: number, windows: number): number {
    let seed = 1
    const random = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed / 2 ** 32
    }
    let opened = 0
    for (let i = 0; i < windows; i++) {
      const circuit = new Circuit({ errorRate: 0.05, windowMs: 10_000, minimumCalls: calls, openMs: 10_000 }, 30_000)
      for (let call = 0; call < calls && circuit.state === "closed"; call++)
        circuit.leave(circuit.enter(call) as Passer, random() >= errorRate, call)
      if (circuit.state === "open") opened++
    }
    return opened / windows
  }

  // Binomial tails: P(X ≥ 5 | 100, 0.01) = 0.34 %, P(X ≥ 5 | 100, 0.1) = 97.6 %, P(X ≥ 1 | 20, 0.01) = 18.2 %.
  test("of 5 % over 100 calls opens falsely in at most 0.5 % of the windows of a healthy service", () => {
    expect(opens(0.01, 100, 20_000)).toBeLessThanOrEqual(0.005)
  })

  test("and in at least 97 % of the windows of one that fails 10 % of the time", () => {
    expect(opens(0.1, 100, 20_000)).toBeGreaterThanOrEqual(0.97)
  })

  test("while 20 calls would open it falsely in a sixth of them, of which the plan warns", () => {
    expect(opens(0.01, 20, 20_000)).toBeGreaterThan(1 / 6)
  })
})

describe("a rate limit", () => {
  test("of 100 a minute holds in every window of a million arrivals from 50 clients", () => {
    const arrivals = new Arrivals(100, 60_000)
    const admitted = Array.from({ length: 50 }, () => [] as number[])
    let seed = 7
    let now = 0
    for (let i = 0; i < 1_000_000; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      // Bursts and lulls.
      now += seed >>> 28 === 0 ? (seed >>> 16) % 200 : (seed >>> 24) % 3
      const client = (seed >>> 8) % 50
      if (arrivals.admit(`c${client}`, now) === 0) admitted[client]?.push(now)
    }
    const most = admitted.map((times) => {
      let worst = 0
      for (let i = 100; i < times.length; i++) if ((times[i] as number) - (times[i - 100] as number) < 60_000) worst++
      return worst
    })
    expect(most.every((worst) => worst === 0)).toBe(true)
    expect(admitted.flat().length).toBeGreaterThan(50_000)
  })
})
