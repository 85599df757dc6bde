import { createHost, type NodeHostOptions } from "cubular/host/node"
import { describe, expect, test } from "vitest"

interface Seen {
  readonly url: string
  readonly method: string
  readonly headers: { readonly [name: string]: string }
}

/** A host over replies by address: a text is an address redirected to. */
function hostOver(replies: { readonly [url: string]: string | Response }, options: NodeHostOptions = {}) {
  const seen: Seen[] = []
  const fetch = async (request: Request): Promise<Response> => {
    seen.push({ url: request.url, method: request.method, headers: Object.fromEntries(request.headers) })
    const reply = replies[request.url]
    if (typeof reply !== "string") return reply ?? new Response("there")
    return new Response("moved", { status: 302, headers: { location: reply } })
  }
  return { http: createHost({ fetch, ...options }).http, seen }
}

const start = "https://a.example/0"
const chain = (hops: number): { [url: string]: string } =>
  Object.fromEntries(Array.from({ length: hops }, (_, n) => [`https://a.example/${n}`, `/${n + 1}`]))

describe("redirects", () => {
  test("are failures unless the host is asked to follow them", async () => {
    const { http, seen } = hostOver({ [start]: "/1" })
    await expect(http(new Request(start))).rejects.toMatchObject({ code: "redirect_refused" })
    expect(seen).toHaveLength(1)
  })

  test.each([1, 3, 5])("are followed %d times where the host says so, and not once more", async (maxRedirects) => {
    const enough = hostOver(chain(maxRedirects), { maxRedirects })
    expect(await (await enough.http(new Request(start))).text()).toBe("there")
    const more = hostOver(chain(maxRedirects + 1), { maxRedirects })
    await expect(more.http(new Request(start))).rejects.toMatchObject({
      code: "redirects_exhausted",
      params: { limit: maxRedirects },
    })
    expect(more.seen).toHaveLength(maxRedirects + 1)
  })

  test("are followed five times at most, whatever the host says", async () => {
    const { http, seen } = hostOver(chain(50), { maxRedirects: 40 })
    await expect(http(new Request(start))).rejects.toMatchObject({ code: "redirects_exhausted", params: { limit: 5 } })
    expect(seen).toHaveLength(6)
  })

  test.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://[::ffff:169.254.169.254]/",
    "http://169.254.169.254/latest/meta-data",
    "//metadata.google.internal/",
    "https:\\\\localhost/",
    "https://user:pass@b.example/",
    "https://user:pass@a.example/",
    "http://a.example/",
    "http://localhost:8080/",
    "https://llm.internal/",
    "file:///etc/passwd",
    "https://b.example./",
  ])("to %s are refused at the hop, and nothing is sent there", async (target) => {
    for (const before of [{ [start]: target }, { [start]: "https://b.example/", "https://b.example/": target }]) {
      const { http, seen } = hostOver(before, {
        maxRedirects: 5,
        privateOrigins: ["http://localhost:8080", "https://llm.internal"],
      })
      await expect(http(new Request(start))).rejects.toMatchObject({ code: "outgoing_address_refused" })
      expect(seen).toHaveLength(Object.keys(before).length)
    }
  })

  test("stay within the origins the host allows", async () => {
    const replies = { [start]: "https://b.example/", "https://b.example/": "https://c.example/" }
    const { http, seen } = hostOver(replies, {
      maxRedirects: 5,
      allowedOrigins: ["https://a.example", "https://b.example"],
    })
    await expect(http(new Request(start))).rejects.toMatchObject({
      code: "outgoing_origin_refused",
      params: { origin: "https://c.example" },
    })
    expect(seen.map(({ url }) => url)).toEqual([start, "https://b.example/"])
  })

  test("take keys along within an origin, and nothing but what is impersonal to another, nor back again", async () => {
    const headers = { authorization: "Bearer k", "x-api-key": "k", cookie: "k=1", accept: "text/plain" }
    const replies = {
      [start]: "/1",
      "https://a.example/1": "https://b.example/",
      "https://b.example/": "https://a.example/2",
    }
    const { http, seen } = hostOver(replies, { maxRedirects: 5 })
    await http(new Request(start, { headers }))
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer k", "Bearer k", undefined, undefined])
    expect(seen.slice(2).map(({ headers }) => headers)).toEqual([{ accept: "text/plain" }, { accept: "text/plain" }])
  })

  test("of anything but GET and HEAD are refused: a body is not sent on", async () => {
    const { http, seen } = hostOver({ [start]: "/1" }, { maxRedirects: 5 })
    const asked = new Request(start, { method: "POST", body: "personal" })
    await expect(http(asked)).rejects.toMatchObject({ code: "redirect_refused" })
    await http(new Request(start, { method: "HEAD" }))
    expect(seen.map(({ method }) => method)).toEqual(["POST", "HEAD", "HEAD"])
  })

  test.each([undefined, "https://", "https://[::1"])("to nowhere (%s) are refused", async (location) => {
    const reply = new Response(null, { status: 301, headers: location === undefined ? {} : { location } })
    const { http } = hostOver({ [start]: reply }, { maxRedirects: 5 })
    await expect(http(new Request(start))).rejects.toMatchObject({ code: "redirect_refused" })
  })
})

