import { pillars, scoreOf, scoreTables, solarTerms } from "cubular/saju"
import {
  compatibilityBatch,
  luckBatch,
  pillarsBatch,
  reverseLookup,
  reverseLookupBatch,
  scoresBatch,
} from "cubular/saju/batch"
import { describe, expect, test } from "vitest"
import { wasm } from "#test-host"

const IPHA = 8
const ms = (text: string): number => Date.parse(`${text}Z`)
const refused = (work: () => unknown): Promise<unknown> =>
  (async () => work())().then(
    () => "nothing",
    (thrown) => thrown,
  )
const engines = [
  ["SIMD", wasm.saju],
  ["scalar", wasm.sajuScalar],
  ["TypeScript", null],
] as const

describe.each(engines)("a row that cannot be computed has a status, the rest is computed: %s", (_, module) => {
  test("luck: NaN, a year out of range, a fold of 2, no sex", async () => {
    const civilMs = Float64Array.of(
      ms("1990-05-01T14:30"),
      Number.NaN,
      ms("1850-01-01T00:00"),
      ms("1990-05-01T14:30"),
      0,
    )
    const sex = Uint8Array.of(0, 0, 0, 2, 1)
    const found = await luckBatch({ civilMs, sex, fold: Uint8Array.of(0, 0, 0, 0, 2), wasm: module })
    expect([...found.status]).toEqual([0, 1, 1, 2, 1])
    expect([...found.direction]).toEqual([1, 0, 0, 0, 0])
    expect([...found.firstDecade]).toEqual([17, 255, 255, 255, 255])
    expect([...found.startAge].slice(1)).toEqual([255, 255, 255, 255])
    expect([...found.startDays].slice(1)).toEqual([65_535, 65_535, 65_535, 65_535])
    expect([...found.daysToTerm].slice(1)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })

  test("scores: 60 in any place", async () => {
    const batch = Uint8Array.of(1, 2, 3, 4, 60, 2, 3, 4, 1, 60, 3, 4, 1, 2, 254, 4, 1, 2, 3, 60, 1, 2, 3, 255)
    const { elements, strength, status } = await scoresBatch({ pillars: batch, wasm: module })
    expect([...status]).toEqual([0, 1, 1, 1, 1, 0])
    const counted = [0, 1, 2, 3, 4, 5].map((row) =>
      Object.values(elements).reduce((sum, column) => sum + column[row]!, 0),
    )
    expect(counted).toEqual([8, 1275, 1275, 1275, 1275, 6])
    for (const column of Object.values(strength))
      expect([...column].slice(1, 5)).toEqual([65_535, 65_535, 65_535, 65_535])
  })

  test("compatibility: 60 in any place, an element of 5", async () => {
    const batch = Uint8Array.of(1, 2, 3, 4, 60, 2, 3, 4, 1, 2, 3, 60, 1, 2, 3, 255, 1, 2, 3, 4)
    const usefulElements = Uint8Array.of(4, 0, 0, 255, 5)
    const { scores, status } = await compatibilityBatch({
      one: [5, 6, 7, -1, 0],
      pillars: batch,
      usefulElements,
      wasm: module,
    })
    expect([...status]).toEqual([0, 1, 1, 0, 1])
    const tables = scoreTables()
    const first = scoreOf([5, 6, 7, -1, 0], [1, 2, 3, 4, 4], tables)
    const fourth = scoreOf([5, 6, 7, -1, 0], [1, 2, 3, -1, -1], tables)
    expect([...scores]).toEqual([first, 65_535, 65_535, fourth, 65_535])
  })

  test("reverse look-ups: 60 in any place", async () => {
    const { year, month, day, hour } = pillars({ date: "1990-05-01", time: "14:30" })
    const row = [year, month, day, hour!]
    const batch = Uint8Array.from([...row, 60, ...row.slice(1), ...row, ...row.slice(0, 3), 99])
    const { firsts, status, fromMs } = await reverseLookupBatch({ pillars: batch, wasm: module })
    expect([...status]).toEqual([0, 1, 0, 1])
    expect(firsts[2]).toBe(firsts[1])
    expect(firsts[4]).toBe(firsts[3])
    expect(fromMs).toHaveLength(2 * firsts[1]!)
  })
})

describe("reverse look-up", () => {
  test("finds the double hour of a birth, in mean solar time of 127.5° east", () => {
    const query = pillars({ date: "1990-05-01", time: "14:30" })
    const found = reverseLookup(query, { fromYear: 1980, toYear: 1999 })
    expect(found).toEqual([
      {
        fromMs: ms("1990-05-01T04:30:00"),
        toMs: ms("1990-05-01T06:30:00"),
        civilFromMs: ms("1990-05-01T13:30:00"),
        civilToMs: ms("1990-05-01T15:30:00"),
        fold: 0,
      },
    ])
  })

  test("any hour gives whole days, cut where the month changes", () => {
    const query = { ...pillars({ date: "1990-05-06", time: "12:00" }, { clock: "wall" }), hour: null }
    const rules = { clock: "wall", fromYear: 1990, toYear: 1990 } as const
    const [day] = reverseLookup(query, rules)
    expect(day!.fromMs).toBe(solarTerms(1990)[IPHA])
    expect(new Date(day!.civilToMs).toISOString()).toBe("1990-05-07T00:00:00.000Z")
  })

  test("midnight gives the first and the last hour of a day one pillar, and so two stretches", () => {
    const rules = { clock: "wall", boundary: "midnight", timeZone: "+09:00", fromYear: 1990, toYear: 1990 } as const
    const found = reverseLookup(
      pillars({ date: "1990-05-10", time: "00:30", timeZone: "+09:00" }, { clock: "wall", boundary: "midnight" }),
      rules,
    )
    expect(found.map(({ civilFromMs }) => new Date(civilFromMs).toISOString().slice(0, 16))).toEqual([
      "1990-05-10T00:00",
      "1990-05-10T23:00",
    ])
  })

  test("an hour that the clock showed twice is two stretches with their folds", () => {
    const rules = { clock: "wall", fromYear: 1988, toYear: 1988 } as const
    const found = reverseLookup(pillars({ date: "1988-10-09", time: "02:30" }, { clock: "wall" }), rules)
    expect(found.map(({ civilFromMs, civilToMs, fold }) => [civilFromMs, civilToMs, fold])).toEqual([
      [ms("1988-10-09T01:00"), ms("1988-10-09T03:00"), 0],
      [ms("1988-10-09T02:00"), ms("1988-10-09T03:00"), 1],
    ])
  })

  test("a year and a month that never meet give nothing", () => {
    expect(reverseLookup({ year: 0, month: 0, day: 0, hour: 0 })).toEqual([])
  })
})

describe("what is wrong with a batch as a whole is refused with code and path", () => {
  const rows = new Uint8Array(8)
  test.each([
    ["no batch", () => scoresBatch(null as never), "batch_pillars_malformed", []],
    ["no column", () => scoresBatch({} as never), "batch_column_malformed", ["pillars"]],
    ["seven bytes", () => scoresBatch({ pillars: new Uint8Array(7) }), "batch_pillars_uneven", ["pillars"]],
    ["a pole", () => scoresBatch({ pillars: rows, hemisphere: "pole" as never }), "choice_unknown", ["hemisphere"]],
    ["an unknown field", () => scoresBatch({ pillars: rows, zone: 1 } as never), "field_unknown", ["zone"]],
    ["nobody", () => compatibilityBatch({ pillars: rows } as never), "batch_one_malformed", ["one", 0]],
    [
      "a ganji of 60",
      () => compatibilityBatch({ one: [1, 60, 3, 4, 1], pillars: rows }),
      "batch_one_malformed",
      ["one", 1],
    ],
    [
      "a column too short",
      () => compatibilityBatch({ one: [1, 2, 3, 4, 1], pillars: rows, usefulElements: new Uint8Array(3) }),
      "batch_length_differs",
      ["usefulElements"],
    ],
    [
      "a weight of half a point",
      () => compatibilityBatch({ one: [1, 2, 3, 4, 1], pillars: rows, weights: { stars: 0.5 } }),
      "weight_out_of_range",
      ["weights", "stars"],
    ],
    [
      "somebody who cannot be read",
      () =>
        compatibilityBatch({
          one: new Proxy([], {
            get: () => {
              throw new Error("no")
            },
          }),
          pillars: rows,
        }),
      "input_unreadable",
      ["one"],
    ],
    [
      "an unknown school",
      () => compatibilityBatch({ one: [1, 2, 3, 4, 1], pillars: rows, schools: { nobleOfGeng: "x" as never } }),
      "choice_unknown",
      ["schools", "nobleOfGeng"],
    ],
    [
      "a sex in words",
      () => luckBatch({ civilMs: new Float64Array(1), sex: "both" as never }),
      "choice_unknown",
      ["sex"],
    ],
    ["a year of 3000", () => reverseLookupBatch({ pillars: rows, toYear: 3000 }), "year_out_of_range", ["toYear"]],
    ["a year of 1700", () => reverseLookupBatch({ pillars: rows, fromYear: 1700 }), "year_not_loaded", ["fromYear"]],
    [
      "years in disorder",
      () => reverseLookupBatch({ pillars: rows, fromYear: 2000, toYear: 1999 }),
      "year_range_malformed",
      ["toYear"],
    ],
    [
      "half a year",
      () => reverseLookup({ year: 0, month: 2, day: 0, hour: 0 }, { fromYear: 1950.5 }),
      "year_range_malformed",
      ["options", "fromYear"],
    ],
    [
      "an hour of 60",
      () => reverseLookup({ year: 0, month: 2, day: 0, hour: 60 }),
      "pillars_malformed",
      ["pillars", "hour"],
    ],
    ["no pillars", () => reverseLookup(null as never), "pillars_malformed", []],
  ] as const)("%s", async (_, work, code, path) => {
    expect(await refused(work)).toMatchObject({ code, path })
  })
})

test("progress and abort reach every batch", async () => {
  const civilMs = Float64Array.from({ length: 300_000 }, (_, row) => row * 1e7)
  const batch = await pillarsBatch({ civilMs })
  const reason = new Error("enough")
  const asked: ((more: { signal: AbortSignal; onProgress: () => void }) => Promise<unknown>)[] = [
    (more) => luckBatch({ civilMs, ...more }),
    (more) => scoresBatch({ pillars: batch, ...more }),
    (more) => compatibilityBatch({ one: [1, 2, 3, 4, 0], pillars: batch, ...more }),
    (more) => reverseLookupBatch({ pillars: batch, ...more }),
  ]
  for (const ask of asked) {
    const control = new AbortController()
    let calls = 0
    const onProgress = (): void => {
      calls++
      control.abort(reason)
    }
    expect(await refused(() => ask({ signal: control.signal, onProgress }))).toBe(reason)
    expect(calls).toBe(1)
  }
})
