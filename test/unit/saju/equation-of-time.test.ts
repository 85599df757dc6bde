import { describe, expect, test } from "vitest"
import { equationOfTimeSec } from "../../../cubes/saju/engine/equation-of-time.ts"
import { equationOfTimeCs } from "../../golden/saju/equation-of-time.ts"
import { digestOf } from "./digest.ts"

const DAY_MS = 86_400_000
const published = equationOfTimeCs
  .trim()
  .split(/\s+/)
  .map((hundredths) => Number(hundredths) / 100)

describe("equation of time", () => {
  test("is the Swiss Ephemeris' within 0.65 s, every 30 days from 1900 to 2100", () => {
    expect(published.length).toBeGreaterThan(2400)
    for (const [i, expected] of published.entries()) {
      const utc = Date.UTC(1900, 0, 1) + i * 30 * DAY_MS
      expect(Math.abs(equationOfTimeSec(utc) - expected)).toBeLessThan(0.65)
    }
  })

  test("runs between −14 min 27 s in February and 16 min 31 s in November", () => {
    const days = Array.from({ length: 73_414 }, (_, i) => Date.UTC(1900, 0, 1) + i * DAY_MS)
    const extreme = (sign: number): string => {
      const at = days.reduce((best, ms) => (sign * equationOfTimeSec(ms) > sign * equationOfTimeSec(best) ? ms : best))
      return `${Math.round(equationOfTimeSec(at))} s in month ${new Date(at).getUTCMonth() + 1}`
    }
    expect([extreme(-1), extreme(1)]).toEqual(["-867 s in month 2", "991 s in month 11"])
  })

  test("never moves by more than 31 s from one day to the next", () => {
    let most = 0
    for (let ms = Date.UTC(1899, 0, 1); ms < Date.UTC(2102, 0, 1); ms += DAY_MS) {
      most = Math.max(most, Math.abs(equationOfTimeSec(ms + DAY_MS) - equationOfTimeSec(ms)))
    }
    expect(most).toBeLessThan(31)
  })

  test("gives the bits that other builds and hosts must give", () => {
    const sample = Float64Array.from({ length: 10_000 }, (_, i) =>
      equationOfTimeSec(-2_240_524_800_000 + i * 640_123_457),
    )
    expect(digestOf(sample)).toBe("deb979a14126f59f")
  })
})
