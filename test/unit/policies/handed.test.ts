import { createRegistry } from "cubular"
import { createExecutor, createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { openSession } from "../../../src/host/browser/session.ts"
import { documentOf, failsLater, gives, service } from "./stage.ts"

const document = documentOf({ retry: { attempts: 3, baseMs: 1 }, timeoutMs: 1000, fallback: { value: { n: -1 } } })
const shaky = (): ReturnType<typeof service> => service([failsLater("down"), gives])

describe("documents with policies run wherever documents run", () => {
  test("through the gateway", async () => {
    const registry = createRegistry([shaky().cube, document])
    const app = createGateway({ registry, host: createHost({ autoAdvance: true }) })
    const reply = await app.fetch(
      new Request("http://localhost/v1/compositions/policies/run", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ inputs: { n: 5 } }),
      }),
    )
    expect(await reply.json()).toMatchObject({ outputs: { n: 5 } })
  })

  test("through what the command line drives", async () => {
    const execute = createExecutor(createRegistry([shaky().cube]), createHost({ autoAdvance: true }))
    const reply = await execute({ source: { text: JSON.stringify(document) }, inputs: { n: 5 } })
    expect(reply).toMatchObject({ ok: true, outputs: { n: 5 } })
  })

  test("through a session of the browser's worker", async () => {
    const session = await openSession([shaky().cube], createHost({ autoAdvance: true }))
    const settled = await session.run(1, document, { n: 5 }, {} as never)
    expect(settled).toMatchObject({ result: { outputs: { n: 5 } } })
    await session.stop()
  })
})
