import { createRegistry } from "cubular"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { createSupervisor } from "cubular/supervision"
import { expect, test } from "vitest"
import { documentOf, patient } from "../../conformance/patient.ts"

const plans = [{ for: {}, on: { unhealthy: [{ do: "restart" }, { do: "shed", retryAfterMs: 7000 }] } }] as const

async function served() {
  const self = patient()
  const host = createHost()
  const supervisor = createSupervisor(host, { plans })
  const registry = createRegistry([self.cube, documentOf()])
  const app = createGateway({ registry, host, supervisor })
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`http://localhost${path}`, init)
  const run = () =>
    ask("/v1/compositions/ward/run", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ inputs: { ms: 0 } }),
    })
  return { self, host, supervisor, ask, run }
}

test("GET /readyz is 503 while cubes are unhealthy and nothing answers in their place", async () => {
  const { self, host, supervisor, ask, run } = await served()
  expect((await ask("/readyz")).status).toBe(200)
  self.mood = "unhealthy"
  self.making = () => {
    throw new Error("no")
  }
  supervisor.start()
  await host.advance(90_000)
  expect((await ask("/readyz")).status).toBe(503)
  const refused = await run()
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "7"])
  expect(host.logs.some(({ fields }) => fields.code === "gateway_unhealthy")).toBe(true)
  self.mood = "healthy"
  await host.advance(30_000)
  expect((await ask("/readyz")).status).toBe(200)
  expect((await run()).status).toBe(200)
  await supervisor.stop()
})

test("GET /metrics tells the status of each cube and how often it was made anew", async () => {
  const { self, host, supervisor, ask, run } = await served()
  await run()
  self.mood = (instance) => (instance === 1 ? "unhealthy" : "degraded")
  supervisor.start()
  await host.advance(90_000)
  const lines = (await (await ask("/metrics")).text()).split("\n").filter((line) => line.startsWith("cubular_cube_"))
  expect(lines).toEqual([
    'cubular_cube_health{composition="ward",step="s",status="healthy"} 0',
    'cubular_cube_health{composition="ward",step="s",status="degraded"} 1',
    'cubular_cube_health{composition="ward",step="s",status="unhealthy"} 0',
    'cubular_cube_restarts_total{composition="ward",step="s"} 1',
  ])
  await supervisor.stop()
})
