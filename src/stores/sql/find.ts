import type { TableShape } from "cubular/contract"
import { placesOf } from "../query.ts"
import type { RowRange } from "../records-driver.ts"
import type { SqlValue } from "./database.ts"

/** The statement that reads a stretch of an index of a table, and its values. */
export function findSql(table: string, shape: TableShape, range: RowRange): { sql: string; values: SqlValue[] } {
  const { index, equals, lower, upper, after, descending, limit } = range
  const fields = index === undefined ? [] : placesOf(shape, index).map((at) => `f${at}`)
  const columns = [...fields, "key"]
  const conditions = equals.map((_, at) => `${columns[at]} = ?`)
  const values: SqlValue[] = [...equals]
  const ranged = columns[equals.length]
  if (lower) conditions.push(`${ranged} ${lower.open ? ">" : ">="} ?`)
  if (upper) conditions.push(`${ranged} ${upper.open ? "<" : "<="} ?`)
  values.push(...[lower, upper].flatMap((bound) => (bound ? [bound.value] : [])))
  if (after) {
    const behind = columns.slice(equals.length)
    conditions.push(`(${behind.join(", ")}) ${descending ? "<" : ">"} (${behind.map(() => "?").join(", ")})`)
    values.push(...after)
  }
  const order = columns.map((column) => `${column} ${descending ? "DESC" : "ASC"}`)
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : ""
  values.push(limit)
  return { sql: `SELECT version, text FROM ${table}${where} ORDER BY ${order.join(", ")} LIMIT ?`, values }
}
