import { isCubeError } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { daysFromCivil, parseDate, parseTime, wallSeconds } from "../../../cubes/saju/engine/civil.ts"
import {
  builtInZone,
  createZone,
  offsetAtUtc,
  resolveZone,
  wallToUtc,
  type Zone,
} from "../../../cubes/saju/engine/zone.ts"
import { tableZone } from "../../../cubes/saju/engine/zone-table.ts"
import { listZones, tzdataVersion } from "../../../cubes/saju/engine/zones.ts"
import { zoneDigests } from "../../golden/saju/zone-digests.ts"
import { zoneSavings } from "../../golden/saju/zone-savings.ts"
import { zoneVectors } from "../../golden/saju/zone-vectors.ts"

const year = (y: number): number => daysFromCivil(y, 1, 1) * 86_400

function fnv1a(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, "0")
}

/** Changes of offset or flag from 1800 through 2100, in the form of the digests. */
function changes(zone: Zone): string[] {
  const spans = zone.starts.map((start, i) => ({ start, shows: `${zone.offsets[i]},${zone.saves[i] === 0 ? 0 : 1}` }))
  return spans
    .filter((span, i) => span.shows !== spans[i - 1]?.shows && span.start >= year(1800) && span.start < year(2101))
    .map((span) => `${span.start},${span.shows}`)
}

describe("every zone of the database", () => {
  test("is there under each of its names", () => {
    expect(listZones().sort()).toEqual(zoneDigests.map(([name]) => name).sort())
  })

  test.each(zoneDigests)("%s makes its %i changes from 1800 to 2100", (name, count, digest) => {
    const found = changes(resolveZone(name))
    expect([found.length, fnv1a(found.join(";"))]).toEqual([count, digest])
  })

  test("has spans whose wall clocks ascend, so that one search answers", () => {
    for (const name of listZones()) {
      for (const starts of resolveZone(name).wallStarts) {
        const stuck = starts.findIndex((start, i) => i > 0 && start <= (starts[i - 1] as number))
        expect([name, stuck]).toEqual([name, -1])
      }
    }
  })
})

describe("wall clock readings", () => {
  const names = [...new Set(zoneVectors.map(([name]) => name))]

  test("come from at least 40 zones", () => {
    expect(names.length).toBeGreaterThanOrEqual(40)
  })

  test.each(names)("of %s mean what an independent library says", (name) => {
    const zone = resolveZone(name)
    for (const [, wall, fold, kind, utcSec, offsetSec] of zoneVectors.filter((row) => row[0] === name)) {
      const [date, time] = wall.split("T")
      const reading = wallToUtc(zone, wallSeconds(parseDate(date), parseTime(time)), fold)
      expect({ wall, fold, ...reading }).toMatchObject({ wall, fold, kind, utcSec, offsetSec })
    }
  })
})

test.each(zoneSavings)("%s on %s is at %i s, by law standing at %i s", (name, day, offsetSec, standardOffsetSec) => {
  const { year: y, month, day: d } = parseDate(day)
  const found = offsetAtUtc(resolveZone(name), daysFromCivil(y, month, d) * 86_400 + 43_200)
  expect([found.offsetSec, found.offsetSec - found.saveSec]).toEqual([offsetSec, standardOffsetSec])
})

test("the wall clock of an instant leads back to the instant", () => {
  const anywhere = fc.integer({ min: year(1800), max: year(2200) })
  const zone = fc.constantFrom(...listZones()).map((name) => resolveZone(name))
  const nearChange = (starts: readonly number[]): fc.Arbitrary<number> =>
    starts.length < 2
      ? anywhere
      : fc
          .tuple(fc.constantFrom(...starts.slice(1)), fc.integer({ min: -100_000, max: 100_000 }))
          .map(([a, b]) => a + b)
  const cases = zone.chain((of) => fc.tuple(fc.constant(of), fc.oneof(anywhere, nearChange(of.starts))))
  fc.assert(
    fc.property(cases, ([of, utcSec]) => {
      const { offsetSec } = offsetAtUtc(of, utcSec)
      const readings = ([0, 1] as const).map((fold) => wallToUtc(of, utcSec + offsetSec, fold))
      expect(readings.map((reading) => reading.utcSec)).toContain(utcSec)
      expect(readings.every((reading) => reading.kind !== "gap")).toBe(true)
      if (readings[0]?.kind === "unique") expect(readings[1]).toEqual(readings[0])
      else expect(readings[0]?.utcSec).toBeLessThan(readings[1]?.utcSec as number)
    }),
    { numRuns: 3000 },
  )
})

describe("names", () => {
  test("of the built-in zones stay built in, and tzdata says the same of them", () => {
    for (const name of ["Asia/Seoul", "Asia/Pyongyang"]) {
      expect(resolveZone(name)).toBe(builtInZone(name))
      expect(tableZone(name)).toEqual(resolveZone(name))
    }
  })

  test("that are links resolve to the zone they stand for", () => {
    expect(resolveZone("ROK")).toBe(resolveZone("Asia/Seoul"))
    expect(resolveZone("US/Pacific")).toBe(resolveZone("America/Los_Angeles"))
    expect(resolveZone("Asia/Calcutta").name).toBe("Asia/Kolkata")
  })

  test("that share a history keep their own name", () => {
    expect(resolveZone("Etc/UTC").name).toBe("Etc/UTC")
    expect(resolveZone("Europe/Amsterdam").name).toBe("Europe/Amsterdam")
  })

  test.each(["Mars/Base", "america/new_york", "constructor", "__proto__", "Etc/GMT+99", "Asia/Seoul/Gangnam"])(
    "such as %s are unknown now",
    (name) => {
      try {
        resolveZone(name)
        expect.unreachable()
      } catch (e) {
        expect(isCubeError(e) && e.code).toBe("zone_unknown")
      }
    },
  )
})

test("rules now in force go on through 2200", () => {
  const july = (y: number): boolean => offsetAtUtc(resolveZone("Europe/Berlin"), year(y) + 190 * 86_400).dst
  expect([2038, 2101, 2150, 2200].map(july)).toEqual([true, true, true, true])
})

test("a change of less than the time since the last one keeps both folds in order", () => {
  const zone = createZone("test", [-Infinity, 0, 7200], [0, 3600, 0], [0, 3600, 0])
  expect(wallToUtc(zone, 1800)).toMatchObject({ kind: "gap", utcSec: 1800 })
  expect(wallToUtc(zone, 9000, 0)).toMatchObject({ kind: "fold", utcSec: 5400, otherUtcSec: 9000 })
})

test("the release of the database is told", () => {
  expect(tzdataVersion).toMatch(/^20\d\d[a-z]$/)
})
