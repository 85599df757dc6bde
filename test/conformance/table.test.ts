import { type Cell, cells, outcomes, problemsOf, runCell } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { createHost as createOwnHost } from "#test-host"
import { flowCells, flowCubes } from "./flow-cells.ts"

const all: readonly Cell[] = [...cells, ...flowCells]
const registry = flowCubes

describe("the table", () => {
  test("has every feature under every outcome, once", () => {
    const features = [...new Set(all.map(({ feature }) => feature))]
    expect(all.map(({ name }) => name)).toEqual(features.flatMap((f) => outcomes.map((outcome) => `${f} / ${outcome}`)))
  })

  test("is JSON", () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })
})

describe.each(["edges", "wires"] as const)("with check: %s", (check) => {
  test.each(all.map((cell) => [cell.name, cell] as const))("%s", async (_, cell) => {
    expect(problemsOf(cell, await runCell(cell, createHost, { check, registry }))).toEqual([])
  })
})

// A host with a real clock: only cells in which nobody sleeps.
const awake = all.filter(({ outcome, document }) => {
  const cubes = JSON.stringify(document.cubes)
  return outcome !== "cancel" && outcome !== "deadline" && !/probe\/(nap|draws)|flow\/delay/.test(cubes)
})

describe("on this runtime's own host, with the same fingerprint as on the memory host", () => {
  test.each(awake.map((cell) => [cell.name, cell] as const))("%s", async (_, cell) => {
    const observed = await runCell(cell, () => createOwnHost(), { registry })
    expect(problemsOf(cell, observed)).toEqual([])
    expect(observed.fingerprint).toBe((await runCell(cell, createHost, { registry })).fingerprint)
  })
})
