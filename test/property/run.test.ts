import {
  type AnyCube,
  CubeError,
  createRunner,
  defineCube,
  type Outcome,
  type PlacedCube,
  type RunRecord,
  replay,
  type Value,
} from "cubular"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as z from "zod"

/** What a step of a random graph does. */
const manners = ["now", "later", "sleep", "throw", "throwLater", "garbage", "half", "draw"] as const
type Manner = (typeof manners)[number]

interface Node {
  readonly manner: Manner
  /** Earlier steps by position; −1 is the run's input. */
  readonly must: number
  readonly may: number | undefined
  readonly list: readonly number[]
  readonly when: number | undefined
  readonly after: readonly number[]
}

/** What a cube makes of its inputs; undefined when it fails. The law book both sides go by. */
function compute(manner: Manner, must: number, may: number | undefined, list: readonly number[]): Output | string {
  if (manner === "throw" || manner === "throwLater") return "told_to_fail"
  if (manner === "garbage") return "outputs_refused"
  const n = (must * 3 + (may ?? 100) * 5 + list.reduce((a, b) => a * 2 + b, 1)) % 1009
  return manner === "half" && n % 2 === 1 ? { yes: n % 3 > 0 } : { n, yes: n % 3 > 0 }
}

interface Output {
  readonly n?: number
  readonly yes: boolean
}

const title = { en: "Random", ko: "임의" }
const cubes: readonly AnyCube[] = manners.map((manner) =>
  defineCube({
    id: `law/${manner.toLowerCase()}`,
    version: "1.0.0",
    color: "feature",
    effect: "pure",
    title,
    needs: ["clock", "random"],
    inputs: { must: z.number(), may: z.number().optional(), list: z.array(z.number()).default([]) },
    outputs: { n: z.number().optional(), yes: z.boolean() },
    create: () => ({
      process: ({ must, may, list }, step) => {
        const outcome = compute(manner, must, may, list)
        const end = (): never => {
          if (outcome === "told_to_fail") throw new CubeError({ code: outcome, message: "m", hint: "h" })
          return (typeof outcome === "string" ? { n: Number.NaN, yes: true } : outcome) as never
        }
        if (manner === "later" || manner === "throwLater") return Promise.resolve().then(end)
        if (manner === "sleep") return step.clock.sleep(must % 50).then(end)
        if (manner === "draw") return step.clock.sleep(step.random.below(50)).then(end)
        return end()
      },
    }),
  }),
)

function documentOf(nodes: readonly Node[]): object {
  const ref = (at: number): string => (at < 0 ? "@x" : `s${at}.n`)
  const placed = nodes.map(({ manner, must, may, list, when, after }, at): [string, PlacedCube] => [
    `s${at}`,
    {
      use: `law/${manner.toLowerCase()}`,
      in: {
        must: ref(must),
        ...(may === undefined ? {} : { may: ref(may) }),
        ...(list.length > 0 ? { list: list.map(ref) } : {}),
      },
      ...(when === undefined ? {} : { when: `s${when}.yes` }),
      ...(after.length > 0 ? { after: [...new Set(after)].map((before) => `s${before}`) } : {}),
    },
  ])
  const outputs = Object.fromEntries(nodes.map((_, at) => [`o${at}`, `s${at}.n`]))
  return { format: 1, id: "law", version: "1.0.0", cubes: Object.fromEntries(placed), outputs }
}

/** A reading of the skip table so plain that it can be checked by eye: one step after the other, no states, no overlap. */
function interpret(nodes: readonly Node[], x: number) {
  const results: (Output | undefined)[] = []
  const ends: string[] = []
  const cut: boolean[] = []
  nodes.forEach(({ manner, must, may, list, when, after }, at) => {
    const value = (from: number): number | undefined => (from < 0 ? x : results[from]?.n)
    const before = [must, may ?? -1, ...list, when ?? -1, ...after].filter((from) => from >= 0)
    const parts = list.map(value)
    cut[at] = before.some((from) => cut[from])
    const whole = parts.every((part) => part !== undefined) ? (parts as number[]) : []
    const first = value(must)
    if (cut[at] || (when !== undefined && results[when]?.yes !== true) || first === undefined) {
      ends[at] = "skipped"
      return
    }
    const outcome = compute(manner, first, may === undefined ? undefined : value(may), whole)
    ends[at] = typeof outcome === "string" ? outcome : "ok"
    if (typeof outcome === "string") cut[at] = true
    else results[at] = outcome
  })
  const outputs = Object.fromEntries(
    results.flatMap((result, at) => (result?.n === undefined ? [] : [[`o${at}`, result.n]])),
  )
  return { steps: Object.fromEntries(ends.map((end, at) => [`s${at}`, end])), outputs }
}

