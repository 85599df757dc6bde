import type { Value } from "cubular/contract"
import { analyze, chart } from "cubular/saju"
import { expect, it } from "vitest"
import { reasonText } from "../../playground/analysis/reason.ts"
import { familyOf, groupOf, percent, sharesOf, starsAt, toAnalysis } from "../../playground/analysis/view.ts"
import { tenGodNames } from "../../playground/i18n/ten-gods.ts"
import { decadesOf, yearsOf } from "../../playground/luck/years.ts"
import { toReading } from "../../playground/reading/Reading.tsx"

const born = chart({ date: "1990-05-01", time: "14:30", sex: "female" })
const analysis = analyze(born)
const asValue = (of: unknown): Value => of as Value

it("takes an analysis, and nothing that lacks its lists", () => {
  expect(toAnalysis(asValue(analysis))).toBe(analysis)
  for (const missing of ["stars", "relations", "strength", "usefulGods", "pillars", "structure", "elements"])
    expect(toAnalysis(asValue({ ...analysis, [missing]: undefined })), missing).toBeUndefined()
  for (const other of [undefined, null, "analysis", 1, {}, []]) expect(toAnalysis(other)).toBeUndefined()
})

it("takes a reading, and nothing without sections of sentences", () => {
  expect(toReading(asValue({ lang: "ko", sections: [] }))).toEqual({ lang: "ko", sections: [] })
  for (const other of [undefined, null, "reading", {}, { sections: [{}] }])
    expect(toReading(asValue(other))).toBeUndefined()
})

it("shows a star once on a pillar, whatever it was read from", () => {
  // 장성 is read from the year branch and from the day branch.
  expect(analysis.stars.filter(({ id }) => id === "jangseong")).toHaveLength(2)
  expect(starsAt(analysis, "year").map(({ id }) => id)).toEqual(["yangin", "jangseong", "hyeonchim"])
})

it("knows what each element is to a day stem", () => {
  // 병 is fire: wood feeds it, earth is fed by it.
  expect([0, 1, 2, 3, 4].map((element) => groupOf(element, 2))).toEqual([
    "resource",
    "peer",
    "output",
    "wealth",
    "officer",
  ])
})

it("gives shares that add up, and none where nothing weighs", () => {
  expect(sharesOf([1, 1, 2, 0, 0])).toEqual([2500, 2500, 5000, 0, 0])
  expect(sharesOf([0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0])
  expect([percent(3969), percent(10_000), percent(0)]).toEqual(["39.7%", "100.0%", "0.0%"])
})

it("puts every relation into one of three families", () => {
  expect(analysis.relations.map((relation) => [relation.kind, familyOf(relation)])).toEqual([
    ["stemControl", "clashes"],
    ["stemCombination", "combinations"],
    ["stemControl", "clashes"],
    ["stemCombination", "combinations"],
    ["halfCombination", "combinations"],
    ["sixCombination", "combinations"],
    ["ghostGate", "frictions"],
  ])
})

it("says the reasons of a chart with nothing left to fill in", () => {
  const reasons = [
    ...analysis.structure.regular.map(({ reason }) => reason),
    ...analysis.structure.facts,
    ...analysis.usefulGods.map(({ reason }) => reason),
  ]
  for (const reason of reasons)
    for (const language of ["ko", "en"] as const)
      expect(reasonText(language, reason, analysis), reason.rule).toMatch(/^[^{}]{4,}\.$/)
  expect(reasonText("ko", reasons[0] as (typeof reasons)[number], analysis)).toBe(
    "월지 진(辰)의 여기 을(乙) · 시주 천간에 투출: 정인.",
  )
})

it("names the ten gods as the engine does", () => {
  for (const { hiddenStems } of [analysis.pillars.year, analysis.pillars.month, analysis.pillars.day])
    for (const { tenGod } of hiddenStems) {
      expect(tenGodNames.ko[tenGod.index]).toBe(tenGod.hangul)
      expect(tenGodNames.en[tenGod.index]).toBe(tenGod.english)
    }
})

it("finds what decades and years mean, past the years that are near as well", async () => {
  expect(
    decadesOf(born)
      .map(({ stemTenGod }) => stemTenGod.hangul)
      .slice(0, 3),
  ).toEqual(["상관", "식신", "겁재"])
  const years = await yearsOf(born, 2098)
  expect(years.map(({ year }) => year)).toEqual([2098, 2099, 2100, 2101, 2102, 2103, 2104, 2105, 2106, 2107])
  expect(years.map(({ pillar }) => pillar.ganji)[0]).toBe("戊午")
})
