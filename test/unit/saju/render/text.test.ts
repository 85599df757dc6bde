import { analyze, type Birth } from "cubular/saju"
import { renderSvg, renderText } from "cubular/saju/render"
import { describe, expect, test } from "vitest"
import { cellsOf, centred, padLeft, padRight } from "../../../../cubes/saju/engine/render/cells.ts"
import { wordsIn } from "../../../../cubes/saju/engine/render/words.ts"
import { saju } from "../../../../src/messages/ko/saju.ts"
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
    expect(text).toMatch(
      /시주 후보 +연주 己巳 기사, 월주 丁丑 정축, 일주 己亥 기해: 00:00 丙子 병자\n +연주 己巳 기사, 월주 丁丑 정축: 00:30 丙子/,
    )
    expect(text).toMatch(/후보 분포 +(강|중화|약) \d+/)
  })

  test("puts an arrow only where a combination turns into its element", () => {
    let arrows = 0
    randomBirths(400).forEach((birth) => {
      const chart = chartOf(birth)
      const analysis = analyze(chart)
      const text = renderText(chart, { lang: "ko", analysis, width: 200 })
      const line = text.split("\n").find((each) => each.startsWith("합충")) ?? ""
      const done = analysis.relations.filter(({ transformed }) => transformed?.done).length
      expect(line.split("→").length - 1).toBe(done)
      expect(line.split("합화").length - 1).toBe(done)
      arrows += done
    })
    expect(arrows).toBeGreaterThan(5)
  })

  test("says by which method the useful god was taken, first, and why", () => {
    const said = (birth: Birth, lang: "ko" | "en") => {
      const chart = chartOf(birth)
      const text = renderText(chart, { lang, analysis: analyze(chart), width: 200 })
      return text.split("\n").find((line) => /^(용신|Useful god) /.test(line))
    }
    const october: Birth = { date: "1987-10-05", time: "14:20" }
    expect(said(october, "ko")).toMatch(/용신 +화 \(억부, 정한 차례의 첫 답\) · 목 \(조후, 급하지 않음\)/)
    expect(said(october, "en")).toMatch(/Fire \(balance, first answer in the order\)/)
    expect(said({ date: "1980-05-06", time: "10:00" }, "ko")).toMatch(/용신 +수 \(조후, 계절이 급해 먼저 봄\)/)
  })

  test("labels the twelve stars of both bases, and keeps long names apart", () => {
    const chart = chartOf(unknownHour)
    const analysis = analyze(chart)
    const ko = renderText(chart, { lang: "ko", analysis })
    expect(ko).toMatch(
      /12신살 .*│ +연지 재살 +│ +연지 지살 +│ +연지 장성살 +│\n.*일지 장성살 +│ +일지 역마살 +│ +일지 재살/,
    )
    expect(renderText(chart, { lang: "en", analysis })).toMatch(/ Day: .*\n.* Travelling /)
    const one = chartOf(unknownHour, { twelveStarsBase: "year" })
    expect(renderText(one, { lang: "ko", analysis: analyze(one) })).toMatch(/12신살 .*│ +재살 +│/)
    const stars = renderText(chart, { lang: "en", analysis }).split("\nStars ")[1] ?? ""
    expect(stars).toMatch(/Falling into +│ +Supreme/)
    expect(stars).toMatch(/the Well, +│/)
    expect(stars).toMatch(/Ultimate Noble, +│/)
  })

  test("shows the date of a birth whose hour is unknown, solar and without the birth itself", () => {
    const lunar = chartOf({ date: "2024-02-30", time: null, calendar: "lunar" })
    expect(renderText(lunar, { lang: "ko" })).toMatch(/\n2024년 4월 8일, 시각 모름\n/)
    randomBirths(300).forEach((birth) => {
      const [year, month, day] = birth.date.split("-").map(Number)
      const text = renderText(chartOf({ ...birth, time: null }), { lang: "ko", detail: "pillars" })
      expect(text).toContain(`\n${year}년 ${month}월 ${day}일, 시각 모름\n`)
      // A chart that was stored before it kept its date, and one whose longitude puts noon into another day.
      const { date: _, ...older } = chartOf({ ...birth, time: null }).details
      const stored = { ...chartOf({ ...birth, time: null }), details: older }
      expect(renderText(stored, { lang: "ko", detail: "pillars" })).toBe(text)
      const far = chartOf({ ...birth, time: null, longitudeDeg: -127 })
      expect(renderText(far, { lang: "ko", detail: "pillars" })).toContain(`\n${year}년 ${month}월 ${day}일, 시각`)
    })
  })

  test("says why there are no decades", () => {
    const chart = chartOf({ ...spring, sex: null })
    expect(renderText(chart, { lang: "ko" })).toContain("! 성별을 몰라 대운을 세우지 않았습니다")
    expect(renderSvg(chart, { lang: "en" })).toContain("Without a sex there are no decades of luck")
    expect(renderText(chart, { detail: "pillars" })).not.toContain("성별")
    expect(renderText(chartOf(spring), { luck: null })).not.toContain("성별")
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

test("Korean texts have one word for schools and one for the year pillar", () => {
  for (const words of Object.values(saju)) expect(words.message + words.hint).not.toMatch(/학파|년주/)
  expect(JSON.stringify(wordsIn("ko"))).not.toMatch(/학파|년주/)
})

test("cells count wide letters twice and centre by what is left", () => {
  expect(["甲 gap", "갑목", "−Wood", "│"].map(cellsOf)).toEqual([6, 4, 5, 1])
  expect([padLeft("갑", 4), padRight("갑", 4), centred("갑", 5)]).toEqual(["  갑", "갑  ", " 갑  "])
})
