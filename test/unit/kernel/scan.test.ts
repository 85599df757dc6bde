import { describe, expect, test } from "vitest"
import { DEFAULT_LIMITS } from "../../../src/kernel/limits.ts"
import { scan } from "../../../src/kernel/scan.ts"

const found = (text: string, limits = {}): string[] =>
  scan(text, { ...DEFAULT_LIMITS, ...limits }).issues.map(
    (issue) => `${issue.code} ${issue.line}:${issue.column} ${issue.path.join("/")}`,
  )

describe("the scanner", () => {
  test.each([
    "{}",
    "[]",
    "null",
    '"a"',
    " [1, -2.5e+3, true, false, null, {}] ",
    '{"a":{"b":[{"c":"\\u0041\\n\\ud83d\\ude00"}]}}',
    '{"\\u0061":1,"b":2}',
  ])("accepts %s", (text) => {
    expect(found(text)).toEqual([])
    expect(() => JSON.parse(text)).not.toThrow()
  })

  test.each([
    ["", "json_syntax 1:1 "],
    ["  \n ", "json_syntax 2:2 "],
    ["{", "json_syntax 1:2 "],
    ["{a:1}", "json_syntax 1:2 "],
    ["{'a':1}", "json_syntax 1:2 "],
    ['{"a":1,}', "json_syntax 1:8 a"],
    ["[1,]", "json_syntax 1:4 1"],
    ['{"a" 1}', "json_syntax 1:6 a"],
    ['{"a":1 "b":2}', "json_syntax 1:8 a"],
    ["[1}", "json_syntax 1:3 0"],
    ["{} {}", "json_syntax 1:4 "],
    ["{}x", "json_syntax 1:3 "],
    ["// c\n{}", "json_syntax 1:1 "],
    ['{ /* c */ "a": 1 }', "json_syntax 1:3 "],
    ["NaN", "json_syntax 1:1 "],
    ["-Infinity", "json_syntax 1:1 "],
    ["[01]", "json_syntax 1:3 0"],
    ["[.5]", "json_syntax 1:2 0"],
    ["[1.]", "json_syntax 1:3 0"],
    ["[+1]", "json_syntax 1:2 0"],
    ["[tru]", "json_syntax 1:2 0"],
    ['"abc', "json_syntax 1:5 "],
    ['"a\nb"', "json_syntax 1:3 "],
    ['"\\x41"', "json_syntax 1:1 "],
    ['"\\u12"', "json_syntax 1:1 "],
    ['"\\', "json_syntax 1:3 "],
    ["\u00a0{}", "json_syntax 1:1 "],
  ])("refuses %j as JSON.parse does, with line and column", (text, issue) => {
    expect(found(text)).toEqual([issue])
    expect(() => JSON.parse(text)).toThrow()
  })

  test("names every duplicate key where it stands, escapes decoded", () => {
    expect(found('{"a":1,\n "b":{"x":1,"x":2},\n "\\u0061":3}')).toEqual([
      "duplicate_key 2:13 b/x",
      "duplicate_key 3:2 a",
    ])
    expect(found('[{"a":1},{"a":1}]')).toEqual([])
  })

  test("refuses __proto__ as a key, however it is written", () => {
    expect(found('{"cubes":{"__proto__":{}}}')).toEqual(["key_forbidden 1:11 cubes/__proto__"])
    expect(found('{"\\u005f_proto__":1}')).toEqual(["key_forbidden 1:2 __proto__"])
    expect(found('{"constructor":1,"prototype":"__proto__"}')).toEqual([])
  })

  test("refuses numbers no double can hold, and notes -0", () => {
    expect(found('{"a":[1e999,-1e309,1e308]}')).toEqual(["number_too_large 1:7 a/0", "number_too_large 1:13 a/1"])
    expect(scan("[-0]", DEFAULT_LIMITS).negativeZero).toBe(true)
    expect(scan("[0,-1]", DEFAULT_LIMITS).negativeZero).toBe(false)
  })

  test("refuses lone surrogates, raw and escaped", () => {
    expect(found('["\ud800"]')).toEqual(["lone_surrogate 1:3 "])
    expect(found('["\\ud800"]')).toEqual(["lone_surrogate 1:2 0"])
    expect(found('{"\\udc00":1}')).toEqual(["lone_surrogate 1:2 "])
    expect(found('["\\ud83d\\ude00\u{1F600}"]')).toEqual([])
  })

  test("counts depth before anybody recurses", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth)
    expect(found(nested(32))).toEqual([])
    expect(found(nested(33))).toEqual([`document_too_deep 1:33 ${"0/".repeat(31)}0`])
    expect(found(nested(100_000))).toHaveLength(1)
    expect(found('{"a":'.repeat(100_000))[0]).toMatch(/^document_too_deep/)
  })

  test("measures UTF-8 bytes, not characters", () => {
    expect(found('"가나"', { bytes: 8 })).toEqual([])
    expect(found('"가나"', { bytes: 7 })).toEqual(["document_too_large 1:1 "])
    expect(found('"\u{1F600}é"', { bytes: 8 })).toEqual([])
    expect(found('"\u{1F600}é"', { bytes: 7 })).toEqual(["document_too_large 1:1 "])
  })

  test("counts the placed cubes while reading", () => {
    const text = (n: number): string => `{"cubes":{${Array.from({ length: n }, (_, i) => `"c${i}":{}`).join()}}}`
    expect(found(text(5), { cubes: 5 })).toEqual([])
    expect(found(text(6), { cubes: 5 })[0]).toMatch(/^limit_cubes 1:/)
    expect(found('{"x":{"a":1,"b":2}}', { cubes: 1 })).toEqual([])
  })

  test("ten megabytes are refused without being read", () => {
    const text = `["${"a".repeat(10_000_000)}"]`
    const start = performance.now()
    expect(found(text)).toEqual(["document_too_large 1:1 "])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test("notes where every value begins when asked to", () => {
    const { root } = scan('{\n "a": [1, {"b": 2}]\n}', DEFAULT_LIMITS, true)
    expect(root?.at).toBe(0)
    expect(root?.inside.get("a")?.inside.get(1)?.inside.get("b")?.at).toBe(18)
  })
})
