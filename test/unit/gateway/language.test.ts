import { expect, it } from "vitest"
import { pickLanguage } from "../../../src/gateway/language.ts"

it.each([
  [undefined, "en"],
  ["", "en"],
  ["*", "en"],
  ["ko", "ko"],
  ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
  ["en-US,en;q=0.9,ko;q=0.8", "en"],
  ["ko;q=0.1, en;q=0.05", "ko"],
  ["fr, ko;q=0", "en"],
  ["fr-FR, de", "en"],
  ["kok", "en"],
  ["KO", "ko"],
  ["ko;q=high", "ko"],
  [";;;,,,q=1", "en"],
])("%s is answered in %s", (header, language) => {
  expect(pickLanguage(header)).toBe(language)
})
