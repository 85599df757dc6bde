import { cells, problemsOf, runCell } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"

describe.each(["edges", "wires"] as const)("with check: %s", (check) => {
  test.each(cells.map((cell) => [cell.name, cell] as const))("%s", async (_, cell) => {
    expect(problemsOf(cell, await runCell(cell, createHost, { check }))).toEqual([])
  })
})
