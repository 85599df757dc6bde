import { analyze } from "cubular/saju"
import { renderSvg } from "cubular/saju/render"
import { describe, expect, test } from "vitest"
import { surfaceOf, tilesOf } from "../../../../cubes/saju/engine/render/palettes.ts"
import { collisionsIn, parsePicture, textsOf } from "./picture.ts"
import { births, chartOf, fully, ipchun, randomBirths, ratHour, spring, unknownHour } from "./sample.ts"

const langs = ["ko", "en"] as const
const details = ["pillars", "standard", "full"] as const
const palettes = ["classic", "obang", "soft"] as const
const themes = ["light", "dark"] as const

const saidIn = (svg: string): string[] => textsOf(parsePicture(svg)).map(({ said }) => said)

describe("a picture of a chart", () => {
  test("is one image with a title and a description, and loads nothing", () => {
    const { chart, options } = fully(spring)
    const svg = renderSvg(chart, { ...options, lang: "ko", detail: "full" })
    const picture = parsePicture(svg)
    expect(picture.attributes).toMatchObject({ role: "img", lang: "ko", xmlns: "http://www.w3.org/2000/svg" })
    const [title, desc] = picture.children
    expect(title).toMatchObject({ name: "title" })
    expect(title?.text).toBe("사주 명식: 홍길동 Hong Gildong, 경오년 경진월 병인일 을미시")
    expect(desc?.name).toBe("desc")
    expect(desc?.text).toContain("일주 병인: 병 丙 +화 일간(나), 인 寅 +목 편인, 장생.")
    expect(desc?.text).toContain(
      "대운, 역행 · 8년 8개월 21일 뒤 시작 · 어림한 만 나이: 9세 기묘, 19세 무인, 현재 29 정축",
    )
    expect(desc?.text).toContain("세운, 세는나이: 2018 무술")
    expect(new Set(picture.children.map(({ name }) => name))).toEqual(new Set(["title", "desc", "rect", "text"]))
    expect(svg).not.toMatch(/href|style=|url\(|<script|on[a-z]+=/)
  })

  test("has the columns hour, day, month, year from left to right", () => {
    const texts = textsOf(parsePicture(renderSvg(chartOf(spring), { detail: "pillars" })))
    const tiles = [..."乙丙庚庚"].map(
      (hanja, i) => texts.filter(({ said }) => said === hanja).at(i === 3 ? -1 : 0)?.left ?? 0,
    )
    // The seal in the head stands right of all and shows the day stem first.
    expect(texts.filter(({ said }) => said === "丙")).toHaveLength(2)
    expect(tiles[0]).toBeLessThan(tiles[2] as number)
    expect(tiles[2]).toBeLessThan(tiles[3] as number)
    const heads = ["시주", "일주", "월주", "연주"].map((head) => texts.find(({ said }) => said === head)?.left ?? 0)
    expect([...heads].sort((a, b) => a - b)).toEqual(heads)
  })

  test("is the same bytes each time, with whole numbers only", () => {
    const { chart, options } = fully(ipchun)
    const svg = renderSvg(chart, { ...options, detail: "full" })
    expect(renderSvg(structuredClone(chart), structuredClone({ ...options, detail: "full" }))).toBe(svg)
    for (const { attributes } of parsePicture(svg).children)
      for (const name of ["x", "y", "width", "height", "rx", "font-size", "stroke-width"])
        expect(attributes[name] ?? "0").toMatch(/^\d+$/)
  })

  test.each(langs)("says in %s what an analysis found", (lang) => {
    const { chart, options } = fully(spring)
    const said = saidIn(renderSvg(chart, { ...options, lang, detail: "full" }))
    const wanted = {
      ko: [
        "십성",
        "지장간",
        "12운성",
        "12신살",
        "납음",
        "신살",
        "오행",
        "대운",
        "용신",
        "격국",
        "공망",
        "절기",
        "백호대살",
        "사중금",
      ],
      en: [
        "Ten gods",
        "Hidden",
        "Stages",
        "12 stars",
        "Nayin",
        "Stars",
        "Five elements",
        "Decades of luck",
        "Useful god",
        "Structure",
        "Void",
        "Terms",
        "White Tiger",
      ],
    }[lang]
    for (const word of wanted) expect(said).toContain(word)
  })

  test("without an analysis shows pillars, elements and decades, and no empty headings", () => {
    const said = saidIn(renderSvg(chartOf(spring), { detail: "full" }))
    expect(said).toContain("오행")
    expect(said).toContain("대운")
    expect(said).not.toContain("십성")
    expect(said).not.toContain("용신")
    expect(saidIn(renderSvg(chartOf({ ...spring, sex: null })))).not.toContain("대운")
  })

  test("marks the decade that runs now, and only that one", () => {
    const said = saidIn(renderSvg(chartOf(spring)))
    expect(said.filter((word) => word.startsWith("현재"))).toEqual(["현재 29"])
    expect(saidIn(renderSvg(chartOf(spring, { now: undefined }))).join()).not.toContain("현재")
  })

  test("shows the years handed in, and marks the one that runs now", () => {
    const { chart, options } = fully(spring)
    const said = saidIn(renderSvg(chart, options))
    const at = said.indexOf("세운")
    expect(said.slice(at + 1, at + 7)).toEqual(["세는나이", "2018", "戊", "戌", "무술", "29세"])
    const svg = renderSvg(chart, { ...options, luck: null })
    expect(svg.split('stroke="#B3261E" stroke-width="2"')).toHaveLength(2)
    expect(saidIn(renderSvg(chart, { ...options, years: [] }))).not.toContain("세운")
  })

  test("leaves the hour open where nobody knows it, and says how many charts fit", () => {
    const { chart, options } = fully(unknownHour)
    const said = saidIn(renderSvg(chart, options))
    expect(said.filter((word) => word === "?")).toHaveLength(2)
    expect(said.join("\n")).toContain("\n1990년 2월 4일, 시각 모름 · 남")
    expect(said).toContain(`그날 가능한 명식 ${chart.candidates?.length}가지`)
  })

  test("shows the other charts of a birth near an edge, one row each", () => {
    const { chart, options } = fully(ipchun)
    const other = chart.alternatives[0]
    expect(other).toBeDefined()
    expect(saidIn(renderSvg(chart, options))).toContain(other?.pillars.month.ganji)
    expect(saidIn(renderSvg(chart, { ...options, detail: "pillars" })).join()).toContain("다른 명식이 1가지")
    const schools = saidIn(renderSvg(chartOf(ratHour, { clock: "wall" }), { width: 960 }))
    expect(schools.filter((said) => /자정|정자시/.test(said)).length).toBeGreaterThan(0)
  })

  test.each(details)("keeps its texts apart and inside in detail %s", (detail) => {
    for (const birth of births)
      for (const lang of langs)
        for (const width of [320, 360, 480, 559, 560, 640, 960]) {
          const { chart, options } = fully(birth)
          const found = collisionsIn(parsePicture(renderSvg(chart, { ...options, lang, width, detail })))
          expect({ birth, lang, width, found }).toEqual({ birth, lang, width, found: [] })
        }
  })

  test("of 500 births never shows a hole, and never lets texts touch", () => {
    randomBirths(500).forEach((birth, i) => {
      const chart = chartOf(birth)
      const analysis = i % 3 === 0 ? undefined : analyze(chart)
      const options = { lang: langs[i % 2], detail: details[i % 3], width: [320, 640][(i >> 1) % 2], analysis, birth }
      const svg = renderSvg(chart, options)
      expect(svg).not.toMatch(/undefined|NaN|null|\[object|\{[a-z]+\}/)
      expect({ birth, found: collisionsIn(parsePicture(svg)) }).toEqual({ birth, found: [] })
    })
  })
})

describe("what comes from outside", () => {
  const hostile = `<script>alert("1")</script> & ']]>\u0000\u001b[31m\ud800 \u202e`

  test("is shown as text and never becomes markup", () => {
    const svg = renderSvg(chartOf(spring), { name: hostile, birth: { ...spring, timeZone: `<b>/${hostile}` } })
    const picture = parsePicture(svg)
    expect(new Set(picture.children.map(({ name }) => name))).toEqual(new Set(["title", "desc", "rect", "text"]))
    expect(picture.children[0]?.text).toContain(`<script>alert("1")</script> & ']]>`)
    expect(svg).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u)
  })

  test("is refused with a code where it is no chart or no option", () => {
    const chart = chartOf(spring)
    const codeOf = (draw: () => string): string => {
      try {
        return draw()
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(codeOf(() => renderSvg({} as never))).toBe("chart_malformed")
    expect(codeOf(() => renderSvg(chart, { lang: "de" as never }))).toBe("choice_unknown")
    expect(codeOf(() => renderSvg(chart, { color: "red" } as never))).toBe("field_unknown")
    expect(codeOf(() => renderSvg(chart, { width: 319 }))).toBe("render_width_out_of_range")
    expect(codeOf(() => renderSvg(chart, { width: 640.5 }))).toBe("render_width_out_of_range")
    expect(codeOf(() => renderSvg(chart, null as never))).toBe("render_options_malformed")
    expect(codeOf(() => renderSvg({ ...chart, details: { ...chart.details, utc: "soon" } }))).toBe("chart_malformed")
  })
})

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, two: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe("colours", () => {
  test.each(palettes.flatMap((palette) => themes.map((theme) => [palette, theme] as const)))(
    "of %s in %s: ink reads on its tile, and each tile stands out on card and band",
    (palette, theme) => {
      const { card, band } = surfaceOf(theme)
      for (const { fill, ink, edge } of Object.values(tilesOf(palette, theme))) {
        expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5)
        for (const ground of [card, band])
          expect({ fill, most: Math.max(contrast(fill, ground), contrast(edge, ground)) >= 3 }).toEqual({
            fill,
            most: true,
          })
      }
    },
  )

  test.each(themes)("of texts in %s are 4.5 : 1 on everything they stand on", (theme) => {
    const { card, band, ink, muted, accent, seal, notice, noticeInk } = surfaceOf(theme)
    for (const ground of [card, band])
      for (const text of [ink, muted, accent]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(noticeInk, notice)).toBeGreaterThanOrEqual(4.5)
    expect(contrast("#FFFFFF", seal)).toBeGreaterThanOrEqual(4.5)
  })
})
