import { load } from "../results.ts"
import { microseconds, table, times } from "../table.ts"

export function sagasReport(): string {
  const saved = load("sagas")
  if (!saved) return ""
  const rows = saved.results.map(({ name, ns, ratio }) => [
    name,
    `${microseconds(ns.median)} ${times(ratio.median)}`,
    Math.round(1e9 / ns.median).toLocaleString("en"),
  ])
  return `## Sagas: what it costs to be one

${table(["three writing steps, one behind the other", "µs, × of the plain run", "per second, one after the other"], rows)}

Four appends to its journal and two writes of the table of sagas; in SQLite each waits for the disk. Sagas beside each other share
nothing but the database.
`
}
