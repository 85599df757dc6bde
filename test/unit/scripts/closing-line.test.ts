import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

const root = new URL("../../../", import.meta.url).pathname
// Inside the project, where the files find vitest.
mkdirSync(join(root, ".cache"), { recursive: true })
const folder = mkdtempSync(join(root, ".cache/closing-line-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a run of these files says last, and its exit code. */
function closing(files: { readonly [name: string]: string }): {
  readonly line: string
  readonly status: number | null
} {
  const own = mkdtempSync(join(folder, "run-"))
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(own, `${name}.test.mjs`), `import { beforeAll, describe, expect, test } from "vitest"\n${text}`)
  writeFileSync(join(own, "vitest.config.mjs"), "export default {}")
  const options = ["run", `--root=${own}`, "--reporter", join(root, "scripts/closing-line.ts")]
  const arguments_ = [join(root, "node_modules/vitest/vitest.mjs"), ...options]
  const { stdout, status } = spawnSync(process.execPath, arguments_, { cwd: own, encoding: "utf8" })
  return { line: stdout.trim().split("\n").at(-1) as string, status }
}

const good = `test("holds", () => expect(1).toBe(1))`

test.each([
  ["all passed", { good }, "1 passed, 0 failed", 0],
  ["a test failed", { good, bad: `test("does not", () => expect(1).toBe(2))` }, "1 passed, 1 failed", 1],
  ["a file does not load", { good, broken: `throw new Error("broken")` }, "1 passed, 1 failed", 1],
  [
    "a hook throws, so that what it prepares does not run",
    { good, hook: `describe("with it", () => { beforeAll(() => { throw new Error("hook") }); ${good} })` },
    "1 passed, 1 failed, 1 skipped",
    1,
  ],
])("%s", (_, files, line, status) => {
  expect(closing(files as { [name: string]: string })).toEqual({ line, status })
})
