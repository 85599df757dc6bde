import { isCubeError } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isoUtc, parseDate, parseTime, wallSeconds } from "../../../cubes/saju/engine/civil.ts"
import { offsetAtUtc, resolveZone, type WallReading, wallToUtc, zoneColumns } from "../../../cubes/saju/engine/zone.ts"
import { seoulOffsets } from "../../golden/saju/asia-seoul-offsets.ts"

const seoul = resolveZone("Asia/Seoul")

function read(zone: string, wall: string, fold: 0 | 1 = 0): WallReading & { utc: string } {
  const [date, time] = wall.split(" ")
  const reading = wallToUtc(resolveZone(zone), wallSeconds(parseDate(date), parseTime(time)), fold)
  return { ...reading, utc: isoUtc(reading.utcSec * 1000) }
}

function code(name: unknown): string {
  try {
    resolveZone(name)
  } catch (e) {
    if (isCubeError(e)) return e.code
    throw e
  }
  return "resolved"
}

describe("Asia/Seoul", () => {
  test.each(seoulOffsets)("from %s: offset %i, daylight saving %i", (from, offsetSec, dst) => {
    const at = from === "-" ? Date.UTC(1600, 0, 1) / 1000 : Date.parse(from) / 1000
    expect(offsetAtUtc(seoul, at)).toEqual({ offsetSec, saveSec: dst * 3600, dst: dst === 1 })
  })

  test("keeps each offset to the last second", () => {
    const lasts = seoulOffsets.slice(1).map(([from]) => offsetAtUtc(seoul, Date.parse(from) / 1000 - 1).offsetSec)
    expect(lasts).toEqual(seoulOffsets.slice(0, -1).map((row) => row[1]))
  })

  test("has no other change", () => {
    const changes = seoulOffsets.filter((row, i) => row[1] !== seoulOffsets[i - 1]?.[1])
    expect(seoul.starts.slice(1)).toEqual(changes.slice(1).map(([from]) => Date.parse(from) / 1000))
  })

  test("before April 1908 is Seoul mean time, 8:27:52", () => {
    expect(read("Asia/Seoul", "1908-03-31 23:59:59")).toMatchObject({
      offsetSec: 30_472,
      utc: "1908-03-31T15:32:07.000Z",
    })
    expect(read("Asia/Seoul", "1900-01-01 00:00").utc).toBe("1899-12-31T15:32:08.000Z")
  })

  test("of 1954 to 1961 stands at 8:30, with summers on top", () => {
    expect(read("Asia/Seoul", "1957-01-01 12:00")).toMatchObject({
      offsetSec: 30_600,
      standardOffsetSec: 30_600,
      dst: false,
    })
    expect(read("Asia/Seoul", "1957-07-01 12:00")).toMatchObject({
      offsetSec: 34_200,
      standardOffsetSec: 30_600,
      dst: true,
    })
  })

  test("leaves no daylight saving between October 1987 and May 1988", () => {
    expect(read("Asia/Seoul", "1988-01-15 12:00")).toMatchObject({ offsetSec: 32_400, dst: false })
    expect(read("Asia/Seoul", "1960-09-17 23:30")).toMatchObject({ dst: true, kind: "fold" })
    expect(read("Asia/Seoul", "1960-09-15 12:00")).toMatchObject({ dst: true, kind: "unique" })
  })

  test("in a gap takes the offset before the gap, whatever fold says", () => {
    for (const fold of [0, 1] as const) {
      const reading = read("Asia/Seoul", "1988-05-08 02:30", fold)
      expect(reading).toMatchObject({ kind: "gap", offsetSec: 32_400, dst: false, utc: "1988-05-07T17:30:00.000Z" })
      expect(reading).not.toHaveProperty("otherUtcSec")
    }
  })

  test("has a gap from its first second to its last and no further", () => {
    const kinds = ["01:59:59", "02:00:00", "02:59:59", "03:00:00"].map(
      (time) => read("Asia/Seoul", `1987-05-10 ${time}`).kind,
    )
    expect(kinds).toEqual(["unique", "gap", "gap", "unique"])
  })

  test("in a fold gives the first reading for 0, the second for 1, and names the other", () => {
    const first = read("Asia/Seoul", "1988-10-09 02:30", 0)
    const second = read("Asia/Seoul", "1988-10-09 02:30", 1)
    expect(first).toMatchObject({ kind: "fold", dst: true, utc: "1988-10-08T16:30:00.000Z" })
    expect(second).toMatchObject({ kind: "fold", dst: false, utc: "1988-10-08T17:30:00.000Z" })
    expect([first.otherUtcSec, second.otherUtcSec]).toEqual([second.utcSec, first.utcSec])
  })

  test("has a fold from its first second to its last and no further", () => {
    const kinds = ["01:59:59", "02:00:00", "02:59:59", "03:00:00"].map(
      (time) => read("Asia/Seoul", `1987-10-11 ${time}`).kind,
    )
    expect(kinds).toEqual(["unique", "fold", "fold", "unique"])
  })

  test("went back half an hour on 21 March 1954 and forward on 10 August 1961", () => {
    expect(read("Asia/Seoul", "1954-03-20 23:45").kind).toBe("fold")
    expect(read("Asia/Seoul", "1961-08-10 00:15")).toMatchObject({ kind: "gap", offsetSec: 30_600 })
  })
})