describe("replies", () => {
  const endless = (): { body: ReadableStream<Uint8Array>; sent: () => number; ended: () => boolean } => {
    let sent = 0
    let ended = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
      cancel: () => {
        ended = true
      },
    })
    return { body, sent: () => sent, ended: () => ended }
  }

  test("that never end are cut off at the host's limit, and the connection is let go", async () => {
    const { body, sent, ended } = endless()
    const { http } = hostOver({ [start]: new Response(body) }, { maxReplyBytes: 1_000_000 })
    const response = await http(new Request(start))
    await expect(response.arrayBuffer()).rejects.toMatchObject({
      code: "reply_too_large",
      params: { from: "https://a.example", limit: 1_000_000 },
    })
    expect(sent()).toBeLessThan(1_300_000)
    expect(ended()).toBe(true)
  })

  test("are read no further than somebody asks", async () => {
    const { body, sent } = endless()
    const { http } = hostOver({ [start]: new Response(body) })
    const reader = (await http(new Request(start))).body?.getReader()
    await reader?.read()
    await new Promise((resolve) => setImmediate(resolve))
    expect(sent()).toBeLessThanOrEqual(3 * 65_536)
    await reader?.cancel()
  })

  test("that announce too much are refused before anything is read", async () => {
    const { body, ended } = endless()
    const reply = new Response(body, { headers: { "content-length": "10000001" } })
    const { http } = hostOver({ [start]: reply })
    await expect(http(new Request(start))).rejects.toMatchObject({ code: "reply_too_large" })
    expect(ended()).toBe(true)
  })

  test("of exactly the limit are whole", async () => {
    const { http } = hostOver({ [start]: new Response(new Uint8Array(1000)) }, { maxReplyBytes: 1000 })
    expect((await (await http(new Request(start))).arrayBuffer()).byteLength).toBe(1000)
  })

  test("that break off are the same retryable error as a failed request", async () => {
    const body = new ReadableStream({ pull: () => Promise.reject(new TypeError("terminated")) })
    const { http } = hostOver({ [start]: new Response(body) })
    const response = await http(new Request(start))
    await expect(response.text()).rejects.toMatchObject({ code: "service_unreachable", retryable: true })
  })

  test("that stand for a failed request are one", async () => {
    const { http } = hostOver({ [start]: Response.error() })
    await expect(http(new Request(start))).rejects.toMatchObject({ code: "service_unreachable", retryable: true })
  })

  test("keep status and headers, and have no body where there is none", async () => {
    const replies = {
      [start]: new Response("x", { status: 418, headers: { "x-a": "1" } }),
      "https://a.example/none": new Response(null, { status: 204 }),
    }
    const { http } = hostOver(replies)
    const teapot = await http(new Request(start))
    expect([teapot.status, teapot.headers.get("x-a"), await teapot.text()]).toEqual([418, "1", "x"])
    expect((await http(new Request("https://a.example/none"))).body).toBeNull()
  })
})
