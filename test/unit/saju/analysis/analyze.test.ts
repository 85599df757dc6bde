import { analyze, chart } from "cubular/saju"
import { describe, expect, test } from "vitest"
import type { AnalysisOptions } from "../../../../cubes/saju/engine/analysis/types.ts"

const spring = chart({ date: "1990-05-01", time: "14:30" })

describe("an analysis", () => {
  test("holds facts and judgements of 庚午 庚辰 丙寅 乙未", () => {
    const found = analyze(spring)
    expect(found.dayStem).toBe(2)
    // Wood 乙 寅, fire 丙 午, earth 辰 未, metal 庚 庚.
    expect(found.elements.characters).toEqual([2, 2, 2, 2, 0])
    // Yin: 乙 and 未.
    expect(found.yinYang).toEqual({ yang: 6, yin: 2 })
    // 丙寅 and 庚午 are of the first ten, which leaves 戌 and 亥 out.
    expect(found.void.byDay).toEqual({ branches: [10, 11], pillars: [] })
    expect(found.pillars.month.branchTenGod.hangul).toBe("식신")
    expect(found.commanding).toEqual({ stem: 4, phase: "main", day: 25 })
    expect(found.strength.map(({ method }) => method)).toEqual(["fourTests", "points", "hiddenStems", "roots"])
    expect(found.structure.chosen.hangul).toBe("정인격")
    expect(found.usefulGod?.roles.useful).toBe("wood")
    expect(found.points.life?.ganji).toBe("壬午")
    expect(found).not.toHaveProperty("distribution")
  })

  test("is JSON, and the same from a chart that was JSON", () => {
    const found = analyze(spring)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(analyze(JSON.parse(JSON.stringify(spring)))).toEqual(found)
  })

  test("follows the options of the chart", () => {
    const fixed = analyze(
      chart({ date: "1990-05-01", time: "14:30" }, { hiddenStems: "fixed", twelveStarsBase: "year" }),
    )
    expect(fixed.options).toMatchObject({ hiddenStems: "fixed", twelveStarsBase: "year" })
    expect(fixed.pillars.day.hiddenStems.map(({ stem }) => stem)).toEqual([0, 2, 4])
    expect(fixed.pillars.day.twelveStars.byDay).toBeNull()
    // Judgements look at the days of command, which the fixed set does not have.
    expect(fixed.strength).toEqual(analyze(spring).strength)
  })

  test("follows the schools asked for", () => {
    const of = (options: AnalysisOptions) => analyze(spring, options)
    expect(of({ structure: "commanding" }).structure.chosen.hangul).toBe("식신격")
    expect(of({ commandingDays: "raw" }).commanding?.day).toBe(26)
    expect(of({ usefulGodPriority: ["climate"] }).usefulGod?.roles.useful).toBe("water")
    expect(of({ usefulGodPriority: [] }).usefulGod).toBeNull()
    expect(of({ strength: "fourTests" }).usefulGods[2]?.reason.params.share).toBe(2000)
  })

  test("of the south judges by the opposite month and keeps the pillar", () => {
    const south = analyze(spring, { hemisphere: "south" })
    expect(south.pillars.month.pillar.ganji).toBe("庚辰")
    expect(south.elements.characters).toEqual(analyze(spring).elements.characters)
    // 戌 hides 辛9 丁3 戊18: the 26th day is that of 戊 there too. For 丙 in 戌 the seasons ask for 甲 壬.
    expect(south.commanding).toEqual({ stem: 4, phase: "main", day: 25 })
    expect(south.usefulGods[1]?.stems).toEqual([0, 8])
    expect(south.structure.regular[1]?.reason.params.branch).toBe(10)
    // wood (300 + 192 + 30) × 7, fire (300 + 168 + 24 × 3 + 84 + 90) × 8, earth 768 × 12, metal (600 + 24 × 9) × 10.
    expect(south.elements.weighted).toEqual([3654, 5712, 9216, 8160, 0])
  })
})

describe("an unknown hour", () => {
  const found = analyze(chart({ date: "1990-05-01", time: null }))

  test("leaves out what needs it", () => {
    expect(found.pillars.hour).toBeNull()
    expect(found.points.life).toBeNull()
    expect(found.strength[0]?.tests?.hour).toBeNull()
    expect(found.elements.characters.reduce((sum, count) => sum + count)).toBe(6)
    expect(found.yinYang).toEqual({ yang: 6, yin: 0 })
  })

  test("counts what holds for the charts of the day as if each were known", () => {
    const { candidates = [] } = chart({ date: "1990-05-01", time: null })
    const times = candidates.map(({ from }) => analyze(chart({ date: "1990-05-01", time: from })))
    const verdicts = times.map(({ strength }) => strength[2]?.verdict)
    const useful = times.map(({ usefulGod }) => usefulGod?.roles.useful)
    const count = (values: readonly unknown[], value: unknown) => values.filter((each) => each === value).length
    expect(found.distribution).toEqual({
      candidates: candidates.length,
      strong: count(verdicts, "strong"),
      neutral: count(verdicts, "neutral"),
      weak: count(verdicts, "weak"),
      usefulElements: ["wood", "fire", "earth", "metal", "water"].map((element) => count(useful, element)),
    })
  })

  test("on the day of a jeol counts both months", () => {
    const ipha = analyze(chart({ date: "1990-05-06", time: null }))
    expect(ipha.commanding).toBeNull()
    expect(ipha.structure.regular[2]?.reason.rule).toBe("structure.commanding.unknown")
    const { candidates = 0, strong = 0, neutral = 0, weak = 0 } = ipha.distribution ?? {}
    expect(candidates).toBeGreaterThan(12)
    expect(strong + neutral + weak).toBe(candidates)
  })
})

test("every birth has an analysis, twice the same, under every option", () => {
  const variants: readonly AnalysisOptions[] = [
    {},
    { structure: "commanding", strength: "fourTests", commandingDays: "raw", hemisphere: "south" },
    { structure: "main", strength: "points", usefulGodPriority: ["structure", "illness"], hiddenCombinations: true },
    { strength: "roots", stageYin: "withYang", blade: "yangOnly", goegang: "six", starsByYearStem: true },
  ]
  let state = 20_261_121
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const two = (value: number): string => String(value).padStart(2, "0")
  for (let at = 0; at < 2000; at++) {
    const date = `${1900 + below(201)}-${two(1 + below(12))}-${two(1 + below(28))}`
    const time = at % 10 === 0 ? null : `${two(below(24))}:${two(below(60))}`
    const birth = chart({ date, time })
    const options = variants[at % variants.length] as AnalysisOptions
    const found = analyze(birth, options)
    expect(found.usefulGods, date).toHaveLength(6)
    expect(analyze(birth, options), date).toEqual(found)
    expect(found.distribution === undefined).toBe(time !== null)
  }
})
