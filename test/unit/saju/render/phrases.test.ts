import { describe, expect, test } from "vitest"
import { sayWarning } from "../../../../cubes/saju/engine/render/phrases.ts"
import { wordsIn } from "../../../../cubes/saju/engine/render/words.ts"

const [ko, en] = [{ words: wordsIn("ko") }, { words: wordsIn("en") }]

describe("warnings in words", () => {
  test("name the earlier age of luck first, whichever way it runs", () => {
    const luck = (first: number, last: number, direction: string) => ({
      code: "luck_from_noon",
      params: { first, last, direction },
    })
    expect(sayWarning(luck(2, 1, "backward"), ko)).toBe("시각을 몰라 대운은 그날 정오로 셈했습니다(만 1–2세 무렵 시작)")
    expect(sayWarning(luck(3, 3, "forward"), en)).toBe("Decades are reckoned from noon (the first begins at about 3)")
    expect(sayWarning(luck(1, 10, "either"), ko)).toContain("시각에 따라 방향도 바뀝니다")
  })

  test("of a code there are no words for are the code", () =>
    expect([ko, en].map((view) => sayWarning({ code: "__proto__", params: {} }, view))).toEqual([
      "__proto__",
      "__proto__",
    ]))
})
