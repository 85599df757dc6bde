import {
  type Awaitable,
  CubeError,
  type FilledPolicy,
  type Policy,
  type PolicyCall,
  type PolicyNext,
  type Values,
} from "cubular/contract"
import { bulkhead_full, bulkhead_waited } from "cubular/messages/en"
import { PATIENCE_MS, wait } from "./patience.ts"
import { type Place, Places } from "./places.ts"

type Settings = NonNullable<FilledPolicy["bulkhead"]>

/** How long a place may be held without a timeout around the cube, in ms; then its run is taken for lost. */
const LONGEST_STAY_MS = 300_000
/** What a timeout may be late by before its run is taken for lost. */
const GRACE_MS = 1000

/**
 * `bulkhead`: at most `concurrent` attempts at work at once, and `queue` waiting for a place in the order of their coming;
 * more fail with `bulkhead_full`, those that wait for 30 s with `bulkhead_waited` (both retryable). An attempt gives its
 * place back when it ends, however it ends.
 */
export const bulkhead: Policy = {
  name: "bulkhead",
  needs: ["clock"],
  create({ data, clock }) {
    const { concurrent, queue } = data.bulkhead as Settings
    const stayMs = data.timeoutMs === undefined ? LONGEST_STAY_MS : data.timeoutMs + GRACE_MS
    const places = new Places(concurrent, stayMs)
    const work = (place: Place, call: PolicyCall, next: PolicyNext): Awaitable<Values> =>
      call.attend(
        next,
        (values) => {
          places.leave(place, clock.monotonic())
          return values
        },
        (error) => {
          places.leave(place, clock.monotonic())
          throw error
        },
      )
    const queued = async (call: PolicyCall, next: PolicyNext): Promise<Values> => {
      call.decide({ policy: "bulkhead", did: "queued" })
      const seat = places.queue(call)
      try {
        await wait(seat.given, call, clock, () => {
          places.serve(clock.monotonic())
          return false
        })
      } catch (error) {
        places.rise(seat, clock.monotonic())
        throw error
      }
      if (seat.place) return work(seat.place, call, next)
      places.rise(seat, clock.monotonic())
      call.decide({ policy: "bulkhead", did: "refused", code: bulkhead_waited.code, ms: PATIENCE_MS })
      throw new CubeError({ ...bulkhead_waited, params: { waitMs: PATIENCE_MS }, retryable: true })
    }
    return {
      answer(call, next) {
        const place = places.take(clock.monotonic())
        if (place) return work(place, call, next)
        if (places.waiting < queue) return queued(call, next)
        call.decide({ policy: "bulkhead", did: "refused", code: bulkhead_full.code })
        throw new CubeError({ ...bulkhead_full, params: { concurrent, queue }, retryable: true })
      },
      control: {
        state: () => ({ working: places.taken, waiting: places.waiting }),
        reset: () => places.clear(clock.monotonic()),
      },
    }
  },
}
