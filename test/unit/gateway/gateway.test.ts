import { createRunner } from "cubular"
import { securityHeaders } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { afterEach, describe, expect, it } from "vitest"
import { cancelled, jsonOf, registry, serve } from "./served.ts"

afterEach(() => {
  cancelled.length = 0
})

describe("what can be read", () => {
  it("answers health and readiness as text", async () => {
    const { get } = serve()
    expect(await (await get("/healthz")).text()).toBe("ok\n")
    expect(await (await get("/readyz")).text()).toBe("ready\n")
  })

  it("lists the newest version of every composition, by number and not by letter", async () => {
    const { items } = await jsonOf(await serve().get("/v1/compositions"))
    expect(items).toEqual([
      { id: "careless", version: "1.0.0", title: { en: "careless 1.0.0", ko: "careless 1.0.0" } },
      { id: "endless", version: "1.0.0", title: { en: "endless 1.0.0", ko: "endless 1.0.0" } },
      { id: "reverse", version: "1.0.0", title: { en: "reverse 1.0.0", ko: "reverse 1.0.0" } },
      { id: "shout", version: "1.10.0", title: { en: "shout 1.10.0", ko: "shout 1.10.0" } },
    ])
  })

  it("gives a composition as its document and cubes as manifests", async () => {
    const { get } = serve()
    expect(await jsonOf(await get("/v1/compositions/shout"))).toMatchObject({
      format: 1,
      id: "shout",
      version: "1.10.0",
    })
    const { items } = await jsonOf(await get("/v1/cubes"))
    expect((items as { id: string }[]).map(({ id }) => id).toSorted()).toEqual([
      "probe/careless",
      "probe/endless",
      "probe/reverse",
      "probe/shout",
    ])
  })

  it("is not ready while something outside is not, and says so with 503 and Retry-After", async () => {
    const { get } = serve({ readiness: () => Promise.reject(new Error("store is away")) })
    const response = await get("/readyz")
    expect(response.status).toBe(503)
    expect(response.headers.get("retry-after")).toBe("1")
    const body = await response.text()
    expect(body).toContain("gateway_not_ready")
    expect(body).not.toContain("store is away")
  })
})

describe("a run", () => {
  it("gives outputs, steps and plan, and a fingerprint only when asked", async () => {
    const { post } = serve()
    const plain = await jsonOf(await post("shout", { inputs: { text: "hi" } }))
    expect(plain).toEqual({
      outputs: { text: "HI" },
      steps: { a: { outcome: "ok" } },
      plan: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const asked = await jsonOf(
      await post("shout", { inputs: { text: "hi" }, options: { fingerprint: true, record: true } }),
    )
    expect(Object.keys(asked).toSorted()).toEqual(["fingerprint", "outputs", "plan", "record", "steps"])
  })

  it("has the fingerprint of the same run without a gateway", async () => {
    const { post } = serve()
    const { fingerprint, plan } = await jsonOf(
      await post("shout", { inputs: { text: "hi" }, options: { fingerprint: true } }),
    )
    const document = registry.documents().find(({ id, version }) => id === "shout" && version === "1.10.0")
    const runner = await createRunner(document, registry, createHost())
    const local = await runner.run({ text: "hi" }, { fingerprint: true }).result
    expect({ fingerprint, plan }).toEqual({ fingerprint: local.fingerprint, plan: local.plan })
  })

  it("carries byte arrays in their JSON form", async () => {
    const { post } = serve()
    const { outputs } = await jsonOf(await post("reverse", { inputs: { bytes: { $bytes: ["u8", "AQID"] } } }))
    expect(outputs).toEqual({ bytes: { $bytes: ["u8", "AwIB"] } })
  })

  it("refused inputs are 422 with the path of the input", async () => {
    const response = await serve().post("shout", { inputs: { text: 7 } })
    expect(response.status).toBe(422)
    const problem = await jsonOf(response)
    expect(problem.path).toContain("text")
  })

  it("a cube that fails is 422, names the step, and repeats nothing of the inputs", async () => {
    const { post, host } = serve()
    const response = await post("careless", { inputs: { text: "canary-1990-05-01" } })
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ code: "run_failed", steps: { a: { outcome: "failed" } } })
    expect(text).not.toContain("canary")
    expect(JSON.stringify(host.logs)).not.toContain("canary")
  })

  it("that does not end meets the deadline: 504, and the cube is told", async () => {
    const response = await serve({ limits: { deadlineMs: 1000 } }).post("endless", { inputs: { text: "" } })
    expect(response.status).toBe(504)
    expect(await jsonOf(response)).toMatchObject({ code: "deadline_exceeded" })
    expect(cancelled).toHaveLength(1)
  })

  it("ends when the caller goes away", async () => {
    const caller = new AbortController()
    const { app } = serve({}, createHost())
    const request = new Request("http://localhost/v1/compositions/endless/run", {
      method: "POST",
      body: '{"inputs":{"text":""}}',
      headers: { "content-type": "application/json" },
      signal: caller.signal,
    })
    const answer = app.fetch(request)
    setTimeout(() => caller.abort(new Error("gone")), 0)
    expect((await answer).status).toBe(499)
    expect(cancelled).toHaveLength(1)
  })

  it("leaves no timer behind", async () => {
    const { post, host } = serve()
    await post("shout", { inputs: { text: "hi" } })
    await post("shout", "not json")
    await post("careless", { inputs: { text: "" } })
    expect(host.pendingTimers).toBe(0)
  })

  it("two first requests at once both get an answer", async () => {
    const { post } = serve()
    const both = await Promise.all([post("shout", { inputs: { text: "a" } }), post("shout", { inputs: { text: "b" } })])
    expect(await Promise.all(both.map(async (one) => (await jsonOf(one)).outputs))).toEqual([
      { text: "A" },
      { text: "B" },
    ])
  })

  it("works on when more compositions are used than runners are kept", async () => {
    const { post } = serve({ limits: { runners: 1 } })
    for (const text of ["a", "b", "c"]) {
      expect((await post("shout", { inputs: { text } })).status).toBe(200)
      expect((await post("reverse", { inputs: { bytes: { $bytes: ["u8", ""] } } })).status).toBe(200)
    }
  })
})

