/** What SQLite takes and gives. */
export type SqlValue = null | number | string | Uint8Array

export type SqlRow = { readonly [column: string]: SqlValue }

/**
 * SQLite that answers at once, as `node:sqlite` and a Durable Object's storage do. What it throws are `CubeError`s.
 */
export interface SqlDatabase {
  /** The first row there is. */
  one(sql: string, values: readonly SqlValue[]): SqlRow | undefined
  all(sql: string, values: readonly SqlValue[]): readonly SqlRow[]
  /** More than 0 when it changed rows. How many is not told: some platforms count what it changed of indexes, too. */
  run(sql: string, values: readonly SqlValue[]): number
  /** All of the work or nothing of it; durable once this returns. Not inside another. */
  transaction<T>(work: () => T): T
}
