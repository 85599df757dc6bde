import * as texts from "cubular/messages/en"
import { describe, expect, test } from "vitest"
import { read } from "./examples.ts"

describe("docs/sagas.md", () => {
  test("names only codes there are, and every one a document can be refused with", () => {
    const codes =
      read("docs/sagas.md")
        .match(/`[a-z]+(?:_[a-z]+)+`/g)
        ?.map((code) => code.slice(1, -1)) ?? []
    expect(codes.filter((code) => !Object.hasOwn(texts, code) && code !== "cubular_sagas_total")).toEqual([])
    expect(new Set(codes).size).toBeGreaterThan(12)
  })
})
