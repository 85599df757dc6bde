import type { HostValue, StepRecord } from "cubular"
import { expectTypeOf, test } from "vitest"

type Of<P extends HostValue["power"]> = Extract<HostValue, { readonly power: P }>

test("what a record holds of the host has all members that are written", () => {
  const step: StepRecord = {
    path: "a",
    outcome: "ok",
    host: [
      { power: "random.next", value: 0.5, times: 3 },
      { power: "ids.next", value: "b", times: 2 },
      { power: "clock.sleep", value: 5, done: 1 },
      { power: "http.fetch", status: 200, headers: [["a", "b"]], body: "", done: 0 },
      { power: "http.fetch", failed: "service_busy", retryable: true, done: -1 },
      { power: "clock.now", value: 1 },
    ],
  }
  expectTypeOf(step).toEqualTypeOf<StepRecord>()
})

test("and only those: readings of the clock come at once, what is drawn follows from the seed", () => {
  expectTypeOf<Of<"clock.sleep">["done"]>().toEqualTypeOf<number | undefined>()
  expectTypeOf<Of<"ids.next">["times"]>().toEqualTypeOf<number | undefined>()
  expectTypeOf<Of<"ids.next">>().not.toHaveProperty("done")
  expectTypeOf<Of<"clock.sleep">>().not.toHaveProperty("times")
  // @ts-expect-error a reading of the clock is over when it is asked for
  const reading: HostValue = { power: "clock.now", value: 1, done: 0 }
  expectTypeOf(reading).toEqualTypeOf<HostValue>()
})
