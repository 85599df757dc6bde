import { expect, it } from "vitest"
import { sayDuration, sayOffset, saySigned } from "../../playground/i18n/durations.ts"
import { preferredLanguage, wordsOf } from "../../playground/i18n/index.ts"

const en = wordsOf("en")

it.each([
  [0, "0 s"],
  [59.6, "1 min"],
  [90, "1 min 30 s"],
  [86_400, "1 d"],
  [86_461, "1 d 1 min"],
  [950_596, "11 d 3 min"],
])("%d seconds are said as %s", (seconds, said) => {
  expect(sayDuration(en, seconds)).toBe(said)
})

it("says Korean durations with Korean units", () => {
  expect(sayDuration(wordsOf("ko"), 950_596)).toBe("11일 3분")
})

it("signs corrections, and has none for nothing", () => {
  expect([saySigned(en, -1800), saySigned(en, 75), saySigned(en, 0.2)]).toEqual(["−30 min", "+1 min 15 s", undefined])
})

it.each([
  [32_400, "+09:00"],
  [30_472, "+08:27:52"],
  [-12_600, "−03:30"],
])("an offset of %d seconds is %s", (seconds, said) => {
  expect(sayOffset(seconds)).toBe(said)
})

it.each([
  [["ko-KR", "en"], "ko"],
  [["fr", "ko"], "ko"],
  [["en-US", "ko"], "en"],
  [[], "en"],
] as const)("browsers that prefer %o see %s", (languages, language) => {
  expect(preferredLanguage(languages)).toBe(language)
})
