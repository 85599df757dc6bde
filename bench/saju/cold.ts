/**
 * From nothing to the first chart: `node … cold.ts <package> [file]` prints the ms from before the import to the first
 * answer. Ours is the built package or, given a file, that bundle of it.
 */
const birth = { year: 1990, month: 5, day: 1, hour: 14, minute: 30 }

const first: { readonly [name: string]: () => Promise<unknown> } = {
  "cubular/saju": async () => {
    const file = process.argv[3] ?? new URL("../../dist/cubes/saju/engine/index.js", import.meta.url).href
    const { chart } = (await import(file)) as typeof import("cubular/saju")
    return chart({ date: "1990-05-01", time: "14:30" })
  },
  manseryeok: async () => (await import("manseryeok")).calculateFourPillars(birth),
  ssaju: async () => (await import("ssaju")).calculateSaju(birth),
  tyme4ts: async () =>
    (await import("tyme4ts")).SolarTime.fromYmdHms(1990, 5, 1, 14, 30, 0).getLunarHour().getEightChar().toString(),
  "lunar-javascript": async () =>
    (await import("lunar-javascript")).default.Solar.fromYmdHms(1990, 5, 1, 14, 30, 0)
      .getLunar()
      .getEightChar()
      .toString(),
}

const name = process.argv[2] as string
const start = performance.now()
await first[name]?.()
console.log(JSON.stringify({ ms: performance.now() - start }))
