import { CubeError, checkValue, decodeJson, encodeJson, type Value } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

function refusal(run: () => unknown): unknown {
  try {
    return { accepted: run() }
  } catch (error) {
    if (!(error instanceof CubeError)) throw error
    return [error.code, ...error.path]
  }
}

const bytesOf = (array: ArrayBufferView): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64")

describe("encodeJson", () => {
  test("leaves JSON as it is, in a copy", () => {
    const value = { a: [1, "갑", null, true, { b: [] }] }
    expect(encodeJson(value)).toEqual(value)
    expect(encodeJson(value)).not.toBe(value)
  })

  test("writes arrays as $bytes, little-endian", () => {
    expect(encodeJson(new Uint8Array([1, 2, 3]))).toEqual({ $bytes: ["u8", "AQID"] })
    expect(encodeJson(new Float64Array([1.5]))).toEqual({ $bytes: ["f64", "AAAAAAAA+D8="] })
    expect(encodeJson(new Uint16Array([1, 256]))).toEqual({ $bytes: ["u16", "AQAAAQ=="] })
    expect(encodeJson({ a: new Int8Array() })).toEqual({ a: { $bytes: ["i8", ""] } })
  })

  test("writes only the part a view shows", () => {
    expect(encodeJson(new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4))).toEqual({ $bytes: ["u8", "AQID"] })
  })

  test("doubles the $ that begins a name", () => {
    expect(encodeJson({ $ref: 1, $$: 2, a$: 3 })).toEqual({ $$ref: 1, $$$: 2, a$: 3 })
  })

  test("turns −0 into 0 and leaves undefined members out", () => {
    expect(Object.is((encodeJson([-0]) as number[])[0], 0)).toBe(true)
    expect(Object.keys(encodeJson({ a: undefined, b: 1 }) as object)).toEqual(["b"])
    expect(bytesOf(new Float64Array([-0]))).toBe((encodeJson(new Float64Array([-0])) as { $bytes: string[] }).$bytes[1])
  })

  test("keeps an own member called __proto__ a member", () => {
    const encoded = encodeJson(JSON.parse('{"__proto__":{"polluted":true}}'))
    expect(JSON.stringify(encoded)).toBe('{"__proto__":{"polluted":true}}')
    expect((encoded as { polluted?: boolean }).polluted).toBeUndefined()
  })

  const boom = (): never => {
    throw new Error("boom")
  }
  test.each([
    ["NaN", { a: [Number.NaN] }, "value_not_finite", "in", "a", 0],
    ["infinity in an array", new Float32Array([0, Number.POSITIVE_INFINITY]), "value_not_finite", "in", 1],
    ["Date", { a: new Date(0) }, "value_kind_refused", "in", "a"],
    ["undefined in a list", [undefined], "value_kind_refused", "in", 0],
    ["half a character in a name", { "\ud800": 1 }, "value_text_malformed", "in", "\ud800"],
    ["half a character", { a: "\udc00" }, "value_text_malformed", "in", "a"],
    [
      "a getter that throws",
      Object.defineProperty({}, "a", { get: boom, enumerable: true }),
      "value_unreadable",
      "in",
      "a",
    ],
    ["a proxy that throws", new Proxy([], { get: boom }), "value_unreadable", "in"],
  ])("refuses %s with its place", (_, value, ...expected) => {
    expect(refusal(() => encodeJson(value as unknown as Value, ["in"]))).toEqual(expected)
  })

  test("tells cycles from depth", () => {
    const loop: unknown[] = []
    loop.push({ a: loop })
    expect(refusal(() => encodeJson(loop as Value, ["x"]))).toEqual(["value_cycle", "x", 0, "a"])
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect((refusal(() => encodeJson(deep as Value)) as unknown[])[0]).toBe("value_too_deep")
  })

  test("ends where shared parts would fill the memory", () => {
    let value: Value = ["a"]
    for (let level = 0; level < 60; level++) value = [value, value]
    expect((refusal(() => encodeJson(value, [], { parts: 10_000 })) as unknown[])[0]).toBe("value_too_large")
  })
})

