import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { withAccuracy } from "../../../bench/report.ts"
import { load } from "../../../bench/results.ts"

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8")

test("the README's table of right answers is the one that was measured", () => {
  expect(readme).toContain("| right answers | cubular |")
  expect(withAccuracy(readme)).toBe(readme)
})

test("ours was asked everything and was never wrong", () => {
  const [ours] = load("saju-accuracy")?.results.packages ?? []
  expect(ours?.name).toBe("cubular")
  const tallies = [...Object.values(ours?.charts ?? {}), ours?.months, ours?.leapMonths]
  expect(tallies).toHaveLength(8)
  for (const tally of tallies) expect(tally?.right).toBe(tally?.asked)
})
