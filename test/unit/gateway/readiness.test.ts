import { type CompositionDocument, createRegistry } from "cubular"
import llm from "cubular/cubes/integration/llm"
import upper from "cubular/cubes/text/upper"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { expect, test } from "vitest"

const shout: CompositionDocument = {
  format: 1,
  id: "shout",
  version: "1.0.0",
  cubes: { upper: { use: "text/upper@^1", in: { text: "@text" } } },
  outputs: { text: "upper.text" },
}
const ask: CompositionDocument = {
  format: 1,
  id: "ask",
  version: "1.0.0",
  services: { llm: { origin: "https://llm.example" } },
  cubes: {
    llm: { use: "integration/llm@^1", config: { model: "m", key: { secret: "KEY" } }, in: { prompt: "@prompt" } },
  },
  outputs: { text: "llm.text" },
}
const host = createHost({ http: () => Response.json({}) })

test("a secret nobody gave the host does not keep the rest from being ready; a run that needs it says so", async () => {
  const app = createGateway({ registry: createRegistry([upper, llm, shout, ask]), host })
  expect((await app.fetch(new Request("http://localhost/readyz"))).status).toBe(200)
  const asked = new Request("http://localhost/v1/compositions/ask/run", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ inputs: { prompt: "?" } }),
  })
  const refused = await app.fetch(asked)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain("secret_missing")
})

test("nor does an origin the host lets nobody reach", async () => {
  const secrets = { KEY: { value: "k", cubes: ["integration/llm"], origins: ["https://llm.example"] } }
  const closed = createHost({ http: () => Response.json({}), secrets, allowedOrigins: [] })
  const app = createGateway({ registry: createRegistry([upper, llm, shout, ask]), host: closed })
  expect((await app.fetch(new Request("http://localhost/readyz"))).status).toBe(200)
})

test("any other reason a composition cannot run is no readiness", async () => {
  const lost = { ...ask, cubes: { ...ask.cubes, more: { use: "text/lower@^1", in: { text: "@prompt" } } } }
  for (const document of [lost, { ...lost, services: { llm: { origin: "nowhere" } } }]) {
    const app = createGateway({ registry: createRegistry([upper, llm, shout, document]), host })
    expect((await app.fetch(new Request("http://localhost/readyz"))).status).toBe(503)
  }
})
