import type { Figure, Standing } from "../figures.ts"
import { load } from "../results.ts"
import { microseconds, table } from "../table.ts"

export function storesReport(): string {
  return [nodeReport(), memoryReport(), browserReport(), workersReport(), backupReport()]
    .filter((part) => part !== "")
    .join("\n")
}

function nodeReport(): string {
  const saved = load("stores-node")
  if (!saved) return ""
  return `## Stores in Node

${timesOf(inNode(saved.results))}

SQLite and files in one folder on one disk. All SQLite waits for the disk with every commit (WAL, \`synchronous=FULL\`);
unstorage has no transactions, and its files are not synchronised. \`node:sqlite\` does the same work without contract and checks.
`
}

type Cases = { readonly [title: string]: readonly Standing[] }

const MEMORY = "memory, "
const inNode = (cases: Cases): Cases =>
  Object.fromEntries(Object.entries(cases).filter(([title]) => !title.startsWith(MEMORY)))

function memoryReport(): string {
  const saved = load("stores-node")
  if (!saved) return ""
  const inMemory = Object.entries(saved.results).filter(([title]) => title.startsWith(MEMORY))
  return `## Cost of the contract on memory

${timesOf(Object.fromEntries(inMemory.map(([title, standings]) => [title.slice(MEMORY.length), standings])))}

The same values in the stores in memory and in a bare \`Map\` of JSON texts. What is added: names, keys, values and options are
checked, sizes counted, and the host's clock asked.
`
}

function browserReport(): string {
  const saved = load("stores-browser")
  if (!saved) return ""
  return `## Stores in Chromium

${timesOf(saved.results)}

In one page on one disk, with the same durability (\`strict\`), each call as soon as the one before has its answer. Ours share
a transaction among reads that follow each other so, which reads with other tasks between them gain nothing from. \`idb\` does the
same work without contract and checks, and its \`list\` asks whether any key has metadata, which ours knows; dexie and
idb-keyval keep no versions, and idb-keyval checks nothing. Putting a batch is nearly all the browser's own work, so there they
differ by less than rounds do: against idb-keyval ("kv: put 100") half of the rounds lie between ${spreadOf(saved.results)}.
`
}

function spreadOf(cases: Cases): string {
  const ratio = cases["kv: put 100"]?.find(({ name }) => name === "idb-keyval")?.ratio
  return ratio ? `${ratio.q1.toFixed(2)} and ${ratio.q3.toFixed(2)}` : "none"
}

function timesOf(cases: Cases): string {
  const rows = Object.entries(cases).flatMap(([title, standings]) =>
    standings.map(({ name, ns, ratio }) => [title, name, microseconds(ns.median), ratio.median.toFixed(2)]),
  )
  return table(["work", "by", "µs", "× of ours"], rows)
}

function workersReport(): string {
  const saved = load("stores-workers")
  if (!saved) return ""
  const { cases, readyMs, wranglerReadyMs } = saved.results
  return `## Stores on Cloudflare

${timesOf(cases)}

One Worker in the workerd that Wrangler runs, with its local KV, D1 and R2, everything on one disk. "bindings" does the same work
straight on \`env\`: 100 D1 statements as one batch, a Durable Object with tables of its own called by RPC, SHA-256 of blobs.
In production the network is what costs; these figures tell what is added to it.

### Restart-to-ready after a kill

From a SIGKILL in the midst of work to the first right answer from a journal: ${quartiles(readyMs)} ms with \`workerd serve\`, started
again over the same disk; ${quartiles(wranglerReadyMs)} ms with Wrangler's local platform (KV, D1 and R2 in it), Wrangler's own start included.
`
}

const quartiles = ({ median, q1, q3 }: Figure): string => `${median.toFixed(0)} (${q1.toFixed(0)} to ${q3.toFixed(0)})`

function backupReport(): string {
  const saved = load("backup")
  if (!saved) return ""
  const { bytes, backup, restore } = saved.results
  const row = (name: string, { mbPerSec, mostMb, idleMb }: typeof backup): string[] => [
    name,
    mbPerSec.median.toFixed(1),
    mostMb.median.toFixed(0),
    (mostMb.median - idleMb.median).toFixed(0),
  ]
  return `## Backup and restore

${table(["stores of Node", "MB/s", "most MB of memory", "MB over the idle process"], [row("backup", backup), row("restore", restore)])}

20,000 records and 50 blobs of 1 MB, ${(bytes / 1e6).toFixed(0)} MB sealed (AES-256-GCM, SHA-256), from a folder to a file and from the file into an
empty folder. A restore reads the file three times (all of it is checked, then compared with what is there, then written) and waits
for the disk with every batch and every blob. Memory is resident memory of a fresh process at its peak.
`
}
