import { expect, it } from "vitest"
import { noticeText } from "../../playground/i18n/notices.ts"
import { reasonTexts } from "../../playground/i18n/reasons.ts"

/** The engine's own sources, so that what it can say is found where it is said. */
const sources = import.meta.glob<string>("../../cubes/saju/engine/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
})

const found = (pattern: RegExp): string[] => [
  ...new Set(Object.values(sources).flatMap((source) => [...source.matchAll(pattern)].map(([, name = ""]) => name))),
]

/** Codes of the types every warning has; errors take theirs from `cubular/messages`. */
const codes = found(/readonly code: "(\w+)"/g)
const rules = found(/^ {2}"((?:structure|special|useful)\.[\w.]+)": \[/gm)
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)

it("the engine's warnings and rules are found in its sources", () => {
  expect(codes.length).toBeGreaterThanOrEqual(16)
  expect(rules.length).toBeGreaterThanOrEqual(57)
})

it.each(codes.flatMap((code) => [-30, 0, 30].map((seconds) => [code, seconds] as const)))(
  "the warning %s is said in both languages when its edge is %d s away",
  (code, seconds) => {
    const warning = { code, params: { seconds, term: 2 } } as unknown as Parameters<typeof noticeText>[1]
    expect(noticeText("en", warning)).toMatch(/^[A-Z].{10}/)
    expect(noticeText("ko", warning)).toMatch(/[가-힣].*[.]$/)
  },
)

it.each(rules)("the rule %s is said in both languages, with parameters it has", (rule) => {
  const text = reasonTexts[rule]
  expect(text?.en).toMatch(/\S/)
  expect(text?.ko).toMatch(/[가-힣]/)
  const params = Object.values(sources)
    .map((source) => source.split(`"${rule}": [`)[1]?.split("]")[0])
    .find((listed) => listed !== undefined && /^["\w, ]*$/.test(listed))
  const known = [...(params ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name)
  for (const name of [...names(text?.en ?? ""), ...names(text?.ko ?? "")]) expect(known).toContain(name)
})

it("no text is left of a rule the engine no longer has", () => {
  expect(Object.keys(reasonTexts).filter((rule) => !rules.includes(rule))).toEqual([])
})
