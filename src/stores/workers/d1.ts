import type { SqlRow, SqlValue } from "../sql/database.ts"
import type { D1Binding } from "./bindings.ts"
import { telling } from "./platform-error.ts"

/** A statement and its values: at most `PARAMETERS`. */
export type Query = readonly [sql: string, values: readonly SqlValue[]]

/** D1 (https://developers.cloudflare.com/d1/platform/limits/): values a statement may bind. */
export const PARAMETERS = 100

/** Runs statements as one transaction and gives the rows of each. */
export type RunQueries = (queries: readonly Query[]) => Promise<readonly (readonly SqlRow[])[]>

/**
 * A session of the database. It carries its bookmark from call to call, so what was written through it is read through it,
 * also where a replica answers; the first call goes to the primary.
 */
export function createQueries(database: D1Binding): RunQueries {
  const session = database.withSession("first-primary")
  return (queries) =>
    telling(async () => {
      const statements = queries.map(([sql, values]) => session.prepare(sql).bind(...values))
      return (await session.batch(statements)).map(({ results }) => results as SqlRow[])
    })
}

/** What a statement failed for, as SQLite says it. */
export const saysNoTable = (error: unknown): boolean => /no such table/i.test(messageOf(error))
export const saysTaken = (error: unknown): boolean => /already exists|there is already/i.test(messageOf(error))
export const saysCheck = (error: unknown): boolean => /CHECK constraint failed/i.test(messageOf(error))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "")

/** Parts of a list, as many to each as one statement can bind. */
export function chunksOf<T>(list: readonly T[], parametersEach: number): T[][] {
  const size = Math.floor(PARAMETERS / parametersEach)
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}

/** `(?, ?), (?, ?)`; a place that is a text stands there itself. */
export function tuples(count: number, places: number): string {
  const one = `(${Array.from({ length: places }, () => "?").join(", ")})`
  return Array.from({ length: count }, () => one).join(", ")
}
