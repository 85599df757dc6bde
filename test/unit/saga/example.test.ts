import { createRunner, type Settled } from "cubular"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"
import { charge, reserve, ship } from "../../../examples/order-saga/cubes.ts"
import order from "../../../examples/order-saga/order.json" with { type: "json" }

/** A shop that keeps what it is told to, and refuses what a test says. */
function openShop(refuses: { [kind: string]: number[] } = {}): { kept: Set<string>; host: MemoryHost } {
  const kept = new Set<string>()
  const answer = (request: Request): Response => {
    const [, kind = "", key = ""] = new URL(request.url).pathname.split("/")
    const status = refuses[kind]?.shift()
    if (status !== undefined) return new Response("no", { status })
    const id = `${kind} ${key.slice(0, 4)}`
    if (request.method === "PUT") kept.add(kind)
    else if (!kept.delete(kind)) return new Response("none", { status: 404 })
    return Response.json({ id })
  }
  const host = createHost({ autoAdvance: true, http: answer, stores: (clock) => createStores({ clock }) })
  return { kept, host }
}

async function sell(host: MemoryHost): Promise<Settled> {
  const runner = await createRunner(order, [reserve, charge, ship], host, { policies, saga })
  const inputs = { item: "lamp", card: "4000", won: 39_000, address: "Seoul" }
  return runner.run(inputs, { id: "order-1" }).settled
}

describe("the order of examples/order-saga", () => {
  test("is reserved, paid and shipped", async () => {
    const { kept, host } = openShop()
    expect(await sell(host)).toMatchObject({ ok: true, saga: { id: "order-1", state: "done" } })
    expect([...kept].sort()).toEqual(["charges", "parcels", "reservations"])
  })

  test("gives the money and the lamp back where nothing can be shipped to", async () => {
    const { kept, host } = openShop({ parcels: [409] })
    expect(await sell(host)).toMatchObject({ error: { params: { code: "shop_refused" } }, saga: { state: "undone" } })
    expect([...kept]).toEqual([])
  })

  test("is shipped after all where the shop was away for a while, whatever it did until then", async () => {
    const { kept, host } = openShop({ charges: [503], parcels: [503, 503] })
    expect(await sell(host)).toMatchObject({ ok: true, saga: { state: "done" } })
    expect(kept.size).toBe(3)
  })

  test("is left to a person where the shop stays away behind the point of no return", async () => {
    const { host } = openShop({ parcels: Array(9).fill(503) })
    expect(await sell(host)).toMatchObject({ error: { code: "saga_parked" }, saga: { state: "parked" } })
    expect(host.logs.at(-1)).toMatchObject({ level: "error", fields: { alert: true, saga: "order-1" } })
  })
})
