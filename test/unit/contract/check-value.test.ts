import { runInNewContext } from "node:vm"
import { checkValue } from "cubular/contract"
import { describe, expect, test } from "vitest"

/** What a value is refused with, as code and path. */
function refusal(value: unknown, depth?: number): unknown {
  const finding = checkValue(value, { depth })
  return finding && [finding.text.code, ...finding.path]
}

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 ? { in: value } : [value]
  return value
}

class Point {
  x = 1
}
class Points extends Array {}

describe("checkValue accepts", () => {
  test.each([
    ["null", null],
    ["texts, astral characters too", "갑자 😀"],
    ["numbers, −0 too", [0, -0, 1.5, Number.MAX_VALUE, Number.MIN_VALUE]],
    ["lists and objects", { a: [{ b: [] }], c: {} }],
    ["absent members", { a: undefined }],
    ["objects without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["own members called __proto__", JSON.parse('{"__proto__":{"a":1},"constructor":1}')],
    ["every numeric array", [new Uint8Array(1), new Int8Array(1), new Uint16Array(1), new Int16Array(1)]],
    ["every wide array", [new Uint32Array(1), new Int32Array(1), new Float32Array(1), new Float64Array([-0])]],
    ["parts of arrays", new Uint8Array(65_536).subarray(8, 16)],
    ["whole pages", new Float64Array(8192)],
    ["frozen things", Object.freeze([Object.freeze({ a: 1 })])],
    ["what another realm made", runInNewContext('({ a: [1, { b: "c" }], d: new Uint8Array(2) })')],
    ["a shared part", ((part) => [part, part])({ a: 1 })],
  ])("%s", (_, value) => {
    expect(checkValue(value)).toBeUndefined()
  })

  test("objects whose common prototype somebody added to", () => {
    Object.defineProperty(Object.prototype, "added", { value: () => 1, enumerable: true, configurable: true })
    const found = refusal({ a: [{ b: 1 }] })
    Reflect.deleteProperty(Object.prototype, "added")
    expect(found).toBeUndefined()
  })

  test("and leaves arrays of whole pages as they were", () => {
    const array = new Uint8Array(65_536).fill(7)
    checkValue(array)
    expect(array.length).toBe(65_536)
    expect(array[65_535]).toBe(7)
  })
})

describe("checkValue refuses", () => {
  test.each([
    ["undefined", undefined, "value_kind_refused"],
    ["bigint", 1n, "value_kind_refused"],
    ["functions", () => 1, "value_kind_refused"],
    ["symbols", Symbol("a"), "value_kind_refused"],
    ["NaN", [Number.NaN], "value_not_finite", 0],
    ["infinity", { a: Number.NEGATIVE_INFINITY }, "value_not_finite", "a"],
    ["NaN in an array", { a: new Float64Array([1, Number.NaN]) }, "value_not_finite", "a", 1],
    ["infinity in an array", new Float32Array([1e39]), "value_not_finite", 0],
    ["Date", { at: new Date(0) }, "value_kind_refused", "at"],
    ["Map", new Map(), "value_kind_refused"],
    ["Set", [[new Set()]], "value_kind_refused", 0, 0],
    ["RegExp", /a/, "value_kind_refused"],
    ["errors", new Error("a"), "value_kind_refused"],
    ["promises", Promise.resolve(1), "value_kind_refused"],
    ["boxed numbers", Object(1), "value_kind_refused"],
    ["class instances", new Point(), "value_kind_refused"],
    ["subclasses of Array", new Points(), "value_kind_refused"],
    ["Buffer", { file: Buffer.from("a") }, "value_kind_refused", "file"],
    ["DataView", new DataView(new ArrayBuffer(1)), "value_kind_refused"],
    ["ArrayBuffer", new ArrayBuffer(1), "value_kind_refused"],
    ["clamped arrays", new Uint8ClampedArray(1), "value_kind_refused"],
    ["arrays of bigint", new BigInt64Array(1), "value_kind_refused"],
    ["undefined in a list", [1, undefined], "value_kind_refused", 1],
    ["holes in a list", Object.assign(new Array(3), { 0: 1 }), "value_kind_refused", 1],
    ["a high surrogate alone", "a\ud800", "value_text_malformed"],
    ["a low surrogate alone", ["\udc00a"], "value_text_malformed", 0],
    ["surrogates the wrong way round", "\udc00\ud800", "value_text_malformed"],
    ["a surrogate in a name", { "\ud83d": 1 }, "value_text_malformed", "\ud83d"],
    ["shared memory", { a: new Uint8Array(new SharedArrayBuffer(8)) }, "value_memory_shared", "a"],
    ["WebAssembly memory", new Uint8Array(new WebAssembly.Memory({ initial: 1 }).buffer, 8, 8), "value_memory_shared"],
    [
      "all of WebAssembly memory",
      new Float64Array(new WebAssembly.Memory({ initial: 1 }).buffer),
      "value_memory_shared",
    ],
  ])("%s", (_, value, ...expected) => {
    expect(refusal(value)).toEqual(expected)
  })

  test("an array whose bytes were transferred away", () => {
    const array = new Uint8Array(4)
    structuredClone(array, { transfer: [array.buffer] })
    expect(refusal([array])).toEqual(["value_kind_refused", 0])
  })

  test("a class by its name, and nothing of what is in it", () => {
    expect(checkValue({ birth: new Point() })?.params).toEqual({ kind: "Point" })
  })

  test("values that contain themselves, with the way round once", () => {
    const loop: { a: unknown } = { a: [{}] }
    ;(loop.a as { b?: unknown }[])[0] = { b: loop }
    expect(refusal(loop)).toEqual(["value_cycle", "a", 0, "b"])
    const tail = { x: { y: loop } }
    expect(refusal(tail)).toEqual(["value_cycle", "x", "y", "a", 0, "b"])
    const self: unknown[] = []
    self.push(self)
    expect(refusal(self)).toEqual(["value_cycle", 0])
  })

  test("depth beyond the limit, counted in containers", () => {
    expect(refusal(nested(64))).toBeUndefined()
    expect((refusal(nested(65)) as unknown[])[0]).toBe("value_too_deep")
    expect(refusal(nested(3), 3)).toBeUndefined()
    expect((refusal(nested(4), 3) as unknown[]).slice(0, 1)).toEqual(["value_too_deep"])
    expect(checkValue(nested(4), { depth: 3 })?.params).toEqual({ max: 3 })
    expect(refusal([new Uint8Array(1)], 1)).toBeUndefined()
  })

  test("a depth of 100,000 without running out of stack, whatever limit is asked for", () => {
    expect((refusal(nested(100_000)) as unknown[])[0]).toBe("value_too_deep")
    expect((refusal(nested(100_000), 1_000_000) as unknown[])[0]).toBe("value_too_deep")
  })
})

describe("checkValue never throws", () => {
  const boom = (): never => {
    throw new Error("boom")
  }
  test.each([
    [
      "a getter",
      {
        a: {
          get b() {
            return boom()
          },
        },
      },
      "a",
      "b",
    ],
    ["a getter in a list", Object.defineProperty([1], 1, { get: boom, enumerable: true }), 1],
    ["ownKeys of a proxy", [new Proxy({}, { ownKeys: boom })], 0],
    ["get of a proxy", new Proxy({ a: 1 }, { get: boom }), "a"],
    ["getPrototypeOf of a proxy", new Proxy({}, { getPrototypeOf: boom })],
  ])("when %s does", (_, value, ...path) => {
    expect(refusal(value)).toEqual(["value_unreadable", ...path])
  })

  test("when a proxy was revoked", () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(refusal({ a: proxy })).toEqual(["value_unreadable", "a"])
    const list = Proxy.revocable([] as unknown[], {})
    list.revoke()
    expect(refusal(list.proxy)).toEqual(["value_unreadable"])
  })

  test("when a getter makes a new object each time, for ever", () => {
    const endless = (): object => ({
      get next() {
        return endless()
      },
    })
    expect((refusal(endless()) as unknown[])[0]).toBe("value_too_deep")
  })

  test("and ends where parts are shared 2^60 times", () => {
    let value: unknown = { a: 1 }
    for (let level = 0; level < 60; level++) value = [value, value]
    expect((refusal(value) as unknown[])[0]).toBe("value_too_large")
    let bad: unknown = { a: Number.NaN }
    for (let level = 0; level < 60; level++) bad = [bad, bad]
    expect((refusal(bad) as unknown[])[0]).toBe("value_not_finite")
  })

  test("and counts shared parts as often as they stand there, as their copy would", () => {
    for (const [levels, fits] of [
      [22, true],
      [23, false],
    ] as const) {
      let value: unknown = 1
      for (let level = 0; level < levels; level++) value = [value, value]
      expect((refusal(value) as unknown[] | undefined)?.[0]).toBe(fits ? undefined : "value_too_large")
    }
    for (const value of [[1, 2, 3], { a: [1], b: undefined }, [[], [[]]], [[[1], [1]]].map((part) => [part, part])]) {
      const parts = JSON.stringify(value).match(/\d|\{|\[/g)?.length ?? 0
      expect(checkValue(value, { parts })).toBeUndefined()
      expect(checkValue(value, { parts: parts - 1 })?.text.code).toBe("value_too_large")
    }
  })

  test("and remembers at which depth a shared part was found in order", () => {
    const deep = nested(40)
    // Enough containers that shared parts are remembered; then the same part where it does not fit.
    const many = Array.from({ length: 30_000 }, () => [])
    expect(refusal([many, deep, [[deep]]])).toBeUndefined()
    let lower: unknown = deep
    for (let level = 0; level < 30; level++) lower = [lower]
    expect((refusal([many, deep, lower]) as unknown[])[0]).toBe("value_too_deep")
  })
})
