import { describe, expect, test } from "vitest"
import { fill } from "../../../../cubes/saju/engine/interpretation/fill.ts"
import { particleAfter } from "../../../../cubes/saju/engine/interpretation/particles.ts"

const joined = (word: string, particle: string): string => word + particleAfter(word, particle)

describe("Korean particles", () => {
  test.each([
    ["갑목", "은", "갑목은"],
    ["정화", "은", "정화는"],
    ["나무", "이", "나무가"],
    ["불", "이", "불이"],
    ["쇠", "을", "쇠를"],
    ["흙", "을", "흙을"],
    ["물", "과", "물과"],
    ["나무", "과", "나무와"],
    ["나무", "이라", "나무라"],
    ["정관격", "이라", "정관격이라"],
  ])("%s takes %s as %s", (word, particle, expected) => expect(joined(word, particle)).toBe(expected))

  test("으로 loses its vowel after a vowel and after ㄹ", () => {
    expect(joined("신약", "으로")).toBe("신약으로")
    expect(joined("나무", "으로")).toBe("나무로")
    expect(joined("물", "으로")).toBe("물로")
  })

  test("what stands in brackets is not spoken", () => {
    expect(joined("정화(丁火)", "은")).toBe("정화(丁火)는")
    expect(joined("갑목(甲木)", "은")).toBe("갑목(甲木)은")
    expect(joined("시간(時干)", "과")).toBe("시간(時干)과")
  })

  test("hanja and digits are read aloud", () => {
    expect(joined("甲", "은")).toBe("甲은")
    expect(joined("丙", "이")).toBe("丙이")
    expect(joined("子", "이")).toBe("子가")
    expect(joined("乙", "으로")).toBe("乙로")
    expect(joined("13", "이")).toBe("13이")
    expect(joined("12", "이")).toBe("12가")
    expect(joined("11", "으로")).toBe("11로")
  })

  test("a particle of one form stays as it is", () => expect(joined("갑목", "의")).toBe("갑목의"))

  test("a template takes its words with their particles", () => {
    expect(fill("{a:과} {b:이} {c}", { a: "물", b: "나무", c: "불" })).toBe("물과 나무가 불")
  })
})
