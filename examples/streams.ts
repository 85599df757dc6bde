/**
 * Births come one by one, become charts, are counted in windows of three and written as lines while they come; a reader who
 * has seen enough ends it all. Run with `node --conditions=cubular:source examples/streams.ts`.
 */
import { type AnyCube, type CompositionDocument, createRunner, defineCube, type Value } from "cubular"
import { stream } from "cubular/contract"
import each from "cubular/cubes/flow/each"
import window from "cubular/cubes/flow/window"
import pillars from "cubular/cubes/saju/pillars"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import * as z from "zod"

const dayPillars = defineCube({
  id: "example/day-pillars",
  version: "1.0.0",
  color: "feature",
  title: { en: "Day pillars", ko: "일주" },
  inputs: { windows: stream(z.array(z.looseObject({ day: z.looseObject({ ganji: z.string() }) }))) },
  outputs: { lines: stream(z.string()), charts: z.int() },
  create: () => ({
    process({ windows }) {
      let charts = 0
      async function* lines(): AsyncGenerator<string> {
        for await (const list of windows) {
          charts += list.length
          yield list.map(({ day }) => day.ganji).join(" ")
        }
      }
      return { lines: lines(), charts: () => charts }
    },
  }),
})

const document: CompositionDocument = {
  format: 1,
  id: "births",
  version: "1.0.0",
  cubes: {
    charts: {
      use: "flow/each@^1",
      config: { cube: "saju/pillars", input: "birth", output: "pillars" },
      in: { items: "@births" },
    },
    three: { use: "flow/window@^1", config: { count: 3 }, in: { items: "charts.items" } },
    days: { use: "example/day-pillars@^1", in: { windows: "three.windows" } },
  },
  outputs: { lines: "days.lines", charts: "days.charts" },
}

let asked = 0
/** A birth every day, without an end. */
async function* births(): AsyncGenerator<Value> {
  for (let day = 1; ; day++) {
    asked++
    yield { date: `1990-05-${String(day).padStart(2, "0")}`, time: "14:30", sex: "female" }
  }
}

const cubes: readonly AnyCube[] = [each, window, pillars, dayPillars]
const runner = await createRunner(document, cubes, createHost(), { streams })
const run = runner.run({ births: births() })
let lines = 0
for await (const line of run.streams.lines as AsyncIterable<Value>) {
  console.log(JSON.stringify(line))
  if (++lines === 3) break
}
const { outputs } = await run.result
console.log(JSON.stringify(outputs), `${asked} births asked for`)
await runner.stop()
