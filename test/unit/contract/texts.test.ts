import { CubeError, isCubeError } from "cubular/contract"
import { format as en } from "cubular/messages/en"
import { format as ko } from "cubular/messages/ko"
import { describe, expect, test } from "vitest"
import * as texts from "../../../src/messages/en/contract.ts"
import { contract } from "../../../src/messages/ko/contract.ts"

const placeholders = (text: string): string[] => (text.match(/\{[a-zA-Z]+\}/g) ?? []).toSorted()

describe("texts of the contract", () => {
  test.each(Object.values(texts))("$code exists in Korean with the same placeholders", (text) => {
    const korean = contract[text.code]
    expect(korean.message).toMatch(/[가-힣]/)
    expect(korean.hint).toMatch(/[가-힣]/)
    expect(placeholders(korean.message + korean.hint)).toEqual(placeholders(text.message + text.hint))
  })

  test("are named by their code", () => {
    for (const [name, text] of Object.entries(texts)) expect(text.code).toBe(name)
  })

  test("are filled from params in either language", () => {
    const error = new CubeError({ ...texts.value_too_deep, params: { max: 64 } })
    expect(error.message).toBe("The value is nested deeper than 64 levels.")
    expect(en(error).message).toBe(error.message)
    expect(ko(error).message).toBe("값이 64단계보다 깊이 중첩되어 있습니다.")
    expect(isCubeError(CubeError.fromJSON(JSON.parse(JSON.stringify(error))))).toBe(true)
  })
})
