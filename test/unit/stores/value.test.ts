import { checkValue, encodeJson, isCubeError, type Value } from "cubular/contract"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromText, toText } from "../../../src/stores/value.ts"

const text = fc.string({ unit: fc.constantFrom("a", "\\", "u", "d", "$", '"', "가", "\u{1f300}", "\ud83c", "\udf00") })
const leaf = fc.oneof(
  text,
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, 10n, Symbol.iterator, () => 1),
)
const views = fc.oneof(fc.uint8Array(), fc.float64Array({ maxLength: 3 }), fc.constant(new Map()), fc.date())
const anything = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, views, tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 4 }),
  object: fc.dictionary(text, tie("value"), { maxKeys: 4 }),
})).value as fc.Arbitrary<Value>

describe("the text of a value", () => {
  test("is that of its JSON form, or a refusal with the code and place that the deep check gives", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const found = checkValue(value)
        if (found === undefined) {
          expect(toText(value, ["at"], 1e9)).toBe(JSON.stringify(encodeJson(value)))
          return
        }
        try {
          toText(value, ["at"], 1e9)
        } catch (error) {
          expect(isCubeError(error) && [error.code, error.path]).toEqual([found.text.code, ["at", ...found.path]])
          return
        }
        throw new Error(`It took what ${found.text.code} should refuse.`)
      }),
      { numRuns: 3000 },
    )
  })

  test("gives the value back", () => {
    fc.assert(
      fc.property(anything, (value) => {
        if (checkValue(value) === undefined)
          expect(encodeJson(fromText(toText(value, [], 1e9)))).toEqual(encodeJson(value))
      }),
      { numRuns: 1000 },
    )
  })

  test("is refused for what is nested too deep, goes round in a circle or throws when read", () => {
    const deep = (levels: number): Value => (levels === 0 ? [] : [deep(levels - 1)])
    expect(fromText(toText(deep(63), [], 1e9))).toEqual(deep(63))
    const circle: unknown[] = []
    circle.push({ circle })
    const trap = {
      get now(): never {
        throw new Error("read")
      },
    }
    for (const [value, code] of [
      [deep(64), "value_too_deep"],
      [circle, "value_cycle"],
      [trap, "value_unreadable"],
      [new (class Own {})(), "value_kind_refused"],
      [new (class List extends Array {})(), "value_kind_refused"],
      [{ toJSON: () => 1 }, "value_kind_refused"],
    ] as const)
      expect(() => toText(value as Value, [], 1e9)).toThrow(expect.objectContaining({ code }))
  })

  test("of shared parts that would fill the memory is refused", () => {
    let value: Value = "x".repeat(100)
    for (let level = 0; level < 40; level++) value = [value, value]
    expect(() => toText(value, [], 1e9)).toThrow(expect.objectContaining({ code: "value_too_large" }))
  })
})
