import type { Value } from "./value.ts"

/** Pattern of topics: the `type` of a message. */
export const TOPIC_PATTERN: RegExp = /^[A-Za-z][A-Za-z0-9._/:-]{0,127}$/

/** What one step may publish: all of it is handed over at once. */
export const PUBLISH_LIMIT = 100

/** A message, as CloudEvents 1.0 has it in JSON. `source` and `id` together are those of no other message. */
export interface CloudEvent {
  readonly specversion: "1.0"
  readonly id: string
  /** A URI reference: who says it. */
  readonly source: string
  /** The topic. */
  readonly type: string
  /** What it is about, inside of the source. */
  readonly subject?: string
  /** RFC 3339; absent on a host without a clock. */
  readonly time?: string
  readonly datacontenttype?: string
  readonly dataschema?: string
  /** Messages of one key are delivered in the order they were published. */
  readonly partitionkey?: string
  readonly data?: Value
}

export interface PublishOptions {
  /** Messages of one key are delivered in the order they were published. Up to 127 UTF-16 code units. */
  readonly partitionKey?: string | undefined
  readonly subject?: string | undefined
}

/** The power `messages` of a host. */
export interface Messages {
  /**
   * Takes messages, in their order. What it resolved for is delivered at least once to whoever listens; what it rejected
   * for may be published again under the same ids.
   */
  publish(messages: readonly CloudEvent[]): Promise<void>
}
