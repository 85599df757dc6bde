import { execFile } from "node:child_process"
import { expect, test } from "vitest"

/** The built package in Node: threads, files and modules are those of dist. Needs `npm run build`. */
const root = new URL("../..", import.meta.url).pathname

const run = (code: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ["--input-type=module", "-e", code], { cwd: root, timeout: 30_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    ),
  )

test("a pool of the built package computes in zones and years that its threads load, and lets the process end", async () => {
  const code = `
    import { batchEngine, pillarsBatch, reverseLookupBatch } from "cubular/saju/batch"
    import { createPool } from "cubular/saju/pool"
    import "cubular/saju/years"
    import "cubular/saju/zones"
    const civilMs = Float64Array.from({ length: 30_000 }, (_, row) => row * 1e8)
    const batch = { civilMs, timeZone: "Europe/Paris", longitudeDeg: 2.35 }
    const pool = createPool({ size: 2 })
    const pillars = await pillarsBatch(batch)
    const same = Buffer.compare(Buffer.from(await pool.pillarsBatch(batch)), Buffer.from(pillars)) === 0
    const rules = { pillars: pillars.subarray(0, 40_000), fromYear: 1700, toYear: 1800 }
    const [own, shared] = [await reverseLookupBatch(rules), await pool.reverseLookupBatch(rules)]
    const sameTimes = own.fromMs.length > 0 && own.fromMs.every((ms, at) => ms === shared.fromMs[at])
    process.stdout.write(JSON.stringify([await batchEngine(), same, sameTimes]))`
  const { code: exit, out, err } = await run(code)
  expect([exit, out, err]).toEqual([0, '["simd",true,true]', ""])
})
