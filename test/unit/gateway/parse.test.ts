import { isCubeError } from "cubular"
import { parseJson } from "cubular/gateway"
import { describe, expect, test } from "vitest"

/** "code path" of the refusal, or the value. */
function outcome(text: string, depth = 5): unknown {
  try {
    return parseJson(text, depth)
  } catch (error) {
    return isCubeError(error) ? [error.code, ...error.path].join(" ") : error
  }
}

describe("JSON from outside", () => {
  test.each([
    ['{"a":1,"b":{"a":1}}', { a: 1, b: { a: 1 } }],
    ['[{"a":1},{"a":1}]', [{ a: 1 }, { a: 1 }]],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}', { a: '{"a":1,"a":2}' }],
    ['{"a":1,"b":[{"c":1,"\\u0063":2}]}', "body_key_doubled b 0 c"],
    ['{"__proto__":1,"__proto__":2}', "body_key_doubled __proto__"],
    [`{"${"k".repeat(100)}":1,"${"k".repeat(100)}":2}`, `body_key_doubled ${"k".repeat(64)}`],
    // What values may hold is for others to say; the rest is looked at all the same.
    ['{"a":1e999,"b":"\\ud800"}', { a: Number.POSITIVE_INFINITY, b: "\ud800" }],
    ['{"a":1e999,"b":"\\ud800","a":1}', "body_key_doubled a"],
    ['["\\ud800",[[[[[1]]]]]]', "body_too_deep"],
    ["[[[[[1]]]]]", [[[[[1]]]]]],
    ["[[[[[[]]]]]]", "body_too_deep"],
    ['{"cubes":{"a":{},"b":{}}}', { cubes: { a: {}, b: {} } }],
    ['{"a":1,"a":2', "body_not_json"],
    ["", "body_not_json"],
  ])("%s", (text, expected) => {
    expect(outcome(text)).toEqual(expected)
  })

  test("many numbers no double holds do not hide a doubled key", () => {
    expect(outcome(`{"n":[${"1e999,".repeat(200)}0],"n":0}`)).toBe("body_key_doubled n")
  })
})
