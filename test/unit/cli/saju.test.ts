import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { main } from "../../../src/cli/cli.ts"
import { textWidth, wantsColor } from "../../../src/cli/screen.ts"
import { sessions } from "../../../src/cli/sessions.ts"
import { cubular } from "./terminal.ts"

const spring = ["saju", "1990-05-01", "14:30", "--sex", "female"]

describe("cubular saju for people", () => {
  test("shows pillars, analysis and decades in the reader's language", async () => {
    const ko = await cubular([...spring, "--lang", "ko"])
    expect(ko.code).toBe(0)
    expect(ko.out).toMatch(/십성 +│ +정인 +│ +일간\(나\)/)
    expect(ko.out).toMatch(/\n대운 +역행/)
    expect(ko.out).toMatch(/\n용신 /)
    const en = await cubular([...spring, "--lang", "en", "--name", "Ada"])
    expect(en.out).toMatch(/^Four Pillars .*\nAda\n/)
    expect(en.out).toMatch(/Day Master/)
  })

  test("writes no colours where there is no terminal", async () => {
    expect((await cubular(spring)).out).not.toContain("\u001b")
  })

  test.each([["unknown"], [undefined]])("leaves the hour open (%s)", async (time) => {
    const { code, out } = await cubular(["saju", "1990-05-01", ...(time === undefined ? [] : [time]), "--lang", "ko"])
    expect(code).toBe(0)
    expect(out).toContain("시 (모름)")
    expect(out).toContain("시각 모름")
  })

  test("reads lunar dates and years far from ours", async () => {
    const { out } = await cubular(["saju", "1990-04-07", "14:30", "--lunar", "--lang", "ko", "--json"])
    expect(JSON.parse(out).pillars.day.ganji).toBe("丙寅")
    expect((await cubular(["saju", "1700-06-01", "10:00", "--json"])).code).toBe(0)
  })

  test("shows ten years among which is the present one, on every day of a decade", async () => {
    for (const now of ["2016-10-20", "2017-03-01", "2025-12-31", "2026-01-15", "2026-09-30", "2026-10-20"]) {
      const args = ["saju", "1987-10-05", "14:20", "--sex", "male", "--lang", "ko", "--now", `${now}T00:00:00Z`]
      const [strip = ""] = (await cubular(args)).out.split("\n세운 ")[1]?.split("\n\n") ?? []
      const years = [...strip.matchAll(/\b\d{4}\b/g)].map(([year]) => year)
      expect(years).toHaveLength(10)
      expect(years).toContain(now.slice(0, 4))
      expect(strip).toContain("▶")
    }
  })

  test("shows as much as was asked for", async () => {
    const { out } = await cubular([...spring, "--detail", "pillars", "--lang", "ko"])
    expect(out).not.toContain("대운")
    expect(out).toContain("丙 병")
  })
})

