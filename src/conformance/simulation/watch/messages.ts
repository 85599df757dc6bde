import type { CloudEvent, Log, Stores, Values } from "cubular"
import type { DeadLetter, Queue } from "cubular/contract"
import { DONE, HEEDS, LEAVES, SAID } from "../message-cubes.ts"
import type { Trace } from "../trace.ts"

export type Listening = "orders" | "archive"

/** A message somebody placed. */
export interface Placed {
  readonly run: string
  readonly number: number
  readonly partition: string | undefined
  /** Whether it fits who listens. */
  readonly good: boolean
  acked: boolean
}

interface Held {
  readonly key: string
  readonly id: string
  /** As a count of what happened. */
  readonly at: number
  /** How often the clock had jumped. */
  readonly jumps: number
}

/** What a process knows of its deliveries and runs; gone with it. */
interface Memory {
  /** Deliveries that were not settled, by queue and receipt. */
  readonly held: Map<string, Held>
  /** Runs between their first step and its end, by listener. */
  readonly active: { readonly [listener in Listening]: Set<string> }
}

type DeadOf = (listener: Listening) => Promise<readonly DeadLetter[]>

/** What an event is known by here. */
export const keyOf = (topic: unknown, run: unknown): string => `${topic} ${run}`

/** A model of what a broker promises, told by what runs say and by what passes between the broker and its queues. */
export class MessageWatch {
  readonly placed: Map<string, Placed> = new Map()
  /** Keys of messages whose work was done once at least. */
  readonly done: Set<string> = new Set()
  /** Keys of those that were said. */
  private readonly said = new Set<string>()
  /** When a message was acknowledged by its listener, as a count of what happened. */
  private readonly acked = new Map<string, number>()
  /** Keys of what was told to be dead. */
  readonly rejected: Set<string> = new Set()
  /** What was revived comes late, and again. */
  private revived = false
  private readonly trace: Trace
  private readonly concurrency: number
  /** What is dead by now. */
  private readonly deadOf: DeadOf
  private happened = 0
  private memory: Memory = memoryOf()

  constructor(trace: Trace, concurrency: number, deadOf: DeadOf) {
    this.trace = trace
    this.concurrency = concurrency
    this.deadOf = deadOf
  }

  /** A new process remembers nothing. */
  born(): void {
    this.memory = memoryOf()
  }

  revive(): void {
    this.revived = true
    this.acked.clear()
    this.rejected.clear()
  }

  get idle(): boolean {
    return this.memory.active.orders.size + this.memory.active.archive.size === 0
  }

  /** What runs say, for as long as their process lives. */
  hearing(alive: () => boolean): Log {
    return (_, message, fields = {}) => {
      if (!alive() || typeof fields.topic !== "string" || typeof fields.run !== "string") return
      const { topic, run } = fields
      const key = keyOf(topic, run)
      if (message === HEEDS) this.starts(topic, run)
      else if (message === LEAVES) this.memory.active[listenerOf(topic)].delete(run)
      else if (message === SAID) this.said.add(key)
      else if (message === DONE) this.done.add(key)
      if (message === HEEDS || message === DONE) this.trace.note(`${key} ${message}`)
    }
  }

  private starts(topic: string, run: string): void {
    const { trace } = this
    const listener = listenerOf(topic)
    const active = this.memory.active[listener]
    const partition = this.partitionOf(topic, run)
    const beside = [...active].filter((other) => this.partitionOf(topic, other) === partition)
    if (partition !== undefined) for (const other of beside) void this.expectLost(listener, topic, other, run)
    active.add(run)
    trace.expect("work at once is bounded", active.size <= this.concurrency, () => `${active.size} of ${listener}`)
    this.checkOnce(keyOf(topic, run))
    this.checkCause(topic, run)
    if (partition !== undefined) this.checkOrder(listener, topic, run, partition)
  }

  /**
   * One of a partition at a time; a dead one does not hold back those behind it. A clock that jumps ends the time of a
   * last delivery while its run goes on: the queue buries it, and nobody can tell the run.
   */
  private async expectLost(listener: Listening, topic: string, other: string, run: string): Promise<void> {
    const key = keyOf(topic, other)
    const { jumps } = this
    const copies = [...this.memory.held.values()].filter((each) => each.key === key)
    const dead = new Set((await this.deadOf(listener)).map(({ id }) => id))
    const isLost = copies.length > 0 && copies.every((each) => each.jumps < jumps && dead.has(each.id))
    this.trace.expect("one of a partition at a time", isLost, () => `${run} beside ${other}`)
  }

