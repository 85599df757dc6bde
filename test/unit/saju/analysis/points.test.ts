import { expect, test } from "vitest"
import { breathPoint, conceptionPoint, lifePoint } from "../../../../cubes/saju/engine/analysis/points.ts"
import { randomColumns } from "./random-columns.ts"

test("points of 庚午 庚辰 丙寅 乙未", () => {
  // 庚 + 1 = 辛, 辰 + 3 = 未.
  expect(conceptionPoint(16).ganji).toBe("辛未")
  // 丙 combines with 辛, 寅 with 亥.
  expect(breathPoint(2).ganji).toBe("辛亥")
  // 辰 is place 3, 未 place 6: 14 − 9 = 5, 午. In a 庚 year 寅 is 戊寅, so 午 is 壬午.
  expect(lifePoint(6, 16, 31).ganji).toBe("壬午")
})

test("places that come to fourteen or more are taken from twenty-six", () => {
  // 亥 is place 10, 酉 place 8: 26 − 18 = 8, 酉. In a 甲 year 寅 is 丙寅, so 酉 is 癸酉.
  expect(lifePoint(0, 11, 9).ganji).toBe("癸酉")
  // 丑 and 丑: 26 − 24 = 2, 卯, in a 癸 year from 甲寅: 乙卯.
  expect(lifePoint(59, 1, 1).ganji).toBe("乙卯")
  // 寅 and 丑: 1 + 12 = 13, 14 − 13 = 1, 寅. 寅 and 寅: 12, 丑.
  expect(lifePoint(0, 2, 1).branch).toBe(2)
  expect(lifePoint(0, 2, 2).branch).toBe(1)
})

test("every point is one of the sixty ganji, and the breath of the breath is the day", () => {
  for (const [year, month, day, hour] of randomColumns(600)) {
    if (hour < 0) continue
    for (const point of [conceptionPoint(month), breathPoint(day), lifePoint(year, month, hour)]) {
      expect(point.index % 10).toBe(point.stem)
      expect(point.index % 12).toBe(point.branch)
    }
    expect(breathPoint(breathPoint(day).index).index).toBe(day)
  }
})
