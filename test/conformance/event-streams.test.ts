import { CubeError, createRegistry, defineCube, stream } from "cubular"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = { version: "1.0.0", color: "feature", title: { en: "…", ko: "…" } } as const
const seen = { given: 0, closed: 0 }

const count = defineCube({
  ...head,
  id: "e/count",
  inputs: { to: z.number(), failAt: z.number() },
  outputs: { numbers: stream(z.number()), texts: stream(z.string()), last: z.number() },
  create: () => ({
    process({ to, failAt }) {
      async function* counted<T>(make: (n: number) => T): AsyncGenerator<T> {
        try {
          for (let n = 0; n < to; n++) {
            if (n === failAt) throw new CubeError({ code: "boom", message: "Boom.", hint: "…" })
            seen.given++
            yield make(n)
          }
        } finally {
          seen.closed++
        }
      }
      return { numbers: counted((n) => n), texts: counted((n) => `${n}\n\nevent: forged`), last: () => to - 1 }
    },
  }),
})

const plain = defineCube({
  ...head,
  id: "e/plain",
  inputs: { to: z.number() },
  outputs: { to: z.number() },
  create: () => ({ process: ({ to }) => ({ to }) }),
})

const document = (id: string, inputs: readonly string[], outputs: readonly string[]) => ({
  format: 1 as const,
  id,
  version: "1.0.0",
  cubes: { a: { use: `e/${id}`, in: Object.fromEntries(inputs.map((name) => [name, `@${name}`])) } },
  outputs: Object.fromEntries(outputs.map((name) => [name, `a.${name}`])),
})

const registry = createRegistry([
  count,
  plain,
  document("count", ["to", "failAt"], ["numbers", "texts", "last"]),
  document("plain", ["to"], ["to"]),
])

async function post(id: string, inputs: object, init: RequestInit = {}, accept = "text/event-stream") {
  Object.assign(seen, { given: 0, closed: 0 })
  const gateway = createGateway({ registry, host: createHost() })
  const headers = { "content-type": "application/json", accept, "accept-language": "ko" }
  const body = JSON.stringify({ inputs })
  const address = `http://localhost/v1/compositions/${id}/run`
  return gateway.fetch(new Request(address, { method: "POST", headers, body, ...init }))
}

/** Events of a whole answer, their data parsed. */
function eventsOf(text: string): [event: string, data: Record<string, unknown>][] {
  const blocks = text.split("\n\n")
  expect(blocks.pop()).toBe("")
  return blocks.map((block) => {
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) as unknown as [string, string, string]
    return [event, JSON.parse(data)]
  })
}

const tasks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

describe("a run asked for as events", () => {
  test("sends items as they come, and the result last", async () => {
    const response = await post("count", { to: 3, failAt: -1 })
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8")
    const events = eventsOf(await response.text())
    const items = events.slice(0, -1).map(([, data]) => data)
    expect(events.slice(0, -1).every(([event]) => event === "item")).toBe(true)
    expect(items.filter(({ output }) => output === "numbers").map(({ item }) => item)).toEqual([0, 1, 2])
    expect(items.filter(({ output }) => output === "texts").map(({ item }) => item)).toContain("2\n\nevent: forged")
    expect(events.at(-1)).toMatchObject([
      "result",
      { outputs: { numbers: { items: 3 }, texts: { items: 3 }, last: 2 }, steps: { a: { outcome: "ok" } } },
    ])
  })

  test("asks the source for no more than the caller reads", async () => {
    const response = await post("count", { to: 1e9, failAt: -1 })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    await tasks()
    expect(seen.given).toBeLessThanOrEqual(2)
    for (let read = 1; read <= 50; read++) {
      await reader.read()
      await tasks()
      expect(seen.given).toBeLessThanOrEqual(read + 2)
    }
    await reader.cancel()
  })

  test("is cancelled when the caller goes away, by either sign", async () => {
    const response = await post("count", { to: 1e9, failAt: -1 })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await reader.cancel()
    await tasks()
    expect(seen.closed).toBe(2)

    const controller = new AbortController()
    const aborted = await post("count", { to: 1e9, failAt: -1 }, { signal: controller.signal })
    await (aborted.body as ReadableStream<Uint8Array>).getReader().read()
    controller.abort()
    await tasks()
    expect(seen.closed).toBe(2)
  })

  test("that fails on its way says so in a last event, in the caller's language", async () => {
    const events = eventsOf(await (await post("count", { to: 9, failAt: 2 })).text())
    const [event, problem] = events.at(-1) as [string, Record<string, unknown>]
    expect(event).toBe("problem")
    expect(problem).toMatchObject({ status: 422, code: "run_failed", params: { code: "boom" } })
    expect(problem.detail).toMatch(/[가-힣]/)
    expect(events.length).toBeGreaterThan(1)
  })

  test("that fails before its first item is a problem like any other", async () => {
    for (const inputs of [
      { to: "many", failAt: -1 },
      { to: 9, failAt: 0 },
    ]) {
      const response = await post("count", inputs)
      expect(response.status).toBe(422)
      expect(response.headers.get("content-type")).toContain("application/problem+json")
    }
    expect((await post("nowhere", {})).status).toBe(404)
  })

  test("without streams or items has its result alone", async () => {
    expect(eventsOf(await (await post("plain", { to: 1 })).text())).toMatchObject([["result", { outputs: { to: 1 } }]])
    const none = eventsOf(await (await post("count", { to: 0, failAt: -1 })).text())
    expect(none).toMatchObject([["result", { outputs: { numbers: { items: 0 } } }]])
  })

  test.each(["application/json", "*/*", "text/*", "text/event-stream;q=0"])("but %s gets JSON", async (accept) => {
    const response = await post("count", { to: 3, failAt: -1 }, {}, accept)
    expect(response.headers.get("content-type")).toContain("application/json")
    expect(await response.json()).toMatchObject({ outputs: { numbers: { items: 3 }, last: 2 } })
  })
})