describe("cubular saju --svg", () => {
  test("writes the picture to stdout, also in front of the date", async () => {
    const behind = await cubular([...spring, "--svg", "--lang", "en", "--palette", "soft", "--theme", "dark"])
    expect(behind.out).toMatch(/^<svg .*lang="en".*<title>Four Pillars: .*<\/svg>\n$/s)
    const front = await cubular(["saju", "--svg", "1990-05-01", "14:30"])
    expect(front.out).toMatch(/^<svg /)
  })

  test("writes it to a file, and says when it cannot", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cubular-"))
    try {
      const file = join(folder, "chart.svg")
      expect(await cubular([...spring, "--svg", file])).toEqual({ code: 0, out: "", err: "" })
      expect(await readFile(file, "utf8")).toMatch(/^<svg /)
      const { code, err } = await cubular([...spring, "--svg", join(folder, "none", "chart.svg")])
      expect([code, err.split(":")[0]]).toEqual([2, "file_unwritable"])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test("depends on nothing but what was asked for", async () => {
    expect((await cubular([...spring, "--svg"])).out).not.toContain("현재")
    expect((await cubular([...spring, "--svg", "--now", "2026-11-21T00:00:00Z", "--lang", "ko"])).out).toContain(
      "현재 29",
    )
  })
})

describe("cubular saju --jsonl", () => {
  const birth = (fields: object): string => JSON.stringify({ date: "1990-05-01", time: "14:30", ...fields })

  test("answers each line in its place: a chart, or an error, and goes on", async () => {
    const input = [
      birth({}),
      "nope",
      "",
      birth({ time: "25:00" }),
      birth({ time: null }),
      birth({ tiem: 1 }),
      birth({}),
    ].join("\n")
    const { code, out } = await cubular(["saju", "--jsonl"], input)
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(code).toBe(1)
    const codes = lines.map(({ error, pillars }) => error?.code ?? pillars.day.ganji)
    expect(codes).toEqual(["丙寅", "birth_line_malformed", "time_part_out_of_range", "丙寅", "field_unknown", "丙寅"])
    expect(lines[3].pillars.hour).toBeNull()
    expect(lines[0]).toEqual(lines[5])
  })

  test("gives the chart --json gives, and 0 when all lines are good", async () => {
    const { code, out } = await cubular(["saju", "--jsonl", "--clock", "wall"], `${birth({ sex: "female" })}\n`)
    expect(code).toBe(0)
    expect(out).toBe((await cubular([...spring, "--clock", "wall", "--json"])).out)
  })

  test("says of a line that is no object what a line holds", async () => {
    for (const line of ["nope", "[]", "5", '{"date":']) {
      const { out } = await cubular(["saju", "--jsonl", "--lang", "ko"], line)
      expect(JSON.parse(out).error).toMatchObject({
        code: "birth_line_malformed",
        hint: expect.stringMatching(/^\{"date": "1990-05-01"/),
      })
    }
  })

  test("says errors in the reader's language", async () => {
    const { out } = await cubular(["saju", "--jsonl", "--lang", "ko"], birth({ time: "25:00" }))
    expect(JSON.parse(out).error).toMatchObject({ path: ["birth", "time"], message: expect.stringMatching(/[가-힣]/) })
  })

  test("answers a line before the next one comes", async () => {
    const order: string[] = []
    async function* input(): AsyncGenerator<Uint8Array> {
      for (const n of [1, 2, 3]) {
        order.push(`in ${n}`)
        yield Buffer.from(`${birth({})}\n`)
      }
    }
    const out = (): void => {
      order.push("out")
    }
    await main(["saju", "--jsonl"], { in: input(), out, err: () => undefined }, sessions, {})
    expect(order).toEqual(["in 1", "out", "in 2", "out", "in 3", "out"])
  })
})

describe("wrong usage", () => {
  test.each([
    [["saju"], "argument_missing"],
    [["saju", "1990-05-01", "14:30", "15:30"], "argument_extra"],
    [["saju", "1990-05-01", "--colour"], "option_refused"],
    [["saju", "1990-05-01", "--sex", "f"], "option_value_refused"],
    [["saju", "1990-05-01", "--longitude", "east"], "option_value_refused"],
    [["saju", "1990-05-01", "--detail", "all"], "option_value_refused"],
    [["saju", "1990-05-01", "--json", "--svg"], "options_conflict"],
    [["saju", "--jsonl", "1990-05-01"], "argument_extra"],
    [["saju", "--jsonl", "--sex", "male"], "options_conflict"],
    [["saju", "1990-05-01", "--theme", "dark"], "option_needs"],
    [["saju", "1990-05-01", "14:30", "--leap"], "leap_month_needs_lunar"],
    [["saju", "1990-05-01", "14:30", "--now", "today"], "now_malformed"],
  ])("%j: exit 2 and %s", async (args, expected) => {
    const { code, out, err } = await cubular(args as string[])
    expect([code, out, err.split(/[ :]/)[0]]).toEqual([2, "", expected])
  })

  test("help names every option, in both languages", async () => {
    for (const lang of ["ko", "en"]) {
      const { out } = await cubular(["saju", "--help", "--lang", lang])
      for (const option of [
        "--sex",
        "--zone",
        "--longitude",
        "--clock",
        "--boundary",
        "--lunar",
        "--leap",
        "--json",
        "--jsonl",
        "--svg",
      ])
        expect(out).toContain(option)
    }
  })
})

test("colours are for terminals whose owner did not say no", () => {
  expect(wantsColor({ isTTY: true }, {})).toBe(true)
  expect(wantsColor({ isTTY: true }, { NO_COLOR: "" })).toBe(true)
  expect(wantsColor({ isTTY: true }, { NO_COLOR: "1" })).toBe(false)
  expect(wantsColor({ isTTY: true }, { TERM: "dumb" })).toBe(false)
  expect(wantsColor({}, {})).toBe(false)
})

test("a text is as wide as its terminal, within reason", () => {
  expect([{ isTTY: true, columns: 40 }, { isTTY: true, columns: 300 }, { columns: 300 }, {}].map(textWidth)).toEqual([
    64, 120, 80, 80,
  ])
})
