import type { Clock, Host, Messages, Policy, Registry, SagaPart } from "cubular"
import type { DeadPage, QueueCounts, Stores } from "cubular/contract"
import { type Route, routeStores } from "cubular/contract/routed-stores"
import type { Draws } from "./draws.ts"
import type { Trace } from "./trace.ts"

/** A host whose clock moves when told to: `createHost` of `cubular/host/memory` makes one. */
export interface VirtualHost extends Host {
  readonly clock: Clock
  advance(ms: number): Promise<void>
}

/** What a simulation asks of a broker. */
export interface SimulatedBroker extends Messages {
  start(): void
  drain(): Promise<number>
  stop(): Promise<void>
  counts(listener: string): Promise<QueueCounts>
  dead(listener: string): Promise<DeadPage>
  revive(listener: string, ids: readonly string[]): Promise<number>
  bury(listener: string, ids: readonly string[]): Promise<number>
}

/** `createBroker` of `cubular/messaging`. */
export type CreateBroker = (options: {
  readonly host: Host
  readonly registry: Registry
  readonly policies: readonly Policy[]
  readonly concurrency: number
  readonly attempts: number
  readonly maxRetrySec: number
  readonly deadlineMs: number
  readonly pollMs: number
  readonly backlog: number
}) => SimulatedBroker

/** The real parts a simulation puts together. */
export interface Parts {
  readonly createHost: (options: {
    readonly now: number
    readonly seed: string
    readonly http: (request: Request) => Promise<Response>
  }) => VirtualHost
  /** Policies documents may ask for: those of `cubular/policies`. */
  readonly policies: readonly Policy[]
  /** Absent: no sagas are simulated. */
  readonly saga?: SagaPart
  /** Absent: no messages are simulated. */
  readonly createBroker?: CreateBroker
  readonly createStores: (options: { readonly clock: Pick<Clock, "now">; readonly staleMs: number }) => Stores
}

/** One life of the process: from its start to a crash, or to the end of the simulation. */
export interface World {
  readonly life: number
  /** As the process sees it. */
  readonly host: VirtualHost
  /** The same for sagas, whose sleeps are not counted. */
  readonly sagaHost: VirtualHost
  readonly stores: Stores
  /** False once it crashed: what still runs of it reaches nothing any more. */
  readonly alive: boolean
  /** Sleeps of kernel and policies that have not ended. */
  readonly sleeping: number
  /** Epoch ms as they pass, whatever the clock of the process shows. */
  now(): number
  /** A wait of the world around the process. It never ends when the process is gone by then. */
  wait(ms: number): Promise<void>
}

/** What goes on in the whole of a simulation, whatever becomes of single lives. */
export interface Stage {
  readonly draws: Draws
  readonly trace: Trace
  world: World
  /** What the wall clock is ahead of or behind the time that passed, in ms. */
  skewMs: number
  /** Whether it ever jumped. */
  jumped: boolean
  /** After so many more waits the process crashes; 0: not any more. */
  crashIn: number
  /** Faults of ports drawn so far, those that took effect, and which one is left out. */
  portFaults: number
  readonly counted: number[]
  readonly without: number | undefined
  /** No more faults: everything must come to its end now. */
  calm: boolean
}

export type Pass = <T>(world: World, name: string, perform: () => Promise<T>) => Promise<T>

export interface Birth {
  readonly life: number
  readonly now: number
  /** What outlives the process. */
  readonly stores: Stores
  readonly http: (world: World, request: Request) => Promise<Response>
  readonly pass: Pass
}

/** One of its own for everybody who waits: a shared one would hold on to every life there was. */
const never = (): Promise<never> => new Promise(() => undefined)

/** Starts a life of the process. */
export function begin(stage: Stage, parts: Parts, { life, now, stores, http, pass }: Birth): World {
  const own = { alive: true, sleeping: 0 }
  const made = parts.createHost({ now, seed: `life ${life}`, http: (request) => http(world, request) })
  const { clock } = made
  const route: Route = ({ store, method, name }, perform) => pass(world, `${store}.${method} ${name}`, perform)
  const routed = routeStores(() => stores, route)
  const seen = { ...made, stores: routed, advance: (ms: number) => made.advance(ms) }
  const world: World = {
    life,
    host: { ...seen, clock: clockOf(clock, stage, own) },
    sagaHost: { ...seen, clock: clockOf(clock, stage, { sleeping: 0 }) },
    stores: routed,
    get alive() {
      return own.alive
    },
    get sleeping() {
      return own.sleeping
    },
    now: () => clock.now(),
    async wait(ms) {
      if (ms > 0) await clock.sleep(ms)
      if (own.alive && stage.crashIn > 0 && --stage.crashIn === 0) own.alive = false
      if (!own.alive) await never()
    },
  }
  return world
}

/** The clock the process sees: it may jump, and its sleeps are counted. */
function clockOf(clock: Clock, stage: Stage, own: { sleeping: number }): Clock {
  return {
    now: () => clock.now() + stage.skewMs,
    monotonic: () => clock.monotonic(),
    ...(clock.after ? { after: counted(clock.after, own) } : {}),
    async sleep(ms, signal) {
      own.sleeping++
      try {
        await clock.sleep(ms, signal)
      } finally {
        own.sleeping--
      }
    },
  }
}

/** The same timer, counted for as long as it is set. */
function counted(after: NonNullable<Clock["after"]>, own: { sleeping: number }): NonNullable<Clock["after"]> {
  return (ms, act) => {
    let isSet = true
    const leave = (): void => {
      if (isSet) own.sleeping--
      isSet = false
    }
    own.sleeping++
    const free = after(ms, () => {
      leave()
      act()
    })
    return () => {
      leave()
      free()
    }
  }
}
