import { type Plan, plan, type Source } from "cubular"
import { type CompositionDocument, type Host, isCubeError } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cubes, documentOf } from "../unit/kernel/cubes.ts"

const host: Host = { name: "test" }

/** Documents that plan: every cube takes texts of earlier ones, in random positions of the key order. */
const documents: fc.Arbitrary<{ [key: string]: unknown }> = fc
  .array(
    fc.record({
      sources: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      when: fc.option(fc.nat()),
      after: fc.array(fc.nat(), { maxLength: 2 }),
      name: fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,5}$/),
      list: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => {
    const ids: string[] = []
    const placed: { [id: string]: object } = {}
    for (const { sources, when, after, name, list } of parts) {
      if (Object.hasOwn(placed, name)) continue
      const pick = (n: number): string => ids[n % ids.length] as string
      const text = (n: number): string => (ids.length === 0 || n % 5 === 0 ? "@t" : `${pick(n)}.text`)
      const uppers = ids.filter((id) => (placed[id] as { use: string }).use === "text/upper")
      placed[name] = {
        use: list ? "text/join" : "text/upper",
        in: list ? { texts: sources.map(text) } : { text: text(sources[0] as number) },
        ...(when !== null && uppers.length > 0 ? { when: `${uppers[when % uppers.length]}.ok` } : {}),
        ...(ids.length > 0 && after.length > 0 ? { after: after.map(pick) } : {}),
      }
      ids.push(name)
    }
    return documentOf(placed, { outputs: Object.fromEntries(ids.map((id, i) => [`o${i}`, `${id}.text`])) })
  })

const shuffled = (value: unknown, random: () => number): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner: shuffled(inner, random), at: random() }))
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, inner }) => [key, inner]))
}
const numbers = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))

const slotsOf = (source: Source): number[] =>
  source.kind === "slot" ? [source.slot] : source.kind === "list" ? source.items.flatMap(slotsOf) : []

const bare = (of: Plan): unknown => ({
  ...of,
  document: undefined,
  steps: of.steps.map((step) => ({
    ...step,
    cube: step.cube.id,
    inputs: step.inputs.map((input) => ({ ...input, check: input.check !== undefined })),
  })),
  inputs: of.inputs.map((input) => ({ ...input, checks: input.checks.length })),
})

describe("for any document that plans", () => {
  test("every step comes after what it reads, and waits for exactly that", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { steps, slots, inputs } = await plan(document, cubes, host)
        let next = inputs.length
        for (const [index, step] of steps.entries()) {
          expect(step.index).toBe(index)
          expect(step.firstSlot).toBe(next)
          const read = [...step.inputs.flatMap((input) => slotsOf(input.source)), ...step.when.flatMap(slotsOf)]
          for (const slot of read) expect(slot).toBeLessThan(step.firstSlot)
          const givers = read
            .filter((slot) => slot >= inputs.length)
            .map((slot) =>
              steps.findIndex((each) => slot >= each.firstSlot && slot < each.firstSlot + each.outputs.length),
            )
          for (const giver of givers) expect(step.waitsFor).toContain(giver)
          expect(step.waitsFor).toEqual([...new Set(step.waitsFor)].sort((a, b) => a - b))
          for (const before of step.waitsFor) expect(before).toBeLessThan(index)
          next += step.outputs.length
        }
        expect(slots).toBe(next)
      }),
      { numRuns: 300 },
    )
  })

  test("of the steps that could come next, the first by code units does", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { steps } = await plan(document, cubes, host)
        for (let i = 1; i < steps.length; i++) {
          const [before, after] = [steps[i - 1], steps[i]]
          if (before && after && !after.waitsFor.includes(i - 1)) expect(before.path < after.path).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test("plan and digest do not depend on the order of keys, nor on text or value", async () => {
    await fc.assert(
      fc.asyncProperty(documents, numbers, async (document, stream) => {
        const other = shuffled(document, () => stream.next().value as number)
        const [first, second, third] = await Promise.all([
          plan(document, cubes, host),
          plan(other, cubes, host),
          plan(JSON.stringify(other), cubes, host),
        ])
        expect(bare(second)).toEqual(bare(first))
        expect(bare(third)).toEqual(bare(first))
        expect(second.digest).toBe(first.digest)
      }),
      { numRuns: 200 },
    )
  })

  test("planning the document in the plan again gives the same plan", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const first = await plan(document, cubes, host)
        const second = await plan(first.document, cubes, host)
        expect(bare(second)).toEqual(bare(first))
        expect(second.digest).toBe(first.digest)
      }),
      { numRuns: 100 },
    )
  })

  test("used as a cube, its steps are the same ones under the place's name", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const inner = { ...document, id: "inner" } as unknown as CompositionDocument
        const alone = await plan(inner, cubes, host)
        const wires = alone.inputs.length > 0 ? { t: "@t" } : {}
        const outer = documentOf(
          { x: { use: "composition:inner", in: wires } },
          {
            outputs: inner.outputs && Object.fromEntries(Object.keys(inner.outputs).map((name) => [name, `x.${name}`])),
          },
        )
        const inside = await plan(outer, [...cubes, inner], host)
        expect(inside.steps.map((step) => step.path)).toEqual(alone.steps.map((step) => `x/${step.path}`))
        expect(inside.steps.map((step) => step.waitsFor)).toEqual(alone.steps.map((step) => step.waitsFor))
        expect(inside.steps.map((step) => step.inputs.map((input) => input.source))).toEqual(
          alone.steps.map((step) => step.inputs.map((input) => input.source)),
        )
        expect(inside.outputs).toEqual(alone.outputs)
      }),
      { numRuns: 150 },
    )
  })

  test("with one wire turned round, it is a plan or one coded refusal", async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.nat(), fc.nat(), async (document, from, to) => {
        const placed = document.cubes as { [id: string]: { in: { text?: string; texts?: string[] } } }
        const ids = Object.keys(placed)
        const target = placed[ids[to % ids.length] as string]
        if (target?.in.text !== undefined) target.in.text = `${ids[from % ids.length]}.text`
        const result = await plan(document, cubes, host).catch((error: unknown) => error)
        if (isCubeError(result)) expect(result.issues?.some((issue) => issue.code === "cycle")).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
