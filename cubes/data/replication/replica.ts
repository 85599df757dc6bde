import { CubeError, isCubeError, type RecordChange, type Step, type Value } from "cubular/contract"
import { index_unknown, replica_conflict, replica_contended } from "cubular/messages/en"
import { sortedText } from "../keeping/export-text.ts"
import { type Row, type RowTable, rowsOf, type TableSpecData, toTable } from "../keeping/table.ts"
import { type Replicated, ruleOf } from "./config.ts"
import { changed, decided, type Entry, isSame, join, versionOf } from "./entry.ts"
import { type Answer, type Ask, type Change, checkRecord, toChange, toEntry } from "./exchange.ts"
import { caughtUp, tick, toStamp } from "./stamp.ts"
import {
  columnsOf,
  type Hub,
  type ReplicaState,
  STATE_KEY,
  type StoredRow,
  type StoredRows,
  shownIn,
  storedColumn,
  storedIndex,
  storedTable,
} from "./table.ts"

/** How often a change is begun anew when somebody else was faster; of several at once one always succeeds. */
const ATTEMPTS = 32
/** Changes of one exchange: a batch of the store with the replica's state, and half of it for the log's sake. */
const PAGE = 50
/** UTF-8 bytes of the changes of one exchange: beside the rest of a request they fit what a gateway takes, 256 KiB. */
const PAGE_BYTES = 200_000

export interface Shown {
  readonly record: Row
  readonly version: string
}

/** Changes of a log, and the place up to which they are all. */
export interface LogPage {
  readonly changes: readonly Change[]
  readonly cursor: number
}

interface Made<T> {
  readonly result: T
  readonly rows?: readonly StoredRow[]
  readonly state: ReplicaState
}

/** What was done with changes that came in. */
export interface Applied {
  readonly taken: number
  /** Of these, where something of both sides stays or was made of it: the other side does not have that yet. */
  readonly merged: number
}

/** One replica of a table, for one step. Every change is one batch: the record, its place in the log, the clock. */
export class Replica {
  readonly config: Replicated
  readonly rule: string
  private readonly rows: StoredRows
  private readonly plain: RowTable
  private readonly step: Step

  constructor(step: Step, config: Replicated) {
    this.config = config
    this.rule = ruleOf(config)
    this.plain = toTable(config.table)
    this.rows = rowsOf(step, storedTable(config.table)) as unknown as StoredRows
    this.step = step
  }

  async get(key: string): Promise<Shown | undefined> {
    return shown(await this.row(key))
  }

  put(record: Row, version: string | undefined): Promise<string> {
    checkRecord(record, this.plain)
    return this.commit(async (state) => {
      const key = record[this.plain.key] as string
      const before = expected(await this.row(key), version)
      const [only, ...more] = before?.entry?.heads ?? []
      // Done already: twice is as once.
      if (before && version === undefined && more.length === 0 && only?.record && isEqual(only.record, record))
        return { result: versionOf(before.entry as Entry), state }
      return this.write(state, key, before, record)
    })
  }

  delete(key: string, version: string | undefined): Promise<string> {
    return this.commit(async (state) => {
      const before = expected(await this.row(key), version)
      return before?.live ? this.write(state, key, before, undefined) : { result: "", state }
    })
  }

  async find(query: {
    readonly index?: string | undefined
    readonly where?: Row | undefined
    readonly [option: string]: unknown
  }) {
    const { index, where = {}, ...paging } = query
    const known = Object.keys(this.plain.indexes)
    if (index !== undefined && !known.includes(index))
      throw new CubeError({ ...index_unknown, path: ["index"], params: { index, known: known.join(", ") || "-" } })
    const columnOf = index === undefined ? (field: string) => (field === this.plain.key ? "id" : field) : storedColumn
    const fields = Object.entries(where).map(([field, value]) => [columnOf(field), value])
    const found = await this.rows.find({
      ...paging,
      index: index === undefined ? "live" : storedIndex(index),
      where: { live: 1, ...Object.fromEntries(fields) },
    } as Parameters<StoredRows["find"]>[0])
    const records = found.records.flatMap(({ record }) => shown(record) ?? [])
    return { records, ...(found.cursor === undefined ? {} : { cursor: found.cursor }) }
  }

