import fc from "fast-check"
import { expect, test } from "vitest"
import { toTimestamp } from "../../../src/kernel/timestamp.ts"

test("a timestamp is what Date writes, for all years of RFC 3339", () => {
  const first = Date.parse("0000-01-01T00:00:00.000Z")
  const last = Date.parse("9999-12-31T23:59:59.999Z")
  for (const ms of [first, -1, 0, 951_782_400_000, 951_868_800_000, last])
    expect(toTimestamp(ms)).toBe(new Date(ms).toISOString())
  fc.assert(fc.property(fc.integer({ min: first, max: last }), (ms) => toTimestamp(ms) === new Date(ms).toISOString()))
})
