import { pillars, pillarsBatch, type SajuOptions } from "cubular/saju"
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

const clocks = ["wall", "standard", "mean", "apparent"] as const
const boundaries = ["split", "jasi", "midnight"] as const
const yearBoundaries = ["ipchun", "dongji"] as const
const precisions = ["exact", "kasiMinute"] as const
const zones = [
  "Asia/Seoul",
  "Asia/Pyongyang",
  "+09:00",
  "-11:30",
  "+08:27:52",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Europe/Dublin",
]
const seed = crypto.getRandomValues(new Uint32Array(1))[0] as number

const from = Date.UTC(1899, 11, 30)
const to = Date.UTC(2101, 0, 3)

interface Batch extends SajuOptions {
  readonly civilMs: Float64Array
  readonly timeZone: string
  readonly fold: 0 | 1 | Uint8Array
  readonly longitudeDeg: number | null | Float64Array
}

function randomBatch(rows: number, next: () => number): Batch & { yearBoundary: "ipchun" | "dongji" } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const whole = pick([1, 1000, 60_000])
  const column = (value: () => number): Float64Array => Float64Array.from({ length: rows }, value)
  return {
    civilMs: column(() => Math.floor((from + next() * (to - from)) / whole) * whole),
    timeZone: pick(zones),
    clock: pick(clocks),
    boundary: pick(boundaries),
    yearBoundary: pick(yearBoundaries),
    termPrecision: pick(precisions),
    fold: pick<0 | 1 | Uint8Array>([0, 1, Uint8Array.from({ length: rows }, () => Math.floor(next() * 2.01))]),
    longitudeDeg: pick([null, next() * 360 - 180, column(() => next() * 364 - 182)]),
  }
}

const settings = ({ civilMs, ...rest }: Batch): string =>
  JSON.stringify({ seed, ...rest, fold: typeof rest.fold, longitudeDeg: typeof rest.longitudeDeg })

/** Both modules give these bytes; the first row that differs is shown. */
async function expectSame(batch: Batch & { yearBoundary: "ipchun" | "dongji" }, expected: Uint8Array): Promise<void> {
  for (const module of [wasm.saju, wasm.sajuScalar]) {
    const found = await pillarsBatch({ ...batch, wasm: module })
    expect(found).toHaveLength(expected.length)
    const differs = found.findIndex((byte, index) => byte !== expected[index])
    const at = [settings(batch), batch.civilMs[differs >> 2]]
    if (differs >= 0) expect([...at, found[differs]]).toEqual([...at, expected[differs]])
  }
}

describe(`seed ${seed}`, () => {
  test("SIMD = scalar = TypeScript over a million births in every combination of options", async () => {
    const next = numbers(seed)
    let rows = 0
    while (rows < 1_050_000) {
      const batch = randomBatch(3000 + Math.floor(next() * 12_000), next)
      const expected = await pillarsBatch({ ...batch, wasm: null })
      await expectSame(batch, expected)
      rows += batch.civilMs.length
    }
    expect(rows).toBeGreaterThan(1_000_000)
  })

  test("at the very edges of terms, hours and zone changes too", async () => {
    const next = numbers(seed + 1)
    for (let round = 0; round < 60; round++) {
      const batch = randomBatch(4000, next)
      // Hour edges of every clock at some offset lie on whole seconds around whole hours: walk over them by the ms.
      const start = Math.floor((from + next() * (to - from)) / 3_600_000) * 3_600_000
      batch.civilMs.forEach((_, row) => {
        batch.civilMs[row] =
          start + Math.floor(row / 40) * 3_600_000 + ((row % 40) - 20) * (round % 2 === 0 ? 1 : 90_000)
      })
      const expected = await pillarsBatch({ ...batch, wasm: null })
      await expectSame(batch, expected)
    }
  })

  test("a row of a batch = pillars of the birth", async () => {
    const next = numbers(seed + 2)
    for (let round = 0; round < 60; round++) {
      const batch = randomBatch(500, next)
      const { timeZone, clock, boundary, yearBoundary, termPrecision } = batch
      batch.civilMs.forEach((value, row) => {
        batch.civilMs[row] = Math.floor(value / 1000) * 1000
      })
      const found = await pillarsBatch(batch)
      batch.civilMs.forEach((value, row) => {
        const bytes = [...found.subarray(row * 4, row * 4 + 4)]
        const [date = "", time = ""] = new Date(value).toISOString().slice(0, 19).split("T")
        const fold = (typeof batch.fold === "number" ? batch.fold : batch.fold[row]) as 0 | 1
        const longitudeDeg =
          batch.longitudeDeg instanceof Float64Array ? (batch.longitudeDeg[row] as number) : batch.longitudeDeg
        let expected = [255, 255, 255, 255]
        try {
          const { year, month, day, hour } = pillars(
            { date, time, timeZone, fold, longitudeDeg },
            { clock, boundary, yearBoundary, termPrecision },
          )
          expected = [year, month, day, hour as number]
        } catch {
          // Refused one by one is 255 in a batch.
        }
        if (`${bytes}` !== `${expected}`)
          expect([settings(batch), date, time, bytes]).toEqual([settings(batch), date, time, expected])
      })
    }
  })
})