test("Asia/Pyongyang was at 8:30 from August 2015 to May 2018", () => {
  const at = (wall: string): number => read("Asia/Pyongyang", wall).offsetSec
  expect(["2015-08-14 12:00", "2015-08-15 00:00", "2018-05-04 23:29", "2018-05-05 00:00"].map(at)).toEqual([
    32_400, 30_600, 30_600, 32_400,
  ])
  expect(read("Asia/Pyongyang", "1908-03-31 12:00").offsetSec).toBe(8 * 3600 + 23 * 60)
})

describe("a fixed offset", () => {
  test.each([
    ["+09:00", 32_400],
    ["-03:30", -12_600],
    ["+08:27:52", 30_472],
    ["Z", 0],
    ["UTC", 0],
    ["-00:00", 0],
    ["+18:00", 64_800],
    ["-18:00:00", -64_800],
  ])("%s is %i seconds at all times", (name, offsetSec) => {
    const zone = resolveZone(name)
    expect(offsetAtUtc(zone, -4e9)).toEqual({ offsetSec, saveSec: 0, dst: false })
    const utcSec = 1_000_000_000 - offsetSec
    const reading = { utcSec, offsetSec, standardOffsetSec: offsetSec, dst: false, kind: "unique" }
    expect(wallToUtc(zone, 1_000_000_000, 1)).toEqual(reading)
  })

  test.each(["+18:00:01", "-18:01", "+19:00", "+99:00", "+09:60", "+09:00:60"])("%s is out of range", (name) => {
    expect(code(name)).toBe("zone_offset_out_of_range")
  })
})

describe("a name", () => {
  test.each(["America/New_York", "Europe/London", "ROK", "EST5EDT", "Etc/GMT+9", "America/Argentina/Buenos_Aires"])(
    "%s asks for the other zones to be loaded",
    (name) => expect(code(name)).toBe("zone_not_loaded"),
  )

  test.each([
    "",
    "asia/seoul",
    "Asia/Seoul ",
    "+9",
    "+0900",
    "09:00",
    "KST!",
    "서울",
    "Asia/",
    "../etc",
    null,
    undefined,
    9,
    {},
  ])("%j is unknown", (name) => expect(code(name)).toBe("zone_unknown"))

  test("is refused at the place the caller gives, without being repeated", () => {
    try {
      resolveZone("Mars/Base", ["birth", "timeZone"])
      expect.unreachable()
    } catch (e) {
      expect(e).toMatchObject({ code: "zone_not_loaded", path: ["birth", "timeZone"], params: {} })
      expect(JSON.stringify(e)).not.toContain("Mars")
    }
  })
})

describe("the columns of a zone", () => {
  const columns = zoneColumns(seoul)

  function lookUp(starts: Float64Array, wallMs: number): number {
    let span = 0
    while (span + 1 < starts.length && (starts[span + 1] as number) <= wallMs) span++
    return span
  }

  test("ascend, one entry per span", () => {
    for (const starts of [columns.wallStartMsFold0, columns.wallStartMsFold1]) {
      expect(starts.length).toBe(seoul.starts.length)
      expect([...starts].every((start, i) => i === 0 || start > (starts[i - 1] as number))).toBe(true)
    }
  })

  test("give what wallToUtc gives", () => {
    const wall = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2000, 0, 1) })
    const nearChange = fc
      .tuple(fc.constantFrom(...columns.wallStartMsFold0.slice(1)), fc.integer({ min: -7_200_000, max: 7_200_000 }))
      .map(([start, by]) => start + by)
    fc.assert(
      fc.property(fc.oneof(wall, nearChange), fc.constantFrom(0 as const, 1 as const), (wallMs, fold) => {
        const span = lookUp(fold === 0 ? columns.wallStartMsFold0 : columns.wallStartMsFold1, wallMs)
        const reading = wallToUtc(seoul, wallMs / 1000, fold)
        expect(columns.offsetMs[span]).toBe(reading.offsetSec * 1000)
        expect(columns.standardOffsetMs[span]).toBe(reading.standardOffsetSec * 1000)
      }),
    )
  })
})
