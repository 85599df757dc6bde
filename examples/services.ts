/**
 * A web service asked through the guard of the host: the document says where it is, the host what is let out.
 * Run with `node --conditions=cubular:source examples/services.ts`; the service is the example's own, so no network is used.
 */
import { type CompositionDocument, createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { createHost as createNodeHost } from "cubular/host/node"

const documentFor = (origin: string): CompositionDocument => ({
  format: 1,
  id: "asking",
  version: "1.0.0",
  services: { http: { origin } },
  cubes: { ask: { use: "http/request@^1", in: { path: "@path" } } },
  outputs: { status: "ask.status", asked: "ask.json" },
})

const host = createHost({
  autoAdvance: true,
  http: async (request) => Response.json({ asked: new URL(request.url).pathname }),
})
const runner = await createRunner(documentFor("https://api.example.com"), catalog, host)
const { outputs } = await runner.run({ path: "/v1/time" }).result
console.log(JSON.stringify(outputs))
await runner.stop()

// What the guard of a real host says of a place that is nobody's business: nothing is sent.
const guarded = await createRunner(documentFor("https://metadata.google.internal"), catalog, createNodeHost())
const { steps } = await guarded.run({ path: "/" }).settled
console.log(steps.ask?.error?.code)
await guarded.stop()
