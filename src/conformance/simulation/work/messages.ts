import type { CloudEvent, Stores } from "cubular"
import type { DeadLetter } from "cubular/contract"
import { listening } from "../message-cubes.ts"
import { keyOf, keyOfEvent, keysOf, type Listening, MessageWatch, type Placed } from "../watch/messages.ts"
import type { CreateBroker, Parts, SimulatedBroker, Stage, World } from "../world.ts"
import { attempt } from "./attempt.ts"
import type { Work } from "./work.ts"

const PARTITIONS = ["p", "q", undefined] as const
const LISTENERS: readonly Listening[] = ["orders", "archive"]
/** Why a message is dead that fits nobody. */
const MISFIT = "inputs_refused"
/** Why any is dead whose deliveries nobody answered. */
const EXHAUSTED = "attempts_exhausted"
/** Longer than a message is kept from others after a crash, and than its longest pause, in ms. */
const QUIET_MS = 130_000

/** Messages between compositions: each that was taken is worked on to its end or dead with a reason, in order, once. */
export class MessagesWork implements Work {
  private readonly stage: Stage
  private readonly stores: Stores
  private readonly parts: Pick<Parts, "policies"> & { readonly createBroker: CreateBroker }
  private readonly watch: MessageWatch
  private readonly settings: Omit<Parameters<CreateBroker>[0], "host" | "registry" | "policies">
  private left: number
  private number = 0

  /** @param stores - As they are, without a port in between: for looking at. */
  constructor(stage: Stage, parts: MessagesWork["parts"], stores: Stores) {
    const { draws, trace } = stage
    this.stage = stage
    this.parts = parts
    this.stores = stores
    this.left = draws.between(5, 10)
    this.settings = {
      concurrency: draws.between(1, 4),
      attempts: draws.between(3, 5),
      maxRetrySec: 10,
      deadlineMs: draws.between(2600, 9000),
      pollMs: draws.between(1000, 5000),
      backlog: draws.percent(30) ? draws.between(4, 9) : 1000,
    }
    this.watch = new MessageWatch(trace, this.settings.concurrency, (listener) => this.deadOf(listener))
  }

  private async deadOf(listener: Listening): Promise<readonly DeadLetter[]> {
    return (await this.stores.queue(`on-${listener}`).dead({ limit: 1000 })).letters
  }

  private brokerOn(world: World, backlog: number): SimulatedBroker {
    const { watch, parts, settings } = this
    watch.born()
    const log = watch.hearing(() => world.alive)
    const host = { ...world.sagaHost, log, stores: watch.overhearing(world.stores) }
    const { createBroker, policies } = parts
    return createBroker({ ...settings, backlog, policies, host, registry: listening() })
  }

  async live(world: World): Promise<void> {
    const { stage, watch } = this
    const broker = this.brokerOn(world, this.settings.backlog)
    broker.start()
    await Promise.all(PARTITIONS.map((partition) => this.publish(world, broker, partition)))
    await world.wait(stage.draws.below(6000))
    await broker.stop()
    stage.trace.expect("stopping waits for the work", watch.idle, () => "runs are at work")
  }

  /** One after the other, each until it is taken; some say the same twice. */
  private async publish(world: World, broker: SimulatedBroker, partition: string | undefined): Promise<void> {
    const { draws } = this.stage
    while (this.left > 0) {
      await world.wait(draws.below(2500))
      const many = draws.percent(25) ? 2 : 1
      const placed = Array.from({ length: many }, () => this.place(partition))
      this.left -= many
      const events = placed.map(eventOf)
      await this.taken(world, broker, events)
      for (const each of placed) each.acked = true
      if (draws.percent(15)) await attempt(() => broker.publish(events))
    }
  }

  private place(partition: string | undefined): Placed {
    const number = ++this.number
    const placed = { run: `m${number}`, number, partition, good: !this.stage.draws.percent(8), acked: false }
    this.watch.placed.set(placed.run, placed)
    return placed
  }

