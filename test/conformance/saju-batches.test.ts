import { compatibilityBatch, luckBatch, pillarsBatch, reverseLookupBatch, scoresBatch } from "cubular/saju/batch"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { wasm } from "#test-host"

const ROWS = 20_000

/** xorshift32: the same rows on every host. */
const next = (() => {
  let state = 20_261_121
  return (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
})()

/** Some before 1900 and after 2100, which cannot be computed. */
const civilMs = Float64Array.from({ length: ROWS }, () => Math.floor(-2_215_000_000_000 + next() * 6_360_000_000_000))
const sex = Uint8Array.from({ length: ROWS }, () => Math.floor(next() * 2.1))
/** Some are no ganji, some hours are unknown. */
const pillars = Uint8Array.from({ length: ROWS * 4 }, (_, at) => {
  if (next() < 0.01) return 60 + Math.floor(next() * 196)
  return at % 4 === 3 && next() < 0.1 ? 255 : Math.floor(next() * 60)
})

type Engine = WebAssembly.Module | null | undefined

const births = { civilMs, timeZone: "Asia/Seoul" } as const
const asked: { readonly [name: string]: (engine: Engine) => Promise<object> } = {
  "luck by every day of the remainder": (engine) => luckBatch({ ...births, sex, wasm: engine }),
  "luck to the day, in London": (engine) =>
    luckBatch({ civilMs, sex, timeZone: "Europe/London", luckRule: "exact", wasm: engine }),
  "scores in the north": (engine) => scoresBatch({ pillars, wasm: engine }),
  "scores in the south": (engine) => scoresBatch({ pillars, hemisphere: "south", wasm: engine }),
  compatibility: (engine) => compatibilityBatch({ one: [6, 16, 2, 31, 4], pillars, wasm: engine }),
  "compatibility, weighed": (engine) =>
    compatibilityBatch({ one: [59, 0, 30, -1, -1], pillars, weights: { dayBranches: 90, stars: 3 }, wasm: engine }),
  "reverse look-up by the mean clock": async (engine) =>
    reverseLookupBatch({ pillars: await pillarsBatch(births), wasm: engine }),
  "reverse look-up by the apparent clock": async (engine) => {
    const rules = { clock: "apparent", longitudeDeg: 129.0756 } as const
    const found = await pillarsBatch({ civilMs: civilMs.subarray(0, 2000), ...rules })
    return reverseLookupBatch({ pillars: found, ...rules, wasm: engine })
  },
}

/** All columns by name; one changed byte changes it. */
function digestOf(found: object): string {
  let sum = 0
  const add = (value: object): void => {
    for (const [name, column] of Object.entries(value)) {
      for (let i = 0; i < name.length; i++) sum = (Math.imul(sum, 31) + name.charCodeAt(i)) | 0
      if (!ArrayBuffer.isView(column)) add(column)
      else
        for (const byte of new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
          sum = (Math.imul(sum, 31) + byte) | 0
    }
  }
  add(found)
  return (sum >>> 0).toString(16)
}

/** Snapshots: what is tested is that every engine on every host has the same. */
const digests: { readonly [name: string]: string } = {
  "luck by every day of the remainder": "b795a54c",
  "luck to the day, in London": "17dff1b",
  "scores in the north": "e6eaf901",
  "scores in the south": "a1deb68d",
  compatibility: "a38224e3",
  "compatibility, weighed": "b380f572",
  "reverse look-up by the mean clock": "9a0911f8",
  "reverse look-up by the apparent clock": "3e4fdbf4",
}

describe("many rows at once are the same bytes in TypeScript, scalar and SIMD WebAssembly on every host", () => {
  test.each(Object.entries(asked))("%s", async (name, run) => {
    for (const engine of [null, wasm.sajuScalar, wasm.saju, undefined])
      expect(digestOf(await run(engine))).toBe(digests[name])
  })
})
