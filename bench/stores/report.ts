import { load } from "../results.ts"
import { microseconds, table } from "../table.ts"

export function storesReport(): string {
  const saved = load("stores-node")
  if (!saved) return ""
  const rows = Object.entries(saved.results).flatMap(([title, standings]) =>
    standings.map(({ name, ns, ratio }) => [title, name, microseconds(ns.median), ratio.median.toFixed(2)]),
  )
  return `## Stores in Node

${table(["work", "by", "µs", "× of ours"], rows)}

SQLite and files in one folder on one disk, with the same durability. \`node:sqlite\` does the same work without contract and checks.
`
}
