import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { type Compiled, compile } from "./compile.ts"
import { placing } from "./placing.ts"

const folder = fileURLToPath(new URL("../../types/wrong/", import.meta.url))
const names = await readdir(folder)

/** Every wrong program says on its wrong line: `// ✗ <code>: <words the message must hold, divided by |>`. */
async function expectedOf(name: string): Promise<{ line: number; code: number; words: string[] }> {
  const lines = (await readFile(join(folder, name), "utf8")).split("\n")
  const index = lines.findIndex((line) => line.includes("// ✗"))
  const [, code, words] = /\/\/ ✗ (\d+): (.*)$/.exec(lines[index] ?? "") ?? []
  return { line: index + 1, code: Number(code), words: (words ?? "").split(" | ") }
}

describe("wrong programs", () => {
  let compiled: Compiled

  beforeAll(async () => {
    compiled = await compile(names.map((name) => join(folder, name)))
  }, 60_000)

  test("are at least twelve compositions and eight cubes", () => {
    expect(names.length).toBeGreaterThanOrEqual(20)
  })

  test.each(names)("%s fails once, on its wrong line, naming both sides", async (name) => {
    const { line, code, words } = await expectedOf(name)
    const errors = compiled.errors.filter((error) => error.file === name)
    expect(errors.map((error) => [error.line, error.code])).toEqual([[line, code]])
    for (const word of words) expect(errors[0]?.text).toContain(word)
  })
})

describe("large compositions", () => {
  test("a literal that places 1,000 cubes type-checks", async () => {
    const made = await mkdtemp(join(tmpdir(), "cubular-placing-"))
    try {
      const file = join(made, "large.ts")
      await writeFile(file, placing(1000))
      expect((await compile([file])).errors).toEqual([])
    } finally {
      await rm(made, { recursive: true })
    }
  })

  test("the last of 1,000 cubes is still checked", async () => {
    const made = await mkdtemp(join(tmpdir(), "cubular-placing-"))
    try {
      const file = join(made, "large.ts")
      await writeFile(file, placing(1000).replace('{ total: "c998.total"', '{ total: "c998.totl"'))
      const { errors } = await compile([file])
      expect(errors.map((error) => error.code)).toEqual([2322])
      expect(errors[0]?.text).toContain('"leads nowhere": "c998.totl"')
    } finally {
      await rm(made, { recursive: true })
    }
  })
})
