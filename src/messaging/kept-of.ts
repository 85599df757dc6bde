import type { Table } from "cubular/contract"
import { handledTable } from "./handled.ts"
import { queueNameOf } from "./topics.ts"

/** What is kept for a composition that listens, in the form an inventory of `cubular/stores/backup` has. */
export interface MessagesKept {
  readonly queue: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: a table takes and gives its rows; what they are does not matter here.
  readonly records: readonly Table<any, any, any>[]
}

/**
 * Its queue, and the keys of what was worked on. The keys are those of all listeners of the host: they are digests, and say
 * nothing of whose they are.
 *
 * @param listener - Id of the composition.
 */
export function messagesKept(listener: string): MessagesKept {
  return { queue: [queueNameOf(listener)], records: [handledTable] }
}
