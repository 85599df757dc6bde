import fc from "fast-check"
import { expect, test } from "vitest"
import { fromKey, toKey } from "../../../src/stores/browser/keys.ts"
import { compareText, endOf } from "../../../src/stores/text.ts"

/** Texts of code points from where orders differ. */
const text = fc.array(
  fc.oneof(
    fc.constantFrom(0x61, 0xd7fe, 0xd7ff, 0xe000, 0xe001, 0xfffd, 0xffff, 0x10000, 0x10ffff),
    fc.integer({ min: 1, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  ),
  { maxLength: 6 },
)
const texts = text.map((points) => String.fromCodePoint(...points))

const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

test("keys compare by UTF-16 units as their texts do by code points, and give them back", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(compareUnits(toKey(a), toKey(b))).toBe(Math.sign(compareText(a, b)))
      expect(fromKey(toKey(a))).toBe(a)
      expect(new TextDecoder().decode(new TextEncoder().encode(toKey(a)))).toBe(toKey(a))
    }),
    { numRuns: 2000 },
  )
})

test("keys of texts with a prefix lie between that of the prefix and that of its end", () => {
  fc.assert(
    fc.property(texts, texts, (prefix, rest) => {
      const end = endOf(prefix)
      expect(compareUnits(toKey(prefix + rest), toKey(prefix))).toBeGreaterThanOrEqual(0)
      if (end !== undefined) expect(compareUnits(toKey(prefix + rest), toKey(end))).toBe(-1)
    }),
    { numRuns: 1000 },
  )
})
