import {
  type Clock,
  type CloudEvent,
  CubeError,
  createRunner,
  type DeadPage,
  type Host,
  type Messages,
  type Queue,
  type QueueCounts,
  type Registry,
  type Stores,
} from "cubular"
import { storeLimits } from "cubular/contract"
import { listener_unknown, messaging_needs } from "cubular/messages/en"
import { createHandled, type Handled } from "./handled.ts"
import { keyOf, Listener, readEvent } from "./listener.ts"
import { type MessagingOptions, type Settings, toSettings } from "./options.ts"
import { Outlet } from "./outlet.ts"
import { queueNameOf, type Topics, topicsOf } from "./topics.ts"

export interface BrokerOptions extends MessagingOptions {
  /** Must have `stores` and `clock`; compositions run on it. */
  readonly host: Host
  /** Cubes and compositions; the newest version of each composition that says `on` listens. */
  readonly registry: Registry
}

/**
 * Brings messages to the compositions that listen: at least once, in order within a partition key, known again by source and
 * id. Everything that must not be lost is in the host's stores, so any number of brokers may work on them, and a killed one
 * loses nothing.
 */
export interface Broker extends Messages {
  /** The host with the power `messages`, for runners and gateways beside the broker. */
  readonly host: Host
  /** Topics somebody listens to. */
  readonly topics: readonly string[]
  /** Ids of the compositions that listen to a topic. */
  listenersOf(topic: string): readonly string[]
  /** Goes on looking for messages until `stop`. Calling it again changes nothing. */
  start(): void
  /**
   * Works on every message that may be delivered now, and on those they lead to; for places where nothing goes on by
   * itself, such as a Worker's queue handler or alarm.
   *
   * @returns how many were taken.
   */
  drain(): Promise<number>
  /** Takes no more messages and waits for those at work. What is left waits in the stores. */
  stop(): Promise<void>
  /** @throws {CubeError} `listener_unknown` */
  counts(listener: string): Promise<QueueCounts>
  /** Messages that will not be tried any more, each with its reason. @throws {CubeError} `listener_unknown` */
  dead(listener: string, options?: { readonly limit?: number; readonly cursor?: string }): Promise<DeadPage>
  /**
   * Tries dead messages anew, behind those that wait. Ids that are not dead are left out.
   *
   * @param ids - 1 to 100, of one listener.
   * @returns how many there were.
   * @throws {CubeError} `listener_unknown`; `store_batch_refused` for no ids, or more: nothing is done then.
   */
  revive(listener: string, ids: readonly string[]): Promise<number>
  /** Forgets dead messages: ids, what is returned and what is thrown as with `revive`. */
  bury(listener: string, ids: readonly string[]): Promise<number>
}

/** @throws {CubeError} `messaging_needs`, `messaging_option_refused`. */
export function createBroker(options: BrokerOptions): Broker {
  return new StoreBroker(options)
}

export interface MessagesOptions extends Pick<MessagingOptions, "backlog" | "observe"> {
  readonly stores: Stores
  readonly registry: Pick<Registry, "documents">
}

/**
 * The power `messages` alone: puts messages where a broker on the same stores finds them, perhaps in another process.
 *
 * @example createHost({ stores, messages: (stores) => createMessages({ stores, registry }) })
 */
export function createMessages({ stores, registry, ...options }: MessagesOptions): Messages {
  const queueOf = (listener: string): Queue => stores.queue(queueNameOf(listener))
  return new Outlet(topicsOf(registry), queueOf, toSettings(options), () => undefined)
}

/** A message is ours for as long as its run may take, and so much longer. */
const MARGIN_SEC = 30

class StoreBroker implements Broker {
  readonly host: Host
  private readonly known: Topics
  private readonly settings: Settings
  private readonly stores: Stores
  private readonly handled: Handled
  private readonly outlet: Outlet
  private readonly listeners: ReadonlyMap<string, Listener>
  private running: AbortController | undefined
  private loops: Promise<unknown> = Promise.resolve()

