import { spawn } from "node:child_process"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { createHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/node"
import { expect, onTestFinished, test } from "vitest"
import { createFolder } from "./folder.ts"
import { type New, newTable, oldTable } from "./migrating-table.ts"

const ROWS = 20_000
const KILLS = 10

const idOf = (n: number): string => `t${String(n).padStart(5, "0")}`

/** Kills a migrating child some time after it began; tells whether it was still at work. */
function migrateAndKill(folder: string, afterMs: number): Promise<boolean> {
  const file = fileURLToPath(new URL("migrating.ts", import.meta.url))
  const child = spawn(process.execPath, ["--conditions=cubular:source", file, folder], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  })
  return new Promise((resolve) => {
    child.stdout.setEncoding("utf8").once("data", () => void setTimeout(() => child.kill("SIGKILL"), afterMs))
    child.on("close", (_, signal) => resolve(signal === "SIGKILL"))
  })
}

/** Rows that wait, that were carried over, and that are in quarantine, as the file holds them. */
function countsIn(folder: string): { waiting: number; moved: number; kept: number } {
  const database = new DatabaseSync(join(folder, "stores.sqlite"))
  const count = (table: string): number => {
    const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)
    return known ? Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n) : 0
  }
  const found = {
    waiting: count("waiting things 1") + count("records things 1"),
    moved: count("records things 2"),
    kept: count("record_quarantine"),
  }
  database.close()
  return found
}

test(`${ROWS} rows are migrated through ${KILLS} kills: every one is carried over or kept with its reason`, async () => {
  const folder = createFolder()
  const stores = createStores({ folder, clock: createHost().clock })
  onTestFinished(() => stores.close())
  const versions: number[] = []
  for (let from = 0; from < ROWS; from += 100) {
    const rows = Array.from({ length: 100 }, (_, n) => ({ put: { id: idOf(from + n), n: from + n } }))
    versions.push(...(await stores.records(oldTable).batch(rows)))
  }
  let killed = 0
  for (let round = 0; killed < KILLS; round++) {
    const atWork = await migrateAndKill(folder, 20 + ((round * 37) % 150))
    const { waiting, moved, kept } = countsIn(folder)
    expect(waiting + moved + kept).toBe(ROWS)
    if (!atWork || waiting === 0)
      throw new Error(`The migration was done after ${killed} kills: it is not slow enough.`)
    killed++
  }
  expect(countsIn(folder).moved).toBeGreaterThan(0)

  const table = stores.records(newTable(0))
  const found: { readonly record: New; readonly version: number }[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const page = await table.find({ limit: 1000, cursor })
    found.push(...page.records)
    cursor = page.cursor
  }
  const isKept = (n: number): boolean => n % 1000 === 500
  const all = versions.map((version, n) => ({ record: { id: idOf(n), n, name: `name ${n}` }, version }))
  expect(found).toEqual(all.filter((_, n) => !isKept(n)))
  const { records: kept } = await table.quarantined({ limit: 1000 })
  const expected = versions.flatMap((_, n) =>
    isKept(n) ? [{ key: idOf(n), value: { id: idOf(n), n }, from: 1, reason: "migration_threw" }] : [],
  )
  expect(kept).toEqual(expected)
  expect(found.length + kept.length).toBe(ROWS)
  expect(countsIn(folder).waiting).toBe(0)
}, 120_000)