  /** What had been acknowledged before any copy at hand came is known, and not worked on again. */
  private checkOnce(key: string): void {
    const acked = this.acked.get(key) ?? Number.POSITIVE_INFINITY
    const copies = [...this.memory.held.values()].filter((each) => each.key === key)
    const again = copies.length > 0 && copies.every(({ at }) => at > acked)
    this.trace.expect("what was worked on is known again", !again, () => key)
  }

  /** Nothing is heard of what did not come about. */
  private checkCause(topic: string, run: string): void {
    const from = run.slice(0, -1)
    if (topic === "orders.charged")
      this.trace.expect("a run that was not ok emits nothing", this.done.has(keyOf("orders.placed", from)), () => run)
    if (topic === "orders.said")
      this.trace.expect("a step that failed publishes nothing", this.said.has(keyOf(topic, run)), () => run)
  }

  /** Those placed earlier in the partition are done, or dead. */
  private checkOrder(listener: Listening, topic: string, run: string, partition: string): void {
    if (this.revived) return
    const own = this.originOf(topic, run)
    const ahead = [...this.placed.values()].filter(
      (each) => each.partition === partition && each.acked && each.number < (own?.number ?? 0) && each.good,
    )
    for (const each of ahead) {
      const before = listener === "orders" ? each.run : `${each.run}c`
      if (this.done.has(keyOf(topic, before))) continue
      void this.expectDead(listener, before, run)
    }
  }

  private async expectDead(listener: Listening, before: string, run: string): Promise<void> {
    const placed = keyOf("orders.placed", before.replace(/c$/, ""))
    const dead =
      (await this.isDead("orders", placed)) ||
      (listener === "archive" && (await this.isDead("archive", keyOf("orders.charged", before))))
    this.trace.expect("order within a partition", dead, () => `${run} before ${before}`)
  }

  private get jumps(): number {
    return this.trace.faults.clockJump ?? 0
  }

  private async isDead(listener: Listening, key: string): Promise<boolean> {
    return keysOf(await this.deadOf(listener)).has(key)
  }

  private originOf(topic: string, run: string): Placed | undefined {
    return this.placed.get(topic === "orders.placed" ? run : run.slice(0, -1))
  }

  private partitionOf(topic: string, run: string): string | undefined {
    return topic === "orders.said" || run.endsWith("s") ? undefined : this.originOf(topic, run)?.partition
  }

  /** Stores that tell what a broker receives and settles. */
  overhearing(stores: Stores): Stores {
    return { ...stores, queue: (name, options) => this.overheard(name, stores.queue(name, options)) }
  }

  private overheard(name: string, queue: Queue): Queue {
    const { held } = this.memory
    const settled = (receipt: string): string => {
      const { key } = held.get(`${name} ${receipt}`) ?? { key: "" }
      held.delete(`${name} ${receipt}`)
      return key
    }
    const acked = (receipt: string): void => void this.acked.set(settled(receipt), ++this.happened)
    return {
      ...queue,
      receive: async (options) => {
        const deliveries = await queue.receive(options)
        for (const { receipt, message, id } of deliveries)
          held.set(`${name} ${receipt}`, {
            key: keyOfEvent(message as never),
            id,
            at: ++this.happened,
            jumps: this.jumps,
          })
        return deliveries
      },
      ack: (receipt) => queue.ack(receipt).then(() => acked(receipt)),
      ackMany: (receipts) => queue.ackMany(receipts).then(() => receipts.forEach(acked)),
      retry: (receipt, options) => queue.retry(receipt, options).then(() => void settled(receipt)),
      reject: async (receipt, reason) => {
        await queue.reject(receipt, reason)
        this.rejected.add(settled(receipt))
      },
    }
  }
}

export function keyOfEvent({ type, data }: CloudEvent): string {
  return keyOf(type, (data as Values).run)
}

export const keysOf = (letters: readonly DeadLetter[]): ReadonlySet<string> =>
  new Set(letters.map(({ message }) => keyOfEvent(message as unknown as CloudEvent)))

function listenerOf(topic: string): Listening {
  return topic === "orders.placed" ? "orders" : "archive"
}

function memoryOf(): Memory {
  return { held: new Map(), active: { orders: new Set(), archive: new Set() } }
}
