/**
 * Lists, branches and loops as data: every word goes through a cube, two at a time, and the list takes one of two ways.
 * Run with `node --conditions=cubular:source examples/control-flow.ts`.
 */
import { type CompositionDocument, createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"

const document: CompositionDocument = {
  format: 1,
  id: "shouting",
  version: "1.0.0",
  cubes: {
    each: {
      use: "flow/map@^1",
      config: { cube: "text/upper", input: "text", output: "text", concurrent: 2 },
      in: { items: "@words" },
    },
    many: { use: "flow/branch@^1", in: { condition: "@loud", value: "each.items" } },
  },
  outputs: { loud: "many.yes", quiet: "many.no" },
}

const runner = await createRunner(document, catalog, createHost({ autoAdvance: true }))
for (const loud of [true, false]) {
  const { outputs, steps } = await runner.run({ words: ["ga", "na", "da"], loud }).result
  console.log(JSON.stringify(outputs), JSON.stringify(steps))
}
await runner.stop()
