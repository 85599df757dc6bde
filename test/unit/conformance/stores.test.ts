import { type CreateFixture, runStoreCase, type StoreFixture, storeCases } from "cubular/conformance"
import type { Stores } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import {
  type BlobDriver,
  byName,
  byTable,
  createBlobs,
  createJournal,
  createKv,
  createQueue,
  createRecords,
  type JournalDriver,
  type KvDriver,
  type QueueDriver,
  type RecordsDriver,
} from "cubular/stores"
import { describe, expect, test } from "vitest"
import { createBlobDriver } from "../../../src/stores/memory/blobs.ts"
import { createJournalDriver } from "../../../src/stores/memory/journal.ts"
import { createKvDriver } from "../../../src/stores/memory/kv.ts"
import { createQueueDriver } from "../../../src/stores/memory/queue.ts"
import { createRecordsDriver } from "../../../src/stores/memory/records.ts"

/** Drivers in memory, each as it is or with a fault in it. */
interface Faults {
  readonly kv?: (driver: KvDriver) => Partial<KvDriver>
  readonly records?: (driver: RecordsDriver) => Partial<RecordsDriver>
  readonly blobs?: (driver: BlobDriver) => Partial<BlobDriver>
  readonly queue?: (driver: QueueDriver) => Partial<QueueDriver>
  readonly journal?: (driver: JournalDriver) => Partial<JournalDriver>
}

const faulty = <T>(driver: T, fault: ((driver: T) => Partial<T>) | undefined): T => ({ ...driver, ...fault?.(driver) })

const fixtureWith =
  (faults: Faults): CreateFixture =>
  async (): Promise<StoreFixture> => {
    const { clock, advance } = createHost()
    const now = (): number => clock.now()
    const records = faulty(createRecordsDriver(), faults.records)
    const queues = byName(() => faulty(createQueueDriver(), faults.queue))
    const stores: Stores = {
      kv: byName(() => createKv(faulty(createKvDriver(), faults.kv), { now })),
      records: byTable((table) => createRecords(records, table)),
      blobs: byName(() => createBlobs(faulty(createBlobDriver(), faults.blobs))),
      queue: (name, options) => createQueue(queues(name), { now }, options),
      journal: byName((name) => createJournal(name, faulty(createJournalDriver(), faults.journal), { now })),
    }
    return { stores, advance, another: async () => stores, reopen: async () => stores }
  }

/** What a store's cases say about a fault. */
async function problemsWith(store: keyof Faults, faults: Faults): Promise<string[]> {
  const verdicts = await Promise.all(
    storeCases.filter((each) => each.store === store).map((each) => runStoreCase(each, fixtureWith(faults))),
  )
  return verdicts.flatMap((verdict) => ("problems" in verdict ? verdict.problems : []))
}

const utf16 = (a: string, b: string): number => (a < b ? -1 : 1)