  private async taken(world: World, broker: SimulatedBroker, events: readonly CloudEvent[]): Promise<void> {
    const ids = events.map(({ id }) => id).join(" ")
    for (;;) {
      const came = await attempt(() => broker.publish(events))
      this.stage.trace.note(`placed ${ids} ${"code" in came ? came.code : "ok"}`)
      if ("value" in came) return
      await world.wait(this.stage.draws.between(200, 2000))
    }
  }

  /** Without faults all that was taken is done or dead; and what is dead is done when it is revived. */
  async finish(world: World): Promise<void> {
    const broker = this.brokerOn(world, 1000)
    await this.empty(world, broker)
    await this.account()
    this.watch.revive()
    for (const listener of LISTENERS) {
      const ids = (await this.deadOf(listener)).map(({ id }) => id)
      if (ids.length > 0) await broker.revive(listener, ids)
    }
    await this.empty(world, broker)
    await this.checkEnd(broker)
    await broker.stop()
  }

  private async empty(world: World, broker: SimulatedBroker): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds++) {
      await world.wait(QUIET_MS)
      await broker.drain()
      const counts = await Promise.all(LISTENERS.map((listener) => broker.counts(listener)))
      if (counts.every(({ ready, delivered, waiting }) => ready + delivered + waiting === 0)) return
    }
    this.stage.trace.violate("all messages come to their end", "some are left")
  }

  private async account(): Promise<void> {
    const { trace } = this.stage
    const { placed, rejected } = this.watch
    const orders = await this.deadOf("orders")
    const archive = await this.deadOf("archive")
    const dead = keysOf([...orders, ...archive])
    for (const key of rejected) trace.expect("dead letters are kept", dead.has(key), () => key)
    for (const letter of [...orders, ...archive]) this.checkReason(letter)
    for (const each of placed.values()) if (each.acked) this.accountFor(each, dead)
    trace.note(`dead ${[...dead].sort().join(", ")}`)
  }

  private accountFor({ run, good }: Placed, dead: ReadonlySet<string>): void {
    const { trace } = this.stage
    const ended = (key: string): boolean => dead.has(key) || this.watch.done.has(key)
    const own = keyOf("orders.placed", run)
    trace.expect("what was taken is done or dead", good ? ended(own) : dead.has(own), () => own)
    if (!good || dead.has(own)) return
    for (const key of [keyOf("orders.charged", `${run}c`), keyOf("orders.said", `${run}s`)])
      trace.expect("what comes of a message is done or dead", ended(key), () => key)
  }

  private checkReason({ reason, message }: DeadLetter): void {
    const key = keyOfEvent(message as unknown as CloudEvent)
    const good = this.watch.placed.get(key.split(" ")[1] as string)?.good ?? true
    const known = /^[a-z][a-z0-9_]+$/.test(reason) && reason !== "unexpected"
    const fits = known && (good ? reason !== MISFIT : [MISFIT, EXHAUSTED].includes(reason))
    this.stage.trace.expect("dead letters have their reason", fits, () => `${key}: ${reason}`)
  }

  private async checkEnd(broker: SimulatedBroker): Promise<void> {
    const { trace } = this.stage
    const { placed, done } = this.watch
    for (const { run, good, acked } of placed.values()) {
      const keys = [keyOf("orders.placed", run), keyOf("orders.charged", `${run}c`), keyOf("orders.said", `${run}s`)]
      const left = good && acked ? keys.filter((key) => !done.has(key)) : []
      trace.expect("what is revived is done", left.length === 0, () => left.join(", "))
    }
    for (const listener of LISTENERS) {
      const bad = await this.deadOf(listener)
      for (const letter of bad) this.checkReason(letter)
      const ids = bad.map(({ id }) => id)
      const buried = ids.length > 0 ? await broker.bury(listener, ids) : 0
      const { dead } = await broker.counts(listener)
      trace.expect("what is buried is gone", buried === bad.length && dead === 0, () => `${buried} of ${bad.length}`)
    }
  }
}

function eventOf({ run, number, partition, good }: Placed): CloudEvent {
  const data = { value: good ? number % 6 : "none", run }
  const event = { specversion: "1.0", id: run, source: "/simulated", type: "orders.placed", data } as const
  return partition === undefined ? event : { ...event, partitionkey: partition }
}
