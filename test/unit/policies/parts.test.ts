import { describe, expect, test } from "vitest"
import { Arrivals } from "../../../src/policies/arrivals.ts"
import { Circuit, type Passer } from "../../../src/policies/circuit.ts"
import { copyOf } from "../../../src/policies/copy.ts"
import { Flight, type Traveller } from "../../../src/policies/flight.ts"
import { Places } from "../../../src/policies/places.ts"
import { stop } from "../../../src/policies/timers.ts"

describe("a circuit", () => {
  const settings = { errorRate: 1, windowMs: 1000, minimumCalls: 100, openMs: 500 }
  const call = (circuit: Circuit, now: number, ok: boolean): boolean =>
    circuit.leave(circuit.enter(now) as Passer, ok, now)

  test("counts each call once, however many there are in one part of the window", () => {
    const circuit = new Circuit(settings, 1000)
    for (let n = 0; n < 30; n++) expect(call(circuit, 5, n % 3 > 0)).toBe(false)
    expect(circuit.tally(5)).toEqual({ calls: 30, failures: 10 })
    for (let n = 0; n < 30; n++) call(circuit, 105, true)
    expect(circuit.tally(105)).toEqual({ calls: 60, failures: 10 })
  })

  test("keeps the ten parts of the window, and no more of them", () => {
    const circuit = new Circuit(settings, 1000)
    for (let n = 1; n <= 25; n++) {
      call(circuit, n * 100, true)
      expect(circuit.tally(n * 100).calls).toBe(Math.min(n, 10))
    }
    // biome-ignore lint/complexity/useLiteralKeys: only brackets reach what is private
    expect(circuit["slices"]).toHaveLength(10)
  })

  test("says that it turned when it did, and only then", () => {
    const circuit = new Circuit({ ...settings, minimumCalls: 2 }, 1000)
    const [late, cancelled] = [circuit.enter(0) as Passer, circuit.enter(0) as Passer]
    expect(circuit.leave(cancelled, undefined, 0)).toBe(false)
    expect([call(circuit, 0, false), call(circuit, 0, false)]).toEqual([false, true])
    expect(circuit.leave(late, false, 0)).toBe(false)
    expect(circuit.leave(circuit.enter(500) as Passer, undefined, 500)).toBe(false)
    expect([circuit.state, call(circuit, 500, true), circuit.state]).toEqual(["halfOpen", true, "closed"])
    expect([call(circuit, 600, false), call(circuit, 600, false), circuit.state]).toEqual([false, true, "open"])
  })

  test("never hears calls of another time, however many probes were lost since", () => {
    const circuit = new Circuit({ ...settings, minimumCalls: 1 }, 1000)
    const slow = circuit.enter(0) as Passer
    call(circuit, 0, false)
    for (const now of [500, 1500, 2500, 3500]) {
      expect(circuit.enter(now)).toMatchObject({ probe: true })
      expect(circuit.leave(slow, false, now)).toBe(false)
      expect(circuit.state).toBe("halfOpen")
    }
  })
})

describe("arrivals", () => {
  test("are forgotten in the order of the latest ones", () => {
    const arrivals = new Arrivals(2, 1000)
    for (const [key, now] of [
      ["a", 0],
      ["b", 100],
      ["a", 900],
    ] as const)
      expect(arrivals.admit(key, now)).toBe(0)
    expect(arrivals.admit("c", 1200)).toBe(0)
    expect(arrivals.keys).toBe(2)
  })
})

describe("places", () => {
  test("that are free again go to those who wait, not to who just comes", () => {
    const places = new Places(1, 100)
    places.take(0)
    const seat = places.queue({ over: false })
    expect(places.take(99)).toBeUndefined()
    expect(places.take(100)).toBeUndefined()
    expect(seat.place).toEqual({ since: 100 })
  })

  test("are taken from the lost only when they are needed", () => {
    const places = new Places(2, 100)
    places.take(0)
    places.take(1000)
    expect(places.taken).toBe(2)
    places.take(1000)
    expect(places.taken).toBe(2)
  })

  test("go to those who wait when all are cleared", async () => {
    const places = new Places(1, 100)
    places.take(0)
    const seats = [places.queue({ over: false }), places.queue({ over: false })]
    places.clear(5)
    await seats[0]?.given
    expect(seats.map(({ place }) => place)).toEqual([{ since: 5 }, undefined])
    expect([places.taken, places.waiting]).toEqual([1, 1])
  })
})

describe("a flight", () => {
  const told = (travellers: readonly Traveller[]): Promise<unknown[]> =>
    Promise.all(travellers.map(({ landing }) => Promise.race([landing, Promise.resolve("waits")])))

  test("is heard of when it begins and when it is handed over, and hands over to the first who still waits", async () => {
    const flight = new Flight(7)
    expect(flight.heard).toBe(7)
    expect(flight.handOver(8)).toBe(false)
    expect(flight.heard).toBe(7)
    const [first, second, third] = [flight.join(), flight.join(), flight.join()]
    expect(first.leads).toBe(false)
    flight.leave(first)
    expect(flight.handOver(9)).toBe(true)
    flight.leave(second)
    expect([first, second, third].map(({ leads }) => leads)).toEqual([false, true, false])
    expect(flight.heard).toBe(9)
    const landing = { error: "down" }
    flight.land(landing)
    expect(await told([first, second, third])).toEqual(["waits", "lead", landing])
    expect(flight.handOver(10)).toBe(false)
  })

  test("that somebody left twice still has the others", () => {
    const flight = new Flight(0)
    const [first] = [flight.join(), flight.join()]
    for (let twice = 0; twice < 2; twice++) flight.leave(first as Traveller)
    expect([flight.handOver(1), flight.handOver(1)]).toEqual([true, false])
  })
})

test("a copy holds the same, null among it, and is nobody else's", () => {
  const values = { none: null, list: [1, null, { a: "b" }], bytes: new Uint8Array([1, 2]), on: true }
  const copy = copyOf(values)
  expect(copy).toEqual(values)
  for (const part of ["list", "bytes"] as const) expect(copy[part]).not.toBe(values[part])
})

test("a stopped timer aborts with a word, not with an error that takes time to make", () => {
  const timer = new AbortController()
  stop(timer)
  expect(timer.signal.reason).toBe("stopped")
})