/** Faults a driver may well have, by what they do. */
const faults: readonly (readonly [string, keyof Faults, Faults])[] = [
  [
    "keys in the order of UTF-16 units",
    "kv",
    {
      kv: (driver) => ({
        async list(range, nowMs) {
          const { rows } = await driver.list({ ...range, limit: 1e6, after: undefined }, nowMs)
          const sorted = [...rows].sort((a, b) => utf16(a.key, b.key))
          const from = range.after === undefined ? 0 : sorted.findIndex(({ key }) => key === range.after) + 1
          const page = sorted.slice(from, from + range.limit)
          return page.length < range.limit ? { rows: page } : { rows: page, next: (page.at(-1) as { key: string }).key }
        },
      }),
    },
  ],
  [
    "values that never end",
    "kv",
    { kv: (driver) => ({ get: (keys) => driver.get(keys, 0), list: (range) => driver.list(range, 0) }) },
  ],
  [
    "a time to live that outlasts a new put",
    "kv",
    {
      kv: (driver) => {
        const ends = new Map<string, number | undefined>()
        return {
          put(rows, nowMs) {
            for (const { key, expiresAtMs } of rows) ends.set(key, expiresAtMs ?? ends.get(key))
            return driver.put(
              rows.map((row) => ({ ...row, expiresAtMs: ends.get(row.key) })),
              nowMs,
            )
          },
        }
      },
    },
  ],
  [
    "answers in an order of their own",
    "kv",
    { kv: (driver) => ({ get: async (keys, nowMs) => [...(await driver.get(keys, nowMs))].reverse() }) },
  ],
  [
    "a last page that is forgotten",
    "kv",
    { kv: (driver) => ({ list: async (range, nowMs) => ({ rows: (await driver.list(range, nowMs)).rows }) }) },
  ],
  [
    "metadata that is lost",
    "kv",
    {
      kv: (driver) => ({
        put: (rows, nowMs) =>
          driver.put(
            rows.map(({ metadata, ...row }) => row),
            nowMs,
          ),
      }),
    },
  ],
  ["deletions that are forgotten", "kv", { kv: () => ({ delete: () => undefined }) }],
  [
    "versions that are not compared",
    "records",
    {
      records: (driver) => ({
        apply: (shape, changes) =>
          driver.apply(
            shape,
            changes.map((change) => ({ ...change, expected: undefined })),
          ),
      }),
    },
  ],
  [
    "a batch that is done until its conflict",
    "records",
    {
      records: (driver) => ({
        async apply(shape, changes) {
          let last = { last: 0 } as Awaited<ReturnType<RecordsDriver["apply"]>>
          for (const [index, change] of changes.entries()) {
            last = await driver.apply(shape, [change])
            if ("conflict" in last) return { conflict: { ...last.conflict, index } }
          }
          return last
        },
      }),
    },
  ],
  [
    "bounds that are always held",
    "records",
    {
      records: (driver) => ({
        find: (shape, range) =>
          driver.find(shape, {
            ...range,
            lower: range.lower && { ...range.lower, open: false },
            upper: range.upper && { ...range.upper, open: false },
          }),
      }),
    },
  ],
  [
    "one way only",
    "records",
    { records: (driver) => ({ find: (shape, range) => driver.find(shape, { ...range, descending: false }) }) },
  ],
  [
    "pages that begin anew",
    "records",
    { records: (driver) => ({ find: async (shape, { after, ...range }) => (after ? [] : driver.find(shape, range)) }) },
  ],
  [
    "rows that no migration takes being dropped",
    "records",
    {
      records: (driver) => ({
        move: (shape, from, moves) =>
          driver.move(
            shape,
            from,
            moves.map((move) => ("row" in move ? move : { row: { ...move.old, fields: [""] } })),
          ),
      }),
    },
  ],
  [
    "programs with an older table going on",
    "records",
    {
      records: (driver) => ({
        get: async (shape, keys) => {
          try {
            return await driver.get(shape, keys)
          } catch {
            return keys.map(() => undefined)
          }
        },
      }),
    },
  ],
  [
    "ranges that are shifted",
    "blobs",
    { blobs: (driver) => ({ read: (row, offset, length) => driver.read(row, Math.max(0, offset - 1), length) }) },
  ],
  [
    "a replaced blob read as the old one's end",
    "blobs",
    {
      blobs: (driver) => ({
        read: async (row, offset, length) => (await driver.read(row, offset, length)) ?? new Uint8Array(length),
      }),
    },
  ],
  [
    "an upload that is seen though it failed",
    "blobs",
    {
      blobs: (driver) => ({
        async begin() {
          const upload = await driver.begin("a")
          const size = { bytes: 0 }
          return {
            part: (bytes) => {
              size.bytes += bytes.length
              return upload.part(bytes)
            },
            commit: (row) => upload.commit(row),
            abort: () => upload.commit({ key: "a", size: size.bytes, sha256: "" }),
          }
        },
      }),
    },
  ],
  [
    "messages that nobody gets again",
    "queue",
    { queue: (driver) => ({ receive: (limit, attempts, nowMs) => driver.receive(limit, attempts, nowMs, Infinity) }) },
  ],
  [
    "partitions without an order",
    "queue",
    { queue: (driver) => ({ send: (rows) => driver.send([...rows].reverse().map(({ partition, ...row }) => row)) }) },
  ],
  [
    "delays that are not kept",
    "queue",
    { queue: (driver) => ({ send: (rows) => driver.send(rows.map((row) => ({ ...row, dueMs: 0 }))) }) },
  ],
  [
    "old receipts that are good",
    "queue",
    {
      queue: (driver) => ({
        settle: async (receipts, how, attempts) => {
          for (let attempt = 1; attempt < 10; attempt++)
            if (
              await driver.settle(
                receipts.map(({ number }) => ({ number, attempt })),
                how,
                attempts,
              )
            )
              return true
          return true
        },
      }),
    },
  ],
  [
    "no end of attempts",
    "queue",
    { queue: (driver) => ({ receive: (limit, _, nowMs, untilMs) => driver.receive(limit, 100, nowMs, untilMs) }) },
  ],
  [
    "a reason that is lost",
    "queue",
    {
      queue: (driver) => ({
        dead: async (limit, after) => (await driver.dead(limit, after)).map((row) => ({ ...row, reason: "dead" })),
      }),
    },
  ],
  [
    "two writers at once",
    "journal",
    { journal: (driver) => ({ acquire: (nowMs, untilMs) => driver.acquire(nowMs + 1e9, untilMs + 2e9) }) },
  ],
  [
    "a writer that is not fenced off",
    "journal",
    {
      journal: (driver) => {
        let newest = 0
        return {
          async acquire(nowMs, untilMs) {
            const held = await driver.acquire(nowMs, untilMs)
            newest = held?.token ?? newest
            return held
          },
          append: (_, expected, texts, untilMs) => driver.append(newest, expected, texts, untilMs),
        }
      },
    },
  ],
  [
    "positions that are not compared",
    "journal",
    {
      journal: (driver) => ({
        append: async (token, _, texts, untilMs) => driver.append(token, (await driver.read(0, 1)).end, texts, untilMs),
      }),
    },
  ],
  [
    "tokens that do not grow",
    "journal",
    {
      journal: (driver) => ({
        async acquire(nowMs, untilMs) {
          const held = await driver.acquire(nowMs, untilMs)
          return held && { ...held, token: 1 }
        },
        append: async (_, expected, texts, untilMs) =>
          driver.append((await newestOf(driver)) ?? 1, expected, texts, untilMs),
      }),
    },
  ],
]

