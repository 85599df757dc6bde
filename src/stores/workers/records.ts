import { CubeError, type RecordKey, type TableShape } from "cubular/contract"
import { store_busy, store_newer } from "cubular/messages/en"
import type {
  Applied,
  Move,
  OldRow,
  QuarantinePlace,
  QuarantineRow,
  RecordsDriver,
  RecordText,
  RowChange,
  RowRange,
  TableState,
} from "../records-driver.ts"
import type { SqlRow } from "../sql/database.ts"
import { findSql } from "../sql/find.ts"
import { tableName, tableSql, waitingName } from "../sql/records.ts"
import { FORMAT } from "../sql/tables.ts"
import type { D1Binding } from "./bindings.ts"
import { createQueries, type RunQueries, saysCheck, saysNoTable, saysTaken } from "./d1.ts"
import { changeQueries, expectedOf, moveQueries, prepareQueries } from "./record-queries.ts"

/** How often a change is tried anew when its conflict is gone before it was looked at. */
const TRIES = 5

/** A `records` driver over D1. */
export function createRecordsDriver(database: D1Binding): RecordsDriver {
  return new D1Records(createQueries(database))
}

class D1Records implements RecordsDriver {
  readonly #run: RunQueries

  constructor(run: RunQueries) {
    this.#run = run
  }

  async open(shape: TableShape): Promise<TableState> {
    for (;;) {
      const state = await this.#stateOf(shape.name)
      if (state && state.version >= shape.version) return state
      try {
        return await this.#make(shape, state)
      } catch (error) {
        // Somebody else made it meanwhile: then its state is what they left.
        if (!saysTaken(error) && !saysNoTable(error)) throw error
      }
    }
  }

  async get(shape: TableShape, keys: readonly RecordKey[]): Promise<readonly (RecordText | undefined)[]> {
    const found = await this.#textsOf(shape, keys)
    return keys.map((key) => found.get(key))
  }

