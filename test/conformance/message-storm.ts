import { type CloudEvent, CubeError, createRegistry, defineCube, type Messages, type Stores, type Value } from "cubular"
import { type Route, routeStores } from "cubular/contract/routed-stores"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { store_unavailable } from "cubular/messages/en"
import { type Broker, createBroker, createMessages, type MessageEvent } from "cubular/messaging"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

export interface Storm {
  readonly seed: number
  readonly events: number
  readonly partitions: number
}

export interface Aftermath {
  /** Numbers in the order in which their effects came to stay. */
  readonly effects: readonly number[]
  /** Numbers of dead letters, with their reasons. */
  readonly dead: ReadonlyMap<number, string>
  /** Numbers nothing can come of. */
  readonly hopeless: ReadonlySet<number>
  readonly left: number
  /** What was done to them. */
  readonly faults: { lost: number; doubled: number; failed: number; killed: number; calls: number; repeated: number }
  readonly tally: { readonly [event in MessageEvent]?: number }
}

/** mulberry32: whole numbers only. */
function createDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

/**
 * Sends numbered messages through a world in which one call of a store in 20 is lost (half of them after it was done), one
 * message in 20 is sent twice, deliveries come in any order, work fails and the consumer is killed at any moment.
 */
export async function runStorm({ seed, events, partitions }: Storm): Promise<Aftermath> {
  const storm = new Weather(seed, events, partitions)
  await storm.blow()
  return storm.aftermath()
}

class Weather {
  private readonly dice: (sides: number) => number
  private readonly events: number
  private readonly partitions: number
  private readonly host: MemoryHost
  private readonly registry
  private readonly effects: number[] = []
  private readonly keys = new Set<string>()
  private readonly hopeless = new Set<number>()
  private readonly faults = { lost: 0, doubled: 0, failed: 0, killed: 0, calls: 0, repeated: 0 }
  private readonly tally: { [event in MessageEvent]?: number } = {}
  private broker: Broker
  private killed: Promise<"killed">
  private kill: () => void = () => undefined

  constructor(seed: number, events: number, partitions: number) {
    this.dice = createDice(seed)
    this.events = events
    this.partitions = partitions
    this.host = createHost({ stores: (clock) => createStores({ clock }) })
    const document = {
      format: 1,
      id: "storm",
      version: "1.0.0",
      cubes: { w: { use: "t/effect", in: { n: "@n" } } },
      outputs: { n: "w.n" },
      on: { "storm.asked": { in: { n: "#/n" } } },
    } as const
    this.registry = createRegistry([this.cube(), document])
    this.killed = new Promise(() => undefined)
    this.broker = this.newBroker()
  }

  private cube() {
    return defineCube({
      id: "t/effect",
      version: "1.0.0",
      color: "data",
      effect: "write",
      title: { en: "Effect", ko: "효과" },
      inputs: { n: z.number() },
      outputs: { n: z.number() },
      create: () => ({
        process: ({ n }, step) => {
          if (this.hopeless.has(n)) throw new CubeError({ code: "hopeless", message: "No.", hint: "No." })
          if (this.dice(100) === 0) {
            this.faults.failed++
            throw new CubeError({ code: "busy", message: "Busy.", hint: "Wait.", retryable: true })
          }
          // As a service does that knows idempotency keys.
          if (this.keys.has(step.idempotencyKey)) this.faults.repeated++
          else this.effects.push(n)
          this.keys.add(step.idempotencyKey)
          return { n }
        },
      }),
    })
  }

  /** Stores over a bad line: of a killed process no call comes back. */
  private badLine(isDead: () => boolean): Stores {
    const lost = (): never => {
      this.faults.lost++
      throw new CubeError({ ...store_unavailable, retryable: true })
    }
    const route: Route = async ({ method }, perform) => {
      this.faults.calls++
      if (isDead()) return new Promise(() => undefined)
      const fate = this.dice(40)
      if (fate === 0) lost()
      const answer = await perform()
      if (isDead()) return new Promise(() => undefined)
      if (fate === 1) lost()
      return method === "receive" ? this.shuffled(answer as readonly Value[]) : answer
    }
    return routeStores(() => this.host.stores as Stores, route)
  }

  private shuffled(list: readonly Value[]): readonly Value[] {
    const all = [...list]
    for (let at = all.length - 1; at > 0; at--) {
      const other = this.dice(at + 1)
      ;[all[at], all[other]] = [all[other] as Value, all[at] as Value]
    }
    return all
  }

