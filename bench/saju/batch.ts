/** A million births at once: our engines by zone and clock against the bare loop, and loops over other packages. */
import { readFileSync } from "node:fs"
import { type Clock, type PillarsBatch, pillars, pillarsBatch } from "cubular/saju"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { type Bare, createBare } from "./bare.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf, splitWall } from "./ours.ts"
import { loadRivals } from "./rivals.ts"

const ROWS = 1_000_000
/** Rows of the loops over calls that take microseconds each. */
const FEW = 2000

const civilMs = civilTimes(ROWS)
const births = birthsOf(civilMs)
const bare = createBare(births, 9 * 3_600_000)

const wasm = (name: string): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url)))

const engines: { readonly [name: string]: PillarsBatch["wasm"] } = {
  "WASM SIMD": wasm("saju"),
  "WASM scalar": wasm("saju-scalar"),
  TypeScript: null,
}

function differences(a: Uint8Array, b: Uint8Array): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

/** Every engine must give the same bytes before it is timed; where the bare loop can tell, its bytes. */
async function checkBytes(batch: PillarsBatch, expected: Uint8Array | undefined): Promise<void> {
  let first = expected
  for (const [name, module] of Object.entries(engines)) {
    const bytes = await pillarsBatch({ ...batch, wasm: module })
    first ??= bytes
    const count = differences(bytes, first)
    if (count > 0) throw new Error(`${name}, ${batch.timeZone}, ${batch.clock}: ${count} bytes differ`)
  }
}

const loopOf = ({ run }: Bare): Contender => ({ name: "bare loop", run })

async function batchesOf(timeZone: string, clock: Clock): Promise<Slices> {
  // 127.5 degrees east on both sides: a fixed offset has no longitude of its own.
  const batch: PillarsBatch = { civilMs, timeZone, clock, longitudeDeg: 127.5 }
  await checkBytes(batch, timeZone === "+09:00" && clock === "wall" ? bare.run() : undefined)
  const ours = Object.entries(engines).map(([name, module]) => ({
    name,
    run: () => pillarsBatch({ ...batch, wasm: module }),
  }))
  return perRow(await interleave([loopOf(bare), ...ours], { rounds: 9, sliceMs: 4 }), () => ROWS)
}

/** One call per birth: ours and others'. */
async function callsOf(): Promise<Slices> {
  const few = births.slice(0, FEW)
  const fixed = few.map((birth) => birthOf(birth, "+09:00"))
  const { rivals } = await loadRivals()
  const asked = rivals.filter(({ name }) => name === "manseryeok" || name === "lunar-javascript")
  const contenders: Contender[] = [
    loopOf(bare),
    {
      name: "pillarsBatch as it comes, +09:00, wall",
      run: () => pillarsBatch({ civilMs, timeZone: "+09:00", clock: "wall" }),
    },
    {
      name: "pillars() in a loop",
      run: () => {
        for (const birth of fixed) pillars(birth, splitWall)
      },
    },
    ...asked.map(({ name, call }) => ({
      name: `${name} in a loop`,
      run: () => {
        for (const birth of few) call(birth as Birth)
      },
    })),
  ]
  const slices = await interleave(contenders, { rounds: 9, sliceMs: 4 })
  return perRow(slices, (name) => (name.endsWith("in a loop") ? FEW : ROWS))
}

function perRow(slices: Slices, rows: (name: string) => number): Slices {
  const shared = Object.entries(slices).map(([name, samples]) => [
    name,
    samples.map((ns) => (ns === null ? null : ns / rows(name))),
  ])
  return Object.fromEntries(shared)
}

const batches: { [zoneAndClock: string]: Slices } = {}
for (const timeZone of ["+09:00", "Asia/Seoul"])
  for (const clock of ["wall", "standard", "mean", "apparent"] as const)
    batches[`${timeZone}, ${clock}`] = await batchesOf(timeZone, clock)
console.log(JSON.stringify({ rows: ROWS, loop: await callsOf(), batches }))