describe("refusals", () => {
  const bodies: readonly (readonly [string, string | Uint8Array, number, string])[] = [
    ["an empty body", "", 400, "body_not_json"],
    ["text", "hello", 400, "body_not_json"],
    ["JSON with a tail", '{"inputs":{}} x', 400, "body_not_json"],
    ["bytes that are not UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d), 400, "body_not_json"],
    ["a key given twice", '{"inputs":{"text":"a","text":"b"}}', 400, "body_key_doubled"],
    ["a key that reaches the prototype", '{"inputs":{"__proto__":{"polluted":1}}}', 422, "inputs_refused"],
    ["100,000 levels", `{"inputs":{"text":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`, 422, "body_too_deep"],
    ["a number no double holds", '{"inputs":{"text":1e999}}', 422, "value_not_finite"],
    ["a list", "[]", 422, "body_object_expected"],
    ["null", "null", 422, "body_object_expected"],
    ["no inputs", "{}", 422, "body_object_expected"],
    ["inputs in a list", '{"inputs":[]}', 422, "body_object_expected"],
    ["an unknown key", '{"inputs":{},"input":{}}', 422, "body_key_unknown"],
    ["an unknown option", '{"inputs":{},"options":{"seed":"1"}}', 422, "body_key_unknown"],
    ["an option that is no flag", '{"inputs":{},"options":{"record":1}}', 422, "body_flag_expected"],
    ["300,000 bytes", `{"inputs":{"text":"${"x".repeat(300_000)}"}}`, 413, "body_too_large"],
  ]
  it.each(bodies)("%s is refused with its code", async (_, body, status, code) => {
    const response = await serve().post("shout", body)
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8")
    const problem = await jsonOf(response)
    expect([response.status, problem.code]).toEqual([status, code])
    expect(problem).toMatchObject({ status, type: `urn:cubular:error:${code}` })
    for (const member of ["title", "detail", "hint"]) expect(problem[member]).toMatch(/\S/)
    expect(problem).toHaveProperty("path")
    expect(problem).toHaveProperty("params")
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it("counts the body as it comes, whatever its length is said to be", async () => {
    let sent = 0
    const endlessBody = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const { app } = serve()
    const request = new Request("http://localhost/v1/compositions/shout/run", {
      method: "POST",
      body: endlessBody,
      duplex: "half",
      headers: { "content-type": "application/json", "content-length": "10" },
    } as RequestInit)
    const response = await app.fetch(request)
    expect(response.status).toBe(413)
    // It takes in some more than it keeps, so that the sender gets to read the answer, but not without end.
    expect(sent).toBeLessThan(20_000_000)
  })

  it("a body that never ends is given up at the deadline", async () => {
    const { app } = serve()
    const request = new Request("http://localhost/v1/compositions/shout/run", {
      method: "POST",
      body: new ReadableStream({ pull: () => new Promise(() => undefined) }),
      duplex: "half",
      headers: { "content-type": "application/json" },
    } as RequestInit)
    const response = await app.fetch(request)
    expect(response.status).toBe(408)
    expect(await jsonOf(response)).toMatchObject({ code: "body_too_slow" })
  })

  it.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["application/json; charset=utf-8", 200],
    ["application/vnd.cubular+json", 200],
  ])("a body sent as %s gives %i", async (type, status) => {
    expect((await serve().post("shout", { inputs: { text: "a" } }, { "content-type": type })).status).toBe(status)
  })

  it("unknown addresses and compositions are 404", async () => {
    const { get, post } = serve()
    expect(await jsonOf(await get("/v1/nothing"))).toMatchObject({ status: 404, code: "route_unknown" })
    expect(await jsonOf(await get("/v1/compositions/nothing"))).toMatchObject({
      status: 404,
      code: "composition_not_served",
    })
    expect(await jsonOf(await post("nothing", { inputs: {} }))).toMatchObject({
      status: 404,
      code: "composition_not_served",
    })
    for (const id of ["constructor", "__proto__", "%E0%A4%A", "..%2f..%2fetc"])
      expect((await get(`/v1/compositions/${id}`)).status).toBe(404)
  })

  it.each([
    ["DELETE", "/v1/compositions", "GET, HEAD"],
    ["POST", "/healthz", "GET, HEAD"],
    ["GET", "/v1/compositions/shout/run", "POST"],
    ["PUT", "/v1/compositions/shout/run", "POST"],
  ])("%s %s is 405 and names what is possible", async (method, path, allow) => {
    const response = await serve().app.fetch(new Request(`http://localhost${path}`, { method }))
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow])
  })

  it("speaks the language the caller prefers", async () => {
    const { get } = serve()
    const korean = await get("/v1/nothing", { "accept-language": "ja, ko-KR;q=0.9, en;q=0.5" })
    expect(korean.headers.get("content-language")).toBe("ko")
    expect((await jsonOf(korean)).detail).toMatch(/[가-힣]/)
    const english = await get("/v1/nothing", { "accept-language": "en-GB, ko;q=0.9" })
    expect((await jsonOf(english)).detail).not.toMatch(/[가-힣]/)
  })

  it("a fault of the gateway itself is 503 without a trace of it", async () => {
    const broken = {
      ...registry,
      documents: () => registry.documents(),
      load: () => Promise.reject(new Error("canary")),
    }
    const response = await serve({ registry: broken }).post("shout", { inputs: { text: "a" } })
    const text = await response.text()
    expect([422, 503]).toContain(response.status)
    expect(text).not.toMatch(/canary|\bat \w+ \(/)
  })
})

