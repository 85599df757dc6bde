import { type AnyCube, type CompositionDocument, type RunRecord, replay, type Settled } from "cubular"
import { catalog } from "cubular/cubes"
import { beforeAll, describe, expect, test } from "vitest"
import { notebookTurns, turnNotebook } from "./stored.ts"

const cubes: readonly AnyCube[] = await Promise.all(
  catalog.manifests().map(({ id, version }) => catalog.load(id, version)),
)
const document = catalog.documents().find(({ id }) => id === "saju-notebook") as CompositionDocument

describe("the notebook of charts, one turn after the other", () => {
  const ends = new Map<string, Settled>()
  beforeAll(async () => {
    const all = await turnNotebook(document, cubes, notebookTurns.length)
    for (const [at, [name]] of notebookTurns.entries()) ends.set(name, all[at] as Settled)
  })
  const codeOf = (name: string): string | undefined => {
    const { steps } = ends.get(name) as Settled
    return Object.values(steps).find(({ error }) => error)?.error?.code
  }

  test("finds what was saved: by list, by words, by key", () => {
    expect(ends.get("an empty list")?.outputs).toEqual({ entries: [] })
    expect(ends.get("list")?.outputs).toMatchObject({
      entries: [{ record: { name: "Lee Younghee" } }, { record: { name: "김철수" } }],
    })
    expect(ends.get("search a part of a name")?.outputs).toMatchObject({ total: 1, hits: [{ record: { id: "a" } }] })
    expect(ends.get("search in English")?.outputs).toMatchObject({ total: 1, hits: [{ record: { id: "b" } }] })
    expect(ends.get("open")?.outputs).toMatchObject({ entry: { id: "b" }, version: 2, chart: {} })
    expect(ends.get("open what is not there")?.outputs).toEqual({})
  })

  test("saves nothing that is no birth, nothing over what is there, and no change upon a change", () => {
    expect(codeOf("create what is there")).toBe("record_conflict")
    expect(codeOf("edit what somebody else has edited")).toBe("record_conflict")
    const refused = ends.get("create with a date that is none") as Settled
    expect(refused.ok).toBe(false)
    expect(refused.steps.created).toMatchObject({ outcome: "skipped" })
  })

  test("forgets what was edited away or deleted", () => {
    expect(ends.get("search what was edited away")?.outputs).toEqual({ hits: [], total: 0 })
    expect(ends.get("export")?.outputs.rows).toBe(1)
    expect(new TextDecoder().decode(ends.get("export")?.outputs.export as Uint8Array)).toContain("직장")
  })

  test.each(notebookTurns.map(([name]) => [name]))("%s: its record replays without stores", async (name) => {
    const { record, fingerprint } = ends.get(name) as Settled
    const saved = JSON.parse(JSON.stringify(record)) as RunRecord
    expect(await replay(saved, cubes, { name: "bare" })).toMatchObject({ same: true, fingerprint })
  })
})
