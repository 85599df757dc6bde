import { createRegistry } from "cubular"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { openSagas, saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"
import { expect, test } from "vitest"
import { actor, chain, play, refusal, sagaOf } from "../saga/stage.ts"

async function serve() {
  const { host } = await play(sagaOf(chain), { c: { does: refusal } })
  const sagas = openSagas(host.stores as NonNullable<typeof host.stores>)
  const app = createGateway({ registry: createRegistry(), host, sagas })
  return (path: string, init?: RequestInit) => app.fetch(new Request(`http://localhost${path}`, init))
}

test("sagas are listed by state and composition, a page at a time", async () => {
  const get = await serve()
  expect(await (await get("/v1/sagas?state=undone&document=trip&limit=1")).json()).toMatchObject({
    items: [{ id: "one", state: "undone", code: "sold_out" }],
  })
  for (const query of ["state=done", "state=lost", "document=none"])
    expect(await (await get(`/v1/sagas?${query}`)).json()).toEqual({ items: [] })
  expect((await get("/v1/sagas?limit=many")).status).toBe(422)
  expect((await get("/v1/sagas?cursor=x")).status).toBe(422)
})

test("a saga is shown with its history, and no values", async () => {
  const get = await serve()
  const reply = await get("/v1/sagas/one")
  expect(reply.status).toBe(200)
  const text = await reply.text()
  expect(JSON.parse(text)).toMatchObject({ state: "undone", direction: "back", steps: { a: "undone" } })
  expect(JSON.parse(text).history.at(-1)).toMatchObject({ type: "ended", state: "undone" })
  expect(text).not.toContain("inputs")
})

test("what is not there, is no id, or is asked otherwise is said", async () => {
  const get = await serve()
  const none = await get("/v1/sagas/none")
  expect([none.status, (await none.json()).code]).toEqual([404, "saga_unknown"])
  expect((await get("/v1/sagas/NONE")).status).toBe(422)
  expect((await get("/v1/sagas/one", { method: "DELETE" })).status).toBe(405)
})

test("a gateway that was not given them has no such route", async () => {
  const { host } = await play(sagaOf(chain))
  const app = createGateway({ registry: createRegistry(), host })
  expect((await app.fetch(new Request("http://localhost/v1/sagas"))).status).toBe(404)
})

test("a composition that is a saga is run under the id of the call, once", async () => {
  const deeds: string[] = []
  const cubes = Object.keys(chain).map((id) => actor(id, deeds))
  const host = createHost({ autoAdvance: true, stores: (clock) => createStores({ clock }) })
  const app = createGateway({ registry: createRegistry([...cubes, sagaOf(chain)]), host, saga })
  expect((await app.fetch(new Request("http://localhost/readyz"))).status).toBe(200)
  const call = (id: unknown): Promise<Response> => {
    const body = JSON.stringify({ inputs: { x: 1 }, options: { id } })
    const headers = { "content-type": "application/json" }
    const init = { method: "POST", headers, body }
    return Promise.resolve(app.fetch(new Request("http://localhost/v1/compositions/trip/run", init)))
  }
  for (let n = 0; n < 2; n++)
    expect(await (await call("one")).json()).toMatchObject({ outputs: { c: 4 }, saga: { id: "one", state: "done" } })
  expect(deeds).toHaveLength(3)
  expect(await (await call(7)).json()).toMatchObject({ status: 422, code: "saga_id_malformed" })
})
