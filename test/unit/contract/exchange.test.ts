import { createRunner, isCubeError, type Settled } from "cubular"
import { defineCube, readBytes } from "cubular/contract"
import { exchange, refuseStatus, refuseType, replyJson, replyText } from "cubular/contract/exchange"
import { createHost, type MemoryHost } from "cubular/host/memory"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { retryAfterMs } from "../../../src/contract/retry-after.ts"

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const replyOf = (body: string | Uint8Array<ArrayBuffer>, headers = {}, status = 200) => ({
  service: "api",
  status,
  headers: new Headers(headers),
  bytes: typeof body === "string" ? bytesOf(body) : body,
})

const asker = defineCube({
  id: "test/asker",
  version: "1.0.0",
  color: "network",
  effect: "read",
  title: { en: "Asker", ko: "물음" },
  needs: ["clock", "http"],
  services: { api: { origin: "https://api.example" } },
  inputs: {},
  outputs: { length: z.int() },
  create: () => ({
    async process(_, step) {
      const asked = { service: "api", path: "/", timeoutMs: 1000, maxBytes: 100_000 }
      return { length: (await exchange(step, asked)).bytes.length }
    },
  }),
})

async function run(host: MemoryHost, advanceMs = 0): Promise<Settled> {
  const document = {
    format: 1,
    id: "a",
    version: "1.0.0",
    cubes: { a: { use: "test/asker" } },
    outputs: { length: "a.length" },
  } as const
  const runner = await createRunner(document, [asker], host)
  const settled = runner.run({}).settled
  await host.advance(advanceMs)
  return settled
}

const causeOf = (settled: Settled): unknown => (settled.ok ? undefined : settled.error.cause)

interface Sender {
  give(bytes: number): void
  close(): void
  fail(error: Error): void
}

/** A body that sends when it is asked for more, and counts. */
function bodyOf(send: (sender: Sender) => unknown) {
  const seen = { bytes: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const give = (bytes: number): void => {
          seen.bytes += bytes
          controller.enqueue(new Uint8Array(bytes))
        }
        await send({ give, close: () => controller.close(), fail: (error) => controller.error(error) })
      },
      cancel: () => {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, seen }
}

describe("an exchange", () => {
  test("reads a reply in pieces, and leaves no timer behind", async () => {
    let left = 3
    const { body } = bodyOf(({ give, close }) => (left-- > 0 ? give(10) : close()))
    const host = createHost({ http: () => new Response(body) })
    expect(await run(host)).toMatchObject({ ok: true, outputs: { length: 30 } })
    expect(host.pendingTimers).toBe(0)
  })

  test("keeps no piece it was handed: a reply that comes byte by byte is no heap of pieces", async () => {
    const piece = new Uint8Array(1)
    let left = 100_000
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (left-- === 0) return controller.close()
      // The piece before is overwritten, so whoever kept it would find the last one everywhere.
      piece[0] = left & 255
      controller.enqueue(piece)
    }
    const bytes = await readBytes(new ReadableStream({ pull }, { highWaterMark: 0 }))
    expect(bytes).toEqual(Uint8Array.from({ length: 100_000 }, (_, at) => (99_999 - at) & 255))
  })

  test("takes an empty reply", async () => {
    expect(await run(createHost({ http: () => new Response(null, { status: 204 }) }))).toMatchObject({
      outputs: { length: 0 },
    })
  })

  test("holds no more of an endless reply than its limit and one piece", async () => {
    const { body, seen } = bodyOf(({ give }) => give(9000))
    const host = createHost({ http: () => new Response(body) })
    expect(causeOf(await run(host))).toMatchObject({ code: "reply_too_large", params: { from: "api", limit: 100_000 } })
    expect(seen.bytes).toBeLessThanOrEqual(100_000 + 2 * 9000)
    expect(seen.cancelled).toBe(true)
    expect(host.pendingTimers).toBe(0)
  })

  test("ends in time when nothing comes", async () => {
    const host = createHost({ http: () => new Promise<Response>(() => undefined) })
    expect(causeOf(await run(host, 1000))).toMatchObject({
      code: "reply_timed_out",
      retryable: true,
      params: { service: "api", timeoutMs: 1000 },
    })
    expect(host.pendingTimers).toBe(0)
  })

  test("ends in time when the reply begins and never ends, and lets it go", async () => {
    const { body, seen } = bodyOf(async ({ give }) => {
      await host.clock.sleep(300)
      give(1)
    })
    const host: MemoryHost = createHost({ http: () => new Response(body) })
    expect(causeOf(await run(host, 5000))).toMatchObject({ code: "reply_timed_out" })
    expect(seen.bytes).toBeLessThanOrEqual(4)
  })

  test("keeps the code where the connection breaks off", async () => {
    const { body } = bodyOf(({ fail }) => fail(new TypeError("terminated")))
    const host = createHost({ http: () => new Response(body) })
    expect(causeOf(await run(host))).toMatchObject({ code: "service_unreachable", retryable: true })
  })
})

