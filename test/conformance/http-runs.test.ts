import { type CompositionDocument, createRunner, replay, type Settled } from "cubular"
import request from "cubular/cubes/http/request"
import { createHost, type MemoryHost, type MemoryHostOptions } from "cubular/host/memory"
import { describe, expect, test } from "vitest"

const document: CompositionDocument = {
  format: 1,
  id: "ask",
  version: "1.0.0",
  services: { http: { origin: "https://api.example" } },
  cubes: {
    one: { use: "http/request@^1", config: { query: { key: { secret: "KEY" } } }, in: { path: "@path" } },
    two: {
      use: "http/request@^1",
      config: { query: { key: { secret: "KEY" } }, read: "bytes" },
      in: { path: "@path" },
    },
  },
  outputs: { json: "one.json", bytes: "two.bytes" },
}

const CANARY = "k-canary-77"

function hostOver(http: NonNullable<MemoryHostOptions["http"]>, more: MemoryHostOptions = {}): MemoryHost {
  const secrets = { KEY: { value: CANARY, cubes: ["http/request"], origins: ["https://api.example"] } }
  return createHost({ http, secrets, autoAdvance: true, ...more })
}

async function run(host: MemoryHost, options = {}): Promise<Settled> {
  const runner = await createRunner(document, [request], host)
  const settled = await runner.run({ path: "/x" }, { record: true, fingerprint: true, ...options }).settled
  await runner.stop()
  return settled
}

const endless = (): Response =>
  new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) }))

describe("a run that asks services", () => {
  test.each([
    ["an answer", () => Response.json({ a: 1 })],
    ["an answer after a while", (host: MemoryHost) => host.clock.sleep(500).then(() => Response.json([2]))],
    [
      "a refusal",
      () => new Response(null, { status: 429, headers: { "retry-after": "Sat, 01 Jan 2000 00:00:09 GMT" } }),
    ],
    ["no answer in time", () => new Promise<Response>(() => undefined)],
    ["no JSON", () => new Response("<html>", { headers: { "content-type": "application/json" } })],
    ["nobody there", () => Promise.reject(new TypeError("refused"))],
  ])("replays without them: %s", async (_, reply) => {
    const host: MemoryHost = hostOver(() => reply(host))
    const before = await run(host)
    expect(before.record).toBeDefined()
    const record = JSON.parse(JSON.stringify(before.record))
    expect(JSON.stringify(record)).not.toContain(CANARY)
    const lonely = hostOver(() => Promise.reject(new Error("nobody may be asked")))
    const again = await replay(record, [request], lonely)
    expect(again.difference).toBeUndefined()
    expect(again.fingerprint).toBe(before.fingerprint)
    expect(again.same).toBe(true)
  })

  test("holds no more of an endless reply than the host reads, while it is recorded too", async () => {
    let sent = 0
    const counted = (): Response =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 65_536
            controller.enqueue(new Uint8Array(65_536))
          },
        }),
      )
    const settled = await run(hostOver(counted, { maxReplyBytes: 2_000_000 }))
    expect(settled.steps).toMatchObject({
      one: { error: { code: "reply_too_large" } },
      two: { error: { code: "reply_too_large" } },
    })
    expect(sent).toBeLessThan(2 * (2_000_000 + 4 * 65_536))
    const unrecorded = await run(hostOver(endless), { record: false })
    expect(unrecorded.steps.one).toMatchObject({
      error: { code: "reply_too_large", params: { from: "http", limit: 1_000_000 } },
    })
  })

  test("lets go of everything when it is cancelled", async () => {
    const signals: AbortSignal[] = []
    const host = hostOver(
      ({ signal }) => {
        signals.push(signal)
        return new Promise<Response>(() => undefined)
      },
      { autoAdvance: false },
    )
    const runner = await createRunner(document, [request], host)
    const running = runner.run({ path: "/x" })
    const settled = running.settled
    while (signals.length < 2) await new Promise((resolve) => setTimeout(resolve, 0))
    expect(host.pendingTimers).toBe(4)
    running.cancel(new Error("enough"))
    await settled
    expect(host.pendingTimers).toBe(0)
    expect(signals.every(({ aborted }) => aborted)).toBe(true)
  })

  test("can name no secret of others: what data says is never taken for one", async () => {
    const urls: string[] = []
    const host = hostOver(({ url }) => {
      urls.push(url)
      return Response.json({})
    })
    const runner = await createRunner(document, [request], host)
    await runner.run({ path: "/{secret:KEY}/%7Bsecret:KEY%7D" }).settled
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls) expect(url).toBe(`https://api.example/%7Bsecret:KEY%7D/%7Bsecret:KEY%7D?key=${CANARY}`)
  })
})
