import { exports } from "cloudflare:workers"
import { catalog } from "cubular/cubes"
import { describe, expect, it } from "vitest"

const worker = exports.default

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  worker.fetch("http://localhost/v1/compositions/saju-chart/run", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  })

describe("the Worker", () => {
  it("is healthy and ready", async () => {
    expect(await (await worker.fetch("http://localhost/healthz")).text()).toBe("ok\n")
    expect(await (await worker.fetch("http://localhost/readyz")).text()).toBe("ready\n")
  })

  it("serves every composition and cube of the catalog", async () => {
    type Items = { items: { id: string }[] }
    const idsAt = async (path: string) =>
      (await (await worker.fetch(`http://localhost${path}`)).json<Items>()).items.map(({ id }) => id).toSorted()
    expect(await idsAt("/v1/compositions")).toEqual(
      catalog
        .documents()
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(await idsAt("/v1/cubes")).toEqual(
      catalog
        .manifests()
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(await idsAt("/v1/compositions")).toContain("saju-chart")
  })

  it("computes a chart", async () => {
    const response = await post(
      '{"inputs":{"birth":{"date":"1990-05-01","time":"14:30","sex":"female"}},"options":{"fingerprint":true}}',
    )
    expect(response.status).toBe(200)
    const { outputs, fingerprint } = await response.json<{
      outputs: { chart: { pillars: Record<"year" | "month" | "day" | "hour", { ganji: string }> } }
      fingerprint: string
    }>()
    const { year, month, day, hour } = outputs.chart.pillars
    expect([year, month, day, hour].map(({ ganji }) => ganji)).toEqual(["庚午", "庚辰", "丙寅", "乙未"])
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it("lets no composition out, unless it is told where to", async () => {
    const response = await worker.fetch("http://localhost/v1/compositions/saju-reading-llm/run", {
      method: "POST",
      body: '{"inputs":{}}',
      headers: { "content-type": "application/json" },
    })
    expect(response.status).toBe(422)
    const { issues } = await response.json<{ issues: { code: string; params: { origin?: string } }[] }>()
    const closed = issues.find(({ code }) => code === "service_not_allowed")
    expect(closed?.params.origin).toBe("https://api.openai.com")
  })

  it("answers many first requests at once", async () => {
    const births = Array.from({ length: 20 }, (_, i) => `{"inputs":{"birth":{"date":"1990-05-${i + 10}","time":null}}}`)
    const answers = await Promise.all(births.map((body) => post(body)))
    expect(answers.map(({ status }) => status)).toEqual(births.map(() => 200))
    for (const answer of answers) await answer.arrayBuffer()
  })

  it("refuses a birth that cannot be with 422, in Korean when asked", async () => {
    const response = await post('{"inputs":{"birth":{"date":"1990-02-30","time":null}}}', { "accept-language": "ko" })
    expect([response.status, response.headers.get("content-type")]).toEqual([
      422,
      "application/problem+json; charset=utf-8",
    ])
    expect((await response.json<{ hint: string }>()).hint).toMatch(/[가-힣]/)
  })

  it("stops reading a body that is too large", async () => {
    const response = await post(" ".repeat(300_000))
    expect(response.status).toBe(413)
    await response.arrayBuffer()
  })

  it("refuses runs under a foreign name or from a foreign page", async () => {
    const body = '{"inputs":{"birth":{"date":"1990-05-01","time":null}}}'
    for (const headers of [{ host: "evil.example" }, { origin: "https://evil.example" }]) {
      const response = await post(body, headers as Record<string, string>)
      expect(response.status).toBe(403)
      await response.arrayBuffer()
    }
  })

  it("answers 200 random bodies without a fault of its own", async () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed % below
    }
    const whole = '{"inputs":{"birth":{"date":"1990-05-01","time":"14:30","sex":"female"}},"options":{"record":true}}'
    for (let i = 0; i < 200; i++) {
      const at = random(whole.length)
      const body = whole.slice(0, at) + String.fromCharCode(random(128)) + whole.slice(at + random(4))
      const response = await post(body)
      expect([200, 400, 422], body).toContain(response.status)
      const answer = await response.text()
      if (response.status !== 200) expect(JSON.parse(answer).code, body).toMatch(/^[a-z_]+$/)
    }
  })

  it("serves the page for what is not the API", async () => {
    const response = await worker.fetch("http://localhost/")
    expect(response.headers.get("content-type")).toMatch(/^text\/html/)
    expect(await response.text()).toContain('<div id="page">')
  })
})
