import { analyze, type Birth, chart, type SajuChart, yearLuck } from "cubular/saju"
import { describe, expect, test } from "vitest"
import {
  CONDITION_RULES,
  FACT_RULES,
  STRUCTURE_RULES,
  USEFUL_GOD_RULES,
} from "../../../../cubes/saju/engine/analysis/rules.ts"
import type { Analysis } from "../../../../cubes/saju/engine/analysis/types.ts"
import { interpret } from "../../../../cubes/saju/engine/interpretation/interpret.ts"
import {
  SPECIAL_REASONS,
  STRUCTURE_FACTS,
  STRUCTURE_REASONS,
} from "../../../../cubes/saju/engine/interpretation/texts/roles.ts"
import { STARS } from "../../../../cubes/saju/engine/interpretation/texts/stars.ts"
import { USEFUL_GOD_REASONS } from "../../../../cubes/saju/engine/interpretation/texts/useful-god.ts"
import type { Interpretation, Sentence } from "../../../../cubes/saju/engine/interpretation/types.ts"

/** Numbers that look random and are the same every time (Park and Miller). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const two = (number: number): string => String(number).padStart(2, "0")

function birthOf(next: (below: number) => number): Birth {
  const date = `${1920 + next(110)}-${two(1 + next(12))}-${two(1 + next(28))}`
  return { date, time: next(10) === 0 ? null : `${two(next(24))}:${two(next(60))}`, sex: next(2) ? "male" : "female" }
}

interface Case {
  readonly chart: SajuChart
  readonly analysis: Analysis
  readonly ko: Interpretation
  readonly en: Interpretation
}

function read(birth: Birth, years: number): Case {
  const found = chart(birth, { now: "2026-11-21T00:00:00Z" })
  const analysis = analyze(found)
  const given = {
    chart: found,
    luck: found.luck,
    years: years === 0 ? [] : yearLuck(found, { from: 2027, to: 2026 + years }),
  }
  const ko = interpret(analysis, { ...given, lang: "ko" })
  return { chart: found, analysis, ko, en: interpret(analysis, { ...given, lang: "en" }) }
}

const next = numbersFrom(20_261_121)
const cases = Array.from({ length: 2000 }, () => read(birthOf(next), next(4)))
const sentences = ({ sections }: Interpretation): readonly Sentence[] =>
  sections.flatMap((section) => section.sentences)
const rules = (reading: Interpretation): string[] => sentences(reading).map(({ rule }) => rule)
const texts = cases.flatMap(({ ko, en }) => [...sentences(ko), ...sentences(en)])

describe("texts of 2,000 readings", () => {
  test("none is empty, has a hole, a placeholder or two spaces in a row", () => {
    for (const { text, rule } of texts) {
      expect(text.length, rule).toBeGreaterThan(10)
      expect(text, rule).not.toMatch(/undefined|null|NaN|\[object|[{}]| {2}|^\s|\s$| [.,]|\.\./u)
    }
  })

  test("Korean is Korean to its last full stop, English has no hangul and begins with a capital", () => {
    for (const { ko, en } of cases) {
      for (const { text } of sentences(ko)) expect(text).toMatch(/^[가-힣\d].*(니다|습니다|입니다|주십시오)\.$/u)
      for (const { text } of sentences(en)) {
        expect(text).toMatch(/^[A-Z\d].*[.]$/u)
        expect(text).not.toMatch(/[가-힣]|[.?!] [a-z]/u)
      }
    }
  })

  test("particles agree with the word before them, judged by its decomposed last letter", () => {
    const pattern = /(나무|불|흙|쇠|물|[가-힣]+\([^)]+\))(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/gu
    const closed: Record<string, boolean> = {
      은: true,
      는: false,
      이: true,
      가: false,
      을: true,
      를: false,
      과: true,
      와: false,
    }
    let seen = 0
    for (const { ko } of cases) {
      for (const { text } of sentences(ko)) {
        for (const [whole, word = "", particle = ""] of text.matchAll(pattern)) {
          const letter = word.replace(/\(.*/u, "").normalize("NFD").at(-1) as string
          const isClosed = letter >= "\u11a8" && letter <= "\u11c2"
          const expected = closed[particle] ?? particle === "으로"
          expect(particle === "으로" || particle === "로" ? isClosed && letter !== "\u11af" : isClosed, whole).toBe(
            expected,
          )
          seen += 1
        }
      }
    }
    expect(seen).toBeGreaterThan(10_000)
  })

  test("no sentence comes twice in a reading", () => {
    for (const { ko, en } of cases) {
      for (const reading of [ko, en]) {
        const said = sentences(reading).map(({ text }) => text)
        expect(new Set(said).size).toBe(said.length)
      }
    }
  })
})

