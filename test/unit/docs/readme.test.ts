import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { createRunner, validate } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { commandsIn, runCommand } from "./commands.ts"
import { blocks, outcomes, read, shown } from "./examples.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

/** Runs TypeScript as a file of the repository and gives what it prints. */
async function printed(code: string): Promise<string> {
  const flags = ["--conditions=cubular:source", "--input-type=module-typescript", "-e", code]
  return (await promisify(execFile)(process.execPath, flags, { cwd: root })).stdout
}

describe.each(["README.md", "README.ko.md"])("%s", (path) => {
  const page = read(path)
  const code = blocks(page, "ts")

  test("runs its first composition", async () => {
    const [first = ""] = code
    const out = await printed(`${first}\nconsole.log(JSON.stringify([outputs, fingerprint]))`)
    expect(JSON.parse(out)).toEqual([{ text: "사주 SAJU" }, expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  test("has saju examples that give what it says", async () => {
    const saju = code.filter((block) => block.includes('from "cubular/saju"'))
    const found = await outcomes(saju.map((block) => `\`\`\`ts\n${block}\`\`\``).join("\n"))
    expect(found.length).toBeGreaterThan(4)
    expect(shown(found, "given")).toEqual(shown(found, "told"))
  })

  test("has commands that end well", async () => {
    const lines = commandsIn(page)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(await runCommand(line), line).toMatchObject({ code: 0, err: "" })
  })
})

test.each([
  "README.md",
  "README.ko.md",
  "cubes/saju/README.md",
  "cubes/saju/engine/README.md",
  "docs/architecture.md",
  "docs/glossary.md",
  "docs/saju-schools.md",
  "docs/saju-schools.ko.md",
])("%s links to files that are there", (path) => {
  const links = [...read(path).matchAll(/\]\(([^):#]+)\)/g)].map(([, target = ""]) => target)
  expect(links.length).toBeGreaterThan(1)
  for (const target of links) expect(existsSync(join(root, dirname(path), target)), target).toBe(true)
})

test("README.md: its composition is valid and runs", async () => {
  const [document = ""] = blocks(read("README.md"), "json")
  expect(await validate(document, catalog)).toEqual([])
  const runner = await createRunner(document, catalog, createHost())
  expect((await runner.run({ names: "a,b" }).result).outputs).toEqual({ all: ["A", "B"], first: "A" })
})

test("README.ko.md: shows the chart as the command prints it", async () => {
  const [chart = ""] = blocks(read("README.ko.md"), "text")
  const line = commandsIn(read("README.ko.md")).find((each) => each.includes("--detail")) ?? ""
  expect((await runCommand(line)).out).toContain(chart)
})
