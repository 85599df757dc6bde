import { type AnyCube, type CompositionDocument, createRunner, isCubeError, plan, validate } from "cubular"
import { cells, probes } from "cubular/conformance"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { expect, test } from "vitest"
import { flowCells, flowCubes } from "./flow-cells.ts"
import { pathsOf, replaced } from "./hostile.ts"
import { expectCoded, expectIssues, prototypes } from "./issue-shape.ts"

const pillars = (await catalog.load("saju/pillars", "1.0.0")) as AnyCube
const sound = [...cells, ...flowCells]
  .filter(({ outcome }) => outcome === "ok" || outcome === "skip")
  .map(({ document, compositions }) => ({ document, compositions }))
  .concat(catalog.documents().map((document) => ({ document, compositions: [] as readonly CompositionDocument[] })))
const cubes: readonly AnyCube[] = [...probes, ...flowCubes, pillars]

/** Whatever it is: issues, always; a plan if there are no errors, else the same refusal; and a run that settles. */
async function expectHandled(source: unknown, compositions: readonly CompositionDocument[]): Promise<boolean> {
  const registry = [...cubes, ...compositions]
  const issues = await validate(source, registry)
  expectIssues(issues)
  expect(issues.every(({ code }) => code !== "document_unreadable")).toBe(true)
  const host = createHost({ autoAdvance: true })
  const planned = await plan(source, registry, host).catch((error: unknown) => error)
  const refused = isCubeError(planned)
  // What a host or this version cannot do is a matter of the plan alone.
  if (issues.some(({ severity }) => severity === "error")) expect(refused).toBe(true)
  if (refused) {
    expectCoded(planned)
    return false
  }
  const runner = await createRunner(source, registry, host, { check: "wires", seed: "fuzz" })
  const inputs = { value: 7, texts: ["a"], more: 1, go: true, birth: { date: "1990-05-01", time: null } }
  const known = Object.entries(inputs).filter(([name]) => runner.plan.inputs.some((input) => input.name === name))
  const settled = await runner.run(Object.fromEntries(known), { fingerprint: true, deadlineMs: 1e10 }).settled
  if (!settled.ok) expectCoded(settled.error)
  await runner.stop()
  expect(host.pendingTimers).toBe(0)
  return true
}

/** A value whose parts are put in each other's places, left out, doubled, renamed. */
const spliced = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("put", "drop", "rename", "word")), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom<unknown>(
      null,
      0,
      -1,
      "",
      "s.value",
      "@value",
      "x.y",
      "s.parts#/twice",
      [],
      {},
      true,
      { value: 1 },
      ["s.value"],
    ),
  )
  .map(([{ document, compositions }, edits, word]) => {
    const source = edits.reduce<unknown>((value, [at, from, how]) => {
      const paths = pathsOf(value)
      const path = paths[at % paths.length] ?? []
      if (how === "put") return replaced(value, path, partAt(value, paths[from % paths.length] ?? []))
      if (how === "word") return replaced(value, path, word)
      return edited(value, path, how, `r${from % 7}`)
    }, document)
    return { source, compositions }
  })

function partAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (at as { [key: string]: unknown })[key], value)
}

function edited(value: unknown, path: readonly (string | number)[], how: string, name: string): unknown {
  const key = path.at(-1)
  const around = partAt(value, path.slice(0, -1))
  if (typeof key !== "string" || typeof around !== "object" || around === null) return value
  const { [key]: part, ...rest } = around as { [key: string]: unknown }
  return replaced(value, path.slice(0, -1), how === "rename" ? { ...rest, [name]: part } : rest)
}

test("documents with their parts in the wrong places are told what is wrong, or run", {
  timeout: 120_000,
}, async () => {
  const before = prototypes()
  let ran = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(spliced, async ({ source, compositions }) => {
      if (await expectHandled(source, compositions)) ran++
      else refused++
    }),
    { numRuns: 2500, seed: 20260302 },
  )
  expect(Math.min(ran, refused)).toBeGreaterThan(100)
  expect(prototypes()).toBe(before)
})

test("texts and bytes with pieces cut out, doubled and turned over are told what is wrong, or run", {
  timeout: 120_000,
}, async () => {
  const encode = new TextEncoder()
  const damaged = fc
    .tuple(
      fc.constantFrom(...sound),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.uint8Array({ maxLength: 4 })), {
        minLength: 1,
        maxLength: 2,
      }),
    )
    .map(([{ document, compositions }, edits]) => {
      let bytes = [...encode.encode(JSON.stringify(document))]
      for (const [at, cut, put] of edits) bytes = bytes.toSpliced(at % bytes.length, cut, ...put)
      return { bytes: Uint8Array.from(bytes), compositions }
    })
  let ran = 0
  await fc.assert(
    fc.asyncProperty(damaged, async ({ bytes, compositions }) => {
      if (await expectHandled(bytes, compositions)) ran++
      const text = new TextDecoder().decode(bytes)
      expectIssues(await validate(text, [...cubes, ...compositions]))
    }),
    { numRuns: 1500, seed: 20260303 },
  )
  expect(ran).toBeGreaterThan(5)
})
