import { createHost } from "cubular/host/memory"
import { expect, it } from "vitest"
import { readBody } from "../../../src/gateway/body.ts"

/** A body as workerd has it: a read that waits fails when its reader is cancelled. */
function silentBody(): Request {
  let fail: (error: Error) => void = () => undefined
  const reader = {
    read: () => new Promise((_, reject) => (fail = reject)),
    cancel: async () => fail(new TypeError("cancelled")),
  }
  return { headers: new Headers(), body: { getReader: () => reader } } as unknown as Request
}

it("a body that is too slow is called so, also where a cancelled read fails", async () => {
  const { clock } = createHost({ autoAdvance: true })
  await expect(readBody(silentBody(), { bytes: 10, ms: 5000, clock })).rejects.toMatchObject({ code: "body_too_slow" })
})

it("a body of exactly the limit is taken, one byte more is not", async () => {
  const limits = { bytes: 10, ms: 1000, clock: undefined }
  expect(await readBody(new Response("0123456789"), limits)).toHaveLength(10)
  await expect(readBody(new Response("0123456789x"), limits)).rejects.toMatchObject({ code: "body_too_large" })
  await expect(readBody(new Response("0123456789x"), { ...limits, spillBytes: 5 })).rejects.toMatchObject({
    code: "body_too_large",
    params: { limit: 10 },
  })
})

it("a body in pieces is put together in order", async () => {
  const pieces = ["ab", "", "c"].map((text) => new TextEncoder().encode(text))
  const stream = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  const bytes = await readBody(new Response(stream), { bytes: 10, ms: 1000, clock: undefined })
  expect(new TextDecoder().decode(bytes)).toBe("abc")
})

it("a body that breaks off is called so", async () => {
  const broken = new ReadableStream({ pull: () => Promise.reject(new Error("reset")) })
  await expect(readBody(new Response(broken), { bytes: 10, ms: 1000, clock: undefined })).rejects.toMatchObject({
    code: "body_broken_off",
  })
})
