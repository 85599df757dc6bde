import { analyze } from "cubular/saju"
import { renderText } from "cubular/saju/render"
import { describe, expect, test } from "vitest"
import { cellsOf, centred, padLeft, padRight } from "../../../../cubes/saju/engine/render/cells.ts"
import { births, chartOf, fully, ipchun, randomBirths, spring, unknownHour } from "./sample.ts"

const langs = ["ko", "en"] as const
const tableOf = (text: string): string[] => text.split("\n").filter((line) => /[│┌├└]/.test(line))

describe("a chart as text", () => {
  test("lines its columns up, whatever the letters are", () => {
    for (const birth of births)
      for (const lang of langs)
        for (const width of [64, 80, 100, 200]) {
          const { chart, options } = fully(birth)
          const text = renderText(chart, { ...options, lang, width })
          expect(new Set(tableOf(text).map(cellsOf)).size).toBe(1)
          const bars = new Set(
            tableOf(text).map((line) =>
              [...line.matchAll(/[│┌├└┬┼┴┐┤┘]/g)].map(({ index }) => cellsOf(line.slice(0, index))).join(),
            ),
          )
          expect(bars.size).toBe(1)
          expect(Math.max(...text.split("\n").map(cellsOf))).toBeLessThanOrEqual(width)
        }
  })

  test("shows everything an analysis says, in Korean", () => {
    const { chart, options } = fully(spring)
    const text = renderText(chart, { ...options, lang: "ko" })
    expect(text).toMatch(/시 +일 +월 +년/)
    expect(text).toMatch(/乙 을 +│ +丙 병 +│ +庚 경 +│ +庚 경/)
    expect(text).toMatch(/십성 +│ +정인 +│ +일간\(나\) +│ +편재 +│ +편재/)
    expect(text).toMatch(/12운성 +│ +쇠 +│ +장생 +│ +관대 +│ +제왕/)
    expect(text).toMatch(/지장간 +│ +丁 겁재 9 +│ +戊 식신 7/)
    expect(text).toMatch(/대운 +역행 · 8년 8개월 21일 뒤 시작/)
    expect(text).toMatch(/▶현재 29/)
    expect(text).toMatch(/절기 +곡우 10일 21시간 지남 · 입하 4일 13시간 남음/)
    for (const label of ["신강약", "격국", "용신", "합충", "공망", "사령", "자시"]) expect(text).toContain(`\n${label}`)
  })

  test("shows the same in English, without a letter of hangul", () => {
    const { chart, options } = fully(spring)
    const text = renderText(chart, { ...options, name: undefined, lang: "en" })
    expect(text).toMatch(/Hour +Day +Month +Year/)
    expect(text).toMatch(/乙 eul +│ +丙 byeong +│ +庚 gyeong/)
    expect(text).toMatch(/−Earth Goat +│ +\+Wood Tiger/)
    expect(text).not.toMatch(/\p{Script=Hangul}/u)
  })

  test("colours change no letter and no column, and are there only on request", () => {
    const { chart, options } = fully(spring)
    const plain = renderText(chart, options)
    const coloured = renderText(chart, { ...options, color: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    const escapes = /\u001b\[[\d;]*m/g
    expect(plain).not.toMatch(escapes)
    expect(coloured).toMatch(escapes)
    const bare = coloured
      .replace(escapes, "")
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
    expect(bare).toBe(plain)
  })

  test("lets no name move the cursor", () => {
    const text = renderText(chartOf(spring), { name: "a\u001b[2Jb\nc\r" })
    expect(text).toContain("a [2Jb c")
    expect(text).not.toContain("\u001b")
  })

  test("says what is doubtful: warnings, other charts, hours that fit", () => {
    const near = renderText(chartOf(ipchun), { lang: "en" })
    expect(near).toMatch(/! The birth is .* Ipchun/)
    expect(near).toMatch(/Other chart: .{2} 庚子 丁丑 己巳/)
    const unknown = fully(unknownHour)
    const text = renderText(unknown.chart, { ...unknown.options, lang: "ko" })
    expect(text).toContain("시 (모름)")
    expect(text).toMatch(/시주 후보 +00:00 丙子 병자/)
    expect(text).toMatch(/후보 분포 +(강|중화|약) \d+/)
  })

  test("of 500 births never shows a hole", () => {
    randomBirths(500).forEach((birth, i) => {
      const chart = chartOf(birth)
      const text = renderText(chart, { lang: langs[i % 2], analysis: i % 3 === 0 ? undefined : analyze(chart), birth })
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\{[a-z]+\}/)
      expect(new Set(tableOf(text).map(cellsOf)).size).toBe(1)
    })
  })
})

test("cells count wide letters twice and centre by what is left", () => {
  expect(["甲 gap", "갑목", "−Wood", "│"].map(cellsOf)).toEqual([6, 4, 5, 1])
  expect([padLeft("갑", 4), padRight("갑", 4), centred("갑", 5)]).toEqual(["  갑", "갑  ", " 갑  "])
})
