import type { Value } from "../value.ts"

export interface QueueOptions {
  /** How often a message is delivered before it is dead, 1 to 100. Default 5. */
  readonly attempts?: number | undefined
  /** Seconds a delivered message is kept from others while nothing is heard of it, 1 to 43,200. Default 30. */
  readonly visibilitySec?: number | undefined
}

export interface SendOptions {
  /** Messages of one partition are delivered one after the other, in the order they were sent. A key as those of `kv`. */
  readonly partition?: string | undefined
  /** Seconds before it is delivered, 0 to 43,200, whole. It holds back those behind it in its partition. Default 0. */
  readonly delaySec?: number | undefined
}

export interface Send extends SendOptions {
  readonly message: Value
}

/** A message on its way: in the hands of one receiver until `untilMs`. */
export interface Delivery {
  /** Unlike that of every other message of the queue. */
  readonly id: string
  readonly message: Value
  readonly partition?: string
  /** Which delivery of this message it is, from 1 on. More than 1: it may have been worked on before. */
  readonly attempt: number
  /** What `ack`, `retry`, `reject` and `extend` take; of this delivery only. */
  readonly receipt: string
  /** Epoch ms of the host's clock from which on others may get it. */
  readonly untilMs: number
}

/** A message that will not be delivered any more. */
export interface DeadLetter {
  readonly id: string
  readonly message: Value
  readonly partition?: string
  readonly attempts: number
  /** What `reject` or the last `retry` said; `attempts_exhausted` where nothing was said. */
  readonly reason: string
}

export interface DeadPage {
  readonly letters: readonly DeadLetter[]
  readonly cursor?: string
}

/** A message that is still to be delivered, or is being worked on. */
export interface QueuedMessage {
  readonly id: string
  readonly message: Value
  readonly partition?: string
  /** Deliveries so far. */
  readonly attempts: number
}

export interface PeekPage {
  readonly messages: readonly QueuedMessage[]
  readonly cursor?: string
}

export interface QueueCounts {
  /** May be delivered now. */
  readonly ready: number
  /** Delivered, neither settled nor due again. */
  readonly delivered: number
  /** Put off, or behind another one of their partition. */
  readonly waiting: number
  readonly dead: number
}

/**
 * Messages to be worked on: at least once, in order within a partition.
 *
 * - **At least once.** A message is there until `ack`. A receiver that falls silent loses it after `visibilitySec`, and
 *   somebody gets it again: work twice must do no harm. One whose receipt is no longer good hears `receipt_stale`.
 * - **Order.** Of a partition one message at a time is delivered, the oldest; the next follows when it was acknowledged
 *   or is dead. Messages without a partition come in no promised order.
 * - **Durable once acknowledged**: what `send` resolved for is delivered, and what `ack` resolved for never again, also
 *   across a kill at any moment.
 * - **Dead letters.** A message delivered `attempts` times without `ack` is kept aside with a reason, as is one that was
 *   rejected. It no longer holds back its partition. `revive` puts it at the end again.
 *
 * Time is the host's clock. A message has up to 120,000 bytes as JSON.
 *
 * Every call may also reject with `store_unavailable` or `store_busy` (both retryable), `store_full`, `store_corrupt`,
 * `store_newer` or `store_closed`.
 */
export interface Queue {
  /**
   * @returns the id of the message.
   * @throws {CubeError} `store_value_too_large`, `store_key_malformed`, `store_key_too_long`, `store_option_refused`, or a
   * code of `checkValue`.
   */
  send(message: Value, options?: SendOptions): Promise<string>
  /** Up to 100 as one transaction, in their order. @throws as `send`; `store_batch_refused`. */
  sendMany(messages: readonly Send[]): Promise<readonly string[]>
  /** Up to `limit` messages that may be delivered now, 1 to 100, default 1; none when there are none. Does not wait. */
  receive(options?: { readonly limit?: number | undefined }): Promise<readonly Delivery[]>
  /** The work is done: the message is gone. @throws {CubeError} `receipt_stale`. */
  ack(receipt: string): Promise<void>
  /** Up to 100 as one transaction: all of them, or with a stale one none. @throws as `ack`; `store_batch_refused`. */
  ackMany(receipts: readonly string[]): Promise<void>
  /** Try again, after `delaySec` (0 to 43,200, default 0), or let it be dead with the reason if that was the last time. */
  retry(
    receipt: string,
    options?: { readonly delaySec?: number | undefined; readonly reason?: string | undefined },
  ): Promise<void>
  /** Nothing will come of it: dead at once, with a reason of up to 448 bytes. @throws {CubeError} `receipt_stale`. */
  reject(receipt: string, reason: string): Promise<void>
  /** The work goes on: keep it from others for another `visibilitySec` from now. @throws {CubeError} `receipt_stale`. */
  extend(receipt: string): Promise<number>
  /** Dead letters in the order of their ids. @throws {CubeError} `store_option_refused`, `store_cursor_refused`. */
  dead(options?: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): Promise<DeadPage>
  /**
   * Sends dead letters anew, with all attempts, at the end. 1 to 100 ids; those that are not dead are left out.
   *
   * @throws {CubeError} `store_batch_refused`.
   */
  revive(ids: readonly string[]): Promise<number>
  /** Forgets dead letters: ids and what is thrown as with `revive`. */
  bury(ids: readonly string[]): Promise<number>
  /**
   * What is in the queue, without taking any of it: in the order of being sent, up to `limit` (1 to 1,000, default 100).
   *
   * @throws {CubeError} `store_option_refused`, `store_cursor_refused`.
   */
  peek(options?: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): Promise<PeekPage>
  counts(): Promise<QueueCounts>
}
