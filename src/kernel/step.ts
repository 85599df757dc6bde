import {
  type AnyCube,
  type Clock,
  CubeError,
  type Host,
  isCubeError,
  type Log,
  type PublishOptions,
  type Random,
  type RequestTracer,
  type RunTracer,
  type Step,
  type Stores,
  type Value,
  type Values,
} from "cubular/contract"
import { routeStores } from "cubular/contract/routed-stores"
import {
  need_not_declared,
  service_not_declared,
  service_path_refused,
  service_unreachable,
  store_not_declared,
} from "cubular/messages/en"
import { addPersonal, discreetLog, type Personal } from "./personal.ts"
import { Outbox } from "./publish.ts"
import { createDraws, createIds, createRandom, type Draws } from "./random.ts"
import { type Role, storeKey } from "./role.ts"
import type { Tap } from "./tap.ts"

/** What a run gives its steps. */
export interface Surroundings {
  readonly host: Host
  readonly seed: string
  readonly signal: AbortSignal
  readonly deadline: number | undefined
  /** Ties work outside the cube to the run: nothing arrives once it is over. */
  guard<T>(work: Promise<T>): Promise<T>
  /** What stands between a step and the host while host values are recorded or replayed. */
  tap(path: string): Tap | undefined
  originOf(service: string, cube: AnyCube): string
  call(caller: Role, count: number, id: string, inputs: Values, signal: AbortSignal | undefined): Promise<Values>
  readonly recording: boolean
  readonly tracer: RunTracer | undefined
  /** What of the run so far is about persons: neither its errors nor its log lines tell it. */
  personal(): Personal
}

interface Ids {
  next(): string
}

/** What a step has touched so far; most touch nothing. */
interface Touched {
  readonly tap: Tap | undefined
  calls: number
  clock?: Clock
  random?: Random
  ids?: Ids
  log?: Log
  http?: Step["http"]
  stores?: Stores
  outbox?: Outbox
}

/** The step a cube receives. Every power is made when it is first touched. */
export class StepView implements Step {
  readonly #run: Surroundings
  readonly #role: Role
  /** Of a call: what it was called with. */
  readonly #given: Values | undefined
  #touched: Touched | undefined

  constructor(run: Surroundings, role: Role, given?: Values) {
    this.#run = run
    this.#role = role
    this.#given = given
  }

