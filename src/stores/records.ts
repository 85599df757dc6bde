import {
  type QuarantinePage,
  type RecordChange,
  type RecordKey,
  type RecordPage,
  type RecordQuery,
  type Records,
  storeLimits,
  type Table,
  type TableShape,
  type Value,
  type Versioned,
} from "cubular/contract"
import { record_conflict, record_refused, store_newer, store_option_refused, table_changed } from "cubular/messages/en"
import { fromCursor, toCursor } from "./cursor.ts"
import { migrate } from "./migrate.ts"
import { checkField, checkQuery } from "./query.ts"
import type { QuarantinePlace, RecordRow, RecordsDriver, RecordText, RowChange } from "./records-driver.ts"
import { forItem, refuse, wholeOf, within } from "./refuse.ts"
import { checkBatch, checkUnlike, checkWhole } from "./text.ts"
import { fromText, toText } from "./value.ts"

type Place = readonly (string | number)[]

/** The records of a table over a driver: the one place that decides what is taken, for all of them. */
export function createRecords<R, K extends string, I>(driver: RecordsDriver, table: Table<R, K, I>): Records<R, K, I> {
  return new TableRecords<R, K, I>(driver, table)
}

class TableRecords<R, K extends string, I> implements Records<R, K, I> {
  readonly #driver: RecordsDriver
  readonly #table: Table<R, K, I>
  readonly #shape: TableShape
  #isReady = false

  constructor(driver: RecordsDriver, table: Table<R, K, I>) {
    this.#driver = driver
    this.#table = table
    this.#shape = table.shape
  }

  async get(key: R[K & keyof R]): Promise<Versioned<R> | undefined> {
    const checked = this.#key(key, ["key"])
    if (!this.#isReady) await this.#open()
    return toVersioned((await this.#driver.get(this.#shape, [checked]))[0])
  }

  async getMany(keys: readonly R[K & keyof R][]): Promise<readonly (Versioned<R> | undefined)[]> {
    checkBatch(keys, ["keys"])
    const checked = keys.map((key, index) => this.#key(key, ["keys", index]))
    if (!this.#isReady) await this.#open()
    return (await this.#driver.get(this.#shape, checked)).map((text) => toVersioned<R>(text))
  }

  async put(record: R, options: { readonly version?: number | undefined } = {}): Promise<number> {
    const versions = await this.#apply(
      [{ put: this.#row(record, RECORD), expected: expectedOf(options.version) }],
      () => [],
    )
    return versions[0] as number
  }

  async delete(key: R[K & keyof R], options: { readonly version?: number | undefined } = {}): Promise<void> {
    const change = { delete: this.#key(key, ["key"]), expected: expectedOf(options.version) }
    await this.#apply([change], () => [])
  }

  async batch(changes: readonly RecordChange<R, R[K & keyof R]>[]): Promise<readonly number[]> {
    checkBatch(changes, ["changes"])
    const checked = changes.map((change, index) => forItem("changes", index, () => this.#change(change)))
    const keys = checked.map((change) => ("put" in change ? change.put.key : change.delete))
    checkUnlike(keys, "changes")
    return this.#apply(checked, (index) => ["changes", index])
  }

  async find(query: RecordQuery<R, K, I> = {}): Promise<RecordPage<R>> {
    const { range, isEmpty, cursorBehind } = checkQuery(this.#shape, query)
    if (!this.#isReady) await this.#open()
    const rows = isEmpty ? [] : await this.#driver.find(this.#shape, range)
    const records = rows.map((row) => toVersioned<R>(row) as Versioned<R>)
    const last = records.at(-1)
    if (last === undefined || records.length < range.limit) return { records }
    return { records, cursor: cursorBehind(last.record as object) }
  }

  async quarantined(options: { readonly limit?: number; readonly cursor?: string } = {}): Promise<QuarantinePage> {
    const limit = wholeOf("limit", options.limit, 100, 1, storeLimits.page)
    const mark = ["quarantine", this.#shape.name]
    const after = options.cursor === undefined ? undefined : fromCursor(mark, options.cursor)
    if (!this.#isReady) await this.#open()
    const rows = await this.#driver.quarantined(this.#shape, limit, after as QuarantinePlace | undefined)
    const last = rows.at(-1)
    return {
      records: rows.map(({ key, from, text, reason }) => ({ key, value: fromText(text), from, reason })),
      ...(last === undefined || rows.length < limit
        ? {}
        : { cursor: toCursor(mark, [last.from, JSON.stringify(last.key)]) }),
    }
  }

  /**
   * By every call that comes before the first has done it. They share no promise: in a Worker each may belong to another
   * request, and what one that was cancelled has begun never ends. Drivers let several open and migrate at once.
   */
  async #open(): Promise<void> {
    const { name, version } = this.#shape
    const state = await this.#driver.open(this.#shape)
    if (state.version > version) refuse(store_newer, [], { found: state.version, known: version })
    if (state.shape !== JSON.stringify(this.#shape)) refuse(table_changed, [], { name, version })
    await migrate(this.#driver, this.#table, state.older, (record) => this.#row(record as R, NOWHERE))
    this.#isReady = true
  }

  async #apply(changes: readonly RowChange[], pathOf: (index: number) => Place): Promise<number[]> {
    if (!this.#isReady) await this.#open()
    const applied = await this.#driver.apply(this.#shape, changes)
    if ("conflict" in applied) {
      const { index, found } = applied.conflict
      const expected = (changes[index] as RowChange).expected as number
      return refuse(record_conflict, pathOf(index), { expected, found })
    }
    const first = applied.last - changes.length + 1
    return changes.map((change, index) => ("put" in change ? first + index : 0))
  }

  #key(key: unknown, path: Place): RecordKey {
    const checked = checkField(this.#shape.key, key, path)
    if (typeof checked === "string") checkWhole(checked, path)
    return checked
  }

  #change(change: RecordChange<R, R[K & keyof R]>): RowChange {
    const expected = expectedOf(change.version)
    if ("delete" in change) return { delete: this.#key(change.delete, ["delete"]), expected }
    return { put: this.#row(change.put, PUT), expected }
  }

  /** @param place - Where the record stands in what was given. */
  #row(record: R, place: Place): Omit<RecordRow, "version"> {
    try {
      return this.#checked(record)
    } catch (error) {
      throw within(place, error)
    }
  }

  #checked(record: R): Omit<RecordRow, "version"> {
    const { schema, key } = this.#table
    const parsed = schema.safeParse(record)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      refuse(record_refused, (issue?.path ?? []) as Place, { problem: issue?.code ?? "unknown" })
    }
    const members = record as { readonly [field: string]: unknown }
    const text = toText(record as Value, NOWHERE, storeLimits.recordBytes)
    const fields = this.#shape.fields.map((field) => checkField(field, members[field.field]))
    return { key: this.#key(members[key], [key]), text, fields }
  }
}

const NOWHERE: Place = []
const RECORD: Place = ["record"]
const PUT: Place = ["put"]

function toVersioned<R>(row: RecordText | undefined): Versioned<R> | undefined {
  return row && { record: fromText(row.text) as R, version: row.version }
}

function expectedOf(version: unknown): number | undefined {
  if (version === undefined) return undefined
  if (Number.isSafeInteger(version) && (version as number) >= 0) return version as number
  return refuse(store_option_refused, ["version"], { option: "version", takes: "0, 1, 2 …" })
}
