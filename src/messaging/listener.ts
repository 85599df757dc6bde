import {
  type Clock,
  type CloudEvent,
  type CubeError,
  type Delivery,
  type Host,
  isCubeError,
  type Messages,
  type Queue,
  type Runner,
  sha256Hex,
  storeLimits,
  type Value,
} from "cubular"
import { deadline_exceeded, message_unreadable, run_cancelled, run_failed, runner_stopped } from "cubular/messages/en"
import { emitted } from "./emitted.ts"
import type { Handled } from "./handled.ts"
import { inputsFor } from "./inputs.ts"
import type { Settings } from "./options.ts"
import { isStale, Settlements } from "./settlements.ts"

export interface ListenerParts {
  /** Id of the composition. */
  readonly id: string
  readonly queue: Queue
  readonly handled: Handled
  readonly host: Host
  readonly clock: Clock
  readonly messages: Messages
  readonly settings: Settings
  readonly makeRunner: () => Promise<Runner>
}

/** A delivery, read. */
interface Work {
  readonly delivery: Delivery
  /** Undefined where it is no message. */
  readonly event: CloudEvent | undefined
  readonly key: string
}

/** By which a message is known to have been worked on by a listener; also what its run draws its seed from. */
export function keyOf(listener: string, { source, id }: Pick<CloudEvent, "source" | "id">): string {
  return sha256Hex(`cubular-message-1\n${listener}\n${source}\n${id}`)
}

/** What a queue holds, as the message it should be. */
export function readEvent(message: Value): CloudEvent | undefined {
  const { id, source, type } = (message ?? {}) as { readonly [name: string]: unknown }
  const isEvent = [id, source, type].every((text) => typeof text === "string" && text !== "")
  return isEvent ? (message as unknown as CloudEvent) : undefined
}

/** One composition at work on its messages: one at a time of each partition, several partitions at once. */
export class Listener {
  readonly id: string
  private readonly parts: ListenerParts
  private readonly settlements: Settlements
  /** Keys of messages at work: the second copy of one waits for the first. */
  private readonly working = new Map<string, Promise<void>>()
  private readonly idlers: (() => void)[] = []
  private runner: Promise<Runner> | undefined
  /** How many want it to go on: 0 and it takes nothing more. */
  private wanted = 0
  private inFlight = 0
  private pumping = false
  private again = false
  private taken = 0

  constructor(parts: ListenerParts) {
    this.id = parts.id
    this.parts = parts
    this.settlements = new Settlements(parts.queue, parts.handled)
  }

  /** Looks for messages, now and every `pollMs`, until the signal aborts. Never rejects. */
  async listen(signal: AbortSignal): Promise<void> {
    const { clock, settings } = this.parts
    this.wanted++
    while (!signal.aborted) {
      this.wake()
      await clock.sleep(settings.pollMs, signal).catch(() => undefined)
    }
    this.wanted--
  }

  /** There may be something to do. */
  wake(): void {
    if (this.wanted > 0) void this.pump()
  }

  /** Works on all there is to be had now. @returns how many messages were taken. */
  async drain(): Promise<number> {
    const before = this.taken
    this.wanted++
    this.wake()
    await this.idle()
    this.wanted--
    return this.taken - before
  }

  /** Resolves when nothing is at work. */
  idle(): Promise<void> {
    if (!this.pumping && this.inFlight === 0) return Promise.resolve()
    return new Promise((resolve) => this.idlers.push(resolve))
  }

  async stop(): Promise<void> {
    await this.idle()
    const runner = await this.runner?.catch(() => undefined)
    this.runner = undefined
    await runner?.stop()
  }

  private async pump(): Promise<void> {
    this.again = true
    if (this.pumping) return
    this.pumping = true
    while (this.again) {
      this.again = false
      try {
        while (this.wanted > 0 && (await this.take()));
      } catch (error) {
        this.note("listener cannot take messages", error)
      }
    }
    this.pumping = false
    this.tellIdlers()
  }

  private tellIdlers(): void {
    if (!this.pumping && this.inFlight === 0) for (const tell of this.idlers.splice(0)) tell()
  }

  /** @returns whether there may be more to be had. */
  private async take(): Promise<boolean> {
    const { queue, handled, settings } = this.parts
    const limit = Math.min(settings.concurrency - this.inFlight, storeLimits.batch)
    if (limit <= 0) return false
    const runner = await this.ready()
    const deliveries = await queue.receive({ limit })
    if (deliveries.length === 0) return false
    this.taken += deliveries.length
    const works = deliveries.map((delivery) => this.read(delivery))
    const known = await handled.known([...new Set(works.map(({ key }) => key))])
    for (const work of works) void this.begin(work, known, runner)
    return true
  }

