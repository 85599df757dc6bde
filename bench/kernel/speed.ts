/** One case in this process: `node … speed.ts <case> [engine]` prints the slices of all engines, or of one beside ours. */
import { type Contender, interleave } from "../interleave.ts"
import { type Case, cases } from "./cases.ts"
import type { Engine, Runner } from "./engine.ts"
import { enginesFor } from "./engines.ts"

const inputs = [5, 77, 123_456, 999_999]

/** Refuses to time an engine that computes something else. */
async function checkAnswers(name: string, run: Runner, expected: readonly number[]): Promise<void> {
  for (const [i, input] of inputs.entries()) {
    const given = await run(input)
    if (given !== expected[i]) throw new Error(`${name} gives ${given} for ${input}, plain calls ${expected[i]}`)
  }
}

/** Runs started before the first is awaited, one on each of `runners`. */
function crowd(runners: readonly Runner[]): (input: number) => unknown {
  const [one, ...others] = runners as [Runner, ...Runner[]]
  return (input) => {
    const first = one(input)
    if (!(first instanceof Promise)) {
      for (let i = 0; i < others.length; i++) (others[i] as Runner)(input + i)
      return first
    }
    const under = [first]
    for (let i = 0; i < others.length; i++) under.push((others[i] as Runner)(input + i) as Promise<number>)
    return Promise.all(under)
  }
}

/** Runs at once need a state each: engines that keep it in the graph get a graph for each. */
async function atOnceOn(engine: Engine, run: Runner, { shape, bodies, atOnce }: Case): Promise<Contender["run"]> {
  if (atOnce === 1) return run
  const runners: Runner[] = []
  for (let i = 0; i < atOnce; i++) runners.push(engine.isolated ? run : await engine.build(shape, bodies))
  return crowd(runners)
}

async function contendersOf(each: Case): Promise<Contender[]> {
  const { shape, bodies } = each
  const able = enginesFor(each, process.argv[3])
  const lower = (await (able[0] as Engine).build(shape, bodies)) as Runner
  const expected = await Promise.all(inputs.map(lower))
  const contenders: Contender[] = []
  for (const engine of able) {
    const run = await engine.build(shape, bodies)
    await checkAnswers(engine.name, run, expected)
    contenders.push({ name: engine.name, run: await atOnceOn(engine, run, each) })
  }
  return contenders
}

const chosen = cases[process.argv[2] as string]
if (chosen === undefined) throw new Error(`no such case: ${process.argv[2]}`)
const slices = await interleave(await contendersOf(chosen), { rounds: 24, sliceMs: 2 })
for (const samples of Object.values(slices))
  for (const [round, ns] of samples.entries()) samples[round] = ns === null ? null : ns / chosen.atOnce
console.log(JSON.stringify(slices))
