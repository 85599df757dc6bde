import fc from "fast-check"
import { expect, test } from "vitest"
import { fromKey, toKey } from "../../../src/stores/browser/keys.ts"
import { behindList, keyOfRow, listKey, rowKey } from "../../../src/stores/browser/row-keys.ts"
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

test("keys of lists compare as the lists do, texts by code points and numbers as numbers, and what begins alike ends together", () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53, 2 ** 32, -(2 ** 32)),
  )
  const lists = fc.tuple(texts, numbers, texts)
  const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
    const at = a.findIndex((value, index) => value !== b[index])
    const [left, right] = [a[at], b[at]]
    if (at < 0) return 0
    return typeof left === "string"
      ? Math.sign(compareText(left, right as string))
      : Math.sign((left as number) - (right as number))
  }
  fc.assert(
    fc.property(lists, lists, fc.integer({ min: 0, max: 3 }), (a, b, length) => {
      const [left, right] = [listKey("t 1", a), listKey("t 1", b)]
      expect(compareUnits(left, right)).toBe(compare(a, b))
      const head = listKey("t 1", a.slice(0, length))
      const isUnder = compare(a.slice(0, length), b.slice(0, length)) === 0
      expect(head <= right && right < behindList(head)).toBe(isUnder)
      const mixed = listKey("t 1", [a[0], b[1], a[2]])
      expect(compareUnits(left, mixed)).toBe(compare(a, [a[0], b[1], a[2]]))
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.oneof(texts, numbers), (key) => {
      expect(keyOfRow(rowKey("t 1", key))).toBe(key)
    }),
    { numRuns: 1000 },
  )
})