  /** Made when the first message may come; if it cannot be made the messages wait, and it is tried again. */
  private async ready(): Promise<Runner> {
    this.runner ??= this.parts.makeRunner()
    try {
      return await this.runner
    } catch (error) {
      this.runner = undefined
      throw error
    }
  }

  private read(delivery: Delivery): Work {
    const event = readEvent(delivery.message)
    return { delivery, event, key: keyOf(this.id, event ?? { source: "", id: delivery.id }) }
  }

  private async begin(work: Work, known: ReadonlySet<string>, runner: Runner): Promise<void> {
    this.inFlight++
    const { key } = work
    const before = this.working.get(key)
    const own = (before ?? Promise.resolve()).then(async () => {
      const isKnown = before ? (await this.parts.handled.known([key])).has(key) : known.has(key)
      await this.work(work, isKnown, runner)
    })
    // Whatever could not be settled is delivered again when its time with us is over.
    const ended = own.catch((error) => (isStale(error) ? undefined : this.note("message not settled", error)))
    this.working.set(key, ended)
    await ended
    if (this.working.get(key) === ended) this.working.delete(key)
    this.inFlight--
    this.wake()
    this.tellIdlers()
  }

  private async work({ delivery, event, key }: Work, isKnown: boolean, runner: Runner): Promise<void> {
    const { settings, queue } = this.parts
    if (!event) {
      settings.observe("other", "dead")
      return queue.reject(delivery.receipt, message_unreadable.code)
    }
    if (isKnown) {
      settings.observe(event.type, "duplicate")
      return this.settlements.settle(delivery.receipt, undefined)
    }
    try {
      await this.run(event, key, runner)
    } catch (error) {
      return this.fail(delivery, event, key, error)
    }
    await this.settlements.settle(delivery.receipt, key)
    settings.observe(event.type, "delivered")
  }

  private async run(event: CloudEvent, key: string, runner: Runner): Promise<void> {
    const { clock, messages, settings } = this.parts
    const seed = key.slice(0, 32)
    const inputs = inputsFor(runner.plan, event.type, event.data)
    const settled = await runner.run(inputs, { seed, deadlineMs: settings.deadlineMs }).settled
    if (!settled.ok) throw settled.error
    const { partitionkey: partitionKey } = event
    const out = emitted(settled, { composition: this.id, seed, partitionKey, now: clock.now() })
    if (out.length > 0) await messages.publish(out)
  }

  /** Tried again later, or dead: at once where another attempt would come to the same. */
  private async fail({ receipt, attempt }: Delivery, { type }: CloudEvent, key: string, error: unknown): Promise<void> {
    const { queue, handled, settings } = this.parts
    const { retrySec, maxRetrySec, attempts, observe } = settings
    const reason = reasonOf(error)
    if (attempt < attempts && mayPass(error)) {
      const delaySec = Math.min(maxRetrySec, retrySec * 2 ** Math.min(attempt - 1, 20))
      await queue.retry(receipt, { delaySec, reason })
      observe(type, "retried")
      return
    }
    await queue.reject(receipt, reason)
    observe(type, "dead")
    this.note("message is dead", error, type)
    // Other copies of it need not die too. After it is dead: the other way round a crash would lose it.
    await handled.add([key])
  }

  private note(message: string, error: unknown, topic?: string): void {
    const fields = { listener: this.id, code: reasonOf(error), ...(topic === undefined ? {} : { topic }) }
    this.parts.host.log?.("error", message, fields)
  }
}

/** What the run failed of, without anything a message holds. */
function causeOf(error: unknown): CubeError | undefined {
  if (!isCubeError(error)) return undefined
  return error.code === run_failed.code && isCubeError(error.cause) ? error.cause : error
}

function reasonOf(error: unknown): string {
  const code = causeOf(error)?.code ?? "unexpected"
  return /^[a-z][a-z0-9_]{0,63}$/.test(code) ? code : "unexpected"
}

const PASSING: readonly string[] = [deadline_exceeded.code, run_cancelled.code, runner_stopped.code, "cube_threw"]

/** What nobody gave a code may be over next time; what says it cannot be retried is believed. */
function mayPass(error: unknown): boolean {
  const cause = causeOf(error)
  return cause === undefined || cause.retryable || PASSING.includes(cause.code)
}
