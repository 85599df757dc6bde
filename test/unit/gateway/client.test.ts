import { createClient } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { describe, expect, it } from "vitest"
import { serve } from "./served.ts"

const connected = () => {
  const { app } = serve()
  return createClient({ url: "http://localhost", fetch: async (request) => app.fetch(request) })
}
const answering = (
  response: () => Response | Promise<Response>,
  more: { timeoutMs?: number; replyBytes?: number } = {},
) => createClient({ url: "http://gateway.example/base/", fetch: async () => response(), ...more })

const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init })

describe("a client of a gateway", () => {
  it("lists, gets and runs what the gateway serves", async () => {
    const client = connected()
    expect((await client.list()).map(({ id }) => id)).toContain("shout")
    expect(await client.get("shout")).toMatchObject({ format: 1, version: "1.10.0" })
    expect((await client.cubes()).length).toBeGreaterThan(0)
    const { outputs, plan, fingerprint } = await client.run("shout", { text: "hi" }, { fingerprint: true })
    expect(outputs).toEqual({ text: "HI" })
    expect([plan, fingerprint]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
  })

  it("sends and receives byte arrays", async () => {
    const { outputs } = await connected().run("reverse", { bytes: Uint8Array.of(1, 2, 3) })
    expect(outputs.bytes).toEqual(Uint8Array.of(3, 2, 1))
  })

  it("rejects a failed run with the gateway's error and the outcome of every step", async () => {
    const failure = connected().run("careless", { text: "x" })
    await expect(failure).rejects.toMatchObject({ code: "run_failed", result: { steps: { a: { outcome: "failed" } } } })
    await expect(connected().get("nothing")).rejects.toMatchObject({
      code: "composition_not_served",
      params: { id: "nothing" },
    })
  })

  it("sends the token and asks below the address it was given", async () => {
    const seen: Request[] = []
    const client = createClient({
      url: "http://gateway.example/base/",
      token: "secret",
      fetch: (request) => {
        seen.push(request)
        return json({ items: [] })
      },
    })
    await client.list()
    expect(seen[0]?.url).toBe("http://gateway.example/base/v1/compositions")
    expect(seen[0]?.headers.get("authorization")).toBe("Bearer secret")
  })

  it("calls a gateway that does not answer unreachable, and worth another try", async () => {
    const failure = answering(() => Promise.reject(new TypeError("fetch failed"))).list()
    await expect(failure).rejects.toMatchObject({
      code: "gateway_unreachable",
      params: { origin: "http://gateway.example" },
      retryable: true,
    })
  })

  it("gives up on a gateway that keeps silent", async () => {
    const silent = createClient({
      url: "http://gateway.example",
      timeoutMs: 1,
      fetch: (request) =>
        new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason))),
    })
    await expect(silent.list()).rejects.toMatchObject({ code: "gateway_unreachable" })
  })

  it("passes the caller's own reason through when the call is cancelled", async () => {
    const { app } = serve({}, createHost())
    const client = createClient({ url: "http://localhost", fetch: async (request) => app.fetch(request) })
    const reason = new Error("enough")
    await expect(client.run("shout", { text: "a" }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it.each([
    ["a page", () => new Response("<h1>hello</h1>", { headers: { "content-type": "text/html" } })],
    ["a list", () => json([])],
    ["broken JSON", () => new Response('{"items":', { headers: { "content-type": "application/json" } })],
    ["JSON sent as text", () => new Response('{"items":[]}', { headers: { "content-type": "text/plain" } })],
    ["items that are no list", () => json({ items: 7 })],
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "http://other.example" } })],
    ["an error without a code", () => json({ error: "no" }, { status: 500 })],
  ])("refuses %s as a reply", async (_, response) => {
    await expect(answering(response).list()).rejects.toMatchObject({ code: "gateway_reply_refused" })
  })

  it("takes a reply of a trusted gateway without counting", async () => {
    const client = answering(() => json({ items: [] }), { replyBytes: Number.POSITIVE_INFINITY })
    expect(await client.list()).toEqual([])
  })

  it("refuses a reply without end", async () => {
    const flood = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) }), {
        headers: { "content-type": "application/json" },
      })
    await expect(answering(flood, { replyBytes: 1_000_000 }).list()).rejects.toMatchObject({ code: "body_too_large" })
  })
})
