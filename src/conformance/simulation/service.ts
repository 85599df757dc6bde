import type { Draws } from "./draws.ts"
import type { Stage } from "./world.ts"

export const ORIGIN = "https://service.example"

/** What the service gives for a number; whoever knows it knows every right answer. */
export const answers: { readonly [way: string]: (value: number) => number } = {
  ask: (value) => (value * 31 + 7) % 1_000_003,
  charge: (value) => (value * 17 + 3) % 1_000_003,
  post: (value) => (value * 13 + 1) % 1_000_003,
  book: (value) => (value * 11 + 5) % 1_000_003,
  cancel: (value) => value,
}

/** A time in which the service fails most requests, in ms since the simulation began. */
interface Outage {
  readonly from: number
  readonly to: number
}

/** What stands at the other end of `http`, outlives every crash, and keeps a book of what it did. */
export class Service {
  private readonly stage: Stage
  private readonly now: () => number
  private readonly outages: readonly Outage[]
  /** Who an idempotency key belongs to. */
  private readonly keys = new Map<string, string>()
  /** Effects by run and step. */
  private readonly effects = new Map<string, number>()
  /** What was booked, and is not any more, by run and step. What was cancelled is not booked later. */
  private readonly bookings = new Map<string, "booked" | "undone">()

  constructor(stage: Stage, now: () => number) {
    this.stage = stage
    this.now = now
    this.outages = outagesOf(stage.draws)
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [, way = "", value = ""] = pathname.split("/")
    const { headers } = request
    const who = `${headers.get("x-run")} ${headers.get("x-step")}`
    this.checkDeadline(headers, who)
    const status = this.statusNow()
    if (status !== 200) return new Response(null, { status })
    if (way === "cancel") this.cancel(who)
    else if (way !== "ask") this.effect(way, who, headers.get("idempotency-key") ?? "")
    return new Response(null, {
      status,
      headers: { "x-value": String((answers[way] as (n: number) => number)(Number(value))) },
    })
  }

  private statusNow(): number {
    const { draws, trace, calm } = this.stage
    const drawn = draws.below(100)
    if (calm) return 200
    const isOut = this.outages.some(({ from, to }) => this.now() >= from && this.now() < to)
    const status = drawn < (isOut ? 80 : 5) ? 503 : drawn === 99 ? 422 : 200
    if (status !== 200) trace.fault("thrown", `status ${status}`)
    return status
  }

  /** A second effect under one key is none; of one step of one run there is one key. */
  private effect(way: string, who: string, key: string): void {
    const { trace } = this.stage
    const owner = this.keys.get(key)
    trace.expect("one key, one step", owner === undefined || owner === who, () => `${key} is of ${owner} and ${who}`)
    this.keys.set(key, who)
    if (way === "book" && this.bookings.get(who) === undefined) this.bookings.set(who, "booked")
    if (owner !== undefined && way !== "post") return
    const count = (this.effects.get(who) ?? 0) + 1
    this.effects.set(who, count)
    trace.note(`effect ${way} ${who}`)
    trace.expect("no double effect", count === 1, () => `${who} had ${count} effects`)
  }

  private cancel(who: string): void {
    this.stage.trace.note(`cancelled ${who}`)
    this.bookings.set(who, "undone")
  }

  /** How many bookings of a saga stand, and how many were taken back. */
  bookingsOf(saga: string): { readonly booked: number; readonly undone: number } {
    const states = [...this.bookings].filter(([who]) => who.startsWith(`${saga} `)).map(([, state]) => state)
    const booked = states.filter((state) => state === "booked").length
    return { booked, undone: states.length - booked }
  }

  /** The cube says how long it was given, and how long its policies and its run allow. */
  private checkDeadline(headers: Headers, who: string): void {
    const most = headers.get("x-most")
    if (most === null) return
    const left = Number(headers.get("x-left") ?? Number.NaN)
    // After a jump the clock says something else than the time that is left.
    const holds = left <= Number(most) || (this.stage.jumped && !Number.isNaN(left))
    this.stage.trace.expect("deadline is passed on", holds, () => `${who} was given ${left} ms of at most ${most}`)
  }
}

function outagesOf(draws: Draws): Outage[] {
  return Array.from({ length: draws.below(3) }, () => {
    const from = draws.below(20_000)
    return { from, to: from + draws.between(500, 8000) }
  })
}