const graph: fc.Arbitrary<Node[]> = fc.integer({ min: 1, max: 14 }).chain((length) =>
  fc.tuple(
    ...Array.from({ length }, (_, at): fc.Arbitrary<Node> => {
      const from = fc.integer({ min: -1, max: at - 1 })
      const step =
        at === 0 ? fc.constant(undefined) : fc.option(fc.integer({ min: 0, max: at - 1 }), { nil: undefined, freq: 4 })
      const steps = at === 0 ? fc.constant([]) : fc.array(fc.integer({ min: 0, max: at - 1 }), { maxLength: 2 })
      const manner = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<Manner[]>("now", "later", "sleep", "half", "draw") },
        { weight: 1, arbitrary: fc.constantFrom<Manner[]>("throw", "throwLater", "garbage") },
      )
      return fc.record({
        manner,
        must: from,
        may: fc.option(from, { nil: undefined }),
        list: fc.array(from, { maxLength: 4 }),
        when: step,
        after: steps,
      })
    }),
  ),
)

test("any graph of steps that wait, fail, skip and draw ends as a naive interpreter says, checked or not, and replays", async () => {
  await fc.assert(
    fc.asyncProperty(graph, fc.integer({ min: -50, max: 50 }), async (nodes, x) => {
      const expected = interpret(nodes, x)
      const ok = Object.values(expected.steps).every((end) => end === "ok" || end === "skipped")
      const prints: unknown[] = []
      for (const check of ["edges", "wires"] as const) {
        const runner = await createRunner(documentOf(nodes), cubes, createHost({ autoAdvance: true }), { check })
        for (const options of [
          {},
          { fingerprint: true, record: true },
          { deadlineMs: 60_000, budget: { steps: 100 } },
        ]) {
          const settled = await runner.run({ x }, options).settled
          const steps = Object.entries(settled.steps).map(
            ([path, { outcome, error }]) => [path, error?.code ?? outcome] as const,
          )
          expect(Object.fromEntries(steps)).toEqual(expected.steps)
          expect(settled.outputs).toEqual(expected.outputs)
          expect(settled.ok).toBe(ok)
          if (!settled.record) continue
          prints.push(settled.fingerprint)
          const again = await replay(JSON.parse(JSON.stringify(settled.record)) as RunRecord, cubes, {
            name: "nothing",
          })
          expect(again).toMatchObject({ same: true, planChanged: false, fingerprint: settled.fingerprint })
        }
      }
      expect(new Set(prints).size).toBe(1)
    }),
    { numRuns: 150 },
  )
})

test("replaying from any step gives the same as the whole run", async () => {
  await fc.assert(
    fc.asyncProperty(graph, fc.nat(), async (nodes, from) => {
      const runner = await createRunner(documentOf(nodes), cubes, createHost({ autoAdvance: true }))
      const { record, outputs } = await runner.run({ x: 3 }, { record: true }).settled
      const again = await replay(record as RunRecord, cubes, { name: "nothing" }, { from: `s${from % nodes.length}` })
      expect(again.difference).toBeUndefined()
      expect(again).toMatchObject({ same: true, outputs })
    }),
    { numRuns: 100 },
  )
})

/** The same value with the keys of every object in another order. */
function shuffled(value: Value, turn: number): Value {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, turn))
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, shuffled(part as Value, turn)] as const)
  const at = entries.length === 0 ? 0 : turn % entries.length
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse())
}

test("the order of keys, in document and inputs, does not matter", async () => {
  const echo = defineCube({
    id: "law/echo",
    version: "1.0.0",
    color: "feature",
    title,
    inputs: { o: z.looseObject({}) },
    outputs: { o: z.looseObject({}) },
    create: () => ({ process: ({ o }) => ({ o }) }),
  })
  await fc.assert(
    fc.asyncProperty(
      graph,
      fc.nat(),
      fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Value>),
      async (nodes, turn, o) => {
        const document = documentOf(nodes) as { cubes: object; outputs: object }
        const more = {
          ...document,
          cubes: { ...document.cubes, echo: { use: "law/echo", in: { o: "@o" } } },
          outputs: { ...document.outputs, o: "echo.o" },
        }
        const run = async (source: object, inputs: object) => {
          const runner = await createRunner(source, [...cubes, echo], createHost({ autoAdvance: true }))
          const settled = await runner.run(inputs as never, { fingerprint: true }).settled
          return [settled.plan, settled.fingerprint]
        }
        const one = await run(more, { x: 5, o })
        expect(one[1]).toMatch(/^[0-9a-f]{64}$/)
        expect(
          await run(shuffled(more as never, turn) as object, shuffled({ x: 5, o } as Value, turn) as object),
        ).toEqual(one)
      },
    ),
    { numRuns: 60 },
  )
})

test("every step has an outcome, and ok means that none failed or was cancelled", async () => {
  await fc.assert(
    fc.asyncProperty(graph, fc.nat(40), async (nodes, cancelAt) => {
      const host = createHost()
      const runner = await createRunner(documentOf(nodes), cubes, host)
      const run = runner.run({ x: 1 })
      await host.advance(cancelAt)
      run.cancel()
      const settled = await run.settled
      const outcomes: Outcome[] = Object.values(settled.steps).map((step) => step.outcome)
      expect(outcomes.length).toBe(nodes.length)
      expect(settled.ok).toBe(!outcomes.some((outcome) => outcome === "failed" || outcome === "cancelled"))
    }),
    { numRuns: 100 },
  )
})
