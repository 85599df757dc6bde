import { type CloudEvent, type RunResult, toTimestamp } from "cubular"

/** Where emitted messages come from, and what makes their ids. */
export interface Emission {
  /** Id of the composition. */
  readonly composition: string
  /** Up to 64 characters, the same for a run that is repeated: then its messages have the same ids. */
  readonly seed: string
  /** Of the message that started the run: order is kept along the way. */
  readonly partitionKey?: string | undefined
  /** Epoch ms. */
  readonly now: number
}

/** The messages a run emits: none of one that was not ok. */
export function emitted(result: RunResult, { composition, seed, partitionKey, now }: Emission): CloudEvent[] {
  return Object.entries(result.emits ?? {}).map(([topic, data]) => ({
    specversion: "1.0",
    id: `${seed}.${topic}`,
    source: `/compositions/${composition}`,
    type: topic,
    time: toTimestamp(now),
    ...(partitionKey === undefined ? {} : { partitionkey: partitionKey }),
    data,
  }))
}
