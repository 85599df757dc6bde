import type {
  Awaitable,
  Clock,
  FilledPolicy,
  Policy,
  PolicyCall,
  PolicyLayer,
  PolicyNext,
  Values,
} from "cubular/contract"
import { codeOf } from "./code.ts"
import { copyOf } from "./copy.ts"
import { Flight, type Landing, type Traveller } from "./flight.ts"
import { pulse, SILENCE_MS, wait } from "./patience.ts"
import { stop } from "./timers.ts"

type Settings = NonNullable<FilledPolicy["cache"]>

/** Answers kept per step; the one unused for longest goes first. */
export const MOST_ENTRIES = 1000

interface Entry {
  readonly values: Values
  /** Monotonic ms at which they were stored. */
  readonly at: number
}

/**
 * `cache`: answers for `ttlMs` with what the cube gave for equal inputs. Calls with equal inputs that come while one is under
 * way wait for it, 30 s at most; when that one is cancelled, the next of them calls the cube. With `staleOnError` a failure
 * is answered with the last known outputs, however old. Inputs are kept as SHA-256 only. For cubes that change nothing.
 */
export const cache: Policy = {
  name: "cache",
  needs: ["clock"],
  create: ({ data, clock }) => new Store(data.cache as Settings, clock),
}

class Store implements PolicyLayer {
  readonly control: NonNullable<PolicyLayer["control"]>
  private readonly settings: Settings
  private readonly clock: Clock
  /** In the order of their last use. */
  private readonly entries = new Map<string, Entry>()
  private readonly flights = new Map<string, Flight>()

  constructor(settings: Settings, clock: Clock) {
    this.settings = settings
    this.clock = clock
    this.control = {
      state: () => ({ entries: this.entries.size, waiting: this.flights.size }),
      reset: () => this.entries.clear(),
    }
  }

  answer(call: PolicyCall, next: PolicyNext): Awaitable<Values> {
    const now = this.clock.monotonic()
    const entry = this.entries.get(call.digest)
    if (entry && now - entry.at < this.settings.ttlMs) {
      call.decide({ policy: "cache", did: "hit" })
      return this.give(call, entry)
    }
    const flight = this.flights.get(call.digest)
    if (flight && !this.isSilent(flight)) return this.join(flight, call, next)
    return this.lead(new Flight(now), call, next)
  }

  /** Calls the cube, for oneself and for those who wait. */
  private lead(flight: Flight, call: PolicyCall, next: PolicyNext): Awaitable<Values> {
    this.flights.set(call.digest, flight)
    const over = new AbortController()
    const answered = call.attend(
      next,
      (values) => {
        stop(over)
        this.store(call.digest, values)
        this.land(flight, call, { values })
        return values
      },
      (error) => {
        stop(over)
        if (!call.over) this.land(flight, call, { error })
        else if (!flight.handOver(this.clock.monotonic())) this.close(flight, call)
        return this.fail(call, error)
      },
    )
    if (answered instanceof Promise) void pulse(this.clock, over.signal, () => this.hear(flight))
    return answered
  }

  private hear(flight: Flight): false {
    flight.heard = this.clock.monotonic()
    return false
  }

  private isSilent(flight: Flight): boolean {
    return this.clock.monotonic() - flight.heard >= SILENCE_MS
  }

  private async join(flight: Flight, call: PolicyCall, next: PolicyNext): Promise<Values> {
    const traveller = flight.join()
    const landing = await this.ride(flight, traveller, call)
    if (landing === "lead") return this.lead(flight, call, next)
    // Another one may have noticed first.
    if (landing === undefined && this.isSilent(flight)) return this.answer(call, next)
    if (landing === undefined) return this.lead(new Flight(this.clock.monotonic()), call, next)
    call.decide({ policy: "cache", did: "joined", ...("error" in landing ? { code: codeOf(landing.error) } : {}) })
    return "error" in landing ? this.fail(call, landing.error) : copyOf(landing.values)
  }

  private async ride(flight: Flight, traveller: Traveller, call: PolicyCall): Promise<Landing | "lead" | undefined> {
    try {
      return await wait(traveller.landing, call, this.clock, () => this.isSilent(flight))
    } catch (error) {
      // Cancelled just when it was asked to lead: the next one does.
      if (traveller.leads && !flight.handOver(this.clock.monotonic())) this.close(flight, call)
      throw error
    } finally {
      flight.leave(traveller)
    }
  }

  private fail(call: PolicyCall, error: unknown): Values {
    const entry = this.settings.staleOnError && !call.over ? this.entries.get(call.digest) : undefined
    if (!entry) throw error
    call.decide({ policy: "cache", did: "stale", code: codeOf(error) })
    return this.give(call, entry)
  }

  private land(flight: Flight, call: PolicyCall, landing: Landing): void {
    this.close(flight, call)
    flight.land(landing)
  }

  private close(flight: Flight, { digest }: PolicyCall): void {
    if (this.flights.get(digest) === flight) this.flights.delete(digest)
  }

  private store(digest: string, values: Values): void {
    this.entries.delete(digest)
    this.entries.set(digest, { values: copyOf(values), at: this.clock.monotonic() })
    for (const [oldest] of this.entries) {
      if (this.entries.size <= MOST_ENTRIES) return
      this.entries.delete(oldest)
    }
  }

  private give({ digest }: PolicyCall, entry: Entry): Values {
    this.entries.delete(digest)
    this.entries.set(digest, entry)
    return copyOf(entry.values)
  }
}
