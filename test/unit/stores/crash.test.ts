import { spawn } from "node:child_process"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/node"
import { expect, onTestFinished, test } from "vitest"
import { CRASH_TIMES, tellCrash } from "../crash-rounds.ts"
import { createFolder } from "./folder.ts"
import { drain, entriesIn, keysIn, pairsIn } from "./stored.ts"

const KILLS = 24 * CRASH_TIMES

/** What children said: everything tried, and what of it was acknowledged. */
interface Told {
  readonly tried: Map<string, string[]>
  readonly acknowledged: Map<string, string[]>
}

const root = fileURLToPath(new URL("../../..", import.meta.url))

/** Lets a child write and kills it a little after its first acknowledged entry. Only whole lines count. */
function writeAndKill(folder: string, round: number, told: Told): Promise<void> {
  const file = fileURLToPath(new URL("crash-writer.ts", import.meta.url))
  const child = spawn(process.execPath, ["--conditions=cubular:source", file, folder, String(round)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  })
  let text = ""
  let armed = false
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part
      if (armed || !text.includes("\na entry ")) return
      armed = true
      // Each round at another moment of the work.
      setTimeout(() => child.kill("SIGKILL"), (round * 7) % 60)
    })
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(`The writer ended by itself with ${code}.`))
      for (const line of text.slice(0, text.lastIndexOf("\n")).split("\n")) {
        const [how, what, id] = line.split(" ") as [string, string, string]
        const list = how === "a" ? told.acknowledged : told.tried
        list.set(what, [...(list.get(what) ?? []), id])
      }
      resolve()
    })
  })
}

test(
  `what was acknowledged is there, and nothing is torn, after ${KILLS} kills in the midst of writing`,
  async () => {
    const folder = createFolder()
    const told: Told = { tried: new Map(), acknowledged: new Map() }
    for (let round = 0; round < KILLS; round++) await writeAndKill(folder, round, told)
    const { advance, clock } = createHost({ now: Date.now() })
    const stores = createStores({ folder, clock })
    onTestFinished(() => stores.close())
    const of = (list: Map<string, string[]>, what: string): string[] => list.get(what) ?? []
    const acknowledged = (what: string): string[] => of(told.acknowledged, what)
    const tried = (what: string): Set<string> => new Set(of(told.tried, what))
    for (const what of ["kv", "over", "pair", "send", "ack", "blob", "entry"])
      expect(acknowledged(what).length, what).toBeGreaterThanOrEqual(KILLS)

    const keys = new Set(await keysIn(stores))
    expect(acknowledged("kv").filter((key) => !keys.has(key))).toEqual([])
    expect([...keys].filter((key) => key !== "over" && !tried("kv").has(key))).toEqual([])
    const over = (await stores.kv("cells").get("over"))?.value as { readonly key: string; readonly check: string }
    expect(over.check).toBe(over.key)
    expect([acknowledged("over").at(-1), of(told.tried, "over").at(-1)]).toContain(over.key)

    const found = await pairsIn(stores)
    expect(acknowledged("pair").filter((pair) => !found.has(pair))).toEqual([])
    expect([...found].filter(([pair, sides]) => sides !== 2 || !tried("pair").has(pair))).toEqual([])

    const entries = await entriesIn(stores)
    const names = entries
      .filter((entry) => typeof entry === "object")
      .map((entry) => (entry as { entry: string }).entry)
    expect(entries.length).toBe(3 * names.length)
    names.forEach((name, index) => {
      expect([entries[3 * index], entries[3 * index + 2]]).toEqual([`${name}-l`, `${name}-r`])
    })
    expect(acknowledged("entry").filter((entry) => !names.includes(entry))).toEqual([])
    expect(names.filter((entry) => !tried("entry").has(entry))).toEqual([])
    const tokens = acknowledged("token").map(Number)
    expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b))

    await advance(10_000)
    const messages = await drain(stores.queue("work", { visibilitySec: 1, attempts: 100 }))
    const left = messages.map((message) => (message as { readonly message: string }).message)
    const [acked, ackTried] = [new Set(acknowledged("ack")), tried("ack")]
    const mustBeLeft = acknowledged("send").filter((message) => !ackTried.has(message))
    expect(mustBeLeft.filter((message) => !left.includes(message))).toEqual([])
    expect(left.filter((message) => acked.has(message) || !tried("send").has(message))).toEqual([])
    expect(new Set(left).size).toBe(left.length)

    for (const key of ["b0", "b1", "b2", "b3"]) {
      const head = await stores.blobs("files").head(key)
      const bytes = await stores.blobs("files").get(key)
      const under = (list: string[]): string[] => list.filter((each) => each.startsWith(`${key}/`))
      const [known, asked] = [under(acknowledged("blob")), under(of(told.tried, "blob"))]
      // A slow machine may never come to the last keys.
      if (head === undefined) {
        expect(known).toEqual([])
        continue
      }
      // The last that was acknowledged, or one that was tried since.
      expect(asked.slice(Math.max(0, asked.lastIndexOf(known.at(-1) ?? "")))).toContain(`${key}/${head.metadata}`)
      expect(new TextDecoder().decode(bytes).startsWith(String(head.metadata))).toBe(true)
    }

    const database = new DatabaseSync(`${folder}/stores.sqlite`)
    expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }])
    database.close()
    const all = [...told.acknowledged.values()].reduce((sum, list) => sum + list.length, 0)
    tellCrash({ killed: "Node, writing into all five stores (SQLite and files)", kills: KILLS, acknowledged: all })
  },
  180_000 * CRASH_TIMES,
)
