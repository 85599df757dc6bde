import { readFileSync, statSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { clockMs, momentOf } from "../../../cubes/saju/engine/clock.ts"
import { series } from "../../../cubes/saju/engine/tables/equation-of-time.ts"
import { termTable } from "../../../cubes/saju/engine/terms.ts"
import { zoneBuckets, zoneOf } from "../../../cubes/saju/engine/zone-index.ts"
import { listZones, tableZone } from "../../../cubes/saju/engine/zone-table.ts"

const file = (name: string): URL => new URL(`../../../dist/${name}.wasm`, import.meta.url)
const moduleOf = (name: string): WebAssembly.Module => new WebAssembly.Module(readFileSync(file(name)))

interface Exports {
  readonly memory: WebAssembly.Memory
  readonly [place: string]: WebAssembly.Global | WebAssembly.Memory | ((...values: number[]) => void)
}

const exportsOf = (name: string): Exports => new WebAssembly.Instance(moduleOf(name)).exports as unknown as Exports
const place = (exports: Exports, name: string): number => (exports[name] as WebAssembly.Global).value as number

describe.each(["saju", "saju-scalar"])("%s.wasm", (name) => {
  test("imports nothing, has one memory that is not to grow, and is small", () => {
    expect(WebAssembly.Module.imports(moduleOf(name))).toEqual([])
    expect(WebAssembly.Module.exports(moduleOf(name)).filter(({ kind }) => kind === "memory")).toHaveLength(1)
    expect(statSync(file(name)).size).toBeLessThan(40_000)
    // Columns and results of 8,192 rows of the widest batch.
    expect(exportsOf(name).memory.buffer.byteLength).toBeLessThan(2_100_000)
  })

  test("has room for every table", () => {
    const exports = exportsOf(name)
    const spans = Math.max(...listZones().map((zone) => tableZone(zone)?.starts.length ?? 0))
    expect(spans + 1).toBeLessThan(place(exports, "SPANS"))
    expect(zoneBuckets.count).toBeLessThanOrEqual(1024)
    expect(termTable()).toHaveLength(4872)
    expect(1 + series.harmonics.length + series.waves.length).toBe(1 + 6 * 4 + 10 * 3)
  })

  test("shows the same apparent time as TypeScript, to the millisecond", () => {
    const exports = exportsOf(name)
    const rows = place(exports, "ROWS")
    const { buffer } = exports.memory
    new Float64Array(buffer, place(exports, "SERIES")).set([series.offset, ...series.harmonics, ...series.waves])
    const utc = new Float64Array(buffer, place(exports, "UTC"), rows)
    const clock = new Float64Array(buffer, place(exports, "CLOCK"), rows)
    const zone = zoneOf("+00:00", [])
    for (let round = 0; round < 25; round++) {
      for (let i = 0; i < rows; i++) {
        utc[i] = -2_208_988_800_000 + (round * rows + i) * 30_971_503
        clock[i] = (utc[i] as number) + 30_474_720
      }
      ;(exports.addEquation as (rows: number) => void)(rows)
      for (let i = 0; i < rows; i++) {
        const birth = { day: 0, second: 0, zone, fold: 0 as const, longitudeDeg: 126.978, sex: null, lunar: false }
        const expected = clockMs("apparent", momentOf(birth, utc[i] as number), birth, 126.978)
        if (clock[i] !== expected) expect([utc[i], clock[i]]).toEqual([utc[i], expected])
      }
    }
  })
})

test("only one of the two needs SIMD", () => {
  // v128 as the type of a local or a result is 0x7b; a host without SIMD finds such a module invalid.
  const usesVectors = (name: string): boolean => {
    const bytes = readFileSync(file(name))
    return bytes.includes(Buffer.from([0xfd, 0xf2, 0x01])) // f64x2.mul
  }
  expect(usesVectors("saju")).toBe(true)
  expect(usesVectors("saju-scalar")).toBe(false)
})
