import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { blocks, read } from "./examples.ts"

test("examples/messages does what docs/messaging.md says", async () => {
  const cwd = fileURLToPath(new URL("../../..", import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=cubular:source", "examples/messages/main.ts"],
    { cwd },
  )
  const lines = stdout.trim().split("\n")
  expect(`${lines.slice(-2).join("\n")}\n`).toBe(blocks(read("docs/messaging.md"), "text")[0])
  const count = (line: string): number => lines.filter((each) => each === line).length
  expect(count("saju.requested: delivered")).toBe(2)
  expect(count("saju.requested: duplicate")).toBe(1)
  expect(count("saju.requested: dead")).toBe(1)
  expect(count("saju.done: delivered")).toBe(2)
})
