import { describe, expect, test } from "vitest"
import { DEFAULT_LIMITS } from "../../../src/kernel/limits.ts"
import { read } from "../../../src/kernel/parse.ts"

const codes = (source: unknown, limits = {}): string[] =>
  read(source, { ...DEFAULT_LIMITS, ...limits }).issues.map((issue) => `${issue.code} ${issue.path.join("/")}`)
const value = (source: unknown): unknown => read(source, DEFAULT_LIMITS).value
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("reading text and bytes", () => {
  test("a byte order mark is skipped, -0 is 0", () => {
    expect(value('\ufeff{"a":-0.0}')).toEqual({ a: 0 })
    expect(Object.is((value('{"a":-0.0}') as { a: number }).a, 0)).toBe(true)
    expect(value(utf8('\ufeff{"a":"가\u{1F600}é"}'))).toEqual({ a: "가\u{1F600}é" })
  })

  test.each([
    [[0x22, 0xff, 0x22]],
    [[0x22, 0xc0, 0x80, 0x22]],
    [[0x22, 0xed, 0xa0, 0x80, 0x22]],
    [[0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]],
    [[0x22, 0xf8, 0x90, 0x80, 0x80, 0x22]],
    [[0x22, 0xe2, 0x82]],
    [[0x22, 0x80, 0x22]],
    [[0x22, 0xf8, 0x88, 0x80, 0x80, 0x80, 0x22]],
  ])("bytes %j are not UTF-8", (bytes) => {
    expect(codes(Uint8Array.from(bytes))).toEqual(["document_not_utf8 "])
  })

  test("decodes what TextDecoder decodes", () => {
    const text = `"${"aé가\u{1F600}\u07ff\u0800\uffff\u{10ffff}".repeat(3000)}"`
    expect(value(utf8(text))).toBe(JSON.parse(text))
  })

  test("bytes over the limit are refused before they are decoded", () => {
    expect(codes(new Uint8Array(3_000_000))).toEqual(["document_too_large "])
  })

  test("line and column lead to a value, or to the nearest one around what is missing", () => {
    const { locate } = read('{\n  "a": {\n    "b": [10, 20]\n  }\n}', DEFAULT_LIMITS)
    expect(locate?.(["a", "b", 1])).toEqual({ line: 3, column: 15 })
    expect(locate?.(["a", "nothing", "here"])).toEqual({ line: 2, column: 8 })
    expect(locate?.([])).toEqual({ line: 1, column: 1 })
  })
})

describe("reading parsed values", () => {
  test("gives a copy that shares nothing with what was given", () => {
    const source = { a: [1, { b: "x" }], c: null, d: undefined }
    const copy = value(source) as typeof source
    expect(copy).toEqual({ a: [1, { b: "x" }], c: null })
    expect(copy.a).not.toBe(source.a)
    expect(Object.keys(copy)).toEqual(["a", "c"])
  })

  test("reads every property once, so that a getter cannot change its mind", () => {
    let reads = 0
    const source = {
      get a() {
        return ++reads
      },
    }
    expect(value(source)).toEqual({ a: 1 })
    expect(reads).toBe(1)
  })

  test.each([
    ["a function", { a: () => 1 }, "value_not_json a"],
    ["a symbol", { a: Symbol("x") }, "value_not_json a"],
    ["a bigint", { a: 1n }, "value_not_json a"],
    ["NaN", { a: [Number.NaN] }, "value_not_json a/0"],
    ["infinity", { a: Number.NEGATIVE_INFINITY }, "value_not_json a"],
    ["undefined in a list", [undefined], "value_not_json 0"],
    ["a hole", new Array(1), "value_not_json 0"],
    ["a date", { a: new Date(0) }, "value_not_json a"],
    ["a map", { a: new Map() }, "value_not_json a"],
    ["bytes inside", { a: new Uint8Array(3) }, "value_not_json a"],
    ["a class instance", { a: new (class A {})() }, "value_not_json a"],
    ["__proto__ as a key", JSON.parse('{"a":{"__proto__":1}}'), "key_forbidden a/__proto__"],
    ["a lone surrogate", { a: "\ud800" }, "lone_surrogate a"],
    ["a lone surrogate as a key", { "\ud800": 1 }, "lone_surrogate \ud800"],
    ["undefined", undefined, "value_not_json "],
    ["a function alone", () => 1, "value_not_json "],
  ])("refuses %s", (_, source, issue) => {
    expect(codes(source)).toEqual([issue])
  })

  test("names all of them at once", () => {
    expect(codes({ a: 1n, b: [Number.NaN, () => 1] })).toHaveLength(3)
  })

  test.each([
    [
      "a throwing getter",
      {
        get a() {
          throw new Error("no")
        },
      },
    ],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no")
          },
        },
      ),
    ],
    [
      "a proxy whose get throws",
      new Proxy(
        { a: 1 },
        {
          get: () => {
            throw 5
          },
        },
      ),
    ],
    [
      "a revoked proxy",
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {})
        revoke()
        return proxy
      })(),
    ],
    [
      "a literal that throws",
      {
        toJSON: () => {
          throw new Error("no")
        },
      },
    ],
  ])("%s is unreadable", (_, source) => {
    expect(codes(source)[0]).toMatch(/^document_unreadable/)
  })

  test("cycles are named where they close", () => {
    const a: { b: { c?: unknown } } = { b: {} }
    a.b.c = a
    expect(codes(a)).toEqual(["document_cyclic b/c"])
  })

  test("the same object in two places is no cycle, but its size counts each time", () => {
    const shared = { x: 1 }
    expect(value({ a: shared, b: shared })).toEqual({ a: { x: 1 }, b: { x: 1 } })
    let bomb: unknown = "boom"
    for (let i = 0; i < 30; i++) bomb = [bomb, bomb]
    expect(codes(bomb)[0]).toMatch(/^document_too_large/)
  })

  test("depth, size and number of keys are limited as they are for text", () => {
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = { a: deep }
    expect(codes(deep)[0]).toMatch(/^document_too_deep/)
    expect(codes({ a: "x".repeat(3_000_000) })).toEqual(["document_too_large "])
    expect(codes({ length: 1, a: Array.from({ length: 3_000_000 }, () => 0) })).toEqual(["document_too_large "])
    expect(codes(new Array(4_000_000_000))).toEqual(["document_too_large "])
  })

  test("a proxy with a million keys is refused before it is asked about each", () => {
    let asked = 0
    const keys = Array.from({ length: 1_000_000 }, (_, i) => `k${i}`)
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => keys,
        getOwnPropertyDescriptor: () => {
          asked++
          return { configurable: true, enumerable: true, value: 1 }
        },
      },
    )
    expect(codes(proxy)).toEqual(["document_too_large "])
    expect(asked).toBeLessThan(10)
  })
})
