import { describe, expect, test } from "vitest"
import { nayinNamed } from "../../../../cubes/saju/engine/analysis/nayin.ts"
import { tables } from "../../../golden/saju/tables.ts"

const OF_CHARACTER: { readonly [character: string]: string } = {
  木: "wood",
  火: "fire",
  土: "earth",
  金: "metal",
  水: "water",
}

describe("nayin", () => {
  test("every ganji has the name of the tables, two by two", () => {
    for (let ganji = 0; ganji < 60; ganji++) {
      expect(nayinNamed(ganji).hanja).toBe(tables.nayin[ganji >> 1])
      expect(nayinNamed(ganji).index).toBe(ganji >> 1)
    }
  })

  test("the element is the one its name ends with", () => {
    for (let ganji = 0; ganji < 60; ganji++) {
      const { hanja, element } = nayinNamed(ganji)
      expect(element).toBe(OF_CHARACTER[hanja.charAt(2)])
    }
  })

  test("each element sounds in twelve ganji", () => {
    const elements = Array.from({ length: 60 }, (_, ganji) => nayinNamed(ganji).element)
    for (const element of Object.values(OF_CHARACTER))
      expect(elements.filter((one) => one === element)).toHaveLength(12)
  })

  test("the element follows from stem and branch by the old counting rule", () => {
    // 甲乙 1 … 壬癸 5; 子丑午未 1, 寅卯申酉 2, 辰巳戌亥 3; the sum, less 5 when above it: 1 wood 2 metal 3 water 4 fire 5 earth.
    const byCount = ["wood", "metal", "water", "fire", "earth"]
    for (let ganji = 0; ganji < 60; ganji++) {
      const sum = ((ganji % 10) >> 1) + 1 + ((((ganji % 12) % 6) >> 1) + 1)
      expect(nayinNamed(ganji).element).toBe(byCount[(sum - 1) % 5])
    }
  })
})
