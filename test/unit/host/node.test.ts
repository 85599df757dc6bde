import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { createHost } from "cubular/host/node"
import { afterAll, describe, expect, test } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "cubular-host-"))
afterAll(() => rmSync(folder, { recursive: true }))
const emptyWasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)

describe("the node host", () => {
  test("tells the time, never backwards", () => {
    const { clock } = createHost()
    const [now, first, second] = [clock.now(), clock.monotonic(), clock.monotonic()]
    expect(now).toBeGreaterThan(Date.UTC(2024, 0))
    expect(second).toBeGreaterThanOrEqual(first)
  })

  test("frees an aborted timer, so that the process can end", () => {
    const script = `
      import { createHost } from "cubular/host/node"
      const controller = new AbortController()
      const slept = createHost().clock.sleep(600_000, controller.signal).catch((e) => console.log(e))
      controller.abort("enough")
      await slept`
    const ended = spawnSync(process.execPath, ["--conditions=cubular:source", "--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 20_000,
    })
    expect(ended).toMatchObject({ status: 0, stdout: "enough\n" })
  })

  test("gives 128 bits that do not repeat", () => {
    const { entropy } = createHost()
    const seeds = Array.from({ length: 100 }, entropy)
    for (const seed of seeds) expect(seed).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(seeds).size).toBe(100)
  })

  test("compiles modules from files and takes those already compiled", async () => {
    const file = join(folder, "empty.wasm")
    writeFileSync(file, emptyWasm)
    const module = new WebAssembly.Module(emptyWasm)
    const wasm = { path: file, url: pathToFileURL(file), module, gone: join(folder, "gone.wasm") }
    const host = createHost({ wasm })
    expect(host.wasmNames).toEqual(expect.arrayContaining(["path", "url", "module", "gone"]))
    expect(await host.wasm("path")).toBeInstanceOf(WebAssembly.Module)
    expect(await host.wasm("url")).toBeInstanceOf(WebAssembly.Module)
    expect(await host.wasm("module")).toBe(module)
    await expect(host.wasm("gone")).rejects.toMatchObject({ code: "wasm_unreadable", params: { name: "gone" } })
    await expect(host.wasm("unheard-of")).rejects.toMatchObject({ code: "wasm_missing" })
  })

  test("lets requests out to allowed origins only and does not follow redirects", async () => {
    const seen: string[] = []
    const fetch = async (request: Request): Promise<Response> => {
      seen.push(request.url)
      return request.url.endsWith("/moved") ? Response.redirect("https://b.example/", 307) : new Response("hello")
    }
    const host = createHost({ fetch, allowedOrigins: ["https://a.example"] })
    expect(await (await host.http(new Request("https://a.example/x"))).text()).toBe("hello")
    await expect(host.http(new Request("https://a.example/moved"))).rejects.toMatchObject({ code: "redirect_refused" })
    await expect(host.http(new Request("https://b.example/"))).rejects.toMatchObject({
      code: "outgoing_origin_refused",
    })
    expect(seen).toEqual(["https://a.example/x", "https://a.example/moved"])
  })

  test("asks the runtime itself not to follow redirects", async () => {
    const asked: RequestRedirect[] = []
    const original = globalThis.fetch
    globalThis.fetch = async (request) => {
      asked.push((request as Request).redirect)
      return new Response("ok")
    }
    try {
      await createHost().http(new Request("https://a.example/"))
    } finally {
      globalThis.fetch = original
    }
    expect(asked).toEqual(["manual"])
  })

  test("writes log lines as JSON to stderr, only when asked and only those grave enough", () => {
    expect(createHost().log).toBeUndefined()
    const lines: string[] = []
    const original = process.stderr.write
    process.stderr.write = ((line: string) => lines.push(line) > 0) as typeof process.stderr.write
    try {
      const { log } = createHost({ log: "warn" })
      log?.("info", "not this")
      const circle: { self?: unknown } = {}
      circle.self = circle
      log?.("error", "that", { count: 2, circle, big: 5n, at: "kept out" })
    } finally {
      process.stderr.write = original
    }
    expect(lines).toHaveLength(1)
    const line = JSON.parse(lines[0] ?? "")
    expect(line).toEqual({
      at: expect.any(Number),
      level: "error",
      message: "that",
      count: 2,
      circle: "[object]",
      big: "[bigint]",
    })
  })
})
