import { analyze, type Birth, chart, pillars, type SajuOptions, scoreOf, scoreTables } from "cubular/saju"
import {
  compatibilityBatch,
  luckBatch,
  pillarsBatch,
  reverseLookup,
  reverseLookupBatch,
  scoresBatch,
} from "cubular/saju/batch"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { wasm } from "#test-host"

/** xorshift32; the seed is printed with every failure. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

const seed = crypto.getRandomValues(new Uint32Array(1))[0]!
const from = Date.UTC(1900, 0, 1)
const to = Date.UTC(2101, 0, 1)
const zones = ["Asia/Seoul", "Asia/Pyongyang", "+09:00", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
const engines = { simd: wasm.saju, scalar: wasm.sajuScalar }
const picker =
  (next: () => number) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(next() * list.length)]!

const birthAt = (ms: number, more: Partial<Birth>): Birth => {
  const [date = "", time = ""] = new Date(ms).toISOString().slice(0, 19).split("T")
  return { date, time, ...more }
}

const secondsOf = (rows: number, next: () => number): Float64Array =>
  Float64Array.from({ length: rows }, () => Math.floor((from + next() * (to - from)) / 1000) * 1000)

/** Pillars in no order that births would give; `wrong` of them are not ganji, some hours are unknown. */
function randomPillars(rows: number, wrong: number, next: () => number): Uint8Array {
  return Uint8Array.from({ length: rows * 4 }, (_, at) => {
    if (next() < wrong) return 60 + Math.floor(next() * 196)
    return at % 4 === 3 && next() < 0.1 ? 255 : Math.floor(next() * 60)
  })
}

/** Every column by name, as bytes. */
function columnsOf(found: object, before = ""): [name: string, bytes: Uint8Array][] {
  return Object.entries(found).flatMap(([name, column]) =>
    ArrayBuffer.isView(column)
      ? [[before + name, new Uint8Array(column.buffer, column.byteOffset, column.byteLength)]]
      : columnsOf(column, `${name}.`),
  )
}

/** SIMD and scalar give the bits of TypeScript. */
async function expectSame(told: string, run: (engine: WebAssembly.Module | null) => Promise<object>): Promise<void> {
  const expected = columnsOf(await run(null))
  for (const [engine, module] of Object.entries(engines)) {
    const found = new Map(columnsOf(await run(module)))
    for (const [name, bytes] of expected) {
      const own = found.get(name) ?? new Uint8Array()
      const differs = own.length === bytes.length ? own.findIndex((byte, at) => byte !== bytes[at]) : own.length
      expect([seed, told, engine, name, differs]).toEqual([seed, told, engine, name, -1])
    }
  }
}

