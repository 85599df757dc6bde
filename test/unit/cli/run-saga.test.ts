import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-run-saga-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const document = {
  format: 1,
  id: "louder",
  version: "1.0.0",
  mode: "saga",
  cubes: {
    up: { use: "text/upper", in: { text: "@text" } },
    keep: {
      use: "data/kv",
      config: { op: "put", store: "loud" },
      final: true,
      in: { key: { value: "a" }, value: "up.text" },
    },
  },
  outputs: { text: "up.text" },
}
const file = join(folder, "louder.json")
writeFileSync(file, JSON.stringify(document))
const data = ["--data", join(folder, "data")]
const run = async (text: string, ...more: readonly string[]) => {
  const { code, out } = await cubular(["run", file, "--input", JSON.stringify({ text }), ...more])
  return { code, ...(JSON.parse(out) as object) }
}

test("a saga is run over the folder, told again under its id, and seen by cubular saga", async () => {
  const done = { code: 0, ok: true, outputs: { text: "CUBE" }, saga: { id: "one", state: "done" } }
  expect(await run("cube", "--id", "one", ...data)).toMatchObject(done)
  expect(await run("cube", "--id", "one", ...data)).toMatchObject(done)
  const { out } = await cubular(["saga", "list", "--json", ...data])
  expect(JSON.parse(out)).toMatchObject({ sagas: [{ id: "one", document: "louder", state: "done" }] })
})

test("a saga runs in memory as well; its journal is its record", async () => {
  const record = ["--record", join(folder, "record.json")]
  expect(await run("cube", "--host", "memory", ...record)).toMatchObject({ error: { code: "run_option_refused" } })
})
