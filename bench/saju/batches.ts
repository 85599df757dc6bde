/**
 * Every batch function: its engines against each other and against a plain pass over the same arrays, which reads every byte handed
 * in and writes every byte handed back; and the pool against one thread.
 */
import { readFileSync } from "node:fs"
import { compatibilityBatch, luckBatch, pillarsBatch, reverseLookupBatch, scoresBatch } from "cubular/saju/batch"
import { createPool } from "cubular/saju/pool"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { civilTimes } from "./births.ts"

type Module = WebAssembly.Module | null

const wasm = (name: string): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url)))

const engines: { readonly [name: string]: Module } = {
  "WASM SIMD": wasm("saju"),
  "WASM scalar": wasm("saju-scalar"),
  TypeScript: null,
}

/** A batch function and the rows it is asked at a time. */
interface Case {
  readonly rows: number
  /** Columns of one part. */
  readonly columns: (from: number, to: number) => { readonly [name: string]: Float64Array | Uint8Array }
  readonly run: (columns: never, wasm: Module) => Promise<unknown>
}

const ROWS = 1_000_000
/** Parts of the rows asked in turn, so that a slice is short: a busy machine interrupts long ones. */
const PART = 62_500
/** For rows that take the best part of a microsecond. */
const FEW = 5000

const civilMs = civilTimes(ROWS)
const bytes = (most: number): Uint8Array => Uint8Array.from(civilMs, (_, row) => ((row * 2_654_435_761) >>> 16) % most)
const sex = bytes(2)
const usefulElements = bytes(5)
const seoul = { timeZone: "Asia/Seoul", longitudeDeg: 127.5 } as const
const pillars = {
  mean: await pillarsBatch({ civilMs, ...seoul }),
  apparent: await pillarsBatch({ civilMs, ...seoul, clock: "apparent" }),
}
const one = [5, 17, 33, 48, 2]

const births = (from: number, to: number) => ({ civilMs: civilMs.subarray(from, to) })
const charts = (clock: "mean" | "apparent") => (from: number, to: number) => ({
  pillars: pillars[clock].subarray(from * 4, to * 4),
})

const cases: { readonly [name: string]: Case } = {
  "pillars, mean": {
    rows: PART,
    columns: births,
    run: (columns: object, wasm) => pillarsBatch({ ...(columns as ReturnType<typeof births>), ...seoul, wasm }),
  },
  "pillars, apparent": {
    rows: PART,
    columns: births,
    run: (columns: object, wasm) =>
      pillarsBatch({ ...(columns as ReturnType<typeof births>), ...seoul, clock: "apparent", wasm }),
  },
  luck: {
    rows: PART,
    columns: (from, to) => ({ ...births(from, to), sex: sex.subarray(from, to) }),
    run: (columns: ReturnType<typeof births> & { sex: Uint8Array }, wasm) => luckBatch({ ...columns, ...seoul, wasm }),
  },
  scores: {
    rows: PART,
    columns: charts("mean"),
    run: (columns: { pillars: Uint8Array }, wasm) => scoresBatch({ ...columns, wasm }),
  },
  compatibility: {
    rows: PART,
    columns: (from, to) => ({ ...charts("mean")(from, to), usefulElements: usefulElements.subarray(from, to) }),
    run: (columns: { pillars: Uint8Array }, wasm) => compatibilityBatch({ one, ...columns, wasm }),
  },
  "reverse look-up, mean": {
    rows: PART,
    columns: charts("mean"),
    run: (columns: { pillars: Uint8Array }, wasm) => reverseLookupBatch({ ...columns, ...seoul, wasm }),
  },
  "reverse look-up, apparent": {
    rows: FEW,
    columns: charts("apparent"),
    run: (columns: { pillars: Uint8Array }, wasm) =>
      reverseLookupBatch({ ...columns, ...seoul, clock: "apparent", wasm }),
  },
}

type Column = Float64Array | Uint8Array | Int8Array | Uint16Array | Uint32Array

const columnsIn = (result: unknown): Column[] =>
  ArrayBuffer.isView(result) ? [result as Column] : Object.values(result as object).flatMap(columnsIn)

const bytesIn = (result: unknown): number => columnsIn(result).reduce((sum, column) => sum + column.byteLength, 0)

