/**
 * Three cubes that write at somebody else's, each under the key of its step: asked twice, the service does it once. What undoes a
 * step names the same key, so it needs no answer of the step, and finds nothing where nothing was done.
 */
import { CubeError, defineCube, type Step } from "cubular/contract"
import * as z from "zod"

const SHOP = {
  shop: { origin: "https://shop.example", summary: { en: "A shop's back office", ko: "가게의 업무 서버" } },
}

const common = {
  version: "1.0.0",
  color: "integration",
  services: SHOP,
  effect: "write",
  provides: ["idempotent"],
} as const

/** Refused for good, or worth another try: what a saga does next depends on it. */
async function put(step: Step, path: string, body: object): Promise<{ readonly id: string }> {
  const init = { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }
  const reply = await step.http.fetch("shop", `${path}/${step.idempotencyKey}`, init)
  if (reply.ok) return (await reply.json()) as { readonly id: string }
  throw new CubeError({
    code: "shop_refused",
    message: "The shop answered {status}.",
    hint: "See why in the shop's own log.",
    params: { status: reply.status },
    retryable: reply.status >= 500,
  })
}

/** Also the answer to "there is none": then there never will be one under this key. */
async function remove(step: Step, path: string): Promise<void> {
  const reply = await step.http.fetch("shop", `${path}/${step.idempotencyKey}`, { method: "DELETE" })
  if (!reply.ok && reply.status !== 404) throw new Error(`The shop answered ${reply.status}.`)
}

export const reserve = defineCube({
  ...common,
  id: "shop/reserve",
  title: { en: "Reserve an item", ko: "재고 확보" },
  inputs: { item: z.string() },
  outputs: { reservation: z.string() },
  create: () => ({
    async process({ item }, step) {
      const { id } = await put(step, "/reservations", { item })
      return { reservation: id }
    },
    compensate: (_, __, step) => remove(step, "/reservations"),
  }),
})

export const charge = defineCube({
  ...common,
  id: "shop/charge",
  title: { en: "Charge a card", ko: "카드 결제" },
  inputs: { card: z.string().meta({ personal: true }), won: z.number() },
  outputs: { receipt: z.string() },
  create: () => ({
    async process({ card, won }, step) {
      const { id } = await put(step, "/charges", { card, won })
      return { receipt: id }
    },
    compensate: (_, __, step) => remove(step, "/charges"),
  }),
})

/** A parcel that is on its way cannot be called back: where it is placed it says `"final": true`. */
export const ship = defineCube({
  ...common,
  id: "shop/ship",
  title: { en: "Ship a parcel", ko: "배송" },
  inputs: { reservation: z.string(), address: z.string().meta({ personal: true }) },
  outputs: { parcel: z.string() },
  create: () => ({
    async process({ reservation, address }, step) {
      const { id } = await put(step, "/parcels", { reservation, address })
      return { parcel: id }
    },
  }),
})