describe(`seed ${seed}`, () => {
  test("SIMD = scalar = TypeScript for luck, over a million births", async () => {
    const next = numbers(seed)
    const pick = picker(next)
    for (let round = 0; round < 40; round++) {
      const rows = 26_000 + Math.floor(next() * 1000)
      const batch = {
        civilMs: Float64Array.from({ length: rows }, () => from - 864e5 + next() * (to - from + 2 * 864e5)),
        timeZone: pick(zones),
        termPrecision: pick(["exact", "kasiMinute"] as const),
        luckRule: pick(["remainder", "round", "floor", "ceil", "exact"] as const),
        sex: pick([
          "male" as const,
          "female" as const,
          undefined,
          Uint8Array.from({ length: rows }, () => Math.floor(next() * 2.1)),
        ]),
        fold: pick([0 as const, 1 as const, Uint8Array.from({ length: rows }, () => Math.floor(next() * 2.01))]),
        longitudeDeg: pick([null, Float64Array.from({ length: rows }, () => next() * 364 - 182)]),
      }
      await expectSame(`${batch.timeZone} ${batch.luckRule}`, (module) => luckBatch({ ...batch, wasm: module }))
    }
  })

  test("SIMD = scalar = TypeScript for scores, over a million charts", async () => {
    const next = numbers(seed + 1)
    for (let round = 0; round < 10; round++) {
      const rows = 100_000 + Math.floor(next() * 5000)
      const pillars = randomPillars(rows, 0.01, next)
      const hemisphere = round % 2 === 0 ? "north" : "south"
      await expectSame(hemisphere, (module) => scoresBatch({ pillars, hemisphere, wasm: module }))
    }
  })

  test("SIMD = scalar = TypeScript for compatibility, over a million pairs", async () => {
    const next = numbers(seed + 2)
    const pick = picker(next)
    const ganji = (): number => Math.floor(next() * 60)
    for (let round = 0; round < 30; round++) {
      const rows = 35_000 + Math.floor(next() * 1000)
      const pillars = randomPillars(rows, 0.01, next)
      const weight = (most: number): number => Math.floor(next() * most)
      const batch = {
        one: [ganji(), ganji(), ganji(), pick([-1, ganji()]), Math.floor(next() * 6) - 1],
        weights: pick([
          {},
          { dayStems: weight(90), stars: weight(90), elements: weight(90) },
          { dayStems: weight(1000), dayBranches: weight(1000), yearBranches: weight(1000) },
        ]),
        usefulElements: pick([undefined, Uint8Array.from({ length: rows }, () => pick([0, 1, 2, 3, 4, 255, 255, 6]))]),
        schools: { nobleOfGeng: pick(["chouWei", "yinWu"] as const), hiddenCombinations: pick([true, false]) },
      }
      await expectSame(JSON.stringify(batch.weights), (module) =>
        compatibilityBatch({ ...batch, pillars, wasm: module }),
      )
    }
  })

  test("SIMD = scalar = TypeScript for reverse look-ups, over a million rows", async () => {
    const next = numbers(seed + 3)
    const pick = picker(next)
    for (const clock of ["wall", "standard", "mean", "apparent"] as const) {
      for (let round = 0; round < 4; round++) {
        const rows = clock === "apparent" ? 20_000 : 85_000
        const rules = {
          clock,
          timeZone: pick(zones),
          boundary: pick(["split", "jasi", "midnight"] as const),
          yearBoundary: pick(["ipchun", "dongji", "lunarNewYear"] as const),
          termPrecision: pick(["exact", "kasiMinute"] as const),
          longitudeDeg: 360 * next() - 180,
        }
        const pillars = await pillarsBatch({ civilMs: secondsOf(rows, next), ...rules })
        for (let at = 0; at < rows; at += 7) pillars[at * 4 + Math.floor(next() * 4)] = Math.floor(next() * 62)
        for (let at = 0; at < rows; at += 11) pillars[at * 4 + 3] = 255
        await expectSame(JSON.stringify(rules), (module) => reverseLookupBatch({ ...rules, pillars, wasm: module }))
      }
    }
  })

  test("a row of a luck batch = the luck of the chart", async () => {
    const next = numbers(seed + 4)
    const pick = picker(next)
    for (let round = 0; round < 30; round++) {
      const civilMs = secondsOf(150, next)
      const options: SajuOptions = {
        termPrecision: pick(["exact", "kasiMinute"] as const),
        luckRule: pick(["remainder", "round", "floor", "ceil", "exact"] as const),
        yearBoundary: pick(["ipchun", "dongji"] as const),
        clock: pick(["wall", "apparent"] as const),
      }
      const timeZone = pick(zones)
      const sex = Uint8Array.from(civilMs, () => Math.floor(next() * 2))
      const found = await luckBatch({ civilMs, timeZone, sex, ...options })
      civilMs.forEach((ms, row) => {
        const luck = chart(birthAt(ms, { timeZone, sex: sex[row] === 0 ? "male" : "female" }), options).luck!
        const { years, months, days } = luck.startAgeExact
        expect([
          found.direction[row],
          found.daysToTerm[row],
          found.startAge[row],
          found.startDays[row],
          found.firstDecade[row],
          found.status[row],
        ]).toEqual([
          luck.direction === "forward" ? 1 : -1,
          luck.daysToTerm,
          luck.startAge,
          years * 360 + months * 30 + days,
          luck.decades[0]!.index,
          0,
        ])
      })
    }
  })

  test("a row of scores = elements and strength of the analysis, with and without an hour, on either hemisphere", async () => {
    const next = numbers(seed + 5)
    for (const hemisphere of ["north", "south"] as const) {
      const civilMs = secondsOf(1500, next)
      const births = [...civilMs].map((ms, row) => ({ ...birthAt(ms, {}), ...(row % 5 === 0 && { time: null }) }))
      const rows = births.map((birth) => pillars(birth))
      const batch = Uint8Array.from(rows.flatMap(({ year, month, day, hour }) => [year, month, day, hour ?? 255]))
      const { elements, strength, status } = await scoresBatch({ pillars: batch, hemisphere })
      births.forEach((birth, row) => {
        const analysis = analyze(chart(birth), { hemisphere })
        expect(Object.values(elements).map((column) => column[row])).toEqual([...analysis.elements.characters])
        const shares = analysis.strength.map(({ method, share }) => [method, share])
        expect(Object.entries(strength).map(([method, column]) => [method, column[row]])).toEqual(shares)
        expect(status[row]).toBe(0)
      })
    }
  })

  test("a row of compatibility = scoreOf, whoever it is, with every weight", async () => {
    const next = numbers(seed + 6)
    const pick = picker(next)
    for (let round = 0; round < 20; round++) {
      const batch = randomPillars(500, 0, next)
      const one = [...randomPillars(1, 0, next)].map((index) => (index === 255 ? -1 : index))
      one.push(Math.floor(next() * 6) - 1)
      const usefulElements = Uint8Array.from({ length: 500 }, () => pick([0, 1, 2, 3, 4, 255]))
      const weights = pick([{}, { elements: 0 }, { stars: 733, dayStems: 1000 }])
      const found = await compatibilityBatch({ one, pillars: batch, usefulElements, weights })
      const tables = scoreTables(weights)
      usefulElements.forEach((useful, row) => {
        const other = [...batch.subarray(row * 4, row * 4 + 4), useful].map((index) => (index === 255 ? -1 : index))
        expect([row, found.scores[row], found.status[row]]).toEqual([row, scoreOf(one, other, tables), 0])
      })
    }
  })

  test("what is looked up backwards holds the pillars to the very ms, and every birth is in what its pillars give", async () => {
    const next = numbers(seed + 7)
    const pick = picker(next)
    for (let round = 0; round < 40; round++) {
      const rules = {
        clock: pick(["wall", "standard", "mean", "apparent"] as const),
        timeZone: pick(zones),
        boundary: pick(["split", "jasi", "midnight"] as const),
        yearBoundary: pick(["ipchun", "dongji", "lunarNewYear"] as const),
        termPrecision: pick(["exact", "kasiMinute"] as const),
        longitudeDeg: Math.floor(360 * next()) - 180,
      }
      const civilMs = secondsOf(60, next)
      const batch = await pillarsBatch({ civilMs, ...rules })
      const found = await reverseLookupBatch({ pillars: batch, ...rules })
      // Last ms before, first, last and first after of every interval, and its middle.
      const { firsts, fromMs, toMs, civilMs: starts, fold } = found
      const probes = Float64Array.from({ length: fromMs.length * 3 }, (_, at) => {
        const interval = Math.floor(at / 3)
        const length = toMs[interval]! - fromMs[interval]!
        return starts[interval]! + [0, Math.floor(length / 2), length - 1][at % 3]!
      })
      const folds = Uint8Array.from(probes, (_, at) => fold[Math.floor(at / 3)]!)
      const held = await pillarsBatch({ ...rules, civilMs: probes, fold: folds })
      civilMs.forEach((ms, row) => {
        const own = batch.subarray(row * 4, row * 4 + 4)
        let holds = false
        for (let interval = firsts[row]!; interval < firsts[row + 1]!; interval++) {
          for (const probe of [0, 1, 2]) {
            const at = (interval * 3 + probe) * 4
            expect([JSON.stringify(rules), interval, probe, ...held.subarray(at, at + 4)]).toEqual([
              JSON.stringify(rules),
              interval,
              probe,
              ...own,
            ])
          }
          const civilEnd = starts[interval]! + toMs[interval]! - fromMs[interval]!
          holds ||= ms >= starts[interval]! && ms < civilEnd
        }
        const skipped = chart(birthAt(ms, { timeZone: rules.timeZone })).details.warnings.some(
          ({ code }) => code === "clock_skipped",
        )
        if (!skipped)
          expect([seed, JSON.stringify(rules), new Date(ms).toISOString(), holds]).toEqual([
            seed,
            JSON.stringify(rules),
            new Date(ms).toISOString(),
            true,
          ])
        const [year = 0, month = 0, day = 0, hour = 0] = own
        const one = reverseLookup({ year, month, day, hour }, rules)
        expect(one.map((each) => each.fromMs)).toEqual([...fromMs.subarray(firsts[row], firsts[row + 1])])
      })
    }
  })
})
