import type { RecordKey, TableShape } from "cubular/contract"
import { placesOf } from "../query.ts"
import type {
  Applied,
  Move,
  OldRow,
  QuarantineRow,
  RecordRow,
  RecordsDriver,
  RecordText,
  RowChange,
} from "../records-driver.ts"
import { ask, askAll } from "./ask.ts"
import { corrupt } from "./faults.ts"
import { findRows } from "./find.ts"
import { behind, fromKey, toKey, under } from "./keys.ts"
import type { Lane } from "./lane.ts"
import { createReadMany, plainForm, type ReadMany } from "./many.ts"
import type { StoresPlatform } from "./platform.ts"
import { keyOfRow, listKey, rowKey, rowsName, rowsRange } from "./row-keys.ts"
import { putTable, raiseTable, refuseOlder, type StoredTable, tableIn } from "./tables.ts"
import { KnownTables, putAside, type Versions } from "./versions.ts"

/**
 * `entries`: for each index of the table its name and the fields, then the key, as lists in one text; without a list
 * around it where there is one index, which is quicker.
 */
interface StoredRow extends RecordText {
  readonly entries?: string | readonly string[]
}

/** What came of a batch, and what is to be done when it is committed. Neither: the table is to be opened anew. */
interface Outcome {
  readonly applied?: Applied
  readonly keep?: () => void
}

/** A `records` driver over IndexedDB. */
export function createRecordsDriver(lane: Lane, platform: StoresPlatform): RecordsDriver {
  const known = new KnownTables()
  const readMany = createReadMany(platform)

  /** Reads from a table that is of this version. */
  const reading = <T>(shape: TableShape, work: (transaction: IDBTransaction) => Promise<T>): Promise<T> =>
    lane.read(async (transaction, memo) => {
      if (known.versionsOf(transaction, memo, shape)) return work(transaction)
      // Asked for at once: whether the table is of this version is found out beside.
      const answer = work(transaction)
      answer.catch(() => undefined)
      const stored = await tableIn(transaction, memo, shape.name)
      refuseOlder(stored, shape)
      if (stored?.version === shape.version) known.keep(transaction.db, shape)
      return answer
    })

  async function open(shape: TableShape): Promise<StoredTable> {
    for (;;) {
      const stored = await lane.write(
        async (transaction, memo) =>
          (await tableIn(transaction, memo, shape.name)) ?? raiseTable(transaction, memo, undefined, shape),
      )
      if (stored.version >= shape.version) return stored
      await lane.alone(async (transaction) => {
        const memo = new Map<string, unknown>()
        raiseTable(transaction, memo, await tableIn(transaction, memo, shape.name), shape)
      })
    }
  }

  return {
    open,
    get: (shape, keys) =>
      reading(shape, async (transaction) => {
        const asked = keysOf(shape, keys)
        return (await readMany(transaction.objectStore("records"), asked, plainForm, textOf)).rows
      }),
    async apply(shape, changes) {
      for (;;) {
        const { applied, keep } = await lane.write(async (transaction, memo): Promise<Outcome> => {
          const records = transaction.objectStore("records")
          const kept = known.versionsOf(transaction, memo, shape)
          const isEnough = kept !== undefined && kept.last - kept.given >= changes.length
          const stored = isEnough ? undefined : await tableIn(transaction, memo, shape.name)
          refuseOlder(stored, shape)
          const conflict = await conflictOf(records, readMany, shape, changes)
          if (conflict) return { applied: { conflict } }
          if (isEnough) return { applied: applyAll(records, kept, shape, changes) }
          const table = stored ?? raiseTable(transaction, memo, undefined, shape)
          if (table.version < shape.version) return {}
          const fresh = putAside(transaction, memo, shape, table, changes.length)
          const applied = applyAll(records, fresh, shape, changes)
          return { applied, keep: () => known.keep(transaction.db, shape, fresh) }
        })
        keep?.()
        if (applied) return applied
        // Everything was cleared since it was opened, and an earlier program has begun anew.
        await open(shape)
      }
    },
    find: (shape, range) =>
      reading(shape, async (transaction) => {
        const rows = await findRows(transaction.objectStore("records"), platform, shape, range)
        return rows.map((row) => textOf(row) as RecordText)
      }),
    older: (shape, from, limit) =>
      reading(shape, async (transaction) => {
        const records = transaction.objectStore("records")
        const range = rowsRange(platform.ranges, rowsName(shape.name, from))
        const [keys, rows] = await Promise.all([
          ask(records.getAllKeys(range, limit)),
          ask<unknown[]>(records.getAll(range, limit)),
        ])
        return rows.map((row, at) => ({ key: keyOfRow(keys[at] as IDBValidKey), ...(textOf(row) as RecordText) }))
      }),
    move: (shape, from, moves) =>
      lane.write(async (transaction, memo) => {
        refuseOlder(await tableIn(transaction, memo, shape.name), shape)
        const records = transaction.objectStore("records")
        const waiting = moves.map((move) =>
          rowKey(rowsName(shape.name, from), ("row" in move ? move.row : move.old).key),
        )
        const asked = waiting.map((key) => records.getKey(key))
        const isThere = await askAll(asked, (key) => key !== undefined)
        moves.forEach((move, at) => {
          // Another program may have moved it, and somebody changed it since.
          if (!isThere[at]) return
          records.delete(waiting[at] as IDBValidKey)
          moveOne(transaction, shape, from, move)
        })
      }),
    drop: (shape, from) =>
      lane.write(async (transaction, memo) => {
        const stored = await tableIn(transaction, memo, shape.name)
        if (!stored?.older.includes(from)) return
        const older = stored.older.filter((version) => version !== from)
        putTable(transaction, memo, shape.name, { ...stored, older })
      }),
    quarantined: (shape, limit, after) =>
      reading(shape, async (transaction) => {
        const all = under(platform, shape.name)
        const range = after
          ? platform.ranges.bound([shape.name, after[0], toKey(after[1])], behind(shape.name), true, true)
          : all
        const quarantine = transaction.objectStore("quarantine")
        const [keys, rows] = await Promise.all([
          ask(quarantine.getAllKeys(range, limit)),
          ask<Pick<QuarantineRow, "text" | "reason">[]>(quarantine.getAll(range, limit)),
        ])
        return rows.map(({ text, reason }, at) => {
          const [, from, key] = keys[at] as [string, number, string]
          return { from, key: JSON.parse(fromKey(key)) as RecordKey, text, reason }
        })
      }),
  }
}

