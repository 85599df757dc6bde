import { describe, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

describe("cubular saju", () => {
  test("draws the columns 시 일 월 년, lined up", async () => {
    const { code, out } = await cubular(["saju", "1990-05-01", "14:30", "--sex", "female", "--lang", "ko"])
    expect(code).toBe(0)
    expect(out).toMatch(/시 +일 +월 +년/)
    expect(out).toMatch(/乙 을 +│ +丙 병 +│ +庚 경 +│ +庚 경/)
    expect(out).toMatch(/未 미 +│ +寅 인 +│ +辰 진 +│ +午 오/)
  })

  test("--json is the chart itself", async () => {
    const { out } = await cubular(["saju", "1990-05-01", "14:30", "--json"])
    const { pillars } = JSON.parse(out)
    expect([pillars.year.ganji, pillars.month.ganji, pillars.day.ganji, pillars.hour.ganji]).toEqual([
      "庚午",
      "庚辰",
      "丙寅",
      "乙未",
    ])
  })

  test("knows every zone, and longitudes west", async () => {
    const args = [
      "saju",
      "1980-03-03",
      "10:00",
      "--zone",
      "America/New_York",
      "--longitude",
      "-73.98",
      "--clock",
      "apparent",
    ]
    const { code, out } = await cubular([...args, "--json"])
    expect(code).toBe(0)
    expect(JSON.parse(out).details).toMatchObject({ offsetSec: -18000, longitudeDeg: -73.98, clock: "apparent" })
  })

  test("says both charts beside a term", async () => {
    const { out } = await cubular(["saju", "1990-02-04", "11:14", "--lang", "en"])
    expect(out).toMatch(/! The birth is/)
    expect(out).toMatch(/Other chart/)
  })

  test.each([
    ["1990-02-30", "14:30"],
    ["1990-05-01", "24:00"],
    ["1599-12-31", "10:00"],
    ["yesterday", "10:00"],
  ])("%s %s is refused with a code and a hint, never a chart", async (date, time) => {
    const { code, out, err } = await cubular(["saju", date, time, "--lang", "ko"])
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(/^[a-z_]+ \(birth\.(date|time)\): .*[가-힣].*\n {2}.*[가-힣]/)
  })
})

describe("the other commands", () => {
  test("validate says all issues, with lines, and exits 2", async () => {
    const { code, out } = await cubular(["validate", "saju-chart"])
    expect([code, out]).toEqual([0, "No issues.\n"])
  })

  test("list shows what is shipped", async () => {
    const { out } = await cubular(["list", "--json"])
    const { compositions, cubes } = JSON.parse(out)
    expect(compositions.map(({ id }: { id: string }) => id)).toContain("saju-chart")
    expect(cubes.map(({ id }: { id: string }) => id)).toContain("text/upper")
    expect((await cubular(["list", "--lang", "ko"])).out).toMatch(/대문자/)
  })

  test("graph draws a composition as Mermaid and as SVG", async () => {
    expect((await cubular(["graph", "saju-chart"])).out).toMatch(/^flowchart LR\n {2}in_birth\(\[birth\]\)/)
    const { out } = await cubular(["graph", "saju-chart", "--format", "svg"])
    expect(out).toMatch(/^<svg xmlns=.*role="img"/)
    expect(out).toMatch(/saju\/pillars/)
  })

  test("help is there in both languages, for all commands and for one", async () => {
    const all = await cubular(["--help"])
    expect(all.code).toBe(0)
    for (const command of ["run", "validate", "test", "saju", "list", "graph"])
      expect(all.out).toContain(`cubular ${command} `)
    const one = await cubular(["saju", "--help", "--lang", "ko"])
    expect(one.out).toMatch(/태어난 때/)
    expect(one.out).not.toContain("cubular graph")
    expect((await cubular([])).code).toBe(2)
  })

  test("-h helps as --help does, --lang may come first, --version is one line", async () => {
    expect((await cubular(["run", "-h"])).out).toBe((await cubular(["run", "--help"])).out)
    expect((await cubular(["--lang", "ko", "list"])).out).toBe((await cubular(["list", "--lang", "ko"])).out)
    expect((await cubular(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([[["list", "--lang", "xx"]], [["--lang=xx", "list"]], [["list", "--lang"]]])(
    "%j names a language there is none of: exit 2",
    async (args) => {
      const { code, out, err } = await cubular(args)
      expect([code, out]).toEqual([2, ""])
      expect(err).toMatch(/^option_value_refused/)
    },
  )
})