/** The token in force, found by trying. */
async function newestOf(driver: JournalDriver): Promise<number | undefined> {
  for (let token = 1; token < 50; token++) if (await driver.renew(token, 1e15)) return token
  return undefined
}

describe("the cases of stores", () => {
  test("find nothing wrong with drivers that do what they must", async () => {
    const stores = ["kv", "records", "blobs", "queue", "journal"] as const
    for (const store of stores) expect(await problemsWith(store, {})).toEqual([])
  })

  test.each(faults)("notice %s", async (_, store, fault) => {
    expect(await problemsWith(store, fault)).not.toEqual([])
  })

  test("say why they are skipped", async () => {
    const bare: CreateFixture = async () => ({ stores: (await fixtureWith({})()).stores })
    for (const each of storeCases.filter(({ wants }) => wants))
      expect(await runStoreCase(each, bare)).toEqual({ skipped: expect.stringMatching(/^The fixture has no /) })
  })

  test("clear up after themselves, also when a driver throws", async () => {
    let disposed = 0
    const fixture: CreateFixture = async () => ({
      stores: {
        kv: () => {
          throw new Error("broken")
        },
      } as unknown as Stores,
      dispose: async () => void disposed++,
    })
    const verdict = await runStoreCase(storeCases[0] as (typeof storeCases)[number], fixture)
    expect(verdict).toEqual({ problems: [expect.stringContaining("broken")] })
    expect(disposed).toBe(1)
  })
})