describe("decodeJson", () => {
  test.each([
    ["a kind nobody knows", '{"$bytes":["u9","AQID"]}'],
    ["an inherited kind", '{"$bytes":["toString","AQID"]}'],
    ["no list", '{"$bytes":"AQID"}'],
    ["too few parts", '{"$bytes":["u8"]}'],
    ["more members", '{"$bytes":["u8","AQID"],"a":1}'],
    ["no padding", '{"$bytes":["u8","AQ"]}'],
    ["letters outside the alphabet", '{"$bytes":["u8","AQI-"]}'],
    ["padding in the middle", '{"$bytes":["u8","AQ==AQID"]}'],
    ["only padding", '{"$bytes":["u8","===="]}'],
    ["bits behind the last byte", '{"$bytes":["u8","AR=="]}'],
    ["bits behind the last two", '{"$bytes":["u8","AQJ="]}'],
    ["line breaks", '{"$bytes":["u8","AQID\\n"]}'],
    ["half an element", '{"$bytes":["u16","AQID"]}'],
    ["a letter beyond Latin", '{"$bytes":["u8","AQI갑"]}'],
  ])("refuses $bytes with %s", (_, text) => {
    expect(refusal(() => decodeJson({ a: JSON.parse(text) }, ["inputs"]))).toEqual([
      "bytes_malformed",
      "inputs",
      "a",
      "$bytes",
    ])
  })

  test.each([
    ['{"$ref":1}', "json_key_reserved", "$ref"],
    ['[{"$":1}]', "json_key_reserved", 0, "$"],
    ['{"a":1e999}', "value_not_finite", "a"],
    ['["\\ud800"]', "value_text_malformed", 0],
    ['{"a":{"$bytes":["f64","AAAAAAAA8H8="]}}', "value_not_finite", "a", "$bytes", 0],
  ])("refuses %s", (text, ...expected) => {
    expect(refusal(() => decodeJson(JSON.parse(text)))).toEqual(expected)
  })

  test("refuses what no JSON parser gives", () => {
    expect(refusal(() => decodeJson(undefined))).toEqual(["value_kind_refused"])
    expect(refusal(() => decodeJson({ a: () => 1 }))).toEqual(["value_kind_refused", "a"])
  })

  test("gives arrays their own memory, aligned", () => {
    const array = decodeJson({ $bytes: ["f64", "AAAAAAAA+D8="] }) as Float64Array
    expect(array).toEqual(new Float64Array([1.5]))
    expect(array.byteOffset).toBe(0)
  })

  test("reads −0 as 0 and own __proto__ members as members", () => {
    expect(Object.is(decodeJson(JSON.parse("-0")), 0)).toBe(true)
    const value = decodeJson(JSON.parse('{"__proto__":1,"$$a":2}'))
    expect(Object.entries(value as object)).toEqual([
      ["__proto__", 1],
      ["$a", 2],
    ])
  })
})

describe("the JSON form", () => {
  const arrays = fc.oneof(
    fc.uint8Array(),
    fc.int8Array(),
    fc.uint16Array(),
    fc.int16Array(),
    fc.uint32Array(),
    fc.int32Array(),
    fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
    fc.float64Array({ noNaN: true, noDefaultInfinity: true }),
  )
  const { value: values } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.string({ unit: "binary" }),
      arrays,
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("$", "$$", "$bytes", "$ref")),
        tie("value"),
        {
          maxKeys: 5,
        },
      ),
    ),
  }))

  test("and back through JSON text is the same value", () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = JSON.stringify(encodeJson(value as Value))
        expect(decodeJson(JSON.parse(text))).toEqual(value)
      }),
    )
  })

  test("exists for exactly the values checkValue accepts", () => {
    fc.assert(
      fc.property(
        fc.anything({ withTypedArray: true, withDate: true, withSparseArray: true, withBigInt: true }),
        (value) => {
          const code = checkValue(value)?.text.code
          const outcome = refusal(() => encodeJson(value as Value))
          if (code === undefined) expect(outcome).toHaveProperty("accepted")
          else expect((outcome as unknown[])[0]).toBe(code)
        },
      ),
    )
  })

  test("agrees with Buffer about base64 at every length", () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => index * 37 + length)
      expect(encodeJson(bytes)).toEqual({ $bytes: ["u8", Buffer.from(bytes).toString("base64")] })
    }
    const long = Uint8Array.from({ length: 20_000 }, (_, index) => index * index)
    expect((encodeJson(long) as { $bytes: string[] }).$bytes[1]).toBe(Buffer.from(long).toString("base64"))
    expect(decodeJson(encodeJson(long))).toEqual(long)
  })
})
