import type { Value } from "../value.ts"

export interface JournalEntry {
  /** 0, 1, 2 … without gaps. */
  readonly position: number
  readonly value: Value
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** Position the next entry will get. */
  readonly end: number
}

/** The right to append to a journal, of one holder at a time. */
export interface JournalWriter {
  /** Grows with every writer: what is done elsewhere in the name of this one can be told from what a later one does. */
  readonly token: number
  /** Position the next entry gets, as far as this writer knows. */
  readonly end: number
  /**
   * Appends up to 100 values as one: all of them, or none. Appending keeps the right.
   *
   * @param expected - Position the first one must get. Default: `end`.
   * @returns the new end.
   * @throws {CubeError} `journal_position` when the journal ends elsewhere, `journal_fenced` when another writer has taken
   * over, `store_batch_refused`, `store_value_too_large`, or a code of `checkValue`.
   */
  append(values: readonly Value[], options?: { readonly expected?: number | undefined }): Promise<number>
  /** Keeps the right where nothing is appended for long. @throws {CubeError} `journal_fenced`. */
  renew(): Promise<void>
  /** Gives the right back. Never fails for a right that is lost. */
  close(): Promise<void>
}

/**
 * A list that only grows, written by one: what sagas and replicated state stand on.
 *
 * - **One writer.** A second one is refused with `journal_taken` as long as the first lives. One that neither appends nor
 *   renews for `leaseSec` may lose its right, and one that died loses it by then: at once where the platform tells of it.
 *   A writer that lost its right can append nothing: `journal_fenced`.
 * - **Durable once acknowledged**, in order and without gaps: after a kill a reader finds all that was acknowledged, and
 *   at its end perhaps the last append, whole.
 * - **Anybody may read**, also while it is written; a read sees everything acknowledged before it through the same `stores`.
 *
 * An entry has up to 1,000,000 bytes as JSON. Time is the host's clock.
 *
 * Every call may also reject with `store_unavailable` or `store_busy` (both retryable), `store_full`, `store_corrupt`,
 * `store_newer` or `store_closed`.
 */
export interface Journal {
  /**
   * Takes the right to append.
   *
   * @param options.leaseSec - 1 to 3,600, default 30.
   * @throws {CubeError} `journal_taken` (retryable), `store_option_refused`.
   */
  writer(options?: { readonly leaseSec?: number | undefined }): Promise<JournalWriter>
  /**
   * Entries from a position on (default 0), up to `limit` (1 to 1,000, default 100). Behind the end there are none.
   *
   * @throws {CubeError} `store_option_refused`.
   */
  read(options?: { readonly from?: number | undefined; readonly limit?: number | undefined }): Promise<JournalPage>
}
