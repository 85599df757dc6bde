import { createRunner } from "cubular"
import { defineCube, isCubeError } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const emptyModule = (): WebAssembly.Module => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "ok",
    (thrown) => (isCubeError(thrown) ? thrown.code : thrown),
  )

describe("the memory host", () => {
  test("starts at a fixed time and gives the same seeds to everyone", () => {
    const [a, b] = [createHost(), createHost()]
    expect(a.clock.now()).toBe(946_684_800_000)
    const seeds = [a.entropy(), a.entropy(), a.entropy()]
    expect(seeds).toEqual([b.entropy(), b.entropy(), b.entropy()])
    expect(new Set(seeds).size).toBe(3)
    for (const seed of seeds) expect(seed).toMatch(/^[0-9a-f]{32}$/)
    expect(createHost({ seed: "other" }).entropy()).not.toBe(seeds[0])
  })

  test("lacks every power it was not given", () => {
    const host = createHost()
    expect([host.http, host.wasm, host.wasmNames, host.secret, host.secretNames]).toEqual(Array(5).fill(undefined))
  })

  test("keeps what is logged, with the time on its clock", async () => {
    const host = createHost({ now: 5 })
    host.log("info", "first")
    await host.advance(10)
    host.log("warn", "second", { count: 2 })
    expect(host.logs).toEqual([
      { at: 5, level: "info", message: "first", fields: {} },
      { at: 15, level: "warn", message: "second", fields: { count: 2 } },
    ])
  })

  test("answers requests with its handler and refuses origins that are not allowed", async () => {
    const host = createHost({
      http: async (request) => new Response(`${request.method} ${new URL(request.url).pathname}`),
      allowedOrigins: ["https://a.example/"],
    })
    const reply = await host.http?.(new Request("https://a.example/x", { method: "POST" }))
    expect(await reply?.text()).toBe("POST /x")
    expect(await codeOf(Promise.resolve(host.http?.(new Request("https://b.example/"))))).toBe(
      "outgoing_origin_refused",
    )
  })

  test("refuses to follow redirects", async () => {
    const host = createHost({
      http: () => new Response(null, { status: 302, headers: { location: "https://b.example/" } }),
    })
    expect(await codeOf(Promise.resolve(host.http?.(new Request("https://a.example/"))))).toBe("redirect_refused")
  })

  test("turns a failing handler into one retryable error, and keeps an abort's reason", async () => {
    const host = createHost({ http: () => Promise.reject(new TypeError("fetch failed")) })
    const thrown = await host.http?.(new Request("https://a.example/")).catch((e) => e)
    expect(thrown).toMatchObject({
      code: "service_unreachable",
      retryable: true,
      params: { origin: "https://a.example" },
    })
    const slow = createHost({ http: () => new Promise(() => undefined) })
    const controller = new AbortController()
    const pending = slow.http?.(new Request("https://a.example/", { signal: controller.signal }))
    const reason = new Error("enough")
    controller.abort(reason)
    await expect(pending).rejects.toBe(reason)
  })

  test("hands over modules by name, compiling each once and trying again after a failure", async () => {
    let attempts = 0
    const host = createHost({
      wasm: {
        ready: emptyModule(),
        late: async () => {
          if (attempts++ === 0) throw new Error("disk asleep")
          return emptyModule()
        },
      },
    })
    expect(host.wasmNames).toEqual(["ready", "late"])
    expect(await host.wasm?.("ready")).toBeInstanceOf(WebAssembly.Module)
    expect(await codeOf(Promise.resolve(host.wasm?.("late")))).toBe("wasm_unreadable")
    const [first, second] = await Promise.all([host.wasm?.("late"), host.wasm?.("late")])
    expect(first).toBe(second)
    expect(attempts).toBe(2)
    expect(await codeOf(Promise.resolve(host.wasm?.("toString")))).toBe("wasm_missing")
  })

  test("reveals a secret to the cubes and origins listed beside it and to nobody else", async () => {
    const secrets = { KEY: { value: "s3cret", cubes: ["http/request"], origins: ["https://a.example"] } }
    const { secret, secretNames } = createHost({ secrets })
    expect(secretNames).toEqual(["KEY"])
    expect(await secret?.("KEY", "http/request", "https://a.example")).toBe("s3cret")
    for (const [name, cube, origin] of [
      ["KEY", "text/upper", "https://a.example"],
      ["KEY", "http/request", "https://a.example.evil"],
      ["OTHER", "http/request", "https://a.example"],
      ["constructor", "http/request", "https://a.example"],
    ] as const) {
      const thrown = await secret?.(name, cube, origin).catch((e) => e)
      expect(thrown.code).toBe("secret_refused")
      expect(JSON.stringify(thrown)).not.toContain("s3cret")
    }
  })

  test("lets powers fail where it was told to", async () => {
    const own = new Error("planted")
    const host = createHost({
      http: () => new Response("ok"),
      wasm: { m: emptyModule() },
      secrets: { KEY: { value: "v", cubes: ["a/b"], origins: ["https://a.example"] } },
      autoAdvance: true,
      fault: (power, detail, uses) => (power === "http" ? uses === 1 : power === "sleep" ? detail === "7" : own),
    })
    const call = (): Promise<unknown> => codeOf(Promise.resolve(host.http?.(new Request("https://a.example/"))))
    expect([await call(), await call(), await call()]).toEqual(["ok", "fault_injected", "ok"])
    expect(await codeOf(Promise.resolve(host.wasm?.("m")))).toBe(own)
    expect(await codeOf(Promise.resolve(host.secret?.("KEY", "a/b", "https://a.example")))).toBe(own)
    expect(await codeOf(host.clock.sleep(7))).toBe("fault_injected")
    await host.clock.sleep(8)
    expect(host.clock.monotonic()).toBe(8)
  })

  test("lets a step that never settles meet its deadline in no time, and holds no timer afterwards", async () => {
    const never = defineCube({
      id: "test/never",
      version: "1.0.0",
      color: "feature",
      title: { en: "Never", ko: "끝나지 않음" },
      inputs: {},
      outputs: { done: z.boolean() },
      create: () => ({ process: () => new Promise<{ done: boolean }>(() => undefined) }),
    })
    const document = {
      format: 1,
      id: "never",
      version: "1.0.0",
      cubes: { only: { use: "test/never" } },
      outputs: { done: "only.done" },
    }
    const host = createHost({ autoAdvance: true })
    const runner = await createRunner(document, [never], host)
    const settled = await runner.run({}, { deadlineMs: 86_400_000 }).settled
    expect(settled).toMatchObject({ ok: false, error: { code: "deadline_exceeded" } })
    expect(host.clock.monotonic()).toBe(86_400_000)
    expect(host.pendingTimers).toBe(0)
  })
})
