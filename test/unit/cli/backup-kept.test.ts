import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createRunner, defineTable, type SagaControl } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/node"
import { openSagas, saga } from "cubular/saga"
import { createStores } from "cubular/stores/node"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as z from "zod"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-backup-kept-"))
const at = (...names: string[]): string => join(folder, ...names)
const key = ["--key", at("key")]
beforeAll(async () => {
  expect((await cubular(["backup", "--new-key", at("key")])).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

const slow = (id: string) => ({
  format: 1,
  id,
  version: "1.0.0",
  mode: "saga",
  cubes: {
    loud: { use: "text/upper@^1", in: { text: "@text" } },
    wait: { use: "flow/delay@^1", config: { ms: 300 }, in: { value: "loud.text" } },
  },
  outputs: { text: "wait.value" },
})

/** Starts sagas of a document and stops in their midst, as a machine does that is switched off. */
async function interrupted(document: object, ids: readonly string[], text: string): Promise<void> {
  const { clock } = createHost()
  const stores = createStores({ folder: at("data"), clock })
  const runner = await createRunner(document as never, catalog, { ...createHost(), stores }, { saga })
  for (const id of ids) runner.run({ text }, { id })
  const control = runner.saga as SagaControl
  for (const id of ids)
    await expect
      .poll(() =>
        control.history(id).then(
          (all) => all.length,
          () => 0,
        ),
      )
      .toBeGreaterThanOrEqual(4)
  await runner.stop({ cancel: true })
  stores.close()
}

async function restored(
  document: object,
  name: string,
): Promise<readonly { store: string; name: string; rows: number }[]> {
  const file = at(`${name}.json`)
  writeFileSync(file, JSON.stringify(document))
  const made = await cubular(["backup", file, ...key, "--to", at(`${name}-to`), "--data", at("data")])
  expect([made.code, made.err]).toEqual([0, ""])
  const [backup = ""] = readdirSync(at(`${name}-to`))
  const result = await cubular(["restore", at(`${name}-to`, backup), ...key, "--data", at(`${name}-new`), "--json"])
  expect(result.code).toBe(0)
  return JSON.parse(result.out).stores
}

describe("a backup of a saga", () => {
  test("restored elsewhere, it is gone on with there, long values too; sagas of others are left out", async () => {
    const long = "가나다라".repeat(20_000)
    await interrupted(slow("slow"), ["one", "two"], long)
    await interrupted(slow("other"), ["three"], "others")
    const stores = await restored(slow("slow"), "slow")
    expect(stores.map(({ store, name }) => `${store} ${name}`).sort()).toEqual([
      "blobs sagas",
      "journal saga-one",
      "journal saga-two",
      "records sagas",
    ])
    expect(stores.find(({ store }) => store === "records")?.rows).toBe(2)
    const data = ["--data", at("slow-new")]
    const listed = JSON.parse((await cubular(["saga", "list", "--json", ...data])).out).sagas
    expect(listed.map(({ id, state }: { id: string; state: string }) => [id, state]).sort()).toEqual([
      ["one", "running"],
      ["two", "running"],
    ])
    const resumed = JSON.parse((await cubular(["saga", "resume", "one", "--json", ...data])).out)
    expect([resumed.ok, resumed.saga.state, resumed.outputs.text.length]).toEqual([true, "done", long.length])
    const elsewhere = createStores({ folder: at("slow-new"), clock: { now: () => 0 } })
    const history = await openSagas(elsewhere).history("one")
    elsewhere.close()
    expect(history.filter(({ type, step }) => type === "step_started" && step === "loud")).toHaveLength(1)
  })
})

describe("a backup of a composition that listens", () => {
  test("holds what waits for it, and what it has worked on", async () => {
    const listening = {
      format: 1,
      id: "hears",
      version: "1.0.0",
      on: { "t.heard": { in: { text: "#/text" } } },
      cubes: { loud: { use: "text/upper@^1", in: { text: "@text" } } },
      outputs: { text: "loud.text" },
    }
    const { clock } = createHost()
    const stores = createStores({ folder: at("data"), clock })
    const queue = stores.queue("on-hears")
    await queue.send({ waits: true })
    await stores.records(worked).put({ key: "abc", at: 1 })
    stores.close()
    const kept = await restored(listening, "hears")
    expect(kept.map(({ store, name, rows }) => [store, name, rows])).toEqual([
      ["queue", "on-hears", 1],
      ["records", "messages-handled", 1],
    ])
  })
})

const worked = defineTable({
  name: "messages-handled",
  version: 1,
  key: "key",
  indexes: { byTime: ["at"] },
  schema: z.strictObject({ key: z.string(), at: z.number() }),
})
