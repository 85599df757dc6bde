import { isCubeError, type Table, type Value } from "cubular/contract"
import type { Move, OldRow, RecordRow, RecordsDriver } from "./records-driver.ts"
import { fromText } from "./value.ts"

/** Rows moved in one transaction: few enough for every platform, enough that each costs little. */
const CHUNK = 100

/** Makes the row of a record, or throws as the gate does for one that is put. */
export type ToRow = (record: unknown) => Omit<RecordRow, "version">

/** Brings a table to the version of its definition. A crash at any moment leaves work for the next call, and no loss. */
export async function migrate(
  driver: RecordsDriver,
  table: Pick<Table<unknown>, "shape" | "migrations">,
  older: readonly number[],
  toRow: ToRow,
): Promise<void> {
  for (const from of older) {
    for (;;) {
      const rows = await driver.older(table.shape, from, CHUNK)
      if (rows.length === 0) break
      await driver.move(
        table.shape,
        from,
        rows.map((old) => moveOf(table, from, old, toRow)),
      )
    }
    await driver.drop(table.shape, from)
  }
}

function moveOf(
  { shape, migrations }: Pick<Table<unknown>, "shape" | "migrations">,
  from: number,
  old: OldRow,
  toRow: ToRow,
): Move {
  try {
    let value: Value = fromText(old.text)
    for (let to = from + 1; to <= shape.version; to++) value = (migrations[to] as (old: Value) => Value)(value)
    const row = toRow(value)
    return row.key === old.key ? { row: { ...row, version: old.version } } : { old, reason: "key_changed" }
  } catch (error) {
    return { old, reason: reasonOf(error) }
  }
}

/** A code and a place; the words of what a migration threw may hold what the record held. */
function reasonOf(error: unknown): string {
  if (!isCubeError(error)) return "migration_threw"
  return [error.code, ...(error.path.length > 0 ? [error.path.join("/")] : [])].join(" at ")
}
