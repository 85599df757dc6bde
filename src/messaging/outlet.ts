import {
  type CloudEvent,
  CubeError,
  isCubeError,
  type Messages,
  type Queue,
  type Send,
  storeLimits,
} from "cubular/contract"
import { message_too_large, messages_full } from "cubular/messages/en"
import { checkEvent } from "./cloud-event.ts"
import type { Settings } from "./options.ts"
import type { Topics } from "./topics.ts"

/** The queue of one listener, and how many wait in it at least as far as we know. */
class Inbox {
  private readonly listener: string
  private readonly queue: Queue
  private readonly most: number
  /** An upper bound as long as only we send: how many there were when they were last counted, and those sent since. */
  private known: number | undefined

  constructor(listener: string, queue: Queue, most: number) {
    this.listener = listener
    this.queue = queue
    this.most = most
  }

  /** Counts only when what is known does not say that there is room. @throws {CubeError} `messages_full` */
  room(more: number): Promise<void> | undefined {
    return this.known !== undefined && this.known + more <= this.most ? undefined : this.count(more)
  }

  private async count(more: number): Promise<void> {
    const { ready, delivered, waiting } = await this.queue.counts()
    const all = ready + delivered + waiting
    this.known = all
    if (all + more <= this.most) return
    throw new CubeError({ ...messages_full, params: { listener: this.listener, waiting: all }, retryable: true })
  }

  async send(messages: readonly Send[]): Promise<void> {
    this.known = (this.known ?? 0) + messages.length
    for (let at = 0; at < messages.length; at += storeLimits.batch)
      await this.queue.sendMany(messages.slice(at, at + storeLimits.batch))
  }
}

/** Puts messages into the queue of everyone who listens. */
export class Outlet implements Messages {
  private readonly topics: Topics
  private readonly settings: Settings
  private readonly inboxes: ReadonlyMap<string, Inbox>
  private readonly woken: (listener: string) => void

  constructor(
    topics: Topics,
    queueOf: (listener: string) => Queue,
    settings: Settings,
    woken: (listener: string) => void,
  ) {
    this.topics = topics
    this.settings = settings
    this.woken = woken
    this.inboxes = new Map([...topics.documents.keys()].map((id) => [id, new Inbox(id, queueOf(id), settings.backlog)]))
  }

  async publish(messages: readonly CloudEvent[]): Promise<void> {
    const sends = this.sort(messages.map(checkEvent))
    const waits = Array.from(sends, ([listener, own]) => this.inbox(listener).room(own.length)).filter(Boolean)
    if (waits.length > 0) await Promise.all(waits)
    try {
      await Promise.all(Array.from(sends, ([listener, own]) => this.inbox(listener).send(own)))
    } catch (error) {
      throw isCubeError(error) && error.code === "store_value_too_large"
        ? new CubeError({ ...message_too_large, params: { limit: storeLimits.messageBytes }, cause: error })
        : error
    }
    for (const { type } of messages)
      if (this.topics.listenersOf(type).length > 0) this.settings.observe(type, "published")
      else this.settings.observe("other", "untaken")
    for (const listener of sends.keys()) this.woken(listener)
  }

  /** Who gets what, in the order of the messages. */
  private sort(messages: readonly CloudEvent[]): Map<string, Send[]> {
    const sends = new Map<string, Send[]>()
    for (const message of messages)
      for (const listener of this.topics.listenersOf(message.type)) {
        const own = sends.get(listener) ?? []
        sends.set(listener, own)
        const { partitionkey: key } = message
        // Not the key itself: "." is none that stores take.
        own.push({ message: message as never, ...(key === undefined ? {} : { partition: `:${key}` }) })
      }
    return sends
  }

  private inbox(listener: string): Inbox {
    return this.inboxes.get(listener) as Inbox
  }
}
