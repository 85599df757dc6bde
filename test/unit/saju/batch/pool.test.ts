import { compatibilityBatch, luckBatch, pillarsBatch, reverseLookupBatch, scoresBatch } from "cubular/saju/batch"
import "cubular/saju/zones"
import { createPool, type Pool } from "cubular/saju/pool"
import { afterAll, describe, expect, test } from "vitest"
import { wasm } from "#test-host"

const pool = createPool({ size: 2 })
const pools: Pool[] = [pool]
afterAll(() => Promise.all(pools.map((each) => each.dispose())))

const poolOf = (size: number): Pool => {
  const made = createPool({ size })
  pools.push(made)
  return made
}

const ROWS = 40_007
const civilMs = Float64Array.from(
  { length: ROWS },
  (_, row) => Date.UTC(1899, 11, 30) + row * 158_000_000 + (row % 997),
)
const sex = Uint8Array.from({ length: ROWS }, (_, row) => row % 3)
const pillars = await pillarsBatch({ civilMs })
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "nothing",
    (thrown) => thrown,
  )

describe("the pool gives what the functions give, row for row", () => {
  test("pillars, with columns and in a zone that has to be loaded", async () => {
    const longitudeDeg = Float64Array.from(civilMs, (_, row) => (row % 362) - 181)
    const fold = Uint8Array.from(civilMs, (_, row) => row % 2)
    const batch = { civilMs, longitudeDeg, fold, timeZone: "Europe/Paris", clock: "apparent" } as const
    expect(await pool.pillarsBatch(batch)).toEqual(await pillarsBatch(batch))
  })

  test("pillars of lunar years", async () => {
    const batch = { civilMs, yearBoundary: "lunarNewYear" } as const
    expect(await pool.pillarsBatch(batch)).toEqual(await pillarsBatch(batch))
  })

  test("luck", async () => {
    expect(await pool.luckBatch({ civilMs, sex })).toEqual(await luckBatch({ civilMs, sex }))
  })

  test("scores", async () => {
    expect(await pool.scoresBatch({ pillars })).toEqual(await scoresBatch({ pillars }))
  })

  test("compatibility", async () => {
    const usefulElements = Uint8Array.from(sex, (_, row) => row % 5)
    const batch = { one: [1, 2, 3, -1, 2], pillars, usefulElements }
    expect(await pool.compatibilityBatch(batch)).toEqual(await compatibilityBatch(batch))
  })

  test("reverse look-ups", async () => {
    expect(await pool.reverseLookupBatch({ pillars, fromYear: 1950 })).toEqual(
      await reverseLookupBatch({ pillars, fromYear: 1950 }),
    )
  })

  test("with a module handed in, and in TypeScript", async () => {
    const expected = await pillarsBatch({ civilMs })
    expect(await pool.pillarsBatch({ civilMs, wasm: wasm.sajuScalar })).toEqual(expected)
    expect(await pool.pillarsBatch({ civilMs, wasm: wasm.sajuScalar })).toEqual(expected)
    expect(await pool.pillarsBatch({ civilMs, wasm: null })).toEqual(expected)
  })

  test("from shared memory", async () => {
    const shared = new Float64Array(new SharedArrayBuffer(ROWS * 8))
    shared.set(civilMs)
    expect(await pool.pillarsBatch({ civilMs: shared })).toEqual(pillars)
  })

  test("for no rows at all", async () => {
    expect(await pool.scoresBatch({ pillars: new Uint8Array() })).toEqual(
      await scoresBatch({ pillars: new Uint8Array() }),
    )
    const none = await pool.reverseLookupBatch({ pillars: new Uint8Array() })
    expect(none.firsts).toEqual(Uint32Array.of(0))
  })

  test("for several batches at once", async () => {
    const [luck, scores, again] = await Promise.all([
      pool.luckBatch({ civilMs, sex }),
      pool.scoresBatch({ pillars }),
      pool.pillarsBatch({ civilMs }),
    ])
    expect(luck).toEqual(await luckBatch({ civilMs, sex }))
    expect(scores).toEqual(await scoresBatch({ pillars }))
    expect(again).toEqual(pillars)
  })
})

test("what the caller handed in stays as it was", async () => {
  const before = civilMs.slice()
  await pool.pillarsBatch({ civilMs })
  expect(civilMs).toEqual(before)
})

describe("refusals are those of the functions", () => {
  test.each([
    ["no batch", null],
    ["no column", { civilMs: [1, 2] }],
    ["a column too short", { civilMs, fold: new Uint8Array(3) }],
    ["an unknown zone", { civilMs, timeZone: "Nowhere/City" }],
    ["an unknown field", { civilMs, zone: "Asia/Seoul" }],
    ["somebody else's module", { civilMs, wasm: new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) }],
  ])("%s", async (_, batch) => {
    const expected = await thrownBy(pillarsBatch(batch as never))
    expect(await thrownBy(pool.pillarsBatch(batch as never))).toMatchObject({
      code: (expected as { code: string }).code,
      path: (expected as { path: unknown }).path,
    })
  })

  test.each([0, 257, 1.5, Number.NaN])("a size of %s", (size) => {
    expect(() => createPool({ size })).toThrow(expect.objectContaining({ code: "pool_size_out_of_range" }))
  })
})

test("progress is told part by part and reaches all rows", async () => {
  const told: number[] = []
  await pool.pillarsBatch({ civilMs, onProgress: (done, rows) => told.push(done, rows) })
  expect(told.length).toBeGreaterThan(2)
  expect(told.at(-2)).toBe(ROWS)
  expect(told.filter((_, at) => at % 2 === 1).every((rows) => rows === ROWS)).toBe(true)
})

test("what progress throws rejects the call, and the pool goes on", async () => {
  const onProgress = (): never => {
    throw new Error("no more")
  }
  expect(await thrownBy(pool.pillarsBatch({ civilMs, onProgress }))).toMatchObject({ message: "no more" })
  expect(await pool.pillarsBatch({ civilMs })).toEqual(pillars)
})

test("an aborted signal rejects with its reason, before and on the way, and the pool goes on", async () => {
  const reason = new Error("changed my mind")
  expect(await thrownBy(pool.pillarsBatch({ civilMs, signal: AbortSignal.abort(reason) }))).toBe(reason)
  const control = new AbortController()
  const onProgress = (): void => control.abort(reason)
  expect(await thrownBy(pool.pillarsBatch({ civilMs, signal: control.signal, onProgress }))).toBe(reason)
  expect(await pool.pillarsBatch({ civilMs })).toEqual(pillars)
})

test("a pool that is disposed of rejects what is under way and what comes after", async () => {
  const short = poolOf(1)
  const running = thrownBy(short.reverseLookupBatch({ pillars, clock: "apparent" }))
  const waiting = thrownBy(short.pillarsBatch({ civilMs }))
  await new Promise((resolve) => setTimeout(resolve, 20))
  await short.dispose()
  expect(await running).toMatchObject({ code: "pool_disposed" })
  expect(await waiting).toMatchObject({ code: "pool_disposed" })
  expect(await thrownBy(short.pillarsBatch({ civilMs }))).toMatchObject({ code: "pool_disposed" })
  await short.dispose()
})
