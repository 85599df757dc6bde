/**
 * A cube that holds a connection loses it, and its supervisor makes it anew while a run goes on.
 * Run with `node --conditions=cubular:source examples/supervised.ts`; the clock is virtual, so it takes no time.
 */
import { type CompositionDocument, createRunner, defineCube } from "cubular"
import { createHost } from "cubular/host/memory"
import { createSupervisor } from "cubular/supervision"
import * as z from "zod"

let connections = 0
let lost = 0

const ask = defineCube({
  id: "example/ask",
  version: "1.0.0",
  color: "network",
  effect: "read",
  needs: ["clock"],
  title: { en: "Ask", ko: "묻기" },
  inputs: { seconds: z.number() },
  outputs: { by: z.string() },
  create: () => {
    const connection = ++connections
    return {
      async process({ seconds }, step) {
        await step.clock.sleep(seconds * 1000)
        return { by: `connection ${connection}` }
      },
      health: () => ({ status: connection === lost ? "unhealthy" : "healthy", checks: [] }),
      destroy: () => console.log(`connection ${connection} is closed`),
    }
  },
})

const document: CompositionDocument = {
  format: 1,
  id: "answers",
  version: "1.0.0",
  cubes: { ask: { use: "example/ask@^1", in: { seconds: "@seconds" } } },
  outputs: { by: "ask.by" },
}

const host = createHost()
const supervisor = createSupervisor(host, {
  plans: [{ for: { step: "ask" }, on: { unhealthy: [{ do: "restart", budget: 5 }], lost: [{ do: "shed" }] } }],
})
const runner = await createRunner(document, [ask], host, { supervisor })
supervisor.start()

const long = runner.run({ seconds: 120 }).result
lost = 1
await host.advance(91_000)
const short = runner.run({ seconds: 1 }).result
await host.advance(60_000)
console.log("begun before the restart:", (await long).outputs.by)
console.log("begun after it:", (await short).outputs.by)
for (const { message } of host.logs) console.log("log:", message)
console.log("health:", supervisor.health().status)

await supervisor.stop()
await runner.stop()
