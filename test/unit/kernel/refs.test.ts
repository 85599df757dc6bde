import { describe, expect, test } from "vitest"
import { formatPointer, formatRef, parseDataPointer, parseRef, parseUse } from "../../../src/kernel/refs.ts"

describe("references", () => {
  test.each([
    ["@birth", undefined, "birth", []],
    ["pillars.pillars", "pillars", "pillars", []],
    ["a.b#/day/0", "a", "b", ["day", "0"]],
    ["a.b#", "a", "b", []],
    ["a.b#/", "a", "b", [""]],
    ["@x#/a~1b/~0c~01", undefined, "x", ["a/b", "~c~1"]],
    ["a-B9.c#/한 글", "a-B9", "c", ["한 글"]],
  ])("%s is read", (text, instance, name, pointer) => {
    expect(parseRef(text)).toEqual({ instance, name, pointer })
  })

  test.each([
    "",
    "a",
    "a.",
    ".b",
    "@",
    "@A",
    "a.b.c",
    "a.b#x",
    "a.b#/~2",
    "a.b#/~",
    "A.b",
    "a .b",
    "a.b ",
    "@a.b",
    "#/a",
    "a.1b",
    `${"a".repeat(65)}.b`,
    "a.b\n",
  ])("%j is refused", (text) => {
    expect(parseRef(text)).toBeUndefined()
  })

  test("formatting gives the shortest spelling and survives parsing", () => {
    for (const text of ["@birth", "a.b", "a.b#/x~1y/~0", "a.b#/"]) expect(formatRef(parseRef(text) as never)).toBe(text)
    expect(formatRef(parseRef("a.b#") as never)).toBe("a.b")
    expect(formatPointer(["a/b", 0, "~"])).toBe("/a~1b/0/~0")
  })

  test("under `on`, a bare pointer points into the message's data", () => {
    expect(parseDataPointer("#/birth/date")).toEqual(["birth", "date"])
    expect(parseDataPointer("#")).toEqual([])
    expect(parseDataPointer("@x")).toBeUndefined()
    expect(parseDataPointer("#birth")).toBeUndefined()
  })
})

describe("uses", () => {
  test.each([
    ["text/upper", false, "text/upper", ""],
    ["text/upper@^1", false, "text/upper", "^1"],
    ["text/upper@*", false, "text/upper", "*"],
    ["composition:saju-fortune@1.0.0", true, "saju-fortune", "1.0.0"],
  ])("%s is read", (text, composition, id, rangeText) => {
    expect(parseUse(text)).toMatchObject({ composition, id, rangeText })
  })

  test.each([
    "",
    "upper",
    "text/upper@",
    "text/upper@1",
    "Text/upper",
    "text/upper/x",
    "composition:a/b",
    "composition:",
    "text/upper@latest",
    "a@b/c",
  ])("%j is refused", (text) => {
    expect(parseUse(text)).toBeUndefined()
  })
})
