import type { Standing } from "../figures.ts"
import { load } from "../results.ts"
import { microseconds, table } from "../table.ts"

export function storesReport(): string {
  return [nodeReport(), browserReport(), workersReport()].filter((part) => part !== "").join("\n")
}

function nodeReport(): string {
  const saved = load("stores-node")
  if (!saved) return ""
  return `## Stores in Node

${timesOf(saved.results)}

SQLite and files in one folder on one disk, with the same durability. \`node:sqlite\` does the same work without contract and checks.
`
}

function browserReport(): string {
  const saved = load("stores-browser")
  if (!saved) return ""
  return `## Stores in Chromium

${timesOf(saved.results)}

In one page on one disk, with the same durability (\`strict\`). \`idb\` does the same work without contract and checks; dexie and
idb-keyval keep no versions.
`
}

function timesOf(cases: { readonly [title: string]: readonly Standing[] }): string {
  const rows = Object.entries(cases).flatMap(([title, standings]) =>
    standings.map(({ name, ns, ratio }) => [title, name, microseconds(ns.median), ratio.median.toFixed(2)]),
  )
  return table(["work", "by", "µs", "× of ours"], rows)
}

function workersReport(): string {
  const saved = load("stores-workers")
  if (!saved) return ""
  const { cases, readyMs } = saved.results
  return `## Stores on Cloudflare

${timesOf(cases)}

One Worker in the workerd that Wrangler runs, with its local KV, D1 and R2, everything on one disk. "bindings" does the same work
straight on \`env\`: 100 D1 statements as one batch, a Durable Object with tables of its own called by RPC, SHA-256 of blobs.
In production the network is what costs; these figures tell what is added to it.

After a SIGKILL the first answer from tables and journals came within ${readyMs.median.toFixed(0)} ms (${readyMs.q1.toFixed(0)} to ${readyMs.q3.toFixed(0)}), Wrangler's own start included.
`
}