  /** The state, made at the first look. */
  state(): Promise<ReplicaState> {
    return this.commit(async (state) => ({ result: state, state }))
  }

  /** Changes behind a place of the log that somebody does not have from here or sent himself; none only at its end. */
  async log(after: number, somebody: string | undefined): Promise<LogPage> {
    const changes: Change[] = []
    let cursor = after
    let bytes = 0
    for (let isMore = true; isMore && changes.length === 0; ) {
      const where = { place: { gt: cursor } }
      const { records } = await this.rows.find({ index: "place", where, limit: PAGE } as never)
      isMore = records.length === PAGE
      for (const { record } of records) {
        const change = record.via !== "" && record.via === somebody ? undefined : toChange(record)
        bytes += change ? new TextEncoder().encode(JSON.stringify(change)).length : 0
        if (bytes > PAGE_BYTES && changes.length > 0) return { changes, cursor }
        if (change) changes.push(change)
        cursor = record.place
      }
    }
    return { changes, cursor }
  }

  /** What a hub does with what it is asked; it takes nothing from a replica that keeps another table or another rule. */
  async answer(ask: Ask): Promise<Answer> {
    const { replica } = await this.state()
    const isOurs = this.agrees(ask) && ask.replica !== replica
    if (isOurs) await this.apply(ask.changes, ask.replica)
    const { end } = await this.state()
    const none = { changes: [], cursor: ask.after }
    const { changes, cursor } = isOurs && ask.after <= end ? await this.log(ask.after, ask.replica) : none
    return { ...this.head(replica), changes: [...changes], cursor, end }
  }

  head(replica: string) {
    const { name, version } = this.config.table
    return { format: 1, replica, table: name, version, rule: this.rule } as const
  }

  agrees({ table, version, rule }: Pick<Ask, "table" | "version" | "rule">): boolean {
    return table === this.config.table.name && version === this.config.table.version && rule === this.rule
  }

  /** Takes changes in, and with them notes how far the exchange with a hub has got. */
  apply(changes: readonly Change[], from: string, hub?: Hub): Promise<Applied> {
    const incoming = changes.map((change, index) => [change.key, toEntry(change, index, this.plain)] as const)
    return this.commit(async (state) => {
      const rows = new Map<string, StoredRow>()
      const keys = [...new Set(incoming.map(([key]) => key))]
      const found = keys.length === 0 ? [] : await this.rows.getMany(keys as never)
      const before = new Map(found.flatMap((row) => (row ? [[row.record.id, row.record]] : [])))
      let { end } = state
      for (const [key, entry] of incoming) {
        const known = rows.get(key)?.entry ?? before.get(key)?.entry
        const both = decided(known ? join(known, entry) : entry, this.config.merge !== undefined)
        if (known && isSame(both, known)) continue
        rows.set(key, await this.toRow(key, both, rows.get(key)?.place ?? ++end, isSame(both, entry) ? from : ""))
      }
      const stamps = incoming.flatMap(([, { seen }]) => Object.values(seen))
      const next = { ...state, ...caughtUp(state, stamps), end, ...(hub ? { hub: furthest(state.hub, hub) } : {}) }
      const merged = [...rows.values()].filter(({ via }) => via === "").length
      return {
        result: { taken: rows.size, merged },
        rows: [...rows.values()],
        state: hub || end > state.end ? next : state,
      }
    })
  }

  /** Begins anew with a hub. */
  meet(hub: Hub): Promise<ReplicaState> {
    return this.commit(async (state) => ({ result: { ...state, hub }, state: { ...state, hub } }))
  }

