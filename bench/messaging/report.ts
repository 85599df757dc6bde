import { load } from "../results.ts"
import { microseconds, table, times } from "../table.ts"

export function messagingReport(): string {
  const saved = load("messaging")
  if (!saved) return ""
  const { many, standings } = saved.results
  const rows = standings.map(({ name, ns, ratio }) => [
    name,
    `${microseconds(ns.median / many)} ${times(ratio.median)}`,
    Math.round((1e9 * many) / ns.median).toLocaleString("en"),
  ])
  return `## Messages: what it costs to be started by one

${table([`runs of one async step, ${many} at once`, "µs each, × of those started by hand", "per second"], rows)}

Published, routed, taken, known, run, remembered and acknowledged, each in a partition of its own; in SQLite they share
commits that wait for the disk.
`
}
