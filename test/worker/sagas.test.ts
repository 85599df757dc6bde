import { createExecutionContext, createScheduledController, reset, waitOnExecutionContext } from "cloudflare:test"
import { env, exports } from "cloudflare:workers"
import { type CompositionDocument, createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/workerd"
import { policies } from "cubular/policies"
import { openSagas, sagaPerRequest } from "cubular/saga"
import { createStores } from "cubular/stores/workers"
import { afterEach, expect, it } from "vitest"
import worker from "../../worker/index.ts"

afterEach(() => reset())

/** Says it louder, waits, and keeps it, which nobody can undo. */
const document = (ms: number): CompositionDocument => ({
  format: 1,
  id: "louder",
  version: "1.0.0",
  mode: "saga",
  cubes: {
    up: { use: "text/upper", in: { text: "@text" } },
    wait: { use: "flow/delay", config: { ms }, in: { value: "up.text" } },
    keep: {
      use: "data/kv",
      config: { op: "put", store: "loud" },
      final: true,
      in: { key: { value: "a" }, value: "wait.value" },
    },
  },
  outputs: { text: "wait.value" },
})

const hostOf = () => createHost({ stores: (clock) => createStores(env, { clock }) })
const stateOf = async (id: string) => (await exports.default.fetch(`http://localhost/v1/sagas/${id}`)).json<object>()

it("a saga whose request was cut short is ended by the next tick, over Durable Objects and D1", async () => {
  // The first request of an isolate looks for sagas as well.
  expect((await exports.default.fetch("http://localhost/healthz")).status).toBe(200)
  const host = hostOf()
  const runner = await createRunner(document(500), catalog, host, { policies, saga: sagaPerRequest })
  const run = runner.run({ text: "cube" }, { id: "cut" })
  await expect
    .poll(async () => (await runner.saga?.state("cut").catch(() => undefined))?.steps, { timeout: 10_000 })
    .toMatchObject({ up: "done" })
  await runner.stop({ cancel: true })
  expect((await run.settled).ok).toBe(false)
  expect(await stateOf("cut")).toMatchObject({ state: "running", direction: "forward" })
  const context = createExecutionContext()
  worker.scheduled(createScheduledController() as never, env as never, context)
  await waitOnExecutionContext(context)
  expect(await stateOf("cut")).toMatchObject({ state: "done", steps: { keep: "done" } })
  expect(await host.stores?.kv("loud").get("a")).toEqual({ value: "CUBE" })
})

it("requests with one id make one saga: while it is at work, others are told to come again", async () => {
  const host = hostOf()
  const registry = {
    manifests: () => catalog.manifests(),
    load: (id: string, version: string) => catalog.load(id, version),
    documents: () => [document(300)],
  }
  const gateway = createGateway({ registry, host, saga: sagaPerRequest, sagas: openSagas(createStores(env, host)) })
  const call = async () => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ inputs: { text: "b" }, options: { id: "once" } }),
    }
    const response = await gateway.fetch(new Request("http://localhost/v1/compositions/louder/run", init))
    return { status: response.status, ...(await response.json<{ code?: string; saga?: object; outputs?: object }>()) }
  }
  const both = await Promise.all([call(), call()])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 503])
  expect(both.find(({ status }) => status === 503)?.code).toBe("journal_taken")
  expect(await call()).toMatchObject({ status: 200, saga: { id: "once", state: "done" }, outputs: { text: "B" } })
  const list = await gateway.fetch(new Request("http://localhost/v1/sagas?state=done"))
  expect(await list.json()).toMatchObject({ items: [{ id: "once", document: "louder" }] })
})
