import {
  type AnyCube,
  type Awaitable,
  type Clock,
  CubeError,
  type CubeInstance,
  type Health,
  type KeptRunner,
  type Log,
  type Step,
  type Values,
} from "cubular/contract"
import { cube_made_late, cube_shed, redirect_output_refused } from "cubular/messages/en"
import { Term } from "./term.ts"
import type { Finding, Ward } from "./ward.ts"

/** Retired instances whose calls have not ended; with more, the cube is not made anew. */
const MOST_RETIRED = 3

export interface Posting {
  readonly runner: KeptRunner
  /** Step path, or ">" and the id of a cube that steps call. */
  readonly path: string
  readonly cube: AnyCube
  readonly make: (cube?: AnyCube) => Awaitable<CubeInstance>
  readonly ward: Ward
  readonly clock: Clock
  readonly log: Log | undefined
  readonly gone: () => void
}

const STATUSES: readonly unknown[] = ["healthy", "degraded", "unhealthy"]

/** A place in a runner, and whoever stands in it. */
export class Post {
  readonly on: Posting
  /** What the runner holds for as long as it lives. */
  readonly instance: CubeInstance
  /** When the next check is due, host-clock ms. */
  checkAt = 0
  /** Until when nobody else is to look after it: a Worker's request may vanish with its check. */
  heldUntil = 0
  /** The same while it is being made anew. */
  renewingUntil = 0
  /** Until when calls are refused; undefined: they are not. */
  shedUntil: number | undefined
  isolated = false
  private readonly retired: Term[] = []
  private over = false
  private term: Term
  private substitute: { readonly cube: AnyCube; readonly term: Term } | undefined

  constructor(on: Posting, first: CubeInstance) {
    this.on = on
    this.term = new Term(first, on.cube)
    const { compensate } = first
    this.instance = {
      process: (inputs, step) => this.process(inputs, step),
      ...(compensate && { compensate: (...given) => this.term.instance.compensate?.(...given) }),
      destroy: () => this.end(),
    }
  }

  get redirected(): boolean {
    return this.substitute !== undefined
  }

  /** Another restart would leave too many instances behind whose calls do not end. */
  get crowded(): boolean {
    return this.retired.filter((term) => !term.idle).length >= MOST_RETIRED
  }

  /** Never rejects. A cube without a check of its own is well. */
  async check(timeoutMs: number): Promise<Finding> {
    try {
      const asked = this.term.instance.health?.()
      const told = asked instanceof Promise ? await within(asked, timeoutMs, this.on.clock) : asked
      if (told === LATE) return "silent"
      const status: Health["status"] = told === undefined ? "healthy" : told.status
      return STATUSES.includes(status) ? status : "unhealthy"
    } catch {
      return "unhealthy"
    }
  }

  /**
   * Puts a fresh instance in place. The one before serves the calls it has to their end.
   *
   * @throws why it could not be made, or `cube_made_late`.
   */
  async renew(makeMs: number): Promise<void> {
    const fresh = await this.made(undefined, makeMs)
    const { log } = this.on
    this.retired.splice(0, this.retired.length, ...this.retired.filter((term) => !term.idle), this.term)
    this.term.retire(log)
    this.term = fresh
  }

  /** Lets another cube answer. Those of its answers that do not fit fail. */
  async redirect(cube: AnyCube, makeMs: number): Promise<void> {
    if (this.substitute?.cube === cube) return
    const term = await this.made(cube, makeMs)
    this.endRedirect()
    this.substitute = { cube, term }
  }

  endRedirect(): void {
    this.substitute?.term.retire(this.on.log)
    this.substitute = undefined
  }

  private async made(cube: AnyCube | undefined, makeMs: number): Promise<Term> {
    const { make, clock, log } = this.on
    const made = (instance: CubeInstance): Term => new Term(instance, cube ?? this.on.cube)
    const making = Promise.resolve(make(cube))
    const instance = await within(making, makeMs, clock)
    if (instance !== LATE && !this.over) return made(instance)
    making.then((late) => made(late).end(log)).catch(() => undefined)
    throw new CubeError({ ...cube_made_late, params: { ms: makeMs } })
  }

  /** A run that is recorded, or replayed, meets the cube itself: its record could not say who else answered. */
  private process(inputs: Values, step: Step): Awaitable<Values> {
    if (step.recorded) return this.term.process(inputs, step)
    if (this.shedUntil !== undefined) {
      const retryAfterMs = Math.max(1, Math.ceil(this.shedUntil - this.on.clock.now()))
      throw new CubeError({ ...cube_shed, params: { retryAfterMs }, retryable: true })
    }
    if (!this.substitute) return this.term.process(inputs, step)
    const { cube, term } = this.substitute
    const given = Object.entries(inputs).filter(([port]) => Object.hasOwn(cube.inputs, port))
    const returned = term.process(Object.fromEntries(given), step)
    return returned instanceof Promise
      ? returned.then((values) => this.fitting(cube, values))
      : this.fitting(cube, returned)
  }

  /** The kernel trusts proved wires: what another cube gives is looked at here. */
  private fitting(by: AnyCube, values: Values): Values {
    const { cube } = this.on
    const fitting: { [port: string]: Values[string] } = {}
    for (const [port, schema] of Object.entries(cube.outputs)) {
      const value = Object.hasOwn(values, port) ? values[port] : undefined
      if (!schema.safeParse(value).success)
        throw new CubeError({ ...redirect_output_refused, params: { cube: by.id, instead: cube.id, port } })
      if (value !== undefined) fitting[port] = value
    }
    return fitting
  }

  /** The runner is done with it. */
  private async end(): Promise<void> {
    const { log, gone } = this.on
    this.over = true
    gone()
    for (const term of [this.substitute?.term, this.term, ...this.retired]) if (term) await term.end(log)
  }
}

const LATE: unique symbol = Symbol("late")

async function within<T>(work: Promise<T>, ms: number, clock: Clock): Promise<T | typeof LATE> {
  const over = new AbortController()
  const late = clock.sleep(ms, over.signal).then((): typeof LATE => LATE)
  late.catch(() => undefined)
  try {
    return await Promise.race<T | typeof LATE>([work, late])
  } finally {
    over.abort("over")
  }
}
