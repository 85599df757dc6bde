import { describe, expect, test } from "vitest"
import { DEFAULT_LIMITS, toLimits } from "../../../src/kernel/limits.ts"
import { isLinear } from "../../../src/kernel/linear.ts"

describe("limits", () => {
  test("not given are the defaults", () => {
    expect(DEFAULT_LIMITS).toEqual({ cubes: 2048, refs: 8192, bytes: 2_097_152, depth: 32 })
    expect(toLimits(undefined)).toEqual(DEFAULT_LIMITS)
    expect(toLimits({ cubes: 3 })).toEqual({ ...DEFAULT_LIMITS, cubes: 3 })
    expect(toLimits({ bytes: Number.POSITIVE_INFINITY, refs: 0 })).toMatchObject({
      bytes: Number.POSITIVE_INFINITY,
      refs: 0,
    })
  })

  test.each([[Number.NaN], [-1], ["9"], [null], [{}]])("%j counts as not given", (limit) => {
    expect(toLimits({ depth: limit as never }).depth).toBe(32)
  })
})

describe("patterns from documents", () => {
  test.each([
    "^[a-z]+$",
    "^\\d{4}-\\d{2}-\\d{2}$",
    "^a?b?c{1,3}$",
    "^[^/]*",
    "^$",
    "^[\\]a]{2,}x",
    "^\\.\\$$",
    "^한글$",
  ])("%s is tested in linear time", (pattern) => {
    expect(isLinear(pattern)).toBe(true)
    expect(() => new RegExp(pattern)).not.toThrow()
  })

  test.each([
    "[a-z]+",
    "^(a+)+$",
    "^(?:a|b)*$",
    "^a*a*$",
    "^a+b+$",
    "^(?=a)",
    "^a|b",
    "^\\1",
    "^a{1,9999}b{1,9999}$",
    "^.*.*$",
    "^[a",
    "^a**",
    "^\\p{L}$",
    "",
    "^a?a?a?a?a?a?a?a?a?a?a?",
  ])("%j is refused", (pattern) => {
    expect(isLinear(pattern)).toBe(false)
  })

  test("no pattern let through takes long on the longest text a run may get", () => {
    for (const pattern of ["^[a-z]+$", "^a?b?c{1,3}[a-z]*$", "^[^/]*x"]) {
      const start = performance.now()
      new RegExp(pattern).test(`${"a".repeat(1_000_000)}!`)
      expect(performance.now() - start).toBeLessThan(200)
    }
  })
})