function keysOf(shape: TableShape, keys: readonly RecordKey[]): string[] {
  const rows = rowsName(shape.name, shape.version)
  return keys.map((key) => rowKey(rows, key))
}

function textOf(row: unknown): RecordText | undefined {
  if (row === undefined) return undefined
  const { text, version } = (row ?? {}) as RecordText
  if (typeof text !== "string" || !Number.isInteger(version)) throw corrupt("a record that is none")
  return { text, version }
}

/** The first change whose row does not have the version it expects. */
async function conflictOf(
  records: IDBObjectStore,
  readMany: ReadMany,
  shape: TableShape,
  changes: readonly RowChange[],
): Promise<{ readonly index: number; readonly found: number } | undefined> {
  const expecting = changes.filter(({ expected }) => expected !== undefined)
  if (expecting.length === 0) return undefined
  const keys = keysOf(
    shape,
    expecting.map((change) => ("put" in change ? change.put.key : change.delete)),
  )
  const { rows: versions } = await readMany(records, keys, plainForm, (row) => textOf(row)?.version ?? 0)
  const at = expecting.findIndex(({ expected }, at) => expected !== versions[at])
  return at < 0 ? undefined : { index: changes.indexOf(expecting[at] as RowChange), found: versions[at] as number }
}

function applyAll(
  records: IDBObjectStore,
  versions: Versions,
  shape: TableShape,
  changes: readonly RowChange[],
): Applied {
  const rows = rowsName(shape.name, shape.version)
  for (const change of changes) {
    const version = ++versions.given
    if ("put" in change) putRow(records, shape, { ...change.put, version })
    else records.delete(rowKey(rows, change.delete))
  }
  return { last: versions.given }
}

function putRow(records: IDBObjectStore, shape: TableShape, { key, version, text, fields }: RecordRow): void {
  const rows = rowsName(shape.name, shape.version)
  const row: StoredRow = { version, text }
  if (shape.indexes.length === 0) return void records.put(row, rowKey(rows, key))
  const [entry, ...more] = shape.indexes.map(({ name }, index) =>
    listKey(`${rows} ${name}`, [...placesOf(shape, index).map((at) => fields[at] as RecordKey), key]),
  ) as [string, ...string[]]
  records.put({ ...row, entries: more.length === 0 ? entry : [entry, ...more] }, rowKey(rows, key))
}

function moveOne(transaction: IDBTransaction, shape: TableShape, from: number, move: Move): void {
  if ("row" in move) return putRow(transaction.objectStore("records"), shape, move.row)
  const { key, text }: OldRow = move.old
  const place = [shape.name, from, toKey(JSON.stringify(key))]
  transaction.objectStore("quarantine").put({ text, reason: move.reason }, place)
}
