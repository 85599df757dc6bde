import { pillars, type SajuOptions } from "cubular/saju"
import { reverseLookup, reverseLookupBatch } from "cubular/saju/batch"
import "cubular/saju/years"
import { expect, test } from "vitest"
import { wasm } from "#test-host"

const birth = { date: "1750-03-10", time: "09:30", timeZone: "+08:30", longitudeDeg: 127 }
const rules = { timeZone: "+08:30", longitudeDeg: 127, fromYear: 1600, toYear: 2200 }

test.each(["wall", "mean", "apparent"] as const)(
  "the years from 1600 to 2200 are looked through, clock %s",
  async (clock) => {
    const options: SajuOptions = { clock }
    const { year, month, day, hour } = pillars(birth, options)
    const found = reverseLookup({ year, month, day, hour }, { ...rules, clock })
    const own = found.filter(({ civilFromMs }) => new Date(civilFromMs).toISOString().startsWith("1750-03-10"))
    expect(own).toHaveLength(1)
    expect(found.length).toBeGreaterThan(3)
    for (const { civilFromMs, civilToMs } of found) {
      for (const at of [Math.ceil(civilFromMs / 1000) * 1000, Math.floor((civilToMs - 1) / 1000) * 1000]) {
        const [date = "", time = ""] = new Date(at).toISOString().slice(0, 19).split("T")
        expect(pillars({ ...birth, date, time }, options)).toEqual({ year, month, day, hour })
      }
    }
    const batch = { pillars: Uint8Array.of(year, month, day, hour!), ...rules, clock }
    for (const module of [wasm.saju, wasm.sajuScalar, null]) {
      const { fromMs } = await reverseLookupBatch({ ...batch, wasm: module })
      expect([...fromMs]).toEqual(found.map((each) => each.fromMs))
    }
  },
)
