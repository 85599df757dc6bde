import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { storeLimits } from "cubular/contract"
import * as texts from "cubular/messages/en"
import { expect, test } from "vitest"
import { createFolder } from "./folder.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const page = readFileSync(`${root}docs/stores.md`, "utf8")

const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code)

/** A statement ends on a line that is not indented or closing, unless the next line goes on with it. */
function statements(code: string): string[] {
  const found: string[] = []
  for (const line of code.split("\n").filter((each) => each.trim() !== "")) {
    if (/^[\s\])}]/.test(line) && found.length > 0) found[found.length - 1] += `\n${line}`
    else found.push(line)
  }
  return found
}

/** The page as a program: lines with "// →" or "// !" tell what they gave, others are run. */
function program(folder: string): { readonly code: string; readonly told: readonly string[] } {
  const told: string[] = []
  const imports: string[] = []
  const body = blocks.flatMap(statements).map((statement) => {
    if (statement.startsWith("import ")) {
      imports.push(statement)
      return ""
    }
    const [, work, how, expected] = /^([\s\S]*) \/\/ (→|!) (.*)$/.exec(statement) ?? []
    if (work === undefined) return `${statement};`
    told.push(`${how} ${expected}`)
    return how === "→"
      ? `tell("→ " + JSON.stringify(${work}));`
      : `await Promise.resolve().then(() => (${work.replace(/^await /, "")})).then(() => tell("! nothing"), (e) => tell("! " + e.code));`
  })
  const head = `const folder = ${JSON.stringify(folder)}; const tell = (line) => process.stdout.write(line + "\\n");`
  return { code: [...imports, head, ...body].join("\n"), told }
}

test("every example of the page gives what the page says", () => {
  const { code, told } = program(createFolder())
  const args = ["--conditions=cubular:source", "--no-warnings", "--input-type=module", "--eval", code]
  const given = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }).trim().split("\n")
  expect(given).toEqual(told)
  expect(told.length).toBeGreaterThan(20)
})

test("the page tells the limits there are", () => {
  const numbers = Object.values(storeLimits).flatMap((limit) =>
    typeof limit === "number" ? [limit] : Object.values(limit),
  )
  const table = page.slice(page.indexOf("## Limits"), page.indexOf("## kv"))
  for (const limit of numbers) expect(table).toContain(limit.toLocaleString("en-US"))
})

test("every code on the page is one of ours", () => {
  const codes = page.match(/\b(store|record|table|blob|journal|receipt|query|index)_[a-z_]+\b/g) ?? []
  expect(codes.length).toBeGreaterThan(20)
  for (const code of codes) expect(texts).toHaveProperty(code)
})
