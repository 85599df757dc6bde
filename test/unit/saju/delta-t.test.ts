import { describe, expect, test } from "vitest"
import { ttMinusUtcMs, utcFromTtMs } from "../../../cubes/saju/engine/delta-t.ts"
import { farTtMinusUtcMs, farUtcFromTtMs } from "../../../cubes/saju/engine/far-delta-t.ts"
import { ttMinusUtcMsByYear } from "../../golden/saju/delta-t.ts"

const published = ttMinusUtcMsByYear.trim().split(/\s+/).map(Number)

describe("TT − UTC", () => {
  test("is the published model within 2 ms on every 1 January from 1600 to 2201", () => {
    expect(published).toHaveLength(2201 - 1600 + 1)
    for (const [i, expected] of published.entries()) {
      expect(Math.abs(farTtMinusUtcMs(Date.UTC(1600 + i, 0, 1)) - expected)).toBeLessThanOrEqual(2)
    }
  })

  test("needs no older rows from 1899 on", () => {
    for (let year = 1899; year <= 2201; year++) {
      expect(ttMinusUtcMs(Date.UTC(year, 0, 1))).toBe(farTtMinusUtcMs(Date.UTC(year, 0, 1)))
    }
  })

  test("steps by one second with each of the 27 leap seconds, and not a millisecond earlier", () => {
    const june = [1972, 1981, 1982, 1983, 1985, 1992, 1993, 1994, 1997, 2012, 2015].map((year) => Date.UTC(year, 6, 1))
    const december = [1973, 1974, 1975, 1976, 1977, 1978, 1979, 1980, 1988, 1990, 1991, 1996, 1999, 2006, 2009, 2017]
    const steps = [...june, ...december.map((year) => Date.UTC(year, 0, 1))].sort((a, b) => a - b)
    expect(steps).toHaveLength(27)
    for (const [i, at] of steps.entries()) {
      expect([ttMinusUtcMs(at - 1), ttMinusUtcMs(at)]).toEqual([42_184 + 1000 * i, 43_184 + 1000 * i])
    }
    expect(ttMinusUtcMs(Date.UTC(2027, 0, 1) - 1)).toBe(69_184)
  })

  test("has no seam above 4 ms where one row of the spline meets the next", () => {
    const seams = [
      1900, 1905, 1910, 1915, 1920, 1925, 1930, 1935, 1940, 1945, 1950, 1953, 1956, 1959, 1962, 1965, 1968, 1971,
    ]
    const yearMs = 31_556_952_000
    for (const year of seams) {
      const at = 946_684_800_000 + (year - 2000) * yearMs
      expect(Math.abs(ttMinusUtcMs(at + 1000) - ttMinusUtcMs(at - 1000))).toBeLessThan(4)
    }
  })

  test("has no seam above 4 ms between the older rows", () => {
    const seams = [1650, 1720, 1800, 1810, 1820, 1830, 1840, 1850, 1855, 1860, 1865, 1870, 1875, 1880, 1885, 1890, 1895]
    for (const year of seams) {
      const at = 946_684_800_000 + (year - 2000) * 31_556_952_000
      expect(Math.abs(farTtMinusUtcMs(at + 1000) - farTtMinusUtcMs(at - 1000))).toBeLessThan(4)
    }
  })

  test("going from TT to UTC undoes itself in 1600–1899 as well", () => {
    for (let ms = Date.UTC(1600, 0, 1) + 123_456; ms < Date.UTC(1900, 0, 1); ms += 5_123_456_789) {
      const utc = farUtcFromTtMs(ms)
      expect(Number.isInteger(utc)).toBe(true)
      expect(Math.abs(utc + farTtMinusUtcMs(utc) - ms)).toBeLessThanOrEqual(0.5)
    }
  })

  test("going from TT to UTC undoes itself to the millisecond, before, between and after the leap seconds", () => {
    for (let ms = Date.UTC(1899, 0, 1) + 123_456; ms < Date.UTC(2102, 0, 1); ms += 5_123_456_789) {
      const utc = utcFromTtMs(ms)
      expect(Number.isInteger(utc)).toBe(true)
      expect(Math.abs(utc + ttMinusUtcMs(utc) - ms)).toBeLessThanOrEqual(0.5)
    }
  })
})
