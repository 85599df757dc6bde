import * as en from "cubular/messages/en"
import { format as formatEn } from "cubular/messages/en"
import { format as formatKo } from "cubular/messages/ko"
import { describe, expect, test } from "vitest"

interface Entry {
  readonly code: string
  readonly message: string
  readonly hint: string
}

const entries = Object.entries(en as { readonly [name: string]: unknown }).filter(
  (pair): pair is [string, Entry] => typeof pair[1] === "object",
)
const slots = (text: string): string[] => [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].sort()

describe("error texts", () => {
  test("there are texts at all", () => {
    expect(entries.length).toBeGreaterThan(50)
  })

  test.each(entries)("%s carries its own name as code", (name, entry) => {
    expect(entry.code).toBe(name)
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
  })

  test.each(entries)("%s says what happened and what to do, in both languages", (_, entry) => {
    for (const format of [formatEn, formatKo]) {
      const { message, hint } = format({ ...entry, params: {} })
      expect(message.length).toBeGreaterThan(5)
      expect(hint.length).toBeGreaterThan(5)
    }
    expect(formatKo({ ...entry, params: {} }).message).toMatch(/[가-힣]/)
  })

  test.each(entries)("%s asks for the same parameters in both languages", (_, entry) => {
    const korean = formatKo({ ...entry, params: {} })
    expect(slots(korean.message + korean.hint)).toEqual(slots(entry.message + entry.hint))
  })

  test("parameters are filled in: texts as they are, lists joined, others as JSON", () => {
    const params = { a: "x", b: [1, "y"], c: { d: 1 } }
    expect(formatEn({ code: "own_code", message: "{a} {b} {c}", hint: "", params })).toEqual({
      message: "{a} {b} {c}",
      hint: "",
    })
    expect(en.fill("{a} {b} {c} {none}", params)).toBe('x 1, y {"d":1} {none}')
  })

  test("a code that is not ours keeps its own words", () => {
    const own = { code: "__proto__", message: "m", hint: "h", params: {} }
    expect(formatKo(own)).toEqual({ message: "m", hint: "h" })
  })
})