describe("a status", () => {
  const codeOf = (status: number): unknown => {
    try {
      refuseStatus(replyOf("", { "retry-after": "3" }, status), () => 0)
      return "fine"
    } catch (error) {
      return isCubeError(error) ? [error.code, error.retryable, error.params.retryAfterMs] : error
    }
  }

  test.each([
    [200, "fine"],
    [304, "fine"],
    [400, ["service_request_refused", false, undefined]],
    [401, ["service_key_refused", false, undefined]],
    [403, ["service_key_refused", false, undefined]],
    [404, ["service_request_refused", false, undefined]],
    [408, ["service_busy", true, 3000]],
    [425, ["service_busy", true, 3000]],
    [429, ["service_busy", true, 3000]],
    [500, ["service_failed", true, 3000]],
    [503, ["service_failed", true, 3000]],
  ])("%i is %j", (status, expected) => {
    expect(codeOf(status)).toEqual(expected)
  })
})

describe("Retry-After", () => {
  const now = Date.UTC(2026, 10, 21, 12)

  test.each([
    ["0", 0],
    ["7", 7000],
    [" 120 ", 120_000],
    ["9999999999", 86_400_000],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30_000],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
    ["Sun, 21 Nov 2027 12:00:00 GMT", 86_400_000],
    [null, undefined],
    ["", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["soon", undefined],
    ["Sat, 21 Nix 2026 12:00:30 GMT", undefined],
    ["Sat, 21 anF 2026 12:00:30 GMT", undefined],
    ["2026-11-21T12:00:00Z", undefined],
  ])("%j is %j ms", (header, ms) => {
    expect(retryAfterMs(header, () => now)).toBe(ms)
  })

  test("as a date is the one Date reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000_000_000 }), fc.integer({ min: 0, max: 86_400 }), (second, later) => {
        const header = new Date((second + later) * 1000).toUTCString()
        expect(retryAfterMs(header, () => second * 1000)).toBe(later * 1000)
      }),
    )
  })
})

describe("a reply", () => {
  const failing = (act: () => unknown): unknown => {
    try {
      return act()
    } catch (error) {
      return isCubeError(error) ? { code: error.code, ...error.params } : error
    }
  }
  const malformed = (reason: string) => ({ code: "reply_malformed", service: "api", reason })

  test("is JSON that the schema takes", () => {
    expect(replyJson(replyOf('{"a":[1]}'), z.looseObject({ a: z.array(z.int()) }))).toEqual({ a: [1] })
  })

  test.each([
    ["<html>", "not JSON"],
    ["", "not JSON"],
    ['{"a":', "not JSON"],
    [Uint8Array.of(0x22, 0xff, 0x22), "not UTF-8"],
    ["[".repeat(500_000), "nested deeper than 64"],
    [`${'{"a":'.repeat(65)}1${"}".repeat(65)}`, "nested deeper than 64"],
    ['{"b":1}', "unexpected at /a"],
    ['"\\ud800"', "unexpected at /"],
  ])("is refused: %#", (body, reason) => {
    expect(
      failing(() => replyJson(replyOf(body), z.looseObject({ a: z.unknown().refine((a) => a !== undefined) }))),
    ).toEqual(malformed(reason))
  })

  test.each(['"\\ud800"', "1e999"])("%s is refused: no wire carries it", (body) => {
    expect(failing(() => replyJson(replyOf(body), z.unknown()))).toEqual(malformed("holds what no wire carries"))
  })

  test("may hold brackets in its texts, and a member called __proto__ changes nothing", () => {
    const text = JSON.stringify({ a: "[".repeat(1000), b: '\\"[{' })
    expect(replyJson(replyOf(text), z.json())).toEqual(JSON.parse(text))
    failing(() => replyJson(replyOf('{"__proto__":{"polluted":true}}'), z.json()))
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test("loses its byte order mark", () => {
    expect(replyText(replyOf("\ufeff가"))).toBe("가")
  })

  test.each([
    ["application/json; charset=utf-8", ["application/json"], true],
    ["Application/JSON", ["application/json"], true],
    ["application/problem+json", ["application/json"], true],
    ["text/plain", ["text/*"], true],
    ["text/html", ["application/json", "*/*"], true],
    ["text/html", ["application/json"], false],
    ["text/json-like", ["text/json"], false],
    ["textual/html", ["text/*"], false],
  ])("of type %s where %j is taken: %s", (type, takes, passes) => {
    expect(failing(() => refuseType(replyOf("", { "content-type": type }), takes)) === undefined).toBe(passes)
  })

  test("without a type passes", () => {
    expect(refuseType(replyOf(""), ["application/json"])).toBeUndefined()
  })
})
