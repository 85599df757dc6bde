import { isCubeError } from "cubular/contract"
import { newMoons } from "cubular/saju/years"
import { describe, expect, test } from "vitest"
import { ttMinusUtcMs } from "../../../cubes/saju/engine/delta-t.ts"
import { newMoonTt } from "../../../cubes/saju/engine/new-moons.ts"
import { newMoon } from "../../../scripts/saju/moon.ts"
import { newMoonsTt } from "../../golden/saju/new-moons.ts"
import { digestOf } from "./digest.ts"

const LAST_YEAR = 2200

/** Rows "year a b c …" in base 36: the first new moon of the year, then distances. */
const published = newMoonsTt
  .trim()
  .split("\n")
  .map((line) => {
    const [year = "", ...numbers] = line.split(" ")
    let ms = 0
    return { year: Number(year), instants: numbers.map((digits) => (ms += Number.parseInt(digits, 36))) }
  })

describe("instants of the new moons", () => {
  test("are JPL DE431's within 1 s in Terrestrial Time, all 7,433 of 1600–2200", () => {
    const off = published.flatMap(({ year, instants }) => {
      const found = newMoons(year, "tt")
      expect(found).toHaveLength(instants.length)
      return instants.map((ms, i) => Math.abs(found[i]! - ms))
    })
    expect(off).toHaveLength(7433)
    expect(Math.max(...off)).toBeLessThan(1000)
    expect(Math.hypot(...off) / Math.sqrt(off.length)).toBeLessThan(500)
  })

  test("are what the full theory computes, to half a step of the table", () => {
    for (let lunation = -4947; lunation <= 2486; lunation += 211) {
      const computed = 946_728_000_000 + newMoon(lunation) * 86_400_000
      expect(Math.abs(newMoonTt(lunation) - computed)).toBeLessThanOrEqual(751)
    }
  })

  test("in UTC lie TT − UTC before those in TT", () => {
    const [utc, tt] = [newMoons(1990), newMoons(1990, "tt")]
    expect([...utc]).toEqual([...tt].map((ms) => ms - 57_184))
    expect(new Date(utc[0]!).toISOString().slice(0, 16)).toBe("1990-01-26T19:20")
    expect(newMoons(2150)[0]! + ttMinusUtcMs(newMoons(2150)[0]!)).toBeCloseTo(newMoons(2150, "tt")[0]!, 0)
  })

  test("follow each other without a gap from one year to the next, none twice", () => {
    const all = Array.from({ length: LAST_YEAR - 1600 + 1 }, (_, i) => [...newMoons(1600 + i)]).flat()
    const days = all.slice(1).map((ms, i) => (ms - all[i]!) / 86_400_000)
    expect(Math.min(...days)).toBeGreaterThan(29.26)
    expect(Math.max(...days)).toBeLessThan(29.85)
  })

  test("lie in their year, twelve or thirteen of them", () => {
    for (let year = 1600; year <= LAST_YEAR; year++) {
      const moons = newMoons(year)
      expect([12, 13]).toContain(moons.length)
      expect([...moons].every((ms) => Number.isInteger(ms) && new Date(ms).getUTCFullYear() === year)).toBe(true)
    }
  })

  test("give the bits that other builds and hosts must give", () => {
    const all = Array.from({ length: LAST_YEAR - 1600 + 1 }, (_, i) => [...newMoons(1600 + i)]).flat()
    expect(digestOf(Float64Array.from(all))).toBe("40a89fdb90310885")
  })

  test("belong to the caller: changing what was handed out changes nothing", () => {
    const before = [...newMoons(2000)]
    newMoons(2000).fill(0)
    expect([...newMoons(2000)]).toEqual(before)
  })
})

describe("years of new moons", () => {
  test.each([1599, 2201, 1990.5, Number.NaN])("%s is refused with the limits", (year) => {
    let refusal: unknown
    try {
      newMoons(year)
    } catch (e) {
      refusal = isCubeError(e) ? { code: e.code, path: e.path, params: e.params } : e
    }
    expect(refusal).toEqual({ code: "year_out_of_range", path: ["year"], params: { min: 1600, max: 2200 } })
  })
})