/** Reads every word of some columns and writes every word of new ones of the same size as the result. */
function plainPass(given: readonly Column[], result: unknown): () => unknown {
  const lengths = columnsIn(result).map(({ byteLength }) => byteLength >> 2)
  const words = given.map(({ buffer, byteOffset, byteLength }) => new Int32Array(buffer, byteOffset, byteLength >> 2))
  return () => {
    let sum = 0
    for (const column of words) for (let at = 0; at < column.length; at++) sum ^= column[at] as number
    return lengths.map((length) => {
      const column = new Int32Array(length)
      for (let at = 0; at < length; at++) column[at] = sum + at
      return column
    })
  }
}

function requireSame(name: string, a: unknown, b: unknown): void {
  const others = columnsIn(b)
  columnsIn(a).forEach((column, at) => {
    const [mine, theirs] = [column, others[at] as Column].map((each) =>
      Buffer.from(each.buffer, each.byteOffset, each.byteLength),
    )
    if (!mine?.equals(theirs as Buffer)) throw new Error(`${name}: engines differ`)
  })
}

/** Bytes of a row in and out, and ns per row. */
interface Measured {
  readonly bytesIn: number
  readonly bytesOut: number
  readonly slices: Slices
}

async function measure(name: string, { rows, columns, run }: Case): Promise<Measured> {
  const parts = Array.from({ length: Math.floor(ROWS / PART) }, (_, part) => columns(part * PART, part * PART + rows))
  const results = await Promise.all(parts.map((part) => run(part as never, null)))
  for (const module of Object.values(engines)) requireSame(name, await run(parts[0] as never, module), results[0])
  const plain = parts.map((part, at) => plainPass(Object.values(part), results[at]))
  const contenders: Contender[] = [
    { name: "plain pass", run: (input) => plain[input % plain.length]?.() },
    ...Object.entries(engines).map(([engine, module]) => ({
      name: engine,
      run: (input: number) => run(parts[input % parts.length] as never, module),
    })),
  ]
  const slices = await interleave(contenders, { rounds: 32, sliceMs: 1 })
  const given = Object.values(parts[0] as object).reduce((sum, column) => sum + column.byteLength, 0)
  return { bytesIn: given / rows, bytesOut: bytesIn(results[0]) / rows, slices: perRow(slices, rows) }
}

const perRow = (slices: Slices, rows: number): Slices =>
  Object.fromEntries(
    Object.entries(slices).map(([name, samples]) => [name, samples.map((ns) => (ns === null ? null : ns / rows))]),
  )

/** A million rows by one thread and by a pool of as many as there are cores. */
async function pooled(): Promise<{ readonly size: number; readonly slices: { readonly [name: string]: Slices } }> {
  const pool = createPool()
  const asked: { readonly [name: string]: readonly [alone: () => Promise<unknown>, shared: () => Promise<unknown>] } = {
    "pillars, mean": [() => pillarsBatch({ civilMs, ...seoul }), () => pool.pillarsBatch({ civilMs, ...seoul })],
    "pillars, apparent": [
      () => pillarsBatch({ civilMs, ...seoul, clock: "apparent" }),
      () => pool.pillarsBatch({ civilMs, ...seoul, clock: "apparent" }),
    ],
    scores: [() => scoresBatch({ pillars: pillars.mean }), () => pool.scoresBatch({ pillars: pillars.mean })],
    "reverse look-up, apparent": [
      () => reverseLookupBatch({ pillars: pillars.apparent.subarray(0, 400_000), ...seoul, clock: "apparent" }),
      () => pool.reverseLookupBatch({ pillars: pillars.apparent.subarray(0, 400_000), ...seoul, clock: "apparent" }),
    ],
  }
  const slices: { [name: string]: Slices } = {}
  for (const [name, [alone, shared]] of Object.entries(asked)) {
    const rows = name.startsWith("reverse") ? 100_000 : ROWS
    const contenders = [
      { name: "one thread", run: alone },
      { name: "pool", run: shared },
    ]
    slices[name] = perRow(await interleave(contenders, { rounds: 12, sliceMs: 20 }), rows)
  }
  await pool.dispose()
  return { size: pool.size, slices }
}

const batches: { [name: string]: Measured } = {}
for (const [name, each] of Object.entries(cases)) batches[name] = await measure(name, each)
console.log(JSON.stringify({ rows: ROWS, batches, pool: await pooled() }))