  constructor({ host, registry, ...options }: BrokerOptions) {
    this.settings = toSettings(options)
    this.stores = host.stores ?? need("stores")
    const clock = host.clock ?? need("clock")
    this.known = topicsOf(registry)
    this.host = host.messages ? host : (Object.create(host, { messages: { value: this, enumerable: true } }) as Host)
    this.handled = createHandled(this.stores, clock, this.settings.rememberMs)
    this.outlet = new Outlet(
      this.known,
      (id) => this.queue(id),
      this.settings,
      (id) => this.listeners.get(id)?.wake(),
    )
    const all = Array.from(
      this.known.documents,
      ([id, document]) => [id, this.listener(id, document, registry, clock)] as const,
    )
    this.listeners = new Map(all)
  }

  get topics(): readonly string[] {
    return this.known.all
  }

  listenersOf(topic: string): readonly string[] {
    return this.known.listenersOf(topic)
  }

  publish(messages: readonly CloudEvent[]): Promise<void> {
    return this.outlet.publish(messages)
  }

  start(): void {
    if (this.running) return
    this.running = new AbortController()
    const { signal } = this.running
    this.loops = Promise.all(Array.from(this.listeners.values(), (listener) => listener.listen(signal)))
  }

  async drain(): Promise<number> {
    let all = 0
    for (;;) {
      const taken = await Promise.all(Array.from(this.listeners.values(), (listener) => listener.drain()))
      const now = taken.reduce((sum, each) => sum + each, 0)
      if (now === 0) return all
      all += now
    }
  }

  async stop(): Promise<void> {
    this.running?.abort()
    this.running = undefined
    await this.loops
    await Promise.all(Array.from(this.listeners.values(), (listener) => listener.stop()))
  }

  async counts(listener: string): Promise<QueueCounts> {
    return this.demand(listener).counts()
  }

  async dead(listener: string, options?: { readonly limit?: number; readonly cursor?: string }): Promise<DeadPage> {
    return this.demand(listener).dead(options)
  }

  async revive(listener: string, ids: readonly string[]): Promise<number> {
    const queue = this.demand(listener)
    // Refused there; of a call that is refused nothing may be forgotten here.
    if (ids.length < 1 || ids.length > storeLimits.batch) return queue.revive(ids)
    // They are known as worked on, so that other copies need not die too.
    const keys = await this.keysOf(listener, queue, new Set(ids))
    if (keys.length > 0) await this.handled.forget(keys)
    const revived = await queue.revive(ids)
    this.listeners.get(listener)?.wake()
    return revived
  }

  async bury(listener: string, ids: readonly string[]): Promise<number> {
    return this.demand(listener).bury(ids)
  }

  private async keysOf(listener: string, queue: Queue, ids: ReadonlySet<string>): Promise<string[]> {
    const keys: string[] = []
    let cursor: string | undefined
    do {
      const page: DeadPage = await queue.dead({ limit: 1000, cursor })
      for (const { id, message } of page.letters) {
        const event = ids.has(id) ? readEvent(message) : undefined
        if (event) keys.push(keyOf(listener, event))
      }
      cursor = keys.length < ids.size ? page.cursor : undefined
    } while (cursor !== undefined)
    return keys
  }

  private queue(listener: string): Queue {
    const { attempts, deadlineMs } = this.settings
    return this.stores.queue(queueNameOf(listener), {
      attempts,
      visibilitySec: Math.ceil(deadlineMs / 1000) + MARGIN_SEC,
    })
  }

  private demand(listener: string): Queue {
    if (this.listeners.has(listener)) return this.queue(listener)
    throw new CubeError({
      ...listener_unknown,
      params: { listener: String(listener).slice(0, 64), listeners: [...this.listeners.keys()] },
    })
  }

  private listener(id: string, document: object, registry: Registry, clock: Clock): Listener {
    const { host, handled, settings } = this
    const makeRunner = () => createRunner(document, registry, host, { policies: settings.policies })
    return new Listener({
      id,
      queue: this.queue(id),
      handled,
      host,
      clock,
      messages: host.messages as Messages,
      settings,
      makeRunner,
    })
  }
}

function need(power: string): never {
  throw new CubeError({ ...messaging_needs, params: { power } })
}