describe("rules of 2,000 readings", () => {
  test("both languages say the same, from the same facts", () => {
    for (const { ko, en } of cases) {
      const bare = (reading: Interpretation) => sentences(reading).map(({ rule, facts }) => ({ rule, facts }))
      expect(bare(ko)).toEqual(bare(en))
    }
  })

  test("a reading has 14 to 25 sentences", () => {
    for (const { ko } of cases) {
      expect(sentences(ko).length).toBeGreaterThanOrEqual(14)
      expect(sentences(ko).length).toBeLessThanOrEqual(25)
    }
  })

  test("nothing contradicts something else", () => {
    const one = (fired: string[], pattern: RegExp): string[] => fired.filter((rule) => pattern.test(rule))
    for (const { ko, analysis } of cases) {
      const fired = rules(ko)
      for (const family of [
        /^strength\.(weak|neutral|strong|follow)$/,
        /^strength\.level/,
        /^strength\.(alone|disagree|mostly|agree)$/,
        /^season\./,
        /^structure\.(peer|revealed|main|commanding|special)/,
        /^useful\.(present|hidden|absent)$/,
        /^useful\.live/,
        /^tenGods\.most/,
        /^luck\.decade\.(useful|joyful|harmful|hostile|idle)$/,
        /^yinYang/,
        /^closing/,
      ]) {
        expect(one(fired, family).length, `${family}: ${fired}`).toBeLessThanOrEqual(1)
      }
      const missing = one(fired, /^elements\.missing/).map((rule) => rule.slice(17))
      expect(missing.filter((element) => fired.includes(`elements.most.${element}`))).toEqual([])
      expect(missing.filter((element) => fired.includes(`useful.live.${element}`))).toEqual([])
      if (fired.includes("elements.all")) expect(missing).toEqual([])
      const absent = one(fired, /^tenGods\.missing/).map((rule) => rule.slice(16))
      expect(absent.filter((group) => fired.includes(`tenGods.most.${group}`))).toEqual([])
      const verdict = analysis.strength.find(({ method }) => method === analysis.options.strength)?.verdict
      const told = one(fired, /^strength\.(weak|neutral|strong)$/)
      expect(told.every((rule) => rule === `strength.${verdict}`)).toBe(true)
    }
  })

  test("every star with a sentence is one an analysis finds", () => {
    const found = new Set(cases.flatMap(({ analysis }) => analysis.stars.map(({ id }) => `stars.${id}`)))
    expect(Object.keys(STARS).filter((rule) => !found.has(rule))).toEqual([])
  })

  test("rules of structure and of the useful god are cited by their own names", () => {
    const structures = [...Object.keys(STRUCTURE_RULES), ...Object.keys(FACT_RULES)]
    for (const { ko, analysis } of cases) {
      const fired = rules(ko)
      const { usefulGod, usefulGods, structure } = analysis
      const reason = usefulGods.find(({ method }) => method === usefulGod?.method)?.reason.rule
      expect(fired).toContain(reason ?? "useful.none")
      const special = structure.special.some(({ holds }) => holds)
      expect(fired.some((rule) => (special ? rule.startsWith("structure.special") : structures.includes(rule)))).toBe(
        true,
      )
    }
  })

  test("every rule of structure and useful god has a sentence in both languages", () => {
    const tables = [
      [STRUCTURE_RULES, STRUCTURE_REASONS],
      [CONDITION_RULES, SPECIAL_REASONS],
      [FACT_RULES, STRUCTURE_FACTS],
      [USEFUL_GOD_RULES, USEFUL_GOD_REASONS],
    ] as const
    for (const [known, said] of tables) {
      expect(Object.keys(said).sort()).toEqual(Object.keys(known).sort())
      for (const { ko, en } of Object.values(said))
        expect([ko.length, en.length].every((length) => length > 10)).toBe(true)
    }
  })
})

