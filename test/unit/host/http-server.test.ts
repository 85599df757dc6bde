import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { createHost, type NodeHostOptions } from "cubular/host/node"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

/** Behaviours of a server of this machine, by path. */
const behaviours: { readonly [path: string]: RequestListener } = {
  "/bomb": (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" })
    response.end(gzipSync(Buffer.alloc(20_000_000)))
  },
  "/small": (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip", "content-type": "text/plain" })
    response.end(gzipSync("작다"))
  },
  "/endless": (_, response) => {
    const send = (): void => {
      while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return
      response.once("drain", send)
    }
    response.on("error", () => undefined)
    send()
  },
  "/broken": (_, response) => {
    response.writeHead(200, { "content-length": "1000" })
    response.write("half of it")
    setImmediate(() => response.destroy())
  },
  "/moved": (_, response) => void response.writeHead(302, { location: "/small" }).end("moved"),
  "/round": (_, response) => void response.writeHead(302, { location: "/round" }).end(),
  "/away": (_, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
}

let origin = ""
let asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? "")
  behaviours[request.url ?? ""]?.(request, response)
})
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function get(path: string, options: NodeHostOptions = {}, signal?: AbortSignal): Promise<Response> {
  asked = []
  const { http } = createHost({ privateOrigins: [origin], ...options })
  return http(new Request(origin + path, signal ? { signal } : {}))
}

describe("the node host and a real server", () => {
  test("do not meet unless the host vouches for this machine", async () => {
    asked = []
    await expect(createHost().http(new Request(`${origin}/small`))).rejects.toMatchObject({
      code: "outgoing_address_refused",
      params: { origin, rule: "scheme" },
    })
    expect(asked).toEqual([])
  })

  test("unpack what is packed", async () => {
    expect(await (await get("/small")).text()).toBe("작다")
  })

  test("stop a body that unpacks to a thousand times its size", async () => {
    const response = await get("/bomb")
    expect(Number(response.headers.get("content-length") ?? 0)).toBeLessThan(100_000)
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: "reply_too_large" })
  })

  test("stop a body without end, and the server notices", async () => {
    const closed = new Promise<void>((resolve) => {
      server.once("request", (_, response) => void response.once("close", resolve))
    })
    await expect((await get("/endless", { maxReplyBytes: 1_000_000 })).arrayBuffer()).rejects.toMatchObject({
      code: "reply_too_large",
      params: { from: origin, limit: 1_000_000 },
    })
    await closed
  })

  test("tell a broken connection by its code", async () => {
    await expect((await get("/broken")).text()).rejects.toMatchObject({ code: "service_unreachable", retryable: true })
  })

  test("keep the reason of an abort while a body is read", async () => {
    const controller = new AbortController()
    const reason = new Error("enough")
    const response = await get("/endless", {}, controller.signal)
    const reading = response.arrayBuffer()
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })

  test("follow redirects only where the host says so, and in no circle", async () => {
    await expect(get("/moved")).rejects.toMatchObject({ code: "redirect_refused" })
    expect(await (await get("/moved", { maxRedirects: 1 })).text()).toBe("작다")
    await expect(get("/round", { maxRedirects: 5 })).rejects.toMatchObject({ code: "redirects_exhausted" })
    expect(asked).toHaveLength(6)
    await expect(get("/away", { maxRedirects: 5 })).rejects.toMatchObject({ code: "outgoing_address_refused" })
  })
})
