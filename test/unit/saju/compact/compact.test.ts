import { type Analysis, analyze, type Birth, chart, decadeLuck, monthLuck, yearLuck } from "cubular/saju"
import { toCompact } from "cubular/saju/reading"
import { describe, expect, test } from "vitest"

const birth: Birth = { date: "1990-05-01", time: "14:30", sex: "female" }
const given = chart(birth, { now: "2026-11-21T00:00:00Z" })
const analysis = analyze(given)
const luck = {
  decades: decadeLuck(given),
  years: yearLuck(given, { from: 2026, to: 2035 }),
  months: monthLuck(given, 2026),
}
const lineOf = (text: string, name: string): string | undefined =>
  text.split("\n").find((line) => line.startsWith(`${name} `))

describe("the compact form", () => {
  test("names the four pillars in hanja and hangul", () => {
    const line = "庚午경오|庚辰경진|丙寅병인|乙未을미"
    expect(lineOf(toCompact(given, analysis), "명식")).toBe(`명식 ${line}`)
    expect(lineOf(toCompact(given, analysis, {}, { lang: "en" }), "Pillars")).toBe(`Pillars ${line}`)
  })

  test("holds every star, relation and hidden stem of the analysis", () => {
    const text = toCompact(given, analysis)
    for (const { star } of analysis.stars) expect(text).toContain(star.hangul.replace(/(귀인|대?살)$/u, ""))
    for (const { characters, name } of analysis.relations) {
      expect(characters.length).toBeGreaterThan(1)
      expect(lineOf(text, "관계")).toContain(name.hanja.slice(0, characters.length))
      expect(lineOf(text, "관계")).toContain(name.hanja.slice(characters.length))
    }
    expect(lineOf(text, "지장간")).toBe("지장간 丙己丁|乙癸戊|戊丙甲|丁乙己")
  })

  test("holds ten decades, ten years and twelve months, the running decade marked", () => {
    const text = toCompact(given, analysis, luck)
    for (const { pillar } of luck.decades) expect(lineOf(text, "대운")).toContain(pillar.ganji)
    for (const { pillar } of luck.years) expect(lineOf(text, "세운")).toContain(pillar.ganji)
    for (const { pillar } of luck.months) expect(lineOf(text, "월운")).toContain(pillar.ganji)
    const running = given.luck?.decades[given.luck.current ?? -1]
    expect(lineOf(text, "대운")).toContain(`*${running?.ganji}`)
  })

  test("gives each of the 22 characters its ten god once", () => {
    const text = toCompact(given, analysis, luck, { lang: "en" })
    expect(lineOf(text, "Key")).toBe("Key 甲IR 乙DR 丙C 丁RW 戊EG 己HO 庚IW 辛DW 壬7K 癸DO")
    for (const { pillar, branchTenGod, stage } of [...luck.years, ...luck.months]) {
      const line = text.split("\n").find((each) => each.startsWith("子")) as string
      const entry = line.split(",").find((each) => each.startsWith(pillar.ganji.charAt(1)))
      expect(entry).toContain(stage.english)
      expect(branchTenGod.index).toBeLessThan(10)
    }
  })

  test("leaves luck out where none is given", () => expect(lineOf(toCompact(given, analysis), "대운")).toBeUndefined())

  test("says what an unknown hour leaves open", () => {
    const unknown = chart({ ...birth, time: null })
    const text = toCompact(unknown, analyze(unknown), {}, { lang: "en" })
    expect(lineOf(text, "Pillars")).toMatch(/\|-$/u)
    expect(text).toMatch(/Hour unknown, candidates 1\d: strong \d+ balanced \d+ weak \d+/u)
    expect(lineOf(text, "Birth")).toMatch(/^Birth 1990-05-01 hour unknown, female; /)
    expect(lineOf(toCompact(unknown, analyze(unknown), { decades: decadeLuck(unknown) }), "대운")).toContain(
      "정오 기준",
    )
  })

  test("tells date, clock and sex of the record, whatever clocks did and wherever the day began", () => {
    const told = (given: Birth, options = {}) => {
      const found = chart(given, options)
      return lineOf(toCompact(found, analyze(found), {}, { lang: "en" }), "Birth")?.split(";")[0]
    }
    expect(told({ date: "1987-10-05", time: "14:20", sex: "male" })).toBe(
      "Birth 1987-10-05 14:20 UTC+10:00, mean time -5400s, male",
    )
    expect(told({ date: "2024-02-30", time: null, calendar: "lunar" })).toBe(
      "Birth 2024-04-08 hour unknown, sex unknown",
    )
    for (let day = 0; day < 800; day++) {
      const date = new Date(Date.UTC(1983, 0, 1 + 17 * day)).toISOString().slice(0, 10)
      for (const sex of ["male", "female"] as const) {
        const boundary = (["split", "jasi", "midnight"] as const)[day % 3]
        expect(told({ date, time: null, sex }, { boundary, yearBoundary: day % 2 ? "dongji" : "ipchun" })).toBe(
          `Birth ${date} hour unknown, ${sex}`,
        )
      }
    }
  })

  test("says judgements in words, not by the names of rules", () => {
    const found = chart({ date: "1987-10-05", time: "14:20", sex: "male" })
    const made = analyze(found)
    expect(lineOf(toCompact(found, made), "격국")).toMatch(/^격국 편재격\(투출 없어 정기\), 상신 투출·지지/)
    expect(lineOf(toCompact(found, made), "용신")).toMatch(/^용신 화>목>수>금>토\(억부: 재성이 앞섬\), 조후 목/)
    for (const text of [toCompact(found, made, luck), toCompact(found, made, luck, { lang: "en" })])
      expect(text).not.toMatch(/[a-z][A-Z]|main:|revealed:/)
  })

  test("says whose branch the twelve stars are counted from: of pillars by both, of luck by one", () => {
    const legendWith = (twelveStarsBase: "year" | "day" | "both") => {
      const found = chart(birth, { twelveStarsBase })
      return toCompact(found, analyze(found), luck).split("\n")[0]
    }
    expect(legendWith("both")).toMatch(/12살=연지\/일지, .*12살\(연지\)/)
    expect(legendWith("day")).toMatch(/12살=일지, .*12살\(일지\)/)
    expect(legendWith("year")).toMatch(/12살=연지, .*12살\(연지\)/)
  })

  test("names every school that is not the default", () => {
    const other = chart(birth, { boundary: "jasi", stageEarth: "water" })
    const text = toCompact(other, analyze(other, { structure: "main", hemisphere: "south" }))
    for (const told of ["jasi", "stageEarth=water", "structure=main", "hemisphere=south"]) expect(text).toContain(told)
  })

  test("is the same every time and has neither holes nor empty lines", () => {
    for (const lang of ["ko", "en"] as const) {
      const text = toCompact(given, analysis, luck, { lang })
      expect(toCompact(given, analyze(given), luck, { lang })).toBe(text)
      expect(text).not.toMatch(/undefined|NaN|\[object|\n\n| {2}| $/mu)
    }
  })

  test("is refused in a language there is none of, and from what is no analysis", () => {
    expect(() => toCompact(given, analysis, {}, { lang: "fr" as "en" })).toThrow(
      expect.objectContaining({ code: "choice_unknown", path: ["lang"] }),
    )
    expect(() => toCompact(given, {} as Analysis)).toThrow(
      expect.objectContaining({ code: "analysis_malformed", path: ["analysis", "dayStem"] }),
    )
  })
})
