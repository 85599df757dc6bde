import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-strict-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const upper = JSON.stringify({
  format: 1,
  id: "shout",
  version: "1.0.0",
  cubes: { a: { use: "text/upper@^1", in: { text: "@text" } } },
  outputs: { text: "a.text" },
})
const document = file("upper.json", upper)
/** A text in Latin-1: the é is no UTF-8. */
const latin = (text: string): Buffer => Buffer.from(text, "latin1")

test("inputs that are not UTF-8 are refused, from a file and from stdin", async () => {
  const bad = latin('{"text":"é"}')
  for (const [argument, stdin] of [[`@${file("latin.json", bad)}`, ""] as const, ["-", bad] as const]) {
    const { code, out, err } = await cubular(["run", document, "--input", argument], stdin)
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^input_not_utf8 \(inputs\)/)
  }
})

test("a byte order mark before inputs is skipped", async () => {
  const { out } = await cubular(["run", document, "--input", "-"], '\uFEFF{"text":"a"}')
  expect(JSON.parse(out).outputs).toEqual({ text: "A" })
})

test("every bad line is one error line under inputs, and the rest goes on", async () => {
  const deep = `{"text":${"[".repeat(100_000)}${"]".repeat(100_000)}}`
  const lines = Buffer.concat([
    Buffer.from(`{"text":"갑"}\n${deep}\n{"text":"a","text":"b"}\n`),
    latin('{"text":"é"}\n'),
    Buffer.from('{"text":"z"}'),
  ])
  const { code, out } = await cubular(["run", document, "--jsonl", "--host", "memory"], lines)
  const replies = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(replies.map(({ outputs, error }) => outputs?.text ?? error.code)).toEqual([
    "갑",
    "value_too_deep",
    "input_key_doubled",
    "input_not_utf8",
    "Z",
  ])
  expect(replies[2].error.path).toEqual(["inputs", "text"])
  expect(code).toBe(1)
})

test("a document that is not UTF-8 is refused as the kernel says it, by every command", async () => {
  const bad = file("bad.json", latin(upper.replace("shout", "é")))
  const ran = await cubular(["run", bad])
  expect([ran.code, JSON.parse(ran.out).issues[0].code]).toEqual([2, "document_not_utf8"])
  const validated = await cubular(["validate", bad, "--json"])
  expect([validated.code, JSON.parse(validated.out)[0].code]).toEqual([2, "document_not_utf8"])
  expect((await cubular(["graph", bad])).err).toContain("document_not_utf8")
})

test("--jsonl refuses an invalid document before it reads a line", async () => {
  const { code, out } = await cubular(["run", file("none.json", "{}"), "--jsonl"], "")
  expect(code).toBe(2)
  expect(JSON.parse(out).issues.length).toBeGreaterThan(0)
})

test("a record that is no strict JSON is malformed", async () => {
  for (const content of ["no json", '{"format":1,"format":1}', latin('"é"')]) {
    const { code, err } = await cubular(["test", file("record.json", content)])
    expect(code).toBe(2)
    expect(err).toMatch(/^record_malformed/)
  }
})
