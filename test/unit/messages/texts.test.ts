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

  test.each(entries)("%s has one Korean word for compositions", (_, entry) => {
    const { message, hint } = formatKo({ ...entry, params: {} })
    expect(message + hint).not.toContain("조합")
  })

  test("parameters are filled in: texts as they are, lists joined, others as JSON", () => {
    const params = { a: "x", b: [1, "y"], c: { d: 1 } }
    expect(formatEn({ code: "own_code", message: "{a} {b} {c}", hint: "", params })).toEqual({
      message: "{a} {b} {c}",
      hint: "",
    })
    expect(en.fill("{a} {b} {c} {none}", params)).toBe('x 1, y {"d":1} {none}')
  })

  test("values are said in words: options in Korean, terms by name, seconds whole", () => {
    const texts = new Map(entries)
    const say = (code: string, params: { [name: string]: unknown }) => {
      const text = { ...(texts.get(code) as Entry), params }
      return [formatKo(text), formatEn(text)].map(({ message, hint }) => `${message} ${hint}`)
    }
    expect(say("near_term", { term: 18, seconds: 22.464 })[0]).toContain("절기 한로의 시작과 22초 차이")
    expect(say("near_term", { term: 18, seconds: -22.6 })[1]).toContain("-23 s from the beginning of solar term Hanno")
    expect(say("term_inside_day", { term: 2, utc: "u" })[0]).toContain("절기 입춘의")
    expect(say("date_part_out_of_range", { part: "month", min: 1, max: 12 })[0]).toContain("날짜의 월 값")
    expect(say("time_part_out_of_range", { part: "hour", min: 0, max: 23 })[0]).toContain("시각의 시 값")
    expect(say("longitude_missing", { clock: "standard" })[0]).toContain("표준시 시계를")
    expect(say("lunar_year_out_of_range", { calendar: "korea", min: 1, max: 2 })[0]).toContain("한국 음력이")
    expect(say("rat_hour", { boundary: "split" })[0]).toContain("적용한 기준: 야자시·조자시(split).")
    expect(say("priority_repeated", { method: "balance" })[0]).toContain("억부(balance) 방법이 두 번")
    for (const value of ["constructor", "__proto__", Number.NaN, null, undefined])
      expect(say("near_term", { term: value, seconds: value }).join()).not.toMatch(/function|\[object/)
  })

  test("a code that is not ours keeps its own words", () => {
    const own = { code: "__proto__", message: "m", hint: "h", params: {} }
    expect(formatKo(own)).toEqual({ message: "m", hint: "h" })
  })
})
