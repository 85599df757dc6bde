/** Writes into the stores of a folder until it is killed, and tells on stdout what was acknowledged, a line each. */
import { writeSync } from "node:fs"
import { createStores } from "cubular/stores/node"
import { filler, pairs } from "./stored.ts"

const [folder = "", round = ""] = process.argv.slice(2)
const clock = { now: (): number => Date.now() }
const stores = createStores({ folder, clock })
const records = stores.records(pairs)
const queue = stores.queue("work", { visibilitySec: 1, attempts: 100 })

/** Before the call it is "t" (tried), afterwards "a" (acknowledged). Written at once, past every buffer. */
const tell = (line: string): void => void writeSync(1, `${line}\n`)

async function writeKv(n: number): Promise<void> {
  const key = `${round}-${n}`
  tell(`t kv ${key}`)
  await stores.kv("cells").put(key, { key, filler })
  tell(`a kv ${key}`)
  tell(`t over ${key}`)
  await stores.kv("cells").put("over", { key, filler, check: key })
  tell(`a over ${key}`)
}

async function writeRecords(n: number): Promise<void> {
  const pair = `${round}-${n}`
  tell(`t pair ${pair}`)
  await records.batch(["l", "r"].map((side) => ({ put: { id: `${pair}-${side}`, pair, filler } })))
  tell(`a pair ${pair}`)
}

async function writeQueue(n: number): Promise<void> {
  const message = `${round}-${n}`
  tell(`t send ${message}`)
  await queue.send({ message, filler }, { partition: `p${n % 3}` })
  tell(`a send ${message}`)
  if (n % 3 > 0) return
  const [found] = await queue.receive()
  if (found === undefined) return
  const done = (found.message as { readonly message: string }).message
  tell(`t ack ${done}`)
  await queue.ack(found.receipt)
  tell(`a ack ${done}`)
}

async function writeBlob(n: number): Promise<void> {
  const key = `b${n % 4}`
  const mark = `${round}-${n}`
  tell(`t blob ${key}/${mark}`)
  await stores.blobs("files").put(key, new TextEncoder().encode(mark.padEnd(20_000 + n, "x")), { metadata: mark })
  tell(`a blob ${key}/${mark}`)
}

const writer = await stores.journal("log").writer()
tell(`a token ${writer.token}`)
for (let n = 0; ; n++) {
  await writeKv(n)
  await writeRecords(n)
  await writeQueue(n)
  await writeBlob(n)
  const entry = `${round}-${n}`
  tell(`t entry ${entry}`)
  await writer.append([`${entry}-l`, { entry, filler }, `${entry}-r`])
  tell(`a entry ${entry}`)
}
