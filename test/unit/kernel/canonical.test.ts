import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { canonical } from "../../../src/kernel/canonical.ts"
import { sha256Hex, utf8 } from "../../../src/kernel/digest.ts"

const nodeHash = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex")

describe("canonical JSON", () => {
  test("keys are sorted by UTF-16 code units at every depth", () => {
    expect(canonical({ b: 1, a: { z: [], "€": 1, "\u{1F600}": 2, "\ufb33": 3, "\r": 4, "1": 5 } })).toBe(
      '{"a":{"\\r":4,"1":5,"z":[],"€":1,"\u{1F600}":2,"\ufb33":3},"b":1}',
    )
  })

  test("numbers are written as RFC 8785 says", () => {
    // From the table of RFC 8785, appendix B.
    const pairs: [number, string][] = [
      [-0, "0"],
      [5e-324, "5e-324"],
      [1.7976931348623157e308, "1.7976931348623157e+308"],
      [9007199254740992, "9007199254740992"],
      [295147905179352830000, "295147905179352830000"],
      [1e21, "1e+21"],
      [9.999999999999997e-7, "9.999999999999997e-7"],
      [0.000001, "0.000001"],
      [Number("333333333.33333329"), "333333333.3333333"],
    ]
    for (const [number, text] of pairs) expect(canonical(number)).toBe(text)
  })

  test("texts are escaped as JSON.stringify escapes them", () => {
    expect(canonical('\u20ac$\u000F\u000aA\'B"\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\"/"')
  })

  test("undefined members are absent", () => {
    expect(canonical({ a: undefined, b: [null, true] })).toBe('{"b":[null,true]}')
    expect(canonical({ a: undefined })).toBe("{}")
  })

  test("typed arrays are hashed over their little-endian bytes and named by kind and length", () => {
    const f64 = new Float64Array([0, -0, 1.5])
    const bytes = new Uint8Array(f64.buffer)
    expect(canonical({ a: f64 })).toBe(`{"a":{"$bytes":["f64",3,"${nodeHash(bytes)}"]}}`)
    expect(canonical(f64.subarray(1, 2))).toBe(`{"$bytes":["f64",1,"${nodeHash(bytes.subarray(8, 16))}"]}`)
    expect(canonical(new Uint8Array())).toBe(`{"$bytes":["u8",0,"${nodeHash(new Uint8Array())}"]}`)
  })

  test("no object can pass for an array: keys that begin with $ get one more", () => {
    const fake = { $bytes: ["u8", 0, nodeHash(new Uint8Array())] }
    expect(canonical(fake)).not.toBe(canonical(new Uint8Array()))
    expect(canonical({ $a: 1, $$b: 2 })).toBe('{"$$$b":2,"$$a":1}')
  })
})

describe("SHA-256", () => {
  test.each(["", "abc", "안녕 €", "\u{1F600}".repeat(100), "a".repeat(1000), "\u07ff\u0800\uffff\u{10ffff}"])(
    "of %j is the one everybody computes",
    (text) => {
      expect(sha256Hex(text)).toBe(nodeHash(text))
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
    },
  )
})
