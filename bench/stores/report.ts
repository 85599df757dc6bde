import type { Standing } from "../figures.ts"
import { load } from "../results.ts"
import { microseconds, table } from "../table.ts"

export function storesReport(): string {
  return [nodeReport(), browserReport()].filter((part) => part !== "").join("\n")
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
