import { createHost } from "cubular/host/workerd"
import { describe, expect, test } from "vitest"
import empty from "./empty.wasm"

// At the top level of a module, where workerd allows neither I/O nor timers nor randomness: creating a host needs none.
const secrets = {
  KEY: { cubes: ["http/request"], origins: ["https://a.example"] },
  RENAMED: { binding: "OTHER_NAME", cubes: ["http/request"], origins: ["https://a.example"] },
  UNBOUND: { cubes: ["http/request"], origins: ["https://a.example"] },
}
const host = createHost({ env: { KEY: "s3cret", OTHER_NAME: "s4cret", ASSETS: {} }, wasm: { empty }, secrets })

describe("the workerd host", () => {
  test("tells the time, waits, and frees an aborted timer with the very reason", async () => {
    expect(host.clock.now()).toBeGreaterThan(Date.UTC(2024, 0))
    await host.clock.sleep(1)
    const controller = new AbortController()
    const slept = host.clock.sleep(600_000, controller.signal)
    const reason = new Error("enough")
    controller.abort(reason)
    await expect(slept).rejects.toBe(reason)
  })

  test("gives 128 bits that do not repeat", () => {
    const seeds = Array.from({ length: 100 }, host.entropy)
    for (const seed of seeds) expect(seed).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(seeds).size).toBe(100)
  })

  test("hands over modules that were imported as modules, and knows no others", async () => {
    expect(host.wasmNames).toEqual(["empty"])
    const module = await host.wasm?.("empty")
    expect(module).toBeInstanceOf(WebAssembly.Module)
    expect(new WebAssembly.Instance(module as WebAssembly.Module).exports).toEqual({})
    await expect(host.wasm?.("saju")).rejects.toMatchObject({ code: "wasm_missing", params: { name: "saju" } })
    expect(createHost().wasm).toBeUndefined()
  })

  test("reveals the secrets that are bound, to whom they are meant for", async () => {
    expect(host.secretNames).toEqual(["KEY", "RENAMED"])
    expect(await host.secret?.("KEY", "http/request", "https://a.example")).toBe("s3cret")
    expect(await host.secret?.("RENAMED", "http/request", "https://a.example")).toBe("s4cret")
    for (const [name, cube, origin] of [
      ["KEY", "text/upper", "https://a.example"],
      ["KEY", "http/request", "https://b.example"],
      ["UNBOUND", "http/request", "https://a.example"],
    ] as const)
      await expect(host.secret?.(name, cube, origin)).rejects.toMatchObject({ code: "secret_refused" })
  })

  test("sends requests through what it was given, follows no redirect, keeps to allowed origins", async () => {
    const fetch = async (request: Request): Promise<Response> =>
      request.url.endsWith("/moved") ? Response.redirect("https://b.example/", 302) : new Response(request.url)
    const { http } = createHost({ fetch, allowedOrigins: ["https://a.example"] })
    expect(await (await http(new Request("https://a.example/x"))).text()).toBe("https://a.example/x")
    await expect(http(new Request("https://a.example/moved"))).rejects.toMatchObject({ code: "redirect_refused" })
    await expect(http(new Request("https://b.example/"))).rejects.toMatchObject({ code: "outgoing_origin_refused" })
  })

  test("turns a request that fails into one retryable error", async () => {
    const { http } = createHost({ fetch: () => Promise.reject(new TypeError("network down")) })
    await expect(http(new Request("https://a.example/"))).rejects.toMatchObject({
      code: "service_unreachable",
      retryable: true,
    })
  })

  test("logs JSON lines when asked to", () => {
    const lines: string[] = []
    const original = console.log
    console.log = (line: string) => void lines.push(line)
    try {
      const { log } = createHost({ log: "info" })
      log?.("debug", "not this")
      log?.("info", "that", { count: 2 })
    } finally {
      console.log = original
    }
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: expect.any(Number), level: "info", message: "that", count: 2 },
    ])
    expect(createHost().log).toBeUndefined()
  })
})
