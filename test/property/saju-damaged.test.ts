/** What comes back from JSON damaged: every function of `cubular/saju` answers in full or refuses with a code. */
import { isCubeError } from "cubular/contract"
import * as exported from "cubular/saju"
import { newMoons } from "cubular/saju/years"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const saju = { ...exported, newMoons }
type Json = ReturnType<typeof JSON.parse>
type Path = readonly (string | number)[]
type Call = readonly [act: (...given: never[]) => unknown, ...given: unknown[]]

const birth = {
  date: "1990-05-01",
  time: "14:30",
  sex: "female",
  longitudeDeg: 127,
  timeZone: "Asia/Seoul",
  fold: 0,
} as const
const rules = { clock: "apparent", boundary: "jasi", now: "2026-11-21T09:00:00Z" } as const
const schools = { strength: "roots", usefulGodPriority: ["climate", "balance"], hemisphere: "south" } as const
const chart = saju.chart(birth, rules)
const hourless = saju.chart({ ...birth, time: null })
const analysis = saju.analyze(chart)
const partner = saju.analyze(saju.chart({ date: "1987-10-24", time: null }))
const person = [6, 16, 2, 31, 0]

/** Every function of the door, with what it takes. */
const calls: { readonly [name in keyof typeof saju]: readonly (readonly unknown[])[] } = {
  analyze: [
    [chart, schools],
    [hourless, schools],
  ],
  batchEngine: [[]],
  calendarDate: [[{ date: "1990-04-07", calendar: "lunar", leapMonth: false }, rules]],
  calendarMonth: [[{ month: "2026-11", calendar: "solar" }, rules]],
  calendarWarnings: [["2051-01-01", { calendar: "korea" }]],
  chart: [[birth, rules]],
  childLuck: [[chart, "forward", schools]],
  compatibility: [[analysis, partner, { sexA: "female", sexB: "male", weights: { stars: 30 } }]],
  compatibilityYears: [[chart, hourless, { from: 2025, to: 2026 }, schools]],
  dayLuck: [[chart, { from: "2026-11-20", to: "2026-11-21" }, schools]],
  decadeLuck: [[chart, schools]],
  hourLuck: [[hourless, "2026-11-21", schools]],
  lunarToSolar: [[{ year: 2025, month: 6, day: 1, leap: true, monthDays: 29 }, { calendar: "korea" }]],
  monthLuck: [[chart, 2026, schools]],
  newMoons: [[2026, "utc"]],
  pillars: [[birth, rules]],
  pillarsBatch: [[{ civilMs: [0, 1e12], timeZone: "Asia/Seoul", longitudeDeg: 127 }]],
  scoreOf: [[person, [0, 1, 2, -1, -1], saju.scoreTables()]],
  scoreTables: [[{ dayStems: 20 }, analysis.options]],
  solarTerms: [[2026, "tt"]],
  solarToLunar: [["2025-07-25", { calendar: "china" }]],
  yearLuck: [[hourless, { from: 2025, to: 2026 }, schools]],
}

const door: { readonly [name: string]: unknown } = { ...saju }
const cases: readonly Call[] = Object.entries(calls).flatMap(([name, each]) =>
  each.map((given): Call => [door[name] as Call[0], ...given]),
)

/** A copy that can be damaged: typed arrays stay what they are. */
function copyOf(value: unknown): Json {
  if (ArrayBuffer.isView(value)) return (value as Int32Array).slice()
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]))
}

/** Every place in a value, itself first; of a long list only some entries. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at]
  const keys = Array.isArray(value) || ArrayBuffer.isView(value) ? [0, 1, 2, 5] : Object.keys(value)
  const inside = keys.filter((key) => key in value)
  return [at, ...inside.flatMap((key) => placesIn((value as Json)[key], [...at, key]))]
}

const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ inner }), {})
const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new RangeError("secret")
    },
    ownKeys: () => {
      throw new Error("secret")
    },
  },
)
const values: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    0.5,
    12,
    13,
    60,
    99_999,
    2 ** 53,
    1e308,
    Number.NaN,
    Infinity,
    -Infinity,
  ],
  ...[
    "",
    "x",
    "7",
    "가",
    "2026-02-30",
    "24:00",
    "1990-05-01T05:30:00.000Z",
    "9999-99-99T99:99:99.999Z",
    "__proto__",
    "x".repeat(200_000),
  ],
  ...[
    [],
    {},
    [null],
    [[]],
    new Array(5),
    new Array(100_000),
    deep,
    throwing,
    new Map([["clock", "wall"]]),
    new Date(0),
    Symbol("x"),
    7n,
  ],
  () => 1,
  class {},
]
const places = cases.map(([, ...given]) => placesIn(given).filter((at) => at.length > 0))

/** One argument damaged at one place: set, removed, or made a field that throws. */
const damage = fc
  .nat(cases.length - 1)
  .chain((at) =>
    fc.tuple(
      fc.constant(at),
      fc.nat((places[at]?.length || 1) - 1),
      fc.nat(values.length + 2),
      fc.nat(values.length - 1),
    ),
  )