describe("callers", () => {
  const local = { allowedHosts: ["localhost", "127.0.0.1", "[::1]"] }
  const body = { inputs: { text: "a" } }
  it.each([
    ["its own name", { host: "localhost:8787" }, 200],
    ["an address of its own", { host: "[::1]:8787", origin: "http://[::1]:8787" }, 200],
    ["a page of its own", { host: "localhost:8787", origin: "http://localhost:8787" }, 200],
    ["a name that was made to point here", { host: "evil.example:8787" }, 403],
    ["a page of another site", { host: "localhost:8787", origin: "https://evil.example" }, 403],
    ["a page without an origin", { host: "localhost:8787", origin: "null" }, 403],
    [
      "an origin that only looks like its own",
      { host: "localhost:8787", origin: "http://localhost@evil.example" },
      403,
    ],
  ])("%s: a run gives %o → %i", async (_, headers, status) => {
    expect((await serve(local).post("shout", body, headers)).status).toBe(status)
  })

  it("without a list only pages of the same host may run", async () => {
    const { post } = serve()
    expect((await post("shout", body, { host: "any.example", origin: "https://any.example" })).status).toBe(200)
    expect((await post("shout", body, { host: "any.example", origin: "https://other.example" })).status).toBe(403)
  })

  it("reading is open to every name", async () => {
    expect((await serve(local).get("/v1/compositions", { host: "evil.example" })).status).toBe(200)
  })
})

it("every answer carries the security headers", async () => {
  const { get, post, app } = serve()
  const answers = [
    await get("/healthz"),
    await get("/v1/cubes"),
    await get("/nothing"),
    await post("shout", { inputs: { text: "a" } }),
    await post("shout", "x"),
    await app.fetch(new Request("http://localhost/v1/cubes", { method: "OPTIONS" })),
  ]
  for (const answer of answers)
    for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name)).toBe(value)
})
