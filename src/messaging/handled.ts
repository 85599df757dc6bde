import {
  type Clock,
  defineTable,
  isCubeError,
  type RecordsOf,
  type Stores,
  storeLimits,
  type Table,
} from "cubular/contract"
import * as z from "zod"

/** What has been worked on, by key, for a time. */
export interface Handled {
  /** Which of these keys are known. Up to 100. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>
  /** Up to 100. */
  add(keys: readonly string[]): Promise<void>
  forget(keys: readonly string[]): Promise<void>
}

/** The table they are kept in. */
export const handledTable: Table<{ key: string; at: number }, "key", { readonly byTime: readonly ["at"] }> =
  /* @__PURE__ */ (() =>
    defineTable({
      name: "messages-handled",
      version: 1,
      key: "key",
      indexes: { byTime: ["at"] },
      schema: z.strictObject({ key: z.string(), at: z.number() }),
    }))()

/** Hundreds of those that are too old that are taken out at once, so that no delivery waits long for it. */
const SWEEP = 50

/** Of 4,096 keys one begins so: where nobody lives as long as to see an hour pass, as in a Worker, it is time to sweep. */
const LOT = "000"

/** Kept in the store `records` of the host, or in memory where it has none. */
export function createHandled(stores: Stores, clock: Clock, rememberMs: number): Handled {
  try {
    return new Kept(stores.records(handledTable), clock, rememberMs)
  } catch (error) {
    if (isCubeError(error) && error.code === "store_missing") return new Remembered(clock, rememberMs)
    throw error
  }
}

class Kept implements Handled {
  private readonly records: RecordsOf<typeof handledTable>
  private readonly clock: Clock
  private readonly rememberMs: number
  private nextSweep: number

  constructor(records: RecordsOf<typeof handledTable>, clock: Clock, rememberMs: number) {
    this.records = records
    this.clock = clock
    this.rememberMs = rememberMs
    this.nextSweep = clock.now() + rememberMs / 24
  }

  async known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const since = this.clock.now() - this.rememberMs
    const found = await this.records.getMany(keys)
    return new Set(found.flatMap((row) => (row !== undefined && row.record.at > since ? [row.record.key] : [])))
  }

  async add(keys: readonly string[]): Promise<void> {
    const at = this.clock.now()
    await this.records.batch([...new Set(keys)].map((key) => ({ put: { key, at } })))
    if (at < this.nextSweep && !keys.some((key) => key.startsWith(LOT))) return
    this.nextSweep = at + this.rememberMs / 24
    await this.sweep(at - this.rememberMs)
  }

  async forget(keys: readonly string[]): Promise<void> {
    await this.records.batch([...new Set(keys)].map((key) => ({ delete: key })))
  }

  private async sweep(before: number): Promise<void> {
    for (let count = 0; count < SWEEP; count++) {
      const { records } = await this.records.find({
        index: "byTime",
        where: { at: { lte: before } },
        limit: storeLimits.batch,
      })
      if (records.length === 0) return
      await this.forget(records.map(({ record }) => record.key))
      if (records.length < storeLimits.batch) return
    }
  }
}

/** At most so many: the oldest are forgotten first. */
const MOST = 100_000

class Remembered implements Handled {
  private readonly clock: Clock
  private readonly rememberMs: number
  /** Key → when, oldest first. */
  private readonly all = new Map<string, number>()

  constructor(clock: Clock, rememberMs: number) {
    this.clock = clock
    this.rememberMs = rememberMs
  }

  async known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const since = this.clock.now() - this.rememberMs
    return new Set(keys.filter((key) => (this.all.get(key) ?? Number.NEGATIVE_INFINITY) > since))
  }

  async add(keys: readonly string[]): Promise<void> {
    const at = this.clock.now()
    for (const key of keys) {
      this.all.delete(key)
      this.all.set(key, at)
    }
    for (const [key, when] of this.all) {
      if (this.all.size <= MOST && when > at - this.rememberMs) break
      this.all.delete(key)
    }
  }

  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.all.delete(key)
  }
}