  get #own(): Touched {
    this.#touched ??= { tap: this.#run.tap(this.#role.path), calls: 0 }
    return this.#touched
  }

  get path(): string {
    return this.#role.path
  }

  get signal(): AbortSignal {
    return this.#run.signal
  }

  get deadline(): number | undefined {
    return this.#run.deadline
  }

  /** 32 lower-case hex digits, made of run seed and path. */
  get idempotencyKey(): string {
    return createIds(this.#draws("idempotency")).next()
  }

  get clock(): Clock {
    this.#need("clock")
    this.#own.clock ??= createClock(this.#run, this.#own.tap)
    return this.#own.clock
  }

  get random(): Random {
    this.#need("random")
    this.#own.random ??= notedRandom(createRandom(this.#draws("random")), this.#own.tap)
    return this.#own.random
  }

  get ids(): Ids {
    this.#need("ids")
    this.#own.ids ??= notedIds(createIds(this.#draws("ids")), this.#own.tap)
    return this.#own.ids
  }

  get log(): Log {
    const { path, cube } = this.#role
    const personal = (): Personal => addPersonal(this.#run.personal(), cube, { inputs: this.#given })
    this.#own.log ??= discreetLog(this.#run.host.log, personal, { step: path })
    return this.#own.log
  }

  get http(): Step["http"] {
    if (Object.keys(this.#role.cube.services).length === 0) this.#need("http")
    this.#own.http ??= createServices(this.#run, this.#role, this.#own.tap)
    return this.#own.http
  }

  get stores(): Stores {
    this.#need("stores")
    this.#own.stores ??= createStores(this.#run, this.#role, this.#own.tap)
    return this.#own.stores
  }

  publish(topic: string, data: Value, options?: PublishOptions): void {
    this.#outbox.add(topic, data, options)
  }

  /** Lets what was published leave; undefined when there is nothing. */
  release(): Promise<void> | undefined {
    return this.#outbox.release(this.#own.tap)
  }

  get #outbox(): Outbox {
    this.#own.outbox ??= new Outbox(this.#run, this.#role)
    return this.#own.outbox
  }

  get recorded(): boolean {
    return this.#run.recording
  }

  call(
    id: string,
    inputs: { readonly [port: string]: Value },
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly [port: string]: Value }> {
    const outputs = this.#run.call(this.#role, this.#own.calls++, id, inputs, options?.signal)
    return this.#run.guard(outputs as Promise<{ readonly [port: string]: Value }>)
  }

  #draws(kind: string): Draws {
    return createDraws(kind, this.#run.seed, this.#role.path)
  }

  #need(need: string): void {
    const { cube } = this.#role
    if (!cube.needs.includes(need)) throw new CubeError({ ...need_not_declared, params: { cube: cube.id, need } })
  }
}

function createClock(run: Surroundings, tap: Tap | undefined): Clock {
  // The plan has made sure that the host has one.
  const clock = run.host.clock as Clock
  const now = (): number => clock.now()
  const monotonic = (): number => clock.monotonic()
  return {
    now: () => (tap ? tap.read("clock.now", now) : now()),
    monotonic: () => (tap ? tap.read("clock.monotonic", monotonic) : monotonic()),
    sleep(ms, signal) {
      const sleep = (): Promise<void> => clock.sleep(ms, both(run.signal, signal))
      return run.guard(tap ? tap.sleep(ms, sleep) : sleep())
    },
  }
}

function both(run: AbortSignal, own: AbortSignal | null | undefined): AbortSignal {
  return own ? AbortSignal.any([run, own]) : run
}

function notedRandom(random: Random, tap: Tap | undefined): Random {
  if (!tap) return random
  return {
    next: () => tap.drawn("random.next", random.next()),
    below: (bound) => tap.drawn("random.below", random.below(bound)),
  }
}

function notedIds(ids: Ids, tap: Tap | undefined): Ids {
  return tap ? { next: () => tap.drawn("ids.next", ids.next()) } : ids
}

/** The host's stores as long as the run goes on: what a cube does that was left behind keeps nothing. */
function createStores(run: Surroundings, { cube, opens }: Role, tap: Tap | undefined): Stores {
  return routeStores(
    () => run.host.stores as Stores,
    async (call, perform) => {
      const { store, name } = call
      if (opens && !opens.has(storeKey(store, name)))
        throw new CubeError({ ...store_not_declared, params: { cube: cube.id, store, name } })
      run.signal.throwIfAborted()
      return run.guard(tap ? tap.store(call, perform) : perform())
    },
  )
}

/** The services a cube declared, and nothing else of the network. */
function createServices(run: Surroundings, role: Role, tap: Tap | undefined): Step["http"] {
  const { cube } = role
  const fetch = async (service: string, path: string, init: RequestInit | undefined): Promise<Response> => {
    if (!Object.hasOwn(cube.services, service))
      throw new CubeError({ ...service_not_declared, params: { cube: cube.id, service } })
    if (!path.startsWith("/")) throw new CubeError({ ...service_path_refused, params: { service } })
    const origin = run.originOf(service, cube)
    const send = (): Promise<Response> => sendTo(origin, path, init, run, role)
    return tap ? tap.fetch(send) : send()
  }
  return { fetch: (service, path, init) => run.guard(fetch(service, path, init)) }
}

async function sendTo(
  origin: string,
  path: string,
  init: RequestInit | undefined,
  run: Surroundings,
  role: Role,
): Promise<Response> {
  const { host, tracer } = run
  const signal = both(run.signal, init?.signal)
  const headers = new Headers(init?.headers)
  let traced: RequestTracer | undefined
  let status: number | undefined
  try {
    for (const [name, value] of [...headers]) headers.set(name, await reveal(value, String, origin, host, role))
    const url = origin + (await reveal(path, encodeURIComponent, origin, host, role))
    traced = tracer?.requested(role.path, init?.method ?? "GET", new URL(origin).host)
    for (const [name, value] of Object.entries(traced?.headers ?? {})) if (!headers.has(name)) headers.set(name, value)
    const request = new Request(url, { ...init, headers, signal, redirect: "manual" })
    const response = await (host.http as NonNullable<Host["http"]>)(request)
    status = response.status
    return response
  } catch (cause) {
    if (isCubeError(cause) || signal.aborted) throw cause
    throw new CubeError({ ...service_unreachable, params: { origin }, retryable: true, cause })
  } finally {
    traced?.answered(status)
  }
}

/**
 * Puts secrets in the place of `{secret:NAME}`, for the names the step's config refers to; the host decides whether this
 * cube may send each to this origin. Only the request sees them: neither cube nor record does.
 */
async function reveal(
  text: string,
  encode: (secret: string) => string,
  origin: string,
  host: Host,
  { cube, secrets }: Role,
): Promise<string> {
  let revealed = text
  for (const name of secrets) {
    const mark = `{secret:${name}}`
    if (!text.includes(mark) || !host.secret) continue
    const secret = encode(await host.secret(name, cube.id, origin))
    revealed = revealed.replaceAll(mark, () => secret)
  }
  return revealed
}
