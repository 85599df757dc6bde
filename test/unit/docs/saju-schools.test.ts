import { runInNewContext } from "node:vm"
import { analyze, chart } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { load } from "../../../bench/results.ts"
import { ANALYSIS_CHOICES, USEFUL_GOD_METHODS } from "../../../cubes/saju/engine/analysis/options.ts"
import { listOf, starEntries } from "../../../cubes/saju/engine/analysis/star-lists.ts"
import { AREAS } from "../../../cubes/saju/engine/compatibility/weights.ts"
import { CHOICES, DEFAULTS } from "../../../cubes/saju/engine/options.ts"
import { outcomes, read, shown } from "./examples.ts"

interface PeerRow {
  readonly package: string
  readonly version: string
  readonly star: string
  readonly different: number
}

interface Preset {
  readonly package: string
  readonly options: object
  readonly births: number
  readonly same: number
}

interface LuckStarts {
  readonly version: string
  readonly births: number
  readonly different: number
  readonly mostDays: number
  readonly droppedSeconds: number
  readonly termAcrossMinute: number
  readonly unexplained: number
}

const peers = (JSON.parse(read("bench/results/saju-peers.json")) as { results: { rows: readonly PeerRow[] } }).results

const luckStarts = (JSON.parse(read("bench/results/saju-luck-starts.json")) as { results: LuckStarts }).results

const presets = (JSON.parse(read("bench/results/saju-presets.json")) as { results: readonly Preset[] }).results

/** Values by option, the default first. */
const options: { readonly [name: string]: readonly unknown[] } = {
  ...CHOICES,
  ...ANALYSIS_CHOICES,
  usefulGodPriority: USEFUL_GOD_METHODS,
  direction: ["asDecades", "forward", "backward"],
  weights: AREAS,
  sexA: ["null", "male", "female"],
}

/** Text under the heading that begins with these words, up to the next heading. */
function section(page: string, words: string): string {
  const from = page.split("\n").findIndex((line) => /^#+ /.test(line) && line.includes(words))
  if (from < 0) return ""
  const rest = page.split("\n").slice(from)
  const end = rest.findIndex((line, at) => at > 0 && /^#+ /.test(line))
  return rest.slice(0, end < 0 ? undefined : end).join("\n")
}

/** The object that a cell of a table writes in backticks; none where it has a dash. */
const objectIn = (cell = ""): object => runInNewContext(`(${/^`(.*)`$/.exec(cell)?.[1] ?? "{}"})`) as object

describe.each([
  ["docs/saju-schools.md", "**default**"],
  ["docs/saju-schools.ko.md", "**기본값**"],
])("%s", (path, mark) => {
  const page = read(path)

  test.each(Object.keys(options))("explains %s, each of its values and which is the default", (name) => {
    const text = section(page, `\`${name}\``)
    for (const value of options[name] as readonly unknown[]) expect(text, String(value)).toContain(`\`${value}\``)
    expect(text).toContain(mark)
    const [first] = options[name] as readonly unknown[]
    const row = text.split("\n").find((line) => line.startsWith("|") && line.includes(mark))
    if (row) expect(row).toContain(`\`${first}\``)
  })

  test("has a section for every option of a chart, the present included", () => {
    for (const name of Object.keys(DEFAULTS)) expect(section(page, `\`${name}\``), name).not.toBe("")
  })

  test("names every star that has more than one list", () => {
    const disputed = starEntries().filter((entry) => listOf(entry, {}).variant !== "default")
    expect(disputed.length).toBeGreaterThan(5)
    for (const { star } of disputed) expect(page).toContain(star.hangul)
    expect(page).toMatch(new RegExp(`\\b${starEntries().length}(가지| stars)`))
  })

  test("tells every difference from other packages, with its number of charts", () => {
    const differing = peers.rows.filter(({ different }) => different > 0)
    expect(differing.length).toBeGreaterThan(20)
    for (const { package: name, version, star, different } of differing) {
      const rows = section(page, `${name} ${version}`).split("\n")
      const row = rows.find((line) => line.includes(`| \`${star}\` |`))
      expect(row, `${name}: ${star}`).toContain(` ${different.toLocaleString("en")} `)
    }
  })

  test("has schools that the engine takes", () => {
    const rows = page.split("\n").flatMap((line) => {
      const [, , options = "", schools = ""] = line.split("|").map((cell) => cell.trim())
      return /^`\{/.test(options) || /^`\{/.test(schools) ? [[options, schools]] : []
    })
    expect(rows.length).toBeGreaterThan(10)
    for (const [options, schools] of rows) {
      const made = chart({ date: "1990-05-01", time: "14:30" }, objectIn(options))
      expect(made.details.options).toMatchObject(objectIn(options))
      expect(analyze(made, objectIn(schools)).options).toMatchObject(objectIn(schools))
    }
  })

  test("gives for other packages the options that were measured to give what they give", () => {
    for (const { package: name, options, births, same } of presets) {
      expect(same).toBe(births)
      expect(page).toContain(births.toLocaleString("en"))
      const row = page.split("\n").find((line) => /luckRule: /.test(line) && line.includes(name)) ?? ""
      expect(objectIn(row.split("|")[2]?.trim()), name).toEqual(options)
    }
  })

  test("tells how the start of luck differs from lunar-javascript's", () => {
    const { births, different, droppedSeconds, termAcrossMinute, unexplained, mostDays } = luckStarts
    expect([mostDays, unexplained]).toEqual([1, 0])
    const text = section(page, "lunar-javascript").replaceAll("\n", " ")
    expect(text).toContain(luckStarts.version)
    for (const count of [births, different, droppedSeconds, termAcrossMinute]) {
      expect(text).toMatch(new RegExp(`(?<!\\d)${count.toLocaleString("en")}(?!\\d)`))
    }
  })

  test("tells of how many births and months the right answers were asked for", () => {
    const { packages } = load("saju-accuracy")?.results ?? { packages: [] }
    const [ours] = packages
    const births = Object.values(ours?.charts ?? {}).reduce((sum, { asked }) => sum + asked, 0)
    expect(page).toContain(` ${births.toLocaleString("en")}`)
    const { asked = 0, right = 0 } = packages.find(({ name }) => name === "manseryeok")?.months ?? {}
    const row = page.split("\n").find((line) => line.includes("1395–1569")) ?? ""
    expect(row).toContain(asked.toLocaleString("en"))
    expect(row).toContain(`${asked - right}`)
  })

  test("has examples that give what it says", async () => {
    const found = await outcomes(page)
    expect(found.length).toBeGreaterThan(60)
    expect(shown(found, "given")).toEqual(shown(found, "told"))
  })
})

test("both languages have the same sections and the same examples", async () => {
  const [english, korean] = [read("docs/saju-schools.md"), read("docs/saju-schools.ko.md")]
  const names = (page: string): readonly string[] =>
    page.split("\n").flatMap((line) => /^#+ (`.*?`(?:, `.*?`)*)/.exec(line)?.[1] ?? [])
  expect(names(korean)).toEqual(names(english))
  expect(shown(await outcomes(korean), "given")).toEqual(shown(await outcomes(english), "given"))
})
