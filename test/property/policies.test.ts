import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Arrivals } from "../../src/policies/arrivals.ts"
import { Circuit, type CircuitSettings, type Passer } from "../../src/policies/circuit.ts"
import { type Place, Places, type Seat } from "../../src/policies/places.ts"

/** Mutation testing, which runs this file hundreds of times, asks for fewer histories. */
const RUNS = Number(import.meta.env.RUNS ?? 10_000)

/** A breaker as one would explain it: every call of the window is kept, and looked at again each time. */
class NaiveBreaker {
  state: "closed" | "open" | "halfOpen" | "isolated" = "closed"
  private calls: { at: number; ok: boolean }[] = []
  private openedAt = 0
  private probe: { by: number; at: number } | undefined
  private readonly by = new Map<number, { probe: boolean; era: number }>()
  private era = 0
  private readonly settings: CircuitSettings
  private readonly probeMs: number

  constructor(settings: CircuitSettings, probeMs: number) {
    this.settings = settings
    this.probeMs = probeMs
  }

  enter(id: number, now: number): boolean {
    if (this.state === "isolated") return false
    if (this.state === "open" && now >= this.openedAt + this.settings.openMs) this.to("halfOpen")
    if (this.state === "open") return false
    if (this.state === "halfOpen") {
      if (this.probe && now < this.probe.at + this.probeMs) return false
      if (this.probe) this.by.delete(this.probe.by)
      this.probe = { by: id, at: now }
    }
    this.by.set(id, { probe: this.state === "halfOpen", era: this.era })
    return true
  }

  leave(id: number, ok: boolean | undefined, now: number): void {
    const call = this.by.get(id)
    if (!call || call.era !== this.era) return
    this.by.delete(id)
    if (call.probe) {
      this.probe = undefined
      if (ok !== undefined) this.to(ok ? "closed" : "open", now)
    } else if (ok !== undefined) {
      this.calls.push({ at: now, ok })
      const width = this.settings.windowMs / 10
      const slice = (at: number): number => Math.floor(at / width)
      this.calls = this.calls.filter(({ at }) => slice(at) > slice(now) - 10)
      const failed = this.calls.filter((each) => !each.ok).length
      const enough = this.calls.length >= this.settings.minimumCalls
      if (enough && failed / this.calls.length >= this.settings.errorRate) this.to("open", now)
    }
  }

  to(state: NaiveBreaker["state"], now = 0): void {
    this.state = state
    this.calls = []
    this.openedAt = now
    this.probe = undefined
    this.era++
  }
}

type Act =
  | { readonly do: "enter" }
  | { readonly do: "isolate" }
  | { readonly do: "reset" }
  | { readonly do: "leave"; readonly which: number; readonly ok: boolean | undefined }
  | { readonly do: "wait"; readonly ms: number }

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.constant({ do: "enter" } as const) },
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant("leave" as const),
        which: fc.nat(5),
        ok: fc.constantFrom(true, false, false, undefined),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.constantFrom({ do: "isolate" } as const, { do: "reset" } as const) },
  ),
  { maxLength: 60 },
)

describe("a breaker", () => {
  const settings = fc.record({
    errorRate: fc.constantFrom(0.05, 0.07, 0.3, 0.5, 1),
    windowMs: fc.constantFrom(100, 200),
    minimumCalls: fc.integer({ min: 1, max: 6 }),
    openMs: fc.integer({ min: 1, max: 60 }),
  })

  test(`does what the naive one does, in ${RUNS} random histories`, () => {
    let opened = 0
    fc.assert(
      fc.property(settings, fc.integer({ min: 20, max: 80 }), acts, (given, probeMs, history) => {
        const circuit = new Circuit(given, probeMs)
        const naive = new NaiveBreaker(given, probeMs)
        const inside: { id: number; passer: Passer }[] = []
        let now = 0
        let id = 0
        for (const act of history) {
          if (act.do === "wait") now += act.ms
          else if (act.do === "isolate") {
            circuit.isolate()
            naive.to("isolated")
          } else if (act.do === "reset") {
            circuit.reset()
            naive.to("closed")
          } else if (act.do === "enter") {
            const passer = circuit.enter(now)
            expect(typeof passer === "object").toBe(naive.enter(++id, now))
            if (typeof passer === "object") inside.push({ id, passer })
          } else if (act.do === "leave") {
            const [left] = inside.splice(act.which % Math.max(1, inside.length), 1)
            if (!left) continue
            circuit.leave(left.passer, act.ok, now)
            naive.leave(left.id, act.ok, now)
          }
          expect(circuit.state).toBe(naive.state)
          if (circuit.state === "open") opened++
        }
      }),
      { numRuns: RUNS },
    )
    expect(opened).toBeGreaterThan(RUNS / 10)
  })

  test("never lets a second probe through while the first has not ended and is not lost", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 50 }), (pauses) => {
        const circuit = new Circuit({ errorRate: 1, windowMs: 100, minimumCalls: 1, openMs: 10 }, 1000)
        const first = circuit.enter(0) as Passer
        circuit.leave(first, false, 0)
        let now = 10
        let probes = 0
        for (const pause of pauses) {
          now += pause
          if (typeof circuit.enter(now) === "object") probes++
        }
        expect(probes).toBe(pauses.length > 0 ? 1 : 0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe("a rate limit", () => {
  test(`never admits more than its limit in any window, and never refuses without need, in ${RUNS} random histories`, () => {
    const history = fc.array(fc.record({ pause: fc.nat(40), key: fc.constantFrom("a", "b", "c") }), { maxLength: 80 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 120 }),
        history,
        (limit, windowMs, calls) => {
          const arrivals = new Arrivals(limit, windowMs)
          const admitted = new Map<string, number[]>()
          let now = 0
          for (const { pause, key } of calls) {
            now += pause
            const times = admitted.get(key) ?? []
            admitted.set(key, times)
            const recent = times.filter((time) => time > now - windowMs)
            const after = arrivals.admit(key, now)
            expect(after === 0).toBe(recent.length < limit)
            if (after === 0) times.push(now)
            else expect(after).toBe((recent.at(-limit) as number) + windowMs - now)
          }
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe("places", () => {
  test(`are never more than there are, and nobody waits beside a free one, in ${RUNS} random histories`, () => {
    const history = fc.array(fc.record({ do: fc.constantFrom("come", "come", "leave", "rise"), which: fc.nat(9) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), history, (count, acts) => {
        const places = new Places(count, 1_000_000)
        const working: Place[] = []
        const waiting: Seat[] = []
        const settle = (): void => {
          for (const seat of [...waiting])
            if (seat.place) {
              working.push(seat.place)
              waiting.splice(waiting.indexOf(seat), 1)
            }
        }
        for (const act of acts) {
          if (act.do === "come") {
            const place = places.take(0)
            if (place) working.push(place)
            else waiting.push(places.queue({ over: false }))
          } else if (act.do === "leave" && working.length > 0) {
            places.leave(working.splice(act.which % working.length, 1)[0] as Place, 0)
          } else if (act.do === "rise" && waiting.length > 0) {
            places.rise(waiting.splice(act.which % waiting.length, 1)[0] as Seat, 0)
          }
          const first = waiting.findIndex((seat) => seat.place === undefined)
          expect(waiting.slice(Math.max(first, 0)).every((seat) => first < 0 || seat.place === undefined)).toBe(true)
          settle()
          expect(working.length).toBe(places.taken)
          expect(places.taken).toBeLessThanOrEqual(count)
          expect(places.waiting).toBe(waiting.length)
          if (places.taken < count) expect(waiting).toHaveLength(0)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
