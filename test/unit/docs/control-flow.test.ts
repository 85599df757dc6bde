import { type CompositionDocument, createRunner, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { blocks, read } from "./examples.ts"

const page = read("docs/control-flow.md")
const found = blocks(page, "json").map((block) => JSON.parse(block) as unknown)
/** Each document is followed by a run of it. */
const examples = found.flatMap((each, at) =>
  at % 2 === 0
    ? [{ document: each as CompositionDocument, run: found[at + 1] as { inputs: Values; outputs: Values } }]
    : [],
)
const family = catalog.manifests().filter(({ id }) => id.startsWith("flow/"))
const streaming = family.filter((each) => JSON.stringify(each).includes('"x-stream"'))
const flow = family.filter((each) => !streaming.includes(each))

describe("docs/control-flow.md", () => {
  test.each(examples.map(({ document, run }) => [document.id, document, run] as const))(
    "%s gives what the page says",
    async (_, document, { inputs, outputs }) => {
      const host = createHost({ autoAdvance: true })
      const runner = await createRunner(document, catalog, host, { check: "wires" })
      expect((await runner.run(inputs).result).outputs).toEqual(outputs)
      await runner.stop()
    },
  )

  test("has a section with an example for every shipped cube of the family", () => {
    const used = examples.flatMap(({ document }) => Object.values(document.cubes).map(({ use }) => use))
    expect(flow.length).toBeGreaterThan(10)
    for (const { id } of flow) {
      expect(page).toMatch(new RegExp(`^## .*${id}`, "m"))
      expect(used.filter((use) => String(use).startsWith(`${id}@`))).not.toEqual([])
    }
  })

  test("leaves the cubes for streams to a page of their own, which names them all", () => {
    const streams = read("docs/streams.md")
    expect(streaming.length).toBeGreaterThan(4)
    for (const { id } of streaming) expect(streams).toContain(`\`${id}\``)
  })

  test("tells the limits and defaults the cubes have", () => {
    const config = (id: string): string => JSON.stringify(flow.find((each) => each.id === id)?.config)
    const limits = [
      ["flow/map", '"maximum":64', "up to 64 at once"],
      ["flow/retry-until", '"maximum":1000}', "up to 1,000 times"],
      ["flow/loop", '"maximum":10000', "up to 10,000 times"],
      ["flow/race", '"minItems":2,"maxItems":16', "2 to 16 cubes"],
      ["flow/batch", '"maximum":1024', "up to 1,024 runs"],
      ["flow/switch", '"maxItems":8', "up to `case8`"],
    ] as const
    for (const [id, schema, text] of limits) {
      expect(config(id)).toContain(schema)
      expect(page).toContain(text)
    }
  })
})
