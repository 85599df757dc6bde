import { batchEngine, pillars, pillarsBatch } from "cubular/saju"
import { expect, test, vi } from "vitest"

vi.mock("#saju-wasm", () => ({
  loadModule: () => Promise.reject(new Error("a policy forbids compiling")),
}))

test("where no module can be had, TypeScript computes and says so", async () => {
  expect(await batchEngine()).toBe("typescript")
  const civilMs = Float64Array.of(Date.UTC(1990, 4, 1, 14, 30), Number.NaN)
  const { year, month, day, hour } = pillars({ date: "1990-05-01", time: "14:30" })
  expect([...(await pillarsBatch({ civilMs }))]).toEqual([year, month, day, hour, 255, 255, 255, 255])
})