describe("a reading", () => {
  const birth: Birth = { date: "1990-05-01", time: "14:30", sex: "female" }

  test("is the same every time, and after a journey through JSON", () => {
    const found = chart(birth)
    const analysis = analyze(found)
    const again = JSON.parse(JSON.stringify(analysis)) as Analysis
    expect(interpret(again, { lang: "en" })).toEqual(interpret(analysis, { lang: "en" }))
  })

  test("is Korean where no language is given", () => expect(interpret(analyze(chart(birth))).lang).toBe("ko"))

  test("says that the hour is unknown and what the day leaves open", () => {
    const { ko } = read({ ...birth, time: null }, 0)
    expect(rules(ko)).toEqual(expect.arrayContaining(["hour.unknown", "hour.distribution"]))
  })

  test("of an unknown hour with a term inside the day, says what depends on it and not that the birth is near it", () => {
    const day: Birth = { date: "1990-02-04", time: null, sex: "female" }
    const { ko, en, chart: found } = read(day, 0)
    expect(found.alternatives).toEqual([])
    expect(rules(ko)).not.toContain("edge.term")
    const said = (reading: Interpretation, rule: string) => sentences(reading).find((each) => each.rule === rule)?.text
    expect(said(ko, "day.term")).toContain("절기 입춘(立春)이 시작되어")
    expect(said(en, "day.term")).toMatch(/^The solar term Start of Spring \(立春\) began on the day of birth/)
    const blind = interpret(analyze(found), { luck: found.luck })
    expect(rules(blind)).toContain("luck.noon")
    const all = texts.map(({ text }) => text).join()
    expect(all).toContain("정오를 기준으로")
  })

  test("says of a day whose charts all agree that they do", () => {
    const told = (lang: "ko" | "en") => {
      const found = chart({ date: "1936-11-14", time: null })
      return sentences(interpret(analyze(found), { lang })).find(({ rule }) => rule === "hour.distribution")?.text
    }
    expect(told("ko")).toBe("그날 있을 수 있는 명식 14가지를 모두 따져 보면 한결같이 신약입니다.")
    expect(told("en")).toBe("Of the 14 charts that day could hold, all come out weak.")
  })

  test("says of every luck of an unknown hour that it is that of noon", () => {
    const ages = { least: 2, most: 10 }
    for (const [params, rule, facts] of [
      [{ first: 10, last: 2, direction: "forward" }, "luck.noon.ages", ages],
      [{ first: 2, last: 2, direction: "forward" }, "luck.noon", { least: 2, most: 2 }],
      [{ first: 2, last: 10, direction: "either" }, "luck.noon.either", ages],
    ] as const) {
      const found = chart({ date: "1990-03-04", time: null, sex: "female" })
      const doubts = { details: { warnings: [{ code: "luck_from_noon", params }] } }
      const told = sentences(interpret(analyze(found), { luck: found.luck, chart: doubts }))
      expect(told.filter((each) => each.rule.startsWith("luck.noon"))).toEqual([
        expect.objectContaining({ rule, facts }),
      ])
    }
    for (const { chart: found, ko } of cases) {
      const noon = rules(ko).some((each) => each.startsWith("luck.noon"))
      expect(noon).toBe(
        found.pillars.hour === null && rules(ko).some((each) => /^luck\.(decade|forward|back)/.test(each)),
      )
    }
  })

  test("says that a birth seconds from a term has another chart", () => {
    expect(rules(read({ date: "2000-02-04", time: "21:40" }, 0).ko)).toContain("edge.term")
  })

  test("names the decade that runs by the month in which it began", () => {
    const found = chart({ date: "1987-10-05", time: "14:20", sex: "male" }, { now: "2026-01-15T00:00:00Z" })
    const say = (lang: "ko" | "en") =>
      sentences(interpret(analyze(found), { luck: found.luck, lang })).find(({ rule }) =>
        rule.startsWith("luck.decade."),
      )
    expect(say("ko")?.text).toContain("지금은 만 29세 무렵인 2016년 10월부터 열 해를 맡은 병오(丙午) 대운")
    expect(say("en")?.text).toContain("it began in October 2016, at about the age of 29.")
    expect(say("en")?.facts).toMatchObject({ age: 29, start: "2016-10" })
  })

  test("says of a year of the harmful element that it presses on the useful god, as the harmful one does", () => {
    const said = texts.filter(({ rule }) => rule === "luck.year.harmful").map(({ text }) => text)
    expect(said.length).toBeGreaterThan(0)
    for (const text of said) expect(text).toMatch(/용신을 누르는|which presses on the useful god/)
  })

  test("calls what weighs on the day stem heavy only from a quarter of the weight on", () => {
    const steps = { weakByOfficer: 3, weakByOutput: 1, weakByWealth: 2 }
    const heavy = /무거워|커서|다룰 것이 많은|weighs heavily|So much goes out|a great deal of wealth/
    const seen = { heavy: 0, mild: 0 }
    for (const { ko, en, analysis } of cases) {
      const rule = rules(ko).find((each) => each.startsWith("useful.balance.weakBy"))
      if (!rule) continue
      const { weighted } = analysis.elements
      const own = Math.floor(analysis.dayStem / 2)
      const at = (own + steps[rule.slice(15) as keyof typeof steps]) % 5
      const share = (weighted[at] as number) / weighted.reduce((sum, weight) => sum + weight, 0)
      for (const reading of [ko, en]) {
        const text = sentences(reading).find((each) => each.rule === rule)?.text ?? ""
        expect(heavy.test(text), `${share}: ${text}`).toBe(share >= 0.25)
        seen[share >= 0.25 ? "heavy" : "mild"]++
      }
    }
    expect(Math.min(seen.heavy, seen.mild)).toBeGreaterThan(50)
  })

  test("tells ten years at most, each with its own ten god", () => {
    const { ko } = read(birth, 12)
    const years = rules(ko).filter((rule) => /^luck\.year\.(?!clash|combine|useful|harmful)/.test(rule))
    expect(years).toHaveLength(10)
    expect(new Set(years).size).toBe(10)
  })

  test("does not call a month by the season of the other hemisphere", () => {
    const south = interpret(analyze(chart(birth), { hemisphere: "south" }))
    expect(rules(south).some((rule) => rule.startsWith("month."))).toBe(false)
  })

  test("is refused in a language there is none of, and from what is no analysis", () => {
    const analysis = analyze(chart(birth))
    expect(() => interpret(analysis, { lang: "fr" as "en" })).toThrow(
      expect.objectContaining({ code: "choice_unknown", path: ["lang"] }),
    )
    expect(() => interpret({} as Analysis)).toThrow(
      expect.objectContaining({ code: "analysis_malformed", path: ["analysis", "dayStem"] }),
    )
  })
})