  private newBroker(): Broker {
    let dead = false
    this.killed = new Promise((resolve) => {
      this.kill = () => {
        dead = true
        this.faults.killed++
        resolve("killed")
      }
    })
    const host = Object.create(this.host, { stores: { value: this.badLine(() => dead) }, log: { value: undefined } })
    const observe = (_: string, event: MessageEvent): void => {
      this.tally[event] = (this.tally[event] ?? 0) + 1
      if (this.dice(Math.max(200, Math.floor(this.events / 30))) === 0) this.kill()
    }
    return createBroker({ host, registry: this.registry, observe, attempts: 50, backlog: 10 * this.events })
  }

  async blow(): Promise<void> {
    const stores = this.badLine(() => false)
    const sender = createMessages({ stores, registry: this.registry, backlog: 10 * this.events })
    const size = Math.ceil(this.events / 10)
    for (let from = 0; from < this.events; from += size) {
      await this.send(sender, from, Math.min(this.events, from + size))
      await this.consume(from + size < this.events ? 3 : Number.POSITIVE_INFINITY)
    }
  }

  /** In the order of their numbers; what was not confirmed is sent again, and so are some that were. */
  private async send(sender: Messages, from: number, to: number): Promise<void> {
    const again: CloudEvent[] = []
    for (let at = from; at < to; at += 100) {
      const batch: CloudEvent[] = []
      for (let n = at; n < Math.min(to, at + 100); n++) {
        const event = this.event(n)
        batch.push(event)
        if (this.dice(20) === 0) again.push(event)
      }
      await this.sure(sender, batch)
      this.faults.doubled += again.length
      if (again.length > 0) await this.sure(sender, again.splice(0))
    }
  }

  private async sure(sender: Messages, batch: readonly CloudEvent[]): Promise<void> {
    for (;;) {
      try {
        return await sender.publish(batch)
      } catch {
        // Perhaps it is there already: then it is there twice.
      }
    }
  }

  private event(n: number): CloudEvent {
    if (this.dice(200) === 0) this.hopeless.add(n)
    const partitionkey = `p${n % this.partitions}`
    return { specversion: "1.0", id: `n${n}`, source: "/storm", type: "storm.asked", partitionkey, data: { n } }
  }

  /** Works, with new consumers in the place of killed ones, until nothing is left or so many pauses were made. */
  private async consume(pauses: number): Promise<void> {
    for (let pause = 0; pause < pauses; pause++) {
      const end = await Promise.race([this.broker.drain(), this.killed])
      if (end === "killed") this.broker = this.newBroker()
      const { ready, delivered, waiting } = await this.counts()
      if (ready + delivered + waiting === 0) return
      await this.host.advance(delivered > 0 ? 61_000 : 2000)
    }
  }

  private counts() {
    return (this.host.stores as Stores).queue("on-storm").counts()
  }

  async aftermath(): Promise<Aftermath> {
    const { effects, hopeless, faults, tally } = this
    const dead = new Map<number, string>()
    let cursor: string | undefined
    do {
      const page = await (this.host.stores as Stores).queue("on-storm").dead({ limit: 1000, cursor })
      for (const { message, reason } of page.letters) dead.set((message as { data: { n: number } }).data.n, reason)
      cursor = page.cursor
    } while (cursor !== undefined)
    const { ready, delivered, waiting } = await this.counts()
    return { effects, dead, hopeless, left: ready + delivered + waiting, faults, tally }
  }
}

/** What is wrong after a storm: nothing, or what. */
export function damage({ effects, dead, hopeless, left }: Aftermath, { events, partitions }: Storm): string[] {
  const problems: string[] = []
  if (left > 0) problems.push(`${left} messages are left`)
  if (new Set(effects).size !== effects.length) problems.push("an effect was there twice")
  if (effects.length + dead.size !== events) problems.push(`${events - effects.length - dead.size} messages are lost`)
  for (const [n, reason] of dead) if (!hopeless.has(n) || reason !== "hopeless") problems.push(`${n} died of ${reason}`)
  for (const n of hopeless) if (!dead.has(n)) problems.push(`${n} is not among the dead`)
  const last = new Map<number, number>()
  for (const n of effects) {
    if (n < (last.get(n % partitions) ?? -1)) problems.push(`${n} came too late in its partition`)
    last.set(n % partitions, n)
  }
  return problems.slice(0, 20)
}
