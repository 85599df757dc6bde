/** Times several ways of doing the same work against each other, in one process and in turn. */

/** One way of doing the work. Called with 1, 2, 3 … so that nothing can be remembered from the call before. */
export interface Contender {
  readonly name: string
  readonly run: (input: number) => unknown
}

/** Nanoseconds per run in every round, by contender; null where it sat the round out. */
export interface Slices {
  [name: string]: (number | null)[]
}

export interface Timing {
  /**
   * Every contender gets one slice per round, in an order that turns by one each round and runs forwards and backwards in turn,
   * so that nobody always comes behind the same one and what it leaves to the disk.
   */
  readonly rounds: number
  /** Aimed length of a slice in ms; a run longer than that is a slice by itself. */
  readonly sliceMs: number
}

/** Clears what the contender before left young, so that nobody pays for another's garbage. */
const collectYoung = (): void =>
  (globalThis.gc as ((options: { type: "minor" }) => void) | undefined)?.({ type: "minor" })

/** Time of `runs` runs in ns. Promises are awaited one after the other. */
async function slice({ run }: Contender, from: number, runs: number, late: boolean): Promise<number> {
  const start = performance.now()
  if (late) for (let i = 0; i < runs; i++) await run(from + i)
  else for (let i = 0; i < runs; i++) run(from + i)
  return (performance.now() - start) * 1e6
}

/** Long enough for the optimiser, which works beside, to finish on a busy machine. */
const WARM_UP_MS = 120

/** Warms up and says how many runs fill one; less than one where a run is longer than a slice. */
async function runsPerSlice(contender: Contender, sliceMs: number, late: boolean): Promise<number> {
  let runs = 1
  for (let spent = 0; spent < WARM_UP_MS; ) {
    const count = Math.max(1, Math.round(runs))
    const ns = await slice(contender, 1, count, late)
    spent += ns / 1e6
    runs = Math.min(count * 8, (count * sliceMs * 1e6) / Math.max(ns, 1))
  }
  return runs
}

/** Warms every contender up and runs the rounds. One whose single run is longer than five slices sits out two of three. */
export async function interleave(contenders: readonly Contender[], { rounds, sliceMs }: Timing): Promise<Slices> {
  const entered = []
  for (const contender of contenders) {
    const first = contender.run(1)
    await first
    const late = first instanceof Promise
    const runs = await runsPerSlice(contender, sliceMs, late)
    entered.push({ contender, late, runs: Math.max(1, Math.round(runs)), slow: runs < 0.2 })
  }
  const slices: Slices = Object.fromEntries(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < entered.length; turn++) {
      const place = (round + (round % 2 === 0 ? turn : entered.length - 1 - turn)) % entered.length
      const entry = entered[place] as (typeof entered)[number]
      const { contender, runs, late, slow } = entry
      if (slow && round % 3 !== 0) {
        slices[contender.name]?.push(null)
        continue
      }
      collectYoung()
      const ns = await slice(contender, 1 + round * runs, runs, late)
      slices[contender.name]?.push(ns / runs)
    }
  return slices
}

/** Slices taken in several processes, one after the other; null where a contender was not in a process. */
export function joinSlices(parts: readonly Slices[]): Slices {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part)))]
  const joined = (name: string): (number | null)[] =>
    parts.flatMap((part) => part[name] ?? new Array<null>(Object.values(part)[0]?.length ?? 0).fill(null))
  return Object.fromEntries(names.map((name) => [name, joined(name)]))
}
