import { expect, test } from "vitest"
import { levelOf, strengthsOf, verdictOf } from "../../../../cubes/saju/engine/analysis/strength.ts"
import {
  rootedElements,
  strengthShares,
  weightedElements,
} from "../../../../cubes/saju/engine/analysis/strength-shares.ts"
import { randomColumns } from "./random-columns.ts"

/** 庚午 庚辰 丙寅 乙未, born 1990-05-01 14:30 in Seoul. Support of 丙 is fire and wood. */
const SPRING = [6, 16, 2, 31] as const

test("elements are weighed by days, place and season", () => {
  // Stems 300 each: wood 乙, fire 丙, metal 庚庚.
  // 午 ×8: fire 21, earth 9. 辰 ×24: wood 9, water 3, earth 18. 寅 ×12: earth 7, fire 7, wood 16. 未 ×10: fire 9, wood 3, earth 18.
  const wood = 300 + 24 * 9 + 12 * 16 + 10 * 3
  const fire = 300 + 8 * 21 + 12 * 7 + 10 * 9
  const earth = 8 * 9 + 24 * 18 + 12 * 7 + 10 * 18
  // In 辰, of earth: earth 왕 12, metal 상 10, fire 휴 8, wood 수 7, water 사 6.
  const weights = [wood * 7, fire * 8, earth * 12, 600 * 10, 24 * 3 * 6]
  expect(weights).toEqual([5166, 5136, 9216, 6000, 432])
  expect(weightedElements(...SPRING)).toEqual(weights)
})

test("elements are rooted by the strongest hidden stem of each branch", () => {
  // 午 ×8: fire 10, earth 5. 辰 ×24: wood 3, water 5, earth 10. 寅 ×12: earth 3, fire 5, wood 10. 未 ×10: fire 3, wood 5, earth 10.
  const wood = 100 + 24 * 3 + 12 * 10 + 10 * 5
  const fire = 100 + 8 * 10 + 12 * 5 + 10 * 3
  const earth = 8 * 5 + 24 * 10 + 12 * 3 + 10 * 10
  expect(rootedElements(...SPRING)).toEqual([wood, fire, earth, 200, 24 * 5])
})

test("shares of support by four methods", () => {
  expect(strengthShares(...SPRING)).toEqual({
    // Only the day branch 寅: 辰 and 未 do not support, of three other stems only 乙 does. 1 of 5.
    fourTests: 2000,
    // 丙 10 + 乙 10 + 午 10 + 寅 15 = 45 of 110.
    points: 4090,
    // (5166 + 5136) of 25950.
    hiddenStems: 3969,
    // (342 + 270) of 342 + 270 + 416 + 200 + 120.
    roots: 4540,
  })
})

test("without an hour the sums run over six characters", () => {
  expect(strengthShares(6, 16, 2, -1)).toEqual({
    // 1 of 4: the hour is not tested, and of 庚 and 庚 none supports.
    fourTests: 2500,
    // 丙 10 + 午 10 + 寅 15 = 35 of 85.
    points: 4117,
    // wood (216 + 192) × 7, fire (300 + 168 + 84) × 8, earth (72 + 432 + 84) × 12, metal 6000, water 432: 7272 of 20760.
    hiddenStems: 3502,
    // wood 72 + 120, fire 100 + 80 + 60, earth 40 + 240 + 36, metal 200, water 120: 432 of 1068.
    roots: 4044,
  })
})

test("levels begin at their cut points", () => {
  const cuts = [1500, 2700, 3800, 5000, 6000, 7200, 8500]
  expect(cuts.map((cut) => levelOf(cut - 1))).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(cuts.map((cut) => levelOf(cut))).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(verdictOf)).toEqual([
    ...["weak", "weak", "weak", "neutral", "neutral", "strong", "strong", "strong"],
  ])
})

test("each method says its level, its tests and what each character gave", () => {
  const [tests, points, hidden, roots] = strengthsOf(...SPRING)
  expect(tests?.tests).toEqual({ month: false, day: true, hour: false, stems: false })
  expect(tests?.level.hangul).toBe("태약")
  // 庚 and 庚 decided the test of the stems, half of it each; 乙 stood against them in vain.
  expect(tests?.parts).toEqual([
    { pillar: "year", part: "stem", points: 1500, support: 0 },
    { pillar: "month", part: "stem", points: 1500, support: 0 },
    { pillar: "month", part: "branch", points: 6000, support: 0 },
    { pillar: "day", part: "branch", points: 3000, support: 3000 },
    { pillar: "hour", part: "stem", points: 0, support: 0 },
    { pillar: "hour", part: "branch", points: 3000, support: 0 },
  ])
  expect(points?.parts.filter(({ support }) => support > 0)).toEqual([
    { pillar: "year", part: "branch", points: 10_000, support: 10_000 },
    { pillar: "day", part: "stem", points: 10_000, support: 10_000 },
    { pillar: "day", part: "branch", points: 15_000, support: 15_000 },
    { pillar: "hour", part: "stem", points: 10_000, support: 10_000 },
  ])
  // 辰 in its own month: wood 24 × 9 × 7, water 24 × 3 × 6, earth 24 × 18 × 12.
  expect(hidden?.parts[3]).toEqual({ pillar: "month", part: "branch", points: 1512 + 432 + 5184, support: 1512 })
  expect(hidden?.verdict).toBe("neutral")
  // 寅 ×12: wood 10, fire 5, earth 3.
  expect(roots?.parts[5]).toEqual({ pillar: "day", part: "branch", points: 2160, support: 1800 })
})

test("the parts of every method add up to its share, and shares stay within bounds", () => {
  for (const columns of randomColumns(3000)) {
    for (const { method, share, parts, level, verdict } of strengthsOf(...columns)) {
      const points = parts.reduce((sum, part) => sum + part.points, 0)
      const support = parts.reduce((sum, part) => sum + part.support, 0)
      expect(Math.floor((10_000 * support) / points), method).toBe(share)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(10_000)
      expect(level.index).toBe(levelOf(share))
      expect(verdict).toBe(verdictOf(level.index))
      if (method === "fourTests") {
        const score = share / (columns[3] < 0 ? 2500 : 2000)
        expect(verdict).toBe(score < 2 ? "weak" : score === 2 ? "neutral" : "strong")
      }
    }
  }
})

test("no product leaves 32 bits, so that narrow lanes can hold them", () => {
  for (const columns of randomColumns(3000)) {
    const total = weightedElements(...columns).reduce((sum, weight) => sum + weight, 0)
    expect(10_000 * total).toBeLessThan(2 ** 31)
  }
})
