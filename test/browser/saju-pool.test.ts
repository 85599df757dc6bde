import { luckBatch, pillarsBatch, reverseLookupBatch, scoresBatch } from "cubular/saju/batch"
import { createPool } from "cubular/saju/pool"
import { afterAll, describe, expect, test } from "vitest"

const pool = createPool({ size: 2 })
afterAll(() => pool.dispose())

const civilMs = Float64Array.from({ length: 30_011 }, (_, row) => Date.UTC(1900, 0, 1) + row * 200_000_000)
const pillars = await pillarsBatch({ civilMs })

describe("a pool of Web Workers", () => {
  test("gives what the functions give, row for row", async () => {
    const sex = Uint8Array.from(civilMs, (_, row) => row % 3)
    expect(await pool.pillarsBatch({ civilMs, clock: "apparent" })).toEqual(
      await pillarsBatch({ civilMs, clock: "apparent" }),
    )
    expect(await pool.luckBatch({ civilMs, sex })).toEqual(await luckBatch({ civilMs, sex }))
    expect(await pool.scoresBatch({ pillars })).toEqual(await scoresBatch({ pillars }))
    expect(await pool.reverseLookupBatch({ pillars })).toEqual(await reverseLookupBatch({ pillars }))
  })

  test("can be called off, and goes on", async () => {
    const control = new AbortController()
    const onProgress = (): void => control.abort("enough")
    const thrown = await pool.pillarsBatch({ civilMs, signal: control.signal, onProgress }).catch((reason) => reason)
    expect(thrown).toBe("enough")
    expect(await pool.pillarsBatch({ civilMs })).toEqual(pillars)
  })

  test("rejects what is under way when it is disposed of", async () => {
    const short = createPool({ size: 1 })
    const running = short.reverseLookupBatch({ pillars, clock: "apparent" }).catch((thrown) => thrown)
    await short.dispose()
    expect(await running).toMatchObject({ code: "pool_disposed" })
  })
})
