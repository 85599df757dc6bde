import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { catalog } from "cubular/cubes"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readAccess } from "../../../src/cli/access.ts"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-access-"))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** What the service was sent as a key. */
const keys: (string | undefined)[] = []
const service = createServer((request, response) => {
  keys.push(request.headers.authorization)
  const message = { role: "assistant", content: "안녕" }
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: "stop", message }] }))
})
let origin = ""
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve))
  origin = `http://localhost:${(service.address() as AddressInfo).port}`
})
afterAll(() => {
  service.close()
  rmSync(folder, { recursive: true, force: true })
})

const document = (): string =>
  file(
    "ask.json",
    JSON.stringify({
      format: 1,
      id: "ask",
      version: "1.0.0",
      services: { llm: { origin } },
      cubes: {
        upper: { use: "text/upper@^1", in: { text: "@prompt" } },
        llm: {
          use: "integration/llm@^1",
          config: { model: "m", key: { secret: "KEY" } },
          in: { prompt: "upper.text" },
        },
      },
      outputs: { text: "llm.text" },
    }),
  )
const asks = ["--input", '{"prompt":"?"}']
const canary = "canary-7f3a"

test("a secret of the environment or a file reaches the service, and nothing that is printed or recorded", async () => {
  const record = join(folder, "record.json")
  for (const from of ["env:MY_KEY", `@${file("key.txt", `${canary}\n`)}`]) {
    const args = ["run", document(), ...asks, "--secret", `KEY=${from}`, "--allow-origin", origin, "--record", record]
    const { code, out, err } = await cubular([...args, "--events"], "", {}, { MY_KEY: canary })
    expect([code, JSON.parse(out).outputs]).toEqual([0, { text: "안녕" }])
    expect(out + err + readFileSync(record, "utf8")).not.toContain(canary)
  }
  expect(keys).toEqual([`Bearer ${canary}`, `Bearer ${canary}`])
  expect((await cubular(["test", record])).code).toBe(0)
})

test("a private origin nobody allowed is refused", async () => {
  const { code, out } = await cubular(
    ["run", document(), ...asks, "--secret", "KEY=env:MY_KEY"],
    "",
    {},
    { MY_KEY: canary },
  )
  expect([code, JSON.parse(out).steps.llm.error.code]).toEqual([1, "outgoing_address_refused"])
})

test.each(["en", "ko"])("a document whose secret is missing says which option hands it in (%s)", async (lang) => {
  const { code, out } = await cubular(["run", "saju-reading-llm", "--input", "{}", "--lang", lang])
  const [issue] = JSON.parse(out).issues
  expect([code, issue.code]).toEqual([2, "secret_missing"])
  expect(issue.hint).toContain("--secret LLM_KEY=env:LLM_KEY")
})

test("a secret is for the cubes the document names it for, and the origins of their services", async () => {
  const given = catalog.documents().find(({ id }) => id === "saju-reading-llm")
  const source = { id: "saju-reading-llm", given: given as NonNullable<typeof given> }
  const { secrets } = await readAccess(source, ["LLM_KEY=env:A", "OTHER=env:A"], [], { A: canary })
  expect(secrets).toEqual({
    LLM_KEY: { value: canary, cubes: ["integration/llm"], origins: ["https://api.openai.com"] },
    OTHER: { value: canary, cubes: [], origins: [] },
  })
})

test.each([
  [["--secret", "KEY"], "option_value_refused"],
  [["--secret", `KEY=${canary}`], "option_value_refused"],
  [["--secret", "KEY=env:A", "--secret", "KEY=env:A"], "option_value_refused"],
  [["--secret", "KEY=env:NOT_SET"], "secret_source_empty"],
  [["--secret", "KEY=@./not/there"], "file_unreadable"],
  [["--secret", "KEY=env:A", "--host", "memory"], "option_needs"],
  [["--secret", "KEY=env:A", "--url", "http://x"], "options_conflict"],
  [["--allow-origin", "localhost:11434"], "option_value_refused"],
  [["--allow-origin", "http://localhost:11434/v1"], "option_value_refused"],
  [["--allow-origin", "http://localhost:11434", "--host", "node,workerd"], "option_needs"],
])("%j is wrong usage: exit 2, %s, and the value is not repeated", async (more, code) => {
  const outcome = await cubular(["run", "saju-reading-llm", ...more], "", {}, { A: "a" })
  expect([outcome.code, outcome.out]).toEqual([2, ""])
  expect(outcome.err).toMatch(new RegExp(`^${code}\\b`))
  expect(outcome.err).not.toContain(canary)
})
