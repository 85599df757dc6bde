import { describe, expect, test } from "vitest"
import { DEFAULT_LIMITS } from "../../../src/kernel/limits.ts"
import { scan, scanJson, utf8Length } from "../../../src/kernel/scan.ts"

const found = (text: string, limits = {}): string[] =>
  scan(text, { ...DEFAULT_LIMITS, ...limits }).issues.map(
    (issue) => `${issue.code} ${issue.line}:${issue.column} ${issue.path.join("/")}`,
  )

const told = (text: string, limits = {}): unknown[] =>
  scan(text, { ...DEFAULT_LIMITS, ...limits }).issues.map(({ code, params }) => [code, params])

describe("the scanner", () => {
  test.each([
    "{}",
    "[]",
    "null",
    '"a"',
    " [1, -2.5e+3, true, false, null, {}] ",
    "\r\n\t[\t9,\r\n 90, 1.7976931348623157e308]",
    '"a word"',
    '{"a":{"b":[{"c":"\\u0041\\n\\ud83d\\ude00"}]}}',
    '{"\\u0061":1,"b":2}',
  ])("accepts %s", (text) => {
    expect(found(text)).toEqual([])
    expect(() => JSON.parse(text)).not.toThrow()
  })

  test.each([
    ["", "json_syntax 1:1 "],
    ["  \n ", "json_syntax 2:2 "],
    ["\nx", "json_syntax 2:1 "],
    ["\n\n x", "json_syntax 3:2 "],
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

  test.each([
    ["", "EOF", "value"],
    ["{a:1}", '"a"', '"key"'],
    ['{"a" 1}', '"1"', '":"'],
    ['{"a":1 "b":2}', '"\\""', '"," "}"'],
    ["[1}", '"}"', '"," "]"'],
    ["{} \u{1F600}", '"\u{1F600}"', "EOF"],
    ['"abc', "EOF", '"'],
    ['"a\nb"', '"\\n"', "\\u"],
    ['"\\x41"', '"\\""', "\\n \\u0000"],
  ])("says of %j that %s stands where %s is expected", (text, found, expected) => {
    expect(told(text)).toEqual([["json_syntax", { found, expected }]])
  })

  test("says where a key should be that stands nowhere yet", () => {
    expect(scan("{", DEFAULT_LIMITS).issues[0]?.path).toEqual([])
    expect(scan('{"a":[{', DEFAULT_LIMITS).issues[0]?.path).toEqual(["a", 0])
  })

  test("says what was too much, and what stands twice", () => {
    expect(told('"abc"', { bytes: 5 })).toEqual([])
    expect(told('"abc"', { bytes: 4 })).toEqual([["document_too_large", { limit: 4 }]])
    expect(told('"가"', { bytes: 4 })).toEqual([["document_too_large", { limit: 4 }]])
    expect(told("[[]]", { depth: 1 })).toEqual([["document_too_deep", { limit: 1 }]])
    expect(told('{"cubes":{"a":1,"b":2}}', { cubes: 1 })).toEqual([["limit_cubes", { limit: 1 }]])
    expect(told('{"a":1e999,"a":1}')).toEqual([
      ["number_too_large", { number: "1e999" }],
      ["duplicate_key", { key: "a" }],
    ])
    expect(told('{"__proto__":1}')).toEqual([["key_forbidden", { key: "__proto__" }]])
  })

  test("tells 100 faults and no more", () => {
    const same = (times: number): string => `{${Array.from({ length: times }, () => '"a":1').join()}}`
    expect([found(same(100)), found(same(101)), found(same(102))].map(({ length }) => length)).toEqual([99, 100, 100])
  })

  test("does not keep to itself what is no fault of the text", () => {
    const limits = {
      ...DEFAULT_LIMITS,
      get depth(): never {
        throw new RangeError("read")
      },
    }
    expect(() => scan("[]", limits)).toThrow(new RangeError("read"))
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
    expect(found("\ud800")).toEqual(["lone_surrogate 1:1 "])
    expect(found('["\\ud800"]')).toEqual(["lone_surrogate 1:2 0"])
    expect(found('["ab\\ud800"]')).toEqual(["lone_surrogate 1:2 0"])
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
    expect(found('{"cubes":{"a":{"x":1,"y":2}},"outputs":{},"more":{}}', { cubes: 1 })).toEqual([])
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
    expect([...(root?.inside.get("a")?.inside.keys() ?? [])]).toEqual([0, 1])
    expect(scan("[]", DEFAULT_LIMITS).root).toBeUndefined()
  })
})

describe("JSON about anything", () => {
  const fault = (text: string, depth = 3): unknown => {
    const { code, params } = scanJson(text, depth) ?? {}
    return code && [code, params]
  }

  test("is refused for the first key that stands twice, too many levels, or syntax", () => {
    expect(fault('{"a":{"b":1,"b":2},"a":3}')).toEqual(["duplicate_key", { key: "b" }])
    expect(fault("[[[1]]]")).toBeUndefined()
    expect(fault("[[[[]]]]")).toEqual(["document_too_deep", { limit: 3 }])
    expect(fault("[")).toEqual(["json_syntax", { found: "EOF", expected: "value" }])
    expect(fault('["\ud800",{"a":1,"a":2}]')).toEqual(["duplicate_key", { key: "a" }])
  })

  test("is not refused for its numbers, names or characters, nor for what would be many cubes", () => {
    expect(fault('["\ud800",1e999,{"__proto__":"\\ud800"}]')).toBeUndefined()
    expect(fault(`{"cubes":{${Array.from({ length: 3000 }, (_, n) => `"${n}":0`).join()}}}`)).toBeUndefined()
  })
})

describe("bytes in UTF-8", () => {
  test.each(["", "a\u007f", "\u0080\u07ff", "\u0800\uffff", "\ud7ff\ue000", "a\u{10000}\u{10ffff}가"])(
    "of %j are as many as an encoder makes",
    (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
    },
  )

  test.each(["\ud800", "\udc00", "a\ud800b", "\ud800\ud800", "\udc00\udc00", "\ue000\udc00", "\udfff\ud800"])(
    "of %j, half a pair, are no number",
    (text) => {
      expect(utf8Length(text)).toBeNaN()
    },
  )
})
