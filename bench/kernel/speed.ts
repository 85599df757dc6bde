/** One case in this process: `node … speed.ts <case>` prints the slices of every engine as JSON. */
import { type Contender, interleave } from "../interleave.ts"
import { type Case, cases } from "./cases.ts"
import type { Engine, Runner } from "./engine.ts"
import { engines } from "./engines.ts"

const inputs = [5, 77, 123_456, 999_999]

/** Refuses to time an engine that computes something else. */
async function checkAnswers(name: string, run: Runner, expected: readonly number[]): Promise<void> {
  for (const [i, input] of inputs.entries()) {
    const given = await run(input)
    if (given !== expected[i]) throw new Error(`${name} gives ${given} for ${input}, plain calls ${expected[i]}`)
  }
}

/** `count` runs started before the first is awaited. */
function crowd(run: Runner, count: number): (input: number) => unknown {
  return (input) => {
    const first = run(input)
    if (!(first instanceof Promise)) {
      for (let i = 1; i < count; i++) run(input + i)
      return first
    }
    const under = [first]
    for (let i = 1; i < count; i++) under.push(run(input + i) as Promise<number>)
    return Promise.all(under)
  }
}

async function contendersOf({ shape, bodies, atOnce }: Case): Promise<Contender[]> {
  const able = engines.filter(({ waits }) => waits || !shape.some((step) => step.waits))
  const lower = (await (able[0] as Engine).build(shape, bodies)) as Runner
  const expected = await Promise.all(inputs.map(lower))
  const contenders: Contender[] = []
  for (const engine of able) {
    const run = await engine.build(shape, bodies)
    await checkAnswers(engine.name, run, expected)
    contenders.push({ name: engine.name, run: atOnce > 1 ? crowd(run, atOnce) : run })
  }
  return contenders
}

const chosen = cases[process.argv[2] as string]
if (chosen === undefined) throw new Error(`no such case: ${process.argv[2]}`)
const slices = await interleave(await contendersOf(chosen), { rounds: 24, sliceMs: 2 })
for (const samples of Object.values(slices))
  for (const [round, ns] of samples.entries()) samples[round] = ns === null ? null : ns / chosen.atOnce
console.log(JSON.stringify(slices))
