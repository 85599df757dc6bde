import { load } from "../results.ts"
import { microseconds, table, times } from "../table.ts"

export function streamsReport(): string {
  const saved = load("streams")
  if (!saved) return ""
  const { many, standings } = saved.results
  const rows = standings.map(({ name, ns, ratio }) => [
    name,
    `${microseconds(ns.median / many)} ${times(ratio.median)}`,
    Math.round((1e9 * many) / ns.median).toLocaleString("en"),
  ])
  return `## Streams: what an item costs

${table([`${many.toLocaleString("en")} numbers, copied, then in lists of 100`, "µs an item, × of bare generators", "items per second"], rows)}

On each of three wires every item is asked for by its reader, looked at, counted, and with fingerprint hashed.
`
}