  private async write(
    state: ReplicaState,
    key: string,
    before: StoredRow | undefined,
    record: Row | undefined,
  ): Promise<Made<string>> {
    const reading = tick(state, this.step.clock.now())
    const stamp = toStamp(reading, state.replica)
    const entry = changed(before?.entry, record ? { stamp, record } : { stamp })
    const next = { ...state, ...reading, end: state.end + 1 }
    return { result: versionOf(entry), rows: [await this.toRow(key, entry, next.end, "")], state: next }
  }

  private async row(key: string): Promise<StoredRow | undefined> {
    if (key === STATE_KEY) return undefined
    return (await this.rows.get(key as never))?.record
  }

  private async toRow(id: string, entry: Entry, place: number, via: string): Promise<StoredRow> {
    const merged = await this.merge(entry)
    const record = shownIn({ entry, ...merged })
    const columns = columnsOf(this.plain, record)
    return { id, place, live: record ? 1 : 0, via, entry, ...merged, ...columns }
  }

  /** One record of several heads: by the cube, or where it makes none of this table, or there is none, the latest. */
  private async merge({ heads }: Entry): Promise<{ readonly merged?: Row }> {
    const { merge } = this.config
    const [first, ...more] = heads.flatMap(({ record }) => (record ? [record] : []))
    if (!merge || !first || heads.length === 1) return {}
    const last = more.at(-1) ?? first
    if (more.length === 0) return { merged: last }
    try {
      const outputs = await this.step.call(merge.cube, { ...merge.with, [merge.input]: [first, ...more] as Value })
      const merged = outputs[merge.output] as Row | undefined
      const isOne = merged?.[this.plain.key] === first[this.plain.key] && this.plain.schema.safeParse(merged).success
      return { merged: isOne ? (merged as Row) : last }
    } catch (error) {
      this.step.signal.throwIfAborted()
      if (isCubeError(error) && error.retryable) throw error
      return { merged: last }
    }
  }

  /**
   * Makes a change on the state as it is, and with it in one batch; begins anew when somebody was faster. So changes take
   * their places in the log one after the other, and who has read up to a place has missed nothing before it.
   */
  private async commit<T>(make: (state: ReplicaState) => Promise<Made<T>>): Promise<T> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = await this.rows.get(STATE_KEY as never)
      const state = found?.record.state ?? {
        replica: this.step.ids.next().replaceAll("-", ""),
        ms: 0,
        count: 0,
        end: 0,
      }
      const made = await make(state)
      if (found && made.state === state) return made.result
      try {
        await this.rows.batch([
          { put: this.stateRow(made.state), version: found?.version ?? 0 },
          ...(made.rows ?? []).map((put): RecordChange<StoredRow, never> => ({ put })),
        ] as never)
        return made.result
      } catch (error) {
        if (!isCubeError(error) || error.code !== "record_conflict") throw error
      }
    }
    throw new CubeError({ ...replica_contended, retryable: true })
  }

  private stateRow(state: ReplicaState): StoredRow {
    return { id: STATE_KEY, place: 0, live: 0, via: "", state, ...columnsOf(this.plain, undefined) }
  }
}

/** Where two exchanges with one hub ran at once, what both have done stays done. */
function furthest(before: Hub | undefined, { id, pushed, pulled }: Hub): Hub {
  if (before?.id !== id) return { id, pushed, pulled }
  return { id, pushed: Math.max(before.pushed, pushed), pulled: Math.max(before.pulled, pulled) }
}

function shown(row: StoredRow | undefined): Shown | undefined {
  const record = row && shownIn(row)
  return record && { record, version: versionOf(row.entry as Entry) }
}

/** The row, if it has the version that was asked for: "" where there shall be no record. */
function expected(row: StoredRow | undefined, version: string | undefined): StoredRow | undefined {
  if (version === undefined || version === (shown(row)?.version ?? "")) return row
  throw new CubeError({ ...replica_conflict, path: ["version"] })
}

function isEqual(a: Row, b: Row): boolean {
  return sortedText(a) === sortedText(b)
}

/** What `opens` of a cube says: the table it is kept in. */
export function opensOf({ table }: { readonly table: TableSpecData }) {
  return [{ store: "records", table: storedTable(table) }] as const
}
