import { describe, expect, test } from "vitest"
import {
  branchNamed,
  named,
  nayinNamed,
  stageNamed,
  stemNamed,
  tenGodNamed,
  twelveStarNamed,
} from "../../../../cubes/saju/engine/analysis/names.ts"
import { starEntries } from "../../../../cubes/saju/engine/analysis/star-lists.ts"
import type { Named } from "../../../../cubes/saju/engine/analysis/types.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"
import { tables } from "../../../golden/saju/tables.ts"

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)
const hangul = (of: (at: number) => Named, count: number): string[] => upTo(count).map((at) => of(at).hangul)
const pairs = (at: number): Named => nayinNamed(2 * at)
const stars = starEntries().map(({ star }) => star)
const lists: { readonly [name: string]: readonly Named[] } = {
  stems: upTo(10).map(stemNamed),
  branches: upTo(12).map(branchNamed),
  "ten gods": upTo(10).map(tenGodNamed),
  stages: upTo(12).map(stageNamed),
  "twelve stars": upTo(12).map(twelveStarNamed),
  nayin: upTo(30).map(pairs),
  stars,
}

describe("names", () => {
  test("hangul is that of the tables", () => {
    expect(hangul(stemNamed, 10).join("")).toBe(tables.stemsKo)
    expect(hangul(branchNamed, 12).join("")).toBe(tables.branchesKo)
    expect(hangul(tenGodNamed, 10)).toEqual(tables.tenGodNames)
    expect(hangul(stageNamed, 12)).toEqual(tables.stageNames)
    expect(hangul(twelveStarNamed, 12)).toEqual(tables.sal12Names)
    expect(hangul(pairs, 30)).toEqual(tables.nayinKo)
  })

  test("stems and branches are named as pillars are", () => {
    for (let index = 0; index < 60; index++) {
      const { stem, branch, ganji, romanized } = pillarOf(index)
      expect(stemNamed(stem).hanja + branchNamed(branch).hanja).toBe(ganji)
      expect(stemNamed(stem).romanized + branchNamed(branch).romanized).toBe(romanized)
    }
  })

  for (const [name, list] of Object.entries(lists)) {
    test(`${name} count from 0 and each has all four names, as long in hanja as in hangul`, () => {
      list.forEach((entry, at) => {
        expect(entry.index).toBe(at)
        expect([...entry.hanja].length).toBe([...entry.hangul].length)
        expect(entry.hanja).toMatch(/^\p{Script=Han}+$/u)
        expect(entry.hangul).toMatch(/^\p{Script=Hangul}+$/u)
        expect(entry.romanized).toMatch(/^[a-z]+( [a-z]+)*$/)
        expect(entry.english).toMatch(/^[A-Z][A-Za-z' -]+$/)
      })
    })

    test(`no two ${name} share a name`, () => {
      for (const key of ["hanja", "english"] as const)
        expect(new Set(list.map((entry) => entry[key])).size).toBe(list.length)
    })
  }

  test("romanization says what is heard: ㄴ before ㄹ, ㄱ before ㄴ and ㅁ", () => {
    expect(stageNamed(3).romanized).toBe("geollok")
    expect(twelveStarNamed(9).romanized).toBe("yeongmasal")
    expect(nayinNamed(16).romanized).toBe("baengnapgeum")
    expect(nayinNamed(24).romanized).toBe("byeongnyeokhwa")
  })

  test("names are shared and frozen", () => {
    expect(tenGodNamed(3)).toBe(tenGodNamed(3))
    expect(Object.isFrozen(tenGodNamed(3))).toBe(true)
    expect(Object.isFrozen(named(0, "合", "합", "hap", "combination"))).toBe(true)
  })
})
