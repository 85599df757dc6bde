import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import type { SagaListing, Stores } from "cubular"
import { openSagas } from "cubular/saga"
import { createStores } from "cubular/stores/node"
import { expect, onTestFinished, test } from "vitest"
import { CRASH_TIMES, tellCrash } from "../crash-rounds.ts"

const KILLS = 10 * CRASH_TIMES
const root = fileURLToPath(new URL("../../..", import.meta.url))
const file = fileURLToPath(new URL("kill-worker.ts", import.meta.url))

/** Runs the worker; with a round, kills it some time after its first saga has ended. @returns its lines. */
function work(folder: string, round: number | undefined): Promise<string[]> {
  const args = round === undefined ? ["last", "last"] : [String(round)]
  const child = spawn(process.execPath, ["--conditions=cubular:source", file, folder, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  })
  let text = ""
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      const isArmed = text.includes("ended")
      text += part
      // Each round at another moment of the sagas that follow.
      if (round !== undefined && !isArmed && text.includes("ended"))
        setTimeout(() => child.kill("SIGKILL"), (round * 37) % 90)
    })
    child.on("close", (code, signal) => {
      if (round === undefined ? code !== 0 : signal !== "SIGKILL") reject(new Error(`It ended with ${code}.`))
      else resolve(text.slice(0, text.lastIndexOf("\n")).split("\n"))
    })
  })
}

async function allSagas(stores: Stores): Promise<SagaListing[]> {
  const view = openSagas(stores)
  const found: SagaListing[] = []
  let cursor: string | undefined
  do {
    const page = await view.list({ limit: 1000, cursor })
    found.push(...page.sagas)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

test(
  `${KILLS} processes killed in the midst of their sagas leave each done or undone, never half`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "cubular-kill-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const told = new Map<string, string>()
    for (const round of [...Array(KILLS).keys(), undefined])
      for (const line of await work(folder, round)) {
        const [what = "", id = "", state = ""] = line.split(" ")
        if (what === "ended") told.set(id, state)
      }

    const stores = createStores({ folder: join(folder, "stores"), clock: { now: () => 0 } })
    const sagas = await allSagas(stores)
    const world = new DatabaseSync(join(folder, "world.sqlite"))
    onTestFinished(() => {
      world.close()
      stores.close()
    })
    const rows = world.prepare("SELECT saga, path, state FROM effects").all() as {
      readonly [column in "saga" | "path" | "state"]: string
    }[]
    const problems: string[] = []
    for (const { id, state } of sagas) {
      const own = rows.filter((row) => row.saga === id)
      const wanted = id.endsWith("-0") ? "undone" : "done"
      if (state !== wanted) problems.push(`${id} is ${state}`)
      if (told.has(id) && told.get(id) !== state) problems.push(`${id} was told to be ${told.get(id)}`)
      if (new Set(own.map(({ path }) => path)).size < own.length) problems.push(`${id} did something twice`)
      const there = own.filter((row) => row.state === "done").length
      if (there !== (state === "done" ? 3 : 0)) problems.push(`${id} is ${state}, but ${there} are there`)
    }
    expect(problems).toEqual([])
    expect(told.size).toBeGreaterThanOrEqual(KILLS)
    // Some were cut off, and it is these that were gone on with.
    expect(sagas.length).toBeGreaterThan(told.size)
    tellCrash({ killed: "Node, in the midst of sagas over SQLite", kills: KILLS, acknowledged: told.size })
  },
  240_000 * CRASH_TIMES,
)
