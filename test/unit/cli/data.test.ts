import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-data-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const birth = { date: "1990-05-01", time: "14:30", sex: "female" }
const entry = { id: "a", name: "김영희", birth }

async function turn(
  inputs: object,
  ...more: readonly string[]
): Promise<{ ok: boolean; outputs: Record<string, unknown> }> {
  const { out } = await cubular(["run", "saju-notebook", "--input", JSON.stringify(inputs), ...more])
  return JSON.parse(out)
}

test("a run finds what another run of the command has kept in the folder", async () => {
  const data = ["--data", join(folder, "notes")]
  expect(await turn({ do: "create", entry }, ...data)).toMatchObject({ ok: true, outputs: { version: 1 } })
  expect(await turn({ do: "search", text: "영희" }, ...data)).toMatchObject({ outputs: { hits: [{ record: entry }] } })
  expect(existsSync(join(folder, "notes", "stores.sqlite"))).toBe(true)
  const other = await turn({ do: "list" }, "--data", join(folder, "others"))
  expect(other.outputs).toEqual({ entries: [] })
})

test("memory, and hosts that are compared, begin with nothing kept and leave nothing", async () => {
  expect((await turn({ do: "create", entry }, "--host", "memory")).ok).toBe(true)
  expect((await turn({ do: "create", entry }, "--host", "memory")).ok).toBe(true)
  const both = await turn({ do: "create", entry }, "--host", "memory,node")
  expect(both).toMatchObject({ ok: true, same: true, outputs: { version: 1 } })
})

test("a folder is for the Node host", async () => {
  const { code, err } = await cubular(["run", "saju-notebook", "--data", folder, "--host", "memory"])
  expect(code).toBe(2)
  expect(err).toContain("--data")
})
