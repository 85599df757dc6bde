import { describe, expect, test } from "vitest"
import { newestIn, parseRange, parseVersion } from "../../../src/kernel/version.ts"

const held = ["0.0.3", "0.0.4", "0.2.1", "0.2.9", "0.3.0", "1.0.0", "1.2.3", "1.2.10", "1.10.0", "2.0.0"]
const newest = (range: string): string | undefined => {
  const parsed = parseRange(range)
  return parsed && newestIn(parsed, held)
}

describe("version ranges", () => {
  test.each([
    ["", "2.0.0"],
    ["*", "2.0.0"],
    ["1.2.3", "1.2.3"],
    ["1.2.4", undefined],
    ["^1", "1.10.0"],
    ["^1.2", "1.10.0"],
    ["^1.2.4", "1.10.0"],
    ["^2.0.1", undefined],
    ["~1.2.0", "1.2.10"],
    ["~1.2", "1.2.10"],
    ["~1", "1.10.0"],
    ["^0.2.1", "0.2.9"],
    ["^0.2", "0.2.9"],
    ["^0.0.3", "0.0.3"],
    ["^0.0", "0.0.4"],
    ["^0", "0.3.0"],
    ["~0.0.3", "0.0.4"],
  ])("the newest version in %j is %j", (range, expected) => {
    expect(newest(range)).toBe(expected)
  })

  test.each([
    "1",
    "1.2",
    "^",
    "^1.",
    "^1.2.3.4",
    ">=1.0.0",
    "1.x",
    "^01",
    "1.2.3-beta",
    "latest",
    "^1 ",
    "1.0.0 - 2.0.0",
    "^9999999999",
  ])("%j is not a range", (range) => {
    expect(parseRange(range)).toBeUndefined()
  })

  test("versions compare as numbers, not as text", () => {
    expect(newestIn({ low: [0, 0, 0], high: [9, 0, 0] }, ["1.9.0", "1.10.0"])).toBe("1.10.0")
  })

  test("what is held and is no version is passed over", () => {
    expect(newest("*")).toBe("2.0.0")
    expect(newestIn({ low: [0, 0, 0], high: [99, 0, 0] }, ["3", "x", "1.0.0"])).toBe("1.0.0")
    expect(parseVersion("01.0.0")).toBeUndefined()
  })
})