  apply(shape: TableShape, changes: readonly RowChange[]): Promise<Applied> {
    return this.#onTable(shape, async () => {
      for (let tries = 1; tries <= TRIES; tries++) {
        try {
          const [[counted] = []] = await this.#run(changeQueries(shape, changes))
          return { last: counted?.counter as number }
        } catch (error) {
          if (!saysCheck(error)) throw error
          const conflict = await this.#conflictOf(shape, changes)
          if (conflict) return { conflict }
        }
      }
      throw new CubeError({ ...store_busy, retryable: true })
    })
  }

  find(shape: TableShape, range: RowRange): Promise<readonly RecordText[]> {
    const { sql, values } = findSql(tableName(shape), shape, range)
    return this.#onTable(shape, async () => (await this.#run([[sql, values]]))[0] as unknown as readonly RecordText[])
  }

  async older(shape: TableShape, from: number, limit: number): Promise<readonly OldRow[]> {
    const sql = `SELECT key, version, text FROM ${waitingName(shape.name, from)} ORDER BY key LIMIT ?`
    const rows = await this.#onWaiting(shape, from, async () => (await this.#run([[sql, [limit]]]))[0])
    return (rows ?? []) as unknown as readonly OldRow[]
  }

  async move(shape: TableShape, from: number, moves: readonly Move[]): Promise<void> {
    await this.#onWaiting(shape, from, () => this.#run(moveQueries(shape, from, moves)))
  }

  async drop(shape: TableShape, from: number): Promise<void> {
    const left = "(SELECT json_group_array(value) FROM json_each(older) WHERE value <> ?)"
    await this.#onWaiting(shape, from, () =>
      this.#run([
        [`DROP TABLE ${waitingName(shape.name, from)}`, []],
        [`UPDATE record_tables SET older = ${left} WHERE name = ?`, [from, shape.name]],
      ]),
    )
  }

  async quarantined(shape: TableShape, limit: number, after?: QuarantinePlace): Promise<readonly QuarantineRow[]> {
    await this.#refuseOlder(shape)
    const behind = after === undefined ? "" : "AND (source, key) > (?, ?)"
    const sql = `SELECT source, key, text, reason FROM record_quarantine WHERE name = ? ${behind}
      ORDER BY source, key LIMIT ?`
    const [rows = []] = await this.#run([[sql, [shape.name, ...(after ?? []), limit]]])
    return rows.map(toQuarantined)
  }

  /** The state of a table; makes our own tables where the database has none yet. */
  async #stateOf(name: string): Promise<TableState | undefined> {
    const sql = `SELECT format.version AS format, of.version, of.shape, of.older
      FROM record_format AS format LEFT JOIN record_tables AS of ON of.name = ?`
    try {
      const [[row] = []] = await this.#run([[sql, [name]]])
      if (row !== undefined) return toState(row)
    } catch (error) {
      if (!saysNoTable(error)) throw error
    }
    await this.#run(prepareQueries(FORMAT))
    return this.#stateOf(name)
  }

  async #make(shape: TableShape, state: TableState | undefined): Promise<TableState> {
    const { name, version } = shape
    const made = { version, shape: JSON.stringify(shape), older: state ? [...state.older, state.version] : [] }
    const rename = state
      ? [`ALTER TABLE ${tableName({ name, version: state.version })} RENAME TO ${waitingName(name, state.version)}`]
      : []
    const sql = `INSERT INTO record_tables (name, version, shape, counter, older) VALUES (?, ?, ?, 0, ?)
      ON CONFLICT (name) DO UPDATE SET version = excluded.version, shape = excluded.shape, older = excluded.older`
    await this.#run([
      ...[...rename, ...tableSql(shape)].map((each) => [each, []] as const),
      [sql, [name, version, made.shape, JSON.stringify(made.older)]],
    ])
    return made
  }

  async #textsOf(shape: TableShape, keys: readonly RecordKey[]): Promise<Map<RecordKey, RecordText>> {
    if (keys.length === 0) return new Map()
    const places = keys.map(() => "?").join(", ")
    const sql = `SELECT key, version, text FROM ${tableName(shape)} WHERE key IN (${places})`
    const [rows = []] = await this.#onTable(shape, () => this.#run([[sql, keys]]))
    return new Map(
      rows.map(({ key, version, text }) => [key as RecordKey, { version: version as number, text: text as string }]),
    )
  }

  /** The first change that does not meet the version it expects, if that is still so. */
  async #conflictOf(shape: TableShape, changes: readonly RowChange[]): Promise<ConflictOf | undefined> {
    const expecting = changes.flatMap((change, index) => expectedOf(change, index))
    const texts = await this.#textsOf(
      shape,
      expecting.map(({ key }) => key),
    )
    for (const { key, expected, index } of expecting) {
      const found = texts.get(key)?.version ?? 0
      if (found !== expected) return { index, found }
    }
    return undefined
  }

  /** A table that is gone means that a newer program has put its own in its place. */
  async #onTable<T>(shape: TableShape, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (saysNoTable(error)) await this.#refuseOlder(shape)
      throw error
    }
  }

  /** Rows that wait are gone when somebody else has moved them all. */
  async #onWaiting<T>(shape: TableShape, from: number, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!saysNoTable(error)) throw error
      await this.#refuseOlder(shape)
      if ((await this.#stateOf(shape.name))?.older.includes(from)) throw error
      return undefined
    }
  }

  async #refuseOlder(shape: TableShape): Promise<void> {
    const found = (await this.#stateOf(shape.name))?.version ?? 0
    if (found > shape.version) throw new CubeError({ ...store_newer, params: { found, known: shape.version } })
  }
}

interface ConflictOf {
  readonly index: number
  readonly found: number
}

function toState({ format, version, shape, older }: SqlRow): TableState | undefined {
  if ((format as number) > FORMAT)
    throw new CubeError({ ...store_newer, params: { found: format as number, known: FORMAT } })
  if (version === null) return undefined
  return { version: version as number, shape: shape as string, older: JSON.parse(older as string) as number[] }
}

function toQuarantined({ source, key, text, reason }: SqlRow): QuarantineRow {
  return {
    from: source as number,
    key: JSON.parse(key as string) as RecordKey,
    text: text as string,
    reason: reason as string,
  }
}