function damaged(given: Json, path: Path, kind: number): void {
  try {
    setDamage(given, path, kind)
  } catch {
    // A typed array takes no such value, or another damage took the place away.
  }
}

function setDamage(given: Json, path: Path, kind: number): void {
  const room = path.slice(0, -1).reduce((at, key) => at[key], given)
  const last = path.at(-1) as string | number
  // An argument itself is handed over as it is: it has no getter.
  if (kind < values.length || path.length === 1) Reflect.set(room, last, values[kind % values.length])
  else if (kind === values.length) Reflect.deleteProperty(room, last)
  else if (!ArrayBuffer.isView(room)) {
    const before = room[last]
    let reads = 0
    const get = (): unknown => {
      if (kind === values.length + 1 || reads++ > 0) throw new TypeError("secret")
      return before
    }
    Object.defineProperty(room, last, { get, enumerable: true, configurable: true })
  }
}

/** The first place in a result that holds no JSON value, but for the times and tables that are typed arrays. */
function flawIn(value: unknown, at = "result"): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `${at} = ${value}`
  if (typeof value === "string" || typeof value === "boolean" || value === null) return undefined
  if (typeof value !== "object") return `${at} = ${typeof value}`
  if (value === throwing) return `${at} is the caller's`
  const entries = ArrayBuffer.isView(value) ? [...(value as Float64Array)].entries() : Object.entries(value)
  for (const [key, each] of entries) {
    const flaw = flawIn(each, `${at}.${key}`)
    if (flaw) return flaw
  }
  return undefined
}

/** What is wrong with how a call ended; undefined when nothing is. */
function flawOf(act: () => unknown): string | undefined {
  try {
    const result = act()
    if (result instanceof Promise) {
      result.catch(() => undefined)
      return undefined
    }
    return flawIn(result)
  } catch (error) {
    if (!isCubeError(error)) return `threw ${error}`
    const text = JSON.stringify(error)
    return text.includes("secret") || text.length > 5000 ? `told ${text.slice(0, 200)}` : undefined
  }
}

describe("damaged by chance", () => {
  test("every function of the door has a call here that is answered", () => {
    expect(Object.keys(calls).sort()).toEqual(Object.keys(saju).sort())
    for (const [act, ...given] of cases) {
      expect(flawOf(() => act(...(given as never[])))).toBeUndefined()
      if (act !== (saju.pillarsBatch as unknown)) act(...(copyOf(given) as never[]))
    }
  })

  test("at one place: an answer in full, or a refusal with a code", () => {
    fc.assert(
      fc.property(damage, ([at, place, kind]) => {
        const [act, ...given] = cases[at] as Call
        const path = places[at]?.[place]
        const copy = copyOf(given)
        if (path) damaged(copy, path, kind)
        expect(flawOf(() => act(...(copy as never[])))).toBeUndefined()
      }),
      { numRuns: 12_000 },
    )
  })

  test("at two places of one argument", () => {
    fc.assert(
      fc.property(damage, fc.nat(), ([at, place, kind, other], second) => {
        const [act, ...given] = cases[at] as Call
        const all = places[at] ?? []
        const [one, two] = [all[place], all[second % Math.max(all.length, 1)]]
        const copy = copyOf(given)
        if (two) damaged(copy, two, other)
        if (one) damaged(copy, one, kind)
        expect(flawOf(() => act(...(copy as never[])))).toBeUndefined()
      }),
      { numRuns: 6000 },
    )
  })
})
