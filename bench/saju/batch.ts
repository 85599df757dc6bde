/** A million births at once: our engines by zone and clock against the bare loop, and loops over other packages. */
import { readFileSync } from "node:fs"
import { type Clock, type PillarsBatch, pillars, pillarsBatch } from "cubular/saju"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { createBare } from "./bare.ts"
import { birthsOf, civilTimes } from "./births.ts"
import { birthOf, splitWall } from "./ours.ts"
import { loadRivals } from "./rivals.ts"

const ROWS = 1_000_000
/** Timed in parts, one after the other, so that a slice is short: a busy machine interrupts long ones. */
const PARTS = 16
const PART = ROWS / PARTS
/** Births a slice of the loops over calls that take microseconds each goes through. */
const FEW = 200

const civilMs = civilTimes(ROWS)
const births = birthsOf(civilMs)
const bare = createBare(births, 9 * 3_600_000)
const bareParts = Array.from({ length: PARTS }, (_, part) =>
  createBare(births.slice(part * PART, (part + 1) * PART), 9 * 3_600_000),
)
const civilParts = bareParts.map((_, part) => civilMs.subarray(part * PART, (part + 1) * PART))

/** The part whose turn it is. */
const inTurn = <T>(parts: readonly T[], input: number): T => parts[input % parts.length] as T

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

const bareLoop: Contender = { name: "bare loop", run: (input) => inTurn(bareParts, input).run() }

async function batchesOf(timeZone: string, clock: Clock): Promise<Slices> {
  // 127.5 degrees east on both sides: a fixed offset has no longitude of its own.
  const batch: PillarsBatch = { civilMs, timeZone, clock, longitudeDeg: 127.5 }
  await checkBytes(batch, timeZone === "+09:00" && clock === "wall" ? bare.run() : undefined)
  const ours = Object.entries(engines).map(([name, module]) => ({
    name,
    run: (input: number) => pillarsBatch({ ...batch, civilMs: inTurn(civilParts, input), wasm: module }),
  }))
  return perRow(await interleave([bareLoop, ...ours], { rounds: 32, sliceMs: 1 }), () => PART)
}

/** One call per birth: ours and others'. */
async function callsOf(): Promise<Slices> {
  const windows = Array.from({ length: 64 }, (_, i) => births.slice(i * FEW, (i + 1) * FEW))
  const fixed = windows.map((window) => window.map((birth) => birthOf(birth, "+09:00")))
  const { rivals } = await loadRivals()
  const asked = rivals.filter(({ name }) => name === "manseryeok" || name === "lunar-javascript")
  const contenders: Contender[] = [
    bareLoop,
    {
      name: "pillarsBatch as it comes, +09:00, wall",
      run: (input) => pillarsBatch({ civilMs: inTurn(civilParts, input), timeZone: "+09:00", clock: "wall" }),
    },
    {
      name: "pillarsBatch as it comes, with its defaults (Asia/Seoul, mean solar time)",
      run: (input) => pillarsBatch({ civilMs: inTurn(civilParts, input) }),
    },
    {
      name: "pillars() in a loop",
      run: (input) => {
        for (const birth of inTurn(fixed, input)) pillars(birth, splitWall)
      },
    },
    ...asked.map(({ name, call }) => ({
      name: `${name} in a loop`,
      run: (input: number) => {
        for (const birth of inTurn(windows, input)) call(birth)
      },
    })),
  ]
  const slices = await interleave(contenders, { rounds: 24, sliceMs: 1 })
  return perRow(slices, (name) => (name.endsWith("in a loop") ? FEW : PART))
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
