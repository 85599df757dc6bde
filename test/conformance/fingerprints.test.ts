import type { AnyCube } from "cubular"
import { catalog } from "cubular/cubes"
import { describe, expect, test } from "vitest"
import { fingerprints } from "../golden/fingerprints.ts"
import { asksNobody, cellRuns, compositionInputs, compositionRuns } from "./golden-runs.ts"
import { notebookRuns, storeRuns } from "./stored.ts"

const cubes: readonly AnyCube[] = await Promise.all(
  catalog.manifests().map(({ id, version }) => catalog.load(id, version)),
)
const runs = [
  ...cellRuns,
  ...storeRuns,
  ...compositionRuns(catalog.documents(), cubes),
  ...notebookRuns(catalog.documents(), cubes),
]

test("every shipped composition that asks nobody is among the golden runs", () => {
  const documents = catalog.documents()
  const closed = documents.filter((document) => asksNobody(document, documents, cubes))
  expect(closed.map(({ id }) => id)).toEqual(Object.keys(compositionInputs).toSorted())
})

test("the snapshot holds exactly these runs, under names of their own", () => {
  expect(runs.map(({ name }) => name)).toEqual(Object.keys(fingerprints))
})

test("runs that differ have fingerprints that differ", () => {
  const charts = Object.entries(fingerprints).filter(([name]) => name.startsWith("saju-chart: "))
  expect(new Set(charts.map(([, [fingerprint]]) => fingerprint)).size).toBe(charts.length)
})

describe("fingerprint and plan are those of every other host", () => {
  test.each(runs.map((run) => [run.name, run] as const))("%s", async (name, { run }) => {
    expect(await run()).toEqual(fingerprints[name])
  })
})
