import type { Delivery, Queue } from "cubular/contract"
import type { Stage, World } from "../world.ts"
import { attempt, isUnsure } from "./attempt.ts"
import type { Work } from "./work.ts"

const PARTITIONS = ["p", "q"] as const
const OPTIONS = { attempts: 6, visibilitySec: 5 } as const

/** What is known of a message by its id. */
interface Known {
  readonly partition: string | undefined
  readonly number: number
  /** waiting: it must come (again). maybe: somebody tried to finish it. done: it must not come any more. */
  state: "waiting" | "maybe" | "done" | "dead"
  /** When that was known, epoch ms. */
  endedAt: number
  /** Its deliveries so far. They may arrive in another order than they were made. */
  readonly attempts: Set<number>
}

/** Messages are sent, received, worked on and finished: none is lost, none comes again, none overtakes within its partition. */
export class QueueWork implements Work {
  private readonly stage: Stage
  private readonly known = new Map<string, Known>()
  private left: number
  private number = 0
  /** Receives nobody heard the end of: any message may have been delivered by them. */
  private blind = 0

  constructor(stage: Stage) {
    this.stage = stage
    this.left = stage.draws.between(10, 24)
  }

  async live(world: World): Promise<void> {
    const queue = world.stores.queue("jobs", OPTIONS)
    await Promise.all([
      this.send(world, queue),
      this.send(world, queue),
      this.receive(world, queue),
      this.receive(world, queue),
    ])
  }

  private async send(world: World, queue: Queue): Promise<void> {
    const { draws } = this.stage
    while (this.left > 0) {
      await world.wait(draws.below(900))
      this.left--
      const partition = draws.percent(75) ? draws.pick(PARTITIONS) : undefined
      const number = ++this.number
      const delaySec = draws.percent(20) ? draws.between(1, 5) : 0
      const came = await attempt(() => queue.send({ number }, { delaySec, ...(partition ? { partition } : {}) }))
      if ("value" in came) this.learn(came.value, number, partition)
    }
  }

  /** A message that was acknowledged, or that turned up although it was not. */
  private learn(id: string, number: number, partition: string | undefined): Known {
    const { trace } = this.stage
    const before = this.known.get(id)
    if (before) {
      const same = before.number === number && before.partition === partition
      trace.expect("ids are of one message", same, () => `${id} is ${before.number} and ${number}`)
      return before
    }
    const known: Known = { partition, number, state: "waiting", endedAt: Infinity, attempts: new Set() }
    this.known.set(id, known)
    trace.note(`message ${id} is ${number}`)
    return known
  }

  private async receive(world: World, queue: Queue): Promise<void> {
    const { draws } = this.stage
    let idle = 0
    while (this.left > 0 || idle < 3) {
      await world.wait(draws.below(700))
      const start = world.now()
      this.blind++
      const came = await attempt(() => queue.receive({ limit: draws.between(1, 3) }))
      if (!("value" in came)) continue
      this.blind--
      idle = came.value.length === 0 ? idle + 1 : 0
      for (const delivery of came.value) this.arrived(delivery, start)
      for (const delivery of came.value) await this.work(world, queue, delivery)
    }
  }

  /** @param start - When it was asked for: what had ended by then must not come. */
  private arrived({ id, message, partition, attempt: nth }: Delivery, start: number): void {
    const { trace } = this.stage
    const known = this.learn(id, (message as { readonly number: number }).number, partition)
    trace.note(`message ${id} comes for the ${nth}. time`)
    const gone = known.endedAt < start
    trace.expect("what was acknowledged does not come again", !gone, () => `${id} is ${known.state}`)
    trace.expect("deliveries are counted", !known.attempts.has(nth), () => `${id}: ${nth} twice`)
    trace.expect("attempts are bounded", nth <= OPTIONS.attempts, () => `${id}: ${nth}`)
    known.attempts.add(nth)
    if (partition !== undefined) this.checkOrder(id, partition)
  }

  /** Those sent earlier to the partition are finished, or may be dead by now. */
  private checkOrder(id: string, partition: string): void {
    const ahead = [...this.known].filter(
      ([other, each]) =>
        Number(other) < Number(id) &&
        each.partition === partition &&
        each.state === "waiting" &&
        each.attempts.size + this.blind < OPTIONS.attempts - 1,
    )
    this.stage.trace.expect(
      "partition order",
      ahead.length === 0,
      () => `${id} before ${ahead.map(([other]) => other)}`,
    )
  }

  private async work(world: World, queue: Queue, { id, receipt, attempt: nth }: Delivery): Promise<void> {
    const { draws, trace } = this.stage
    const known = this.known.get(id) as Known
    await world.wait(draws.below(400))
    if (draws.percent(8)) {
      trace.fault("freeze", `with message ${id}`)
      await world.wait(draws.between(4000, 9000))
    }
    const way = draws.below(100)
    const isStale = [...known.attempts].some((other) => other > nth)
    if (isStale) return this.tryStale(id, () => queue.ack(receipt))
    if (way < 70) await this.end(known, id, "done", () => queue.ack(receipt))
    else if (way < 85) await attempt(() => queue.retry(receipt, { delaySec: draws.below(3) }))
    else if (way < 92) await this.end(known, id, "dead", () => queue.reject(receipt, "no use"))
    else await attempt(() => queue.extend(receipt))
  }

  /** Somebody else has it by now. */
  private async tryStale(id: string, work: () => Promise<void>): Promise<void> {
    const came = await attempt(work)
    this.stage.trace.expect("a receipt that was lost settles nothing", !("value" in came), () => `message ${id}`)
  }

  private async end(known: Known, id: string, to: "done" | "dead", work: () => Promise<void>): Promise<void> {
    const before = known.state
    if (before === "waiting") known.state = "maybe"
    const came = await attempt(work)
    if ("value" in came) {
      this.stage.trace.expect("finished once", known.state !== "done" && known.state !== "dead", () => `${id} twice`)
      known.state = to
      known.endedAt = this.stage.world.now()
      this.stage.trace.note(`message ${id} is ${to}`)
    } else if (!isUnsure(came) && known.state === "maybe" && before === "waiting") known.state = "waiting"
  }

  /** Whatever is left is received and acknowledged; then every message is accounted for. */
  async finish(world: World): Promise<void> {
    const queue = world.stores.queue("jobs", OPTIONS)
    const { trace } = this.stage
    for (let idle = 1; idle < 3; ) {
      if (idle > 0) await world.wait(130_000)
      const start = world.now()
      const found = await queue.receive({ limit: 50 })
      idle = found.length === 0 ? idle + 1 : 0
      for (const delivery of found) {
        this.arrived(delivery, start)
        await queue.ack(delivery.receipt)
        const known = this.known.get(delivery.id)
        if (known) known.state = "done"
      }
    }
    const { letters } = await queue.dead({ limit: 1000 })
    const dead = new Set(letters.map(({ id }) => id))
    for (const [id, { state }] of this.known) {
      trace.expect("acknowledged ⊆ stored", state !== "waiting" || dead.has(id), () => `message ${id} is lost`)
      trace.expect("dead letters are kept", state !== "dead" || dead.has(id), () => `message ${id}`)
      trace.expect("what is done is not dead", state !== "done" || !dead.has(id), () => `message ${id}`)
    }
    const counts = await queue.counts()
    const none = counts.ready + counts.delivered + counts.waiting === 0
    trace.expect("queues become empty", none && counts.dead === dead.size, () => JSON.stringify(counts))
  }
}
