import { CubeError } from "cubular/contract"
import { store_key_malformed } from "cubular/messages/en"
import { describe, expect, test } from "vitest"
import { forItem, refuse, wholeOf, within } from "../../../src/stores/refuse.ts"

const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const fail = (error: Error): never => {
  throw error
}

describe("a refusal", () => {
  test("has a code, a place and what its words need", () => {
    const error = caught(() => refuse(store_key_malformed, ["key"], { max: 3 }))
    expect(error).toMatchObject({ code: "store_key_malformed", path: ["key"], params: { max: 3 } })
    expect(caught(() => refuse(store_key_malformed, []))).toMatchObject({ path: [], params: {} })
  })

  test("of one item of many says which, and gives what the work gave otherwise", () => {
    expect(forItem("keys", 3, () => "done")).toBe("done")
    expect(caught(() => forItem("keys", 3, () => refuse(store_key_malformed, ["name"])))).toMatchObject({
      code: "store_key_malformed",
      path: ["keys", 3, "name"],
    })
  })

  test("of somebody else stays what it is", () => {
    const error = new RangeError("own")
    expect(caught(() => forItem("keys", 0, () => fail(error)))).toBe(error)
    expect(within(["a"], error)).toBe(error)
    expect(within(["a"], new CubeError({ ...store_key_malformed, path: ["b"] }))).toMatchObject({ path: ["a", "b"] })
  })
})

describe("a whole number of an option", () => {
  test.each([
    [undefined, 7],
    [1, 1],
    [5, 5],
    [9, 9],
  ])("%j counts as %d", (given, counts) => {
    expect(wholeOf("limit", given, 7, 1, 9)).toBe(counts)
  })

  test.each([0, 10, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null])("%j is refused", (given) => {
    expect(caught(() => wholeOf("limit", given, 7, 1, 9))).toMatchObject({
      code: "store_option_refused",
      path: ["limit"],
      params: { option: "limit", takes: "1…9" },
    })
  })
})
