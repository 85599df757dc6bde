import { storeLimits } from "cubular/contract"
import { describe, expect, test } from "vitest"
import {
  byteLength,
  checkBatch,
  checkKey,
  checkKeys,
  checkPrefix,
  checkUnlike,
  compareText,
  endOf,
  isLonger,
} from "../../../src/stores/text.ts"

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
const caught = (work: () => void): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
}
const refused = (code: string, path: unknown, params = {}): unknown => expect.objectContaining({ code, path, params })

describe("the length of a text", () => {
  test.each([
    "",
    "a",
    "\u007f",
    "\u0080",
    "é",
    "\u07ff",
    "\u0800",
    "가",
    "\ud7ff",
    "\ue000",
    "\uffff",
    "\u{1f300}",
    "a가é\u{10ffff}",
  ])("%j is counted in bytes of UTF-8", (text) => {
    expect(byteLength(text)).toBe(bytesOf(text))
    expect(isLonger(text, bytesOf(text))).toBe(false)
    expect(isLonger(text, bytesOf(text) - 1)).toBe(true)
  })

  test("is more than a limit only beyond it", () => {
    expect([isLonger("aaa", 8), isLonger("가가가", 8), isLonger("가가가", 9)]).toEqual([false, true, false])
  })
})

describe("a key", () => {
  test.each(["a", "...", ".a", "a.", " ", "가", "\u{1f300}", "\ud7ff", "\ue000", "a\u{10ffff}b"])(
    "may be %j",
    (key) => {
      expect(caught(() => checkKey(key, ["key"]))).toBeUndefined()
    },
  )

  test.each([
    ["", "empty"],
    [".", "a place of its own in some"],
    ["..", "the same"],
    ["a\u0000", "cut there"],
    ["\ud83d", "no text"],
    ["a\ud83dx", "no text"],
    ["\ud83d\ud83d", "no text"],
    ["\udc00\udc00", "no text"],
    ["\udf00", "no text"],
    ["\udf00\udf00", "no text"],
    ["\udf00\ud83d", "no text"],
    ["\ud83d\ue000", "no text"],
    [7, "no text"],
    [undefined, "none"],
  ])("may not be %j: %s", (key, _) => {
    expect(caught(() => checkKey(key, ["keys", 2]))).toEqual(refused("store_key_malformed", ["keys", 2]))
  })

  test("is as long as the limit, in bytes, and not longer", () => {
    const max = storeLimits.keyBytes
    expect(caught(() => checkKey("a".repeat(max), ["key"]))).toBeUndefined()
    for (const key of ["a".repeat(max + 1), "가".repeat(max / 2)])
      expect(caught(() => checkKey(key, ["key"]))).toEqual(refused("store_key_too_long", ["key"], { max }))
  })

  test("begins with nothing at all or anything a key may hold; its place may be one word", () => {
    for (const prefix of ["", ".", ".."]) expect(caught(() => checkPrefix(prefix, "prefix"))).toBeUndefined()
    expect(caught(() => checkPrefix("\ud83d", "prefix"))).toEqual(refused("store_key_malformed", ["prefix"]))
    expect(caught(() => checkPrefix(1, ["a", "b"]))).toEqual(refused("store_key_malformed", ["a", "b"]))
  })
})

describe("a list for one call", () => {
  test("holds from one to as many as the limit says", () => {
    const max = storeLimits.batch
    for (const count of [1, max]) expect(caught(() => checkBatch(new Array(count), ["keys"]))).toBeUndefined()
    for (const count of [0, max + 1])
      expect(caught(() => checkBatch(new Array(count), ["ops"]))).toEqual(
        refused("store_batch_refused", ["ops"], { count, min: 1, max }),
      )
    for (const none of [undefined, "ab", { length: 2 }])
      expect(caught(() => checkBatch(none, ["ops"]))).toEqual(
        refused("store_batch_refused", ["ops"], { count: 0, min: 1, max }),
      )
  })

  test("of keys says which of them is none", () => {
    expect(caught(() => checkKeys(["a", "b"]))).toBeUndefined()
    expect(caught(() => checkKeys(["a", "b", ""]))).toEqual(refused("store_key_malformed", ["keys", 2]))
    expect(caught(() => checkKeys([]))).toMatchObject({ code: "store_batch_refused", path: ["keys"] })
  })

  test("names nothing twice, or says where it does", () => {
    for (const keys of [[], ["a"], ["a", "b"], ["b", "a"], [1, 2], [2, 1]])
      expect(caught(() => checkUnlike(keys, "ops"))).toBeUndefined()
    expect(caught(() => checkUnlike(["a", "b", "a", "b"], "ops"))).toEqual(refused("store_key_repeated", ["ops", 2]))
    expect(caught(() => checkUnlike(["a", "a"], "keys"))).toEqual(refused("store_key_repeated", ["keys", 1]))
  })
})

describe("the order of texts", () => {
  const ascending = ["", "a", "aa", "ab", "b", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"]

  test("is that of their bytes in UTF-8", () => {
    for (const [i, a] of ascending.entries())
      for (const [j, b] of ascending.entries()) expect(Math.sign(compareText(a, b))).toBe(Math.sign(i - j))
  })

  test.each([
    ["a", "b"],
    ["ab", "ac"],
    ["a\u{10ffff}", "b"],
    ["\ud7ff", "\ue000"],
    ["\ue000", "\ue001"],
    ["\uffff", "\u{10000}"],
    ["a\u{10ffff}\u{10ffff}", "b"],
    ["", undefined],
    ["\u{10ffff}", undefined],
  ])("behind all that begin with %j there is %j", (prefix, end) => {
    expect(endOf(prefix)).toBe(end)
  })
})
