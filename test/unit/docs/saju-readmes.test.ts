import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { catalog } from "cubular/cubes"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import {
  branchNamed,
  stageNamed,
  stemNamed,
  tenGodNamed,
  twelveStarNamed,
} from "../../../cubes/saju/engine/analysis/names.ts"
import { starEntries } from "../../../cubes/saju/engine/analysis/star-lists.ts"
import { levelNamed } from "../../../cubes/saju/engine/analysis/strength.ts"
import { structureNamed } from "../../../cubes/saju/engine/analysis/structure-names.ts"
import type { Named } from "../../../cubes/saju/engine/analysis/types.ts"
import { termNamed } from "../../../cubes/saju/engine/calendar/term-names.ts"
import { commandsIn, runCommand } from "./commands.ts"
import { blocks, outcomes, read, shown } from "./examples.ts"
import { run, tourOf } from "./tour.ts"

const family = read("cubes/saju/README.md")
const engine = read("cubes/saju/engine/README.md")

/** Cells of the table row that begins with these words in backticks. */
const rowOf = (page: string, words: string): readonly string[] =>
  (page.split("\n").find((line) => line.startsWith(`| \`${words}\` |`)) ?? "").split("|").map((cell) => cell.trim())

describe("cubes/saju/README.md", () => {
  const cubes = catalog.manifests().filter(({ id }) => id.startsWith("saju/"))

  test("names every cube with its inputs and outputs", () => {
    expect(cubes).toHaveLength(8)
    for (const { id, inputs, outputs } of cubes) {
      const [, , , takes, gives] = rowOf(family, id)
      expect(takes, id).toBe(
        Object.entries(inputs)
          .map(([name, { required }]) => `\`${name}\`${required ? "" : "?"}`)
          .join(", "),
      )
      expect(gives, id).toBe(
        Object.keys(outputs)
          .map((name) => `\`${name}\``)
          .join(", "),
      )
    }
  })

  test("names every composition of saju", () => {
    const ids = catalog.documents().flatMap(({ id }) => (id.startsWith("saju-") ? [id] : []))
    for (const id of ids) expect(family).toContain(`\`${id}\``)
  })

  test("wires cubes that run, and tells what they give", async () => {
    const tour = tourOf(family)
    expect(new Set(Object.values(tour.cubes).map(({ use }) => use))).toEqual(new Set(cubes.map(({ id }) => `${id}@^1`)))
    expect(Object.keys(tour.told).length).toBeGreaterThan(30)
    expect(await run(tour)).toEqual(tour.told)
  })

  test("shows texts as the cubes write them", async () => {
    const texts = await run({ ...tourOf(family), told: { "compact.text": null, "render.text": null } })
    const [compact = "?", drawn = "?"] = blocks(family, "text")
    expect(texts["compact.text"]).toContain(compact)
    expect(texts["render.text"]).toContain(drawn)
  })
})

describe("cubes/saju/engine/README.md", () => {
  test("has examples that give what it says", async () => {
    const found = await outcomes(engine)
    expect(found.length).toBeGreaterThan(15)
    expect(shown(found, "given")).toEqual(shown(found, "told"))
  })

  test("tells how much each door weighs", async () => {
    let door = ""
    const rows = engine.match(/^\| (`cubular\/|… `).*$/gm) ?? []
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const [, first = "", told = ""] = row.split("|").map((cell) => cell.trim())
      door = /`(cubular\/[\w/]+)`/.exec(first)?.[1] ?? door
      if (told === "–") continue
      const names = /\{ .* \}/.exec(first)?.[0]
      const weight = await kiloBytes(names ? `export ${names} from "${door}"` : `import "${door}"`)
      expect(weight, row).toBeLessThanOrEqual(Number(told))
      expect(weight * 1.15 + 0.5, row).toBeGreaterThan(Number(told))
    }
  })
})

/** A page that holds no more than this code: bundled from source, minified, gzipped. */
async function kiloBytes(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "browser"],
  })
  return gzipSync((outputFiles[0] as { contents: Uint8Array }).contents, { level: 9 }).length / 1000
}

describe("docs/glossary.md", () => {
  const words = read("docs/glossary.md").replaceAll("\n", " ")

  test.each<[string, number, (index: number) => Named]>([
    ["stems", 10, stemNamed],
    ["branches", 12, branchNamed],
    ["ten gods", 10, tenGodNamed],
    ["stages", 12, stageNamed],
    ["twelve stars", 12, twelveStarNamed],
    ["levels of strength", 8, levelNamed],
    ["structures", 28, structureNamed],
    ["solar terms", 24, termNamed],
    ["stars", starEntries().length, (index) => (starEntries()[index] as { star: Named }).star],
  ])("lists the %s", (_, count, named) => {
    const names = Array.from({ length: count }, (_, index) => named(index))
    const line = names.map(({ hangul, hanja, english }) => `${hangul} ${hanja} ${english}`).join(" · ")
    expect(words).toContain(line)
  })
})

test.each([
  ["cubes/saju/README.md", family],
  ["docs/saju-schools.md", read("docs/saju-schools.md")],
])("%s: its commands end well", async (_, page) => {
  const lines = commandsIn(page)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(await runCommand(line), line).toMatchObject({ code: 0, err: "" })
})
