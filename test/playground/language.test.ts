import { expect, it } from "vitest"
import { en } from "../../playground/i18n/en.ts"
import { wordsOf } from "../../playground/i18n/index.ts"
import { noticeTexts } from "../../playground/i18n/notices.ts"
import { termName } from "../../playground/i18n/terms.ts"

const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted()

it("every word is there in both languages, with the same parts to fill in", () => {
  for (const [word, text] of Object.entries(en)) {
    const korean = wordsOf("ko")[word as keyof typeof en]
    expect(korean, word).toMatch(/\S/)
    expect(names(korean), word).toEqual(names(text))
  }
})

it("Korean words are Korean", () => {
  const shared = Object.entries(wordsOf("ko"))
    .filter(([, text]) => !/[가-힣]/.test(text))
    .map(([word]) => word)
  expect(shared).toEqual(["browserWhere", "edgeWhere"])
})

it("every notice is there in both languages, with the same parts to fill in", () => {
  expect(Object.keys(noticeTexts).length).toBeGreaterThan(0)
  for (const [code, { en, ko }] of Object.entries(noticeTexts)) expect(names(ko), code).toEqual(names(en))
})

it("all 24 solar terms have names", () => {
  for (let term = 0; term < 24; term++)
    expect([termName("ko", term), termName("en", term)]).toEqual([
      expect.stringMatching(/^[가-힣]{2}$/),
      expect.stringMatching(/\(/),
    ])
})
