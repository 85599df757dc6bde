import { CubeError } from "cubular"
import { analyze, type Birth, chart, decadeLuck, monthLuck, yearLuck } from "cubular/saju"
import { interpret, toCompact } from "cubular/saju/reading"
import { renderSvg, renderText } from "cubular/saju/render"
import { describe, expect, test } from "vitest"
import { births } from "./sample.ts"

/** Numbers that look random and are the same every time (Park and Miller). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const now = "2026-11-21T00:00:00Z"

/** Everything the four functions take, made of one birth. */
function givenFor(birth: Birth, lang: "ko" | "en") {
  const found = chart(birth, { now })
  const years = yearLuck(found, { from: 2020, to: 2029 })
  const decades = birth.sex == null ? undefined : decadeLuck(found)
  return { lang, birth, chart: found, analysis: analyze(found), years, decades, months: monthLuck(found, 2026) }
}

type Given = ReturnType<typeof givenFor>

const uses: readonly ((given: Given) => unknown)[] = [
  ({ lang, analysis, chart: found, years }) => interpret(analysis, { lang, chart: found, luck: found.luck, years }),
  ({ lang, analysis, chart: found, years, decades, months }) =>
    toCompact(found, analysis, { years, decades, months }, { lang }),
  ({ lang, analysis, birth, chart: found, years }) =>
    renderText(found, { lang, analysis, birth, years, luck: found.luck }),
  ({ lang, analysis, birth, chart: found, years }) =>
    renderSvg(found, { lang, analysis, birth, years, detail: "full" }),
]

const DAMAGE: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  61,
  1.5,
  1e308,
  "",
  "__proto__",
  "constructor",
  "toString",
  true,
  {},
  [],
  [null],
  { index: 3 },
  () => 1,
  Symbol("x"),
  10n,
]

type Node = { [key: string]: unknown }

/** Puts something else, or nothing, in a random place of a copy, and says where. */
function damaged(given: Given, next: (below: number) => number): { readonly copy: Given; readonly where: string } {
  const copy = structuredClone(given)
  const path: string[] = []
  let node = copy as unknown as Node
  const roots = ["chart", "analysis", "years", "decades", "months", "birth"]
  let key = roots[next(roots.length)] as string
  for (;;) {
    path.push(key)
    const inside = node[key]
    const keys = typeof inside === "object" && inside !== null ? Object.keys(inside) : []
    if (keys.length === 0 || (path.length > 1 && next(6) === 0)) break
    node = inside as Node
    key = keys[next(keys.length)] as string
  }
  const value = DAMAGE[next(DAMAGE.length + 1)]
  if (next(12) === 0) delete node[key]
  else node[key] = value
  return { copy, where: `${path.join(".")} = ${String(value)}` }
}

/** What came out as text, or the error. */
function outcomeOf(use: () => unknown): { readonly text: string } | { readonly error: unknown } {
  try {
    const out = use()
    return { text: typeof out === "string" ? out : JSON.stringify(out) }
  } catch (error) {
    return { error }
  }
}

describe("what the engine has not made", () => {
  test("is refused with a code, or tells nothing wrong: 4,000 copies damaged in one place", () => {
    const next = numbersFrom(20_261_122)
    const whole = births.flatMap((birth) => [givenFor(birth, "ko"), givenFor({ ...birth, sex: null }, "en")])
    let refused = 0
    for (let i = 0; i < 4000; i++) {
      const { copy, where } = damaged(whole[i % whole.length] as Given, next)
      for (const use of uses) {
        const outcome = outcomeOf(() => use(copy))
        if ("text" in outcome) expect(outcome.text, where).not.toMatch(/NaN|undefined|\[object|Infinity|function/)
        else expect(outcome.error, where).toBeInstanceOf(CubeError)
        if ("error" in outcome) refused++
      }
    }
    expect(refused).toBeGreaterThan(1000)
  })

  test("is refused at its place", () => {
    const codeAt = (change: (given: Given) => void, use: number): unknown => {
      const given = structuredClone(givenFor(births[0] as Birth, "ko"))
      change(given)
      const outcome = outcomeOf(() => (uses[use] as (given: Given) => unknown)(given))
      const { code, path } = "error" in outcome ? (outcome.error as CubeError) : { code: outcome.text, path: [] }
      return [code, path?.join(".")]
    }
    const node = (value: unknown): Node => value as Node
    const seconds = codeAt((given) => Object.assign(node(given.chart.details.previousTerm), { seconds: Number.NaN }), 2)
    expect(seconds).toEqual(["chart_malformed", "chart.details.previousTerm.seconds"])
    const joyful = codeAt((given) => delete node(given.analysis.usefulGod?.roles).joyful, 2)
    expect(joyful).toEqual(["analysis_malformed", "options.analysis.usefulGod.roles.joyful"])
    expect(codeAt((given) => delete node(given.chart.details).clock, 1)).toEqual([
      "chart_malformed",
      "chart.details.clock",
    ])
    const weights = codeAt((given) => Object.assign(given.analysis.elements.weighted, [Number.POSITIVE_INFINITY]), 0)
    expect(weights).toEqual(["analysis_malformed", "analysis.elements.weighted.0"])
    const method = codeAt((given) => Object.assign(node(given.analysis.usefulGods[0]), { method: "__proto__" }), 3)
    expect(method).toEqual(["analysis_malformed", "options.analysis.usefulGods.0.method"])
    expect(codeAt((given) => Object.assign(node(given.birth), { date: 5 }), 2)).toEqual([
      "render_options_malformed",
      "options.birth.date",
    ])
  })
})

describe("options of the four functions", () => {
  const { chart: found, analysis } = givenFor(births[0] as Birth, "ko")
  const calls: readonly ((options: never) => unknown)[] = [
    (options) => interpret(analysis, options),
    (options) => toCompact(found, analysis, {}, options),
    (options) => renderText(found, options),
    (options) => renderSvg(found, options),
  ]
  const refuse = (): never => {
    throw new Error("no")
  }
  const throwing = new Proxy({}, { ownKeys: refuse, get: refuse })
  const getter = {
    get lang(): string {
      return refuse()
    },
  }
  const codesFor = (options: unknown): unknown[] =>
    calls.map((call) => {
      const outcome = outcomeOf(() => call(options as never))
      return "error" in outcome ? ((outcome.error as Partial<CubeError>).code ?? outcome.error) : "none"
    })

  test("are objects of known fields that can be read", () => {
    for (const options of [null, 5, "ko", [], true]) {
      expect(codesFor(options)).toEqual([
        "options_malformed",
        "options_malformed",
        "render_options_malformed",
        "render_options_malformed",
      ])
    }
    expect(codesFor({ langg: "en" })).toEqual(Array(4).fill("field_unknown"))
    expect(codesFor(JSON.parse('{"__proto__": {"lang": "en"}}'))).toEqual(Array(4).fill("field_unknown"))
    expect(codesFor(throwing)).toEqual(Array(4).fill("input_unreadable"))
    expect(codesFor(getter)).toEqual(Array(4).fill("input_unreadable"))
    expect(codesFor({})).toEqual(Array(4).fill("none"))
  })

  test("stand beside a chart and an analysis: without them there is a code as well", () => {
    for (const nothing of [undefined, null, 1, throwing] as never[]) {
      for (const call of [
        () => interpret(nothing),
        () => toCompact(nothing, analysis),
        () => toCompact(found, nothing),
        () => toCompact(found, analysis, nothing ?? (null as never)),
        () => renderText(nothing),
        () => renderSvg(nothing, { analysis }),
      ])
        expect(call).toThrow(CubeError)
    }
  })
})
