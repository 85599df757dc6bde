import { CubeError, type Policy, storeLimits } from "cubular/contract"
import { messaging_option_refused } from "cubular/messages/en"

/** What becomes of messages, for counting. */
export type MessageEvent = "published" | "untaken" | "delivered" | "retried" | "dead" | "duplicate"

export interface MessagingOptions {
  /** Runs of one listener at once, 1 to 1,000. Default 64. */
  readonly concurrency?: number
  /** How often a message is tried before it is dead, 1 to 100. Default 5. */
  readonly attempts?: number
  /** Seconds before the second attempt, doubled for each one after it: 0 to `maxRetrySec`. Default 1. */
  readonly retrySec?: number
  /** The longest pause between two attempts, up to 43,200 s. Default 300. */
  readonly maxRetrySec?: number
  /** Milliseconds for one run, 1 to 3,600,000. Default 30,000. A message is kept from others for 30 s more. */
  readonly deadlineMs?: number
  /** Milliseconds between two looks for messages others have sent or that were put off, from 10 on. Default 1,000. */
  readonly pollMs?: number
  /** How long a message that was worked on is known by source and id, 60,000 ms to a year. Default 24 hours. */
  readonly rememberMs?: number
  /** Messages that may wait for one listener. Default 100,000. */
  readonly backlog?: number
  /** What compositions may ask for, from `cubular/policies`. Default none. */
  readonly policies?: Iterable<Policy>
  /** Told what becomes of each message; `topic` is "other" where nobody takes it. Never told what is in it. */
  readonly observe?: (topic: string, event: MessageEvent) => void
}

export type Settings = Required<MessagingOptions>

const ranges: { readonly [option: string]: readonly [fallback: number, least: number, most: number] } = {
  concurrency: [64, 1, 1000],
  attempts: [5, 1, storeLimits.attempts],
  retrySec: [1, 0, storeLimits.queueSec],
  maxRetrySec: [300, 0, storeLimits.queueSec],
  deadlineMs: [30_000, 1, 3_600_000],
  pollMs: [1000, 10, 3_600_000],
  rememberMs: [86_400_000, 60_000, 31_536_000_000],
  backlog: [100_000, 1, 100_000_000],
}

/** @throws {CubeError} `messaging_option_refused` */
export function toSettings(options: MessagingOptions): Settings {
  const settings: { [option: string]: unknown } = {
    policies: options.policies ?? [],
    observe: options.observe ?? (() => undefined),
  }
  for (const [option, [fallback, least, most]] of Object.entries(ranges)) {
    const given = options[option as keyof MessagingOptions] ?? fallback
    if (!Number.isInteger(given) || (given as number) < least || (given as number) > most)
      throw new CubeError({ ...messaging_option_refused, params: { option, takes: `${least} – ${most}` } })
    settings[option] = given
  }
  return settings as unknown as Settings
}
