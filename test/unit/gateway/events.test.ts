import type { Stores } from "cubular"
import { createGateway } from "cubular/gateway"
import { createTelemetry } from "cubular/telemetry"
import { describe, expect, it } from "vitest"
import { counting, stage, working } from "../messaging/stage.ts"
import { jsonOf } from "./served.ts"

const event = { specversion: "1.0", id: "e1", source: "/test", type: "work.asked", data: { n: 1 } }
const STRUCTURED = "application/cloudevents+json"
const BATCH = "application/cloudevents-batch+json"
const binary = { "ce-specversion": "1.0", "ce-id": "e1", "ce-source": "/test", "ce-type": "work.asked" }

function serve(...parameters: Parameters<typeof stage>) {
  const whole = stage(...parameters)
  const { broker, registry } = whole
  const gateway = createGateway({ registry, host: broker.host, broker })
  const send = async (body: unknown, headers: { [name: string]: string } = { "content-type": STRUCTURED }) => {
    const text = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body)
    return gateway.fetch(new Request("http://localhost/v1/events", { method: "POST", headers, body: text as BodyInit }))
  }
  const refused = async (...given: Parameters<typeof send>) => {
    const response = await send(...given)
    return `${response.status} ${((await jsonOf(response)) as { code: string }).code}`
  }
  return { ...whole, gateway, send, refused }
}

describe("POST /v1/events takes", () => {
  it("one event in structured mode, and says when it is sure to be delivered", async () => {
    const { send, broker, world } = serve()
    const response = await send(event, { "content-type": `${STRUCTURED}; charset=utf-8` })
    expect(response.status).toBe(202)
    expect(await jsonOf(response)).toEqual({ items: [{ id: "e1", source: "/test" }] })
    expect(await broker.counts("working")).toMatchObject({ ready: 1 })
    await broker.drain()
    expect(world.seen.map(({ n }) => n)).toEqual([1])
  })

  it("one in binary mode: JSON, text, bytes and nothing", async () => {
    const { send, host } = serve()
    const ways = [
      ['{"n":2}', "application/json"],
      ["글", "text/plain"],
      [Uint8Array.of(1, 2), "application/octet-stream"],
      ["", ""],
    ] as const
    for (const [body, type] of ways)
      expect(
        (await send(body, { ...binary, "ce-subject": "%EA%B8%80", ...(type && { "content-type": type }) })).status,
      ).toBe(202)
    const { messages } = await (host.stores as Stores).queue("on-working").peek()
    expect(messages.map(({ message }) => message)).toMatchObject([
      { subject: "글", datacontenttype: "application/json", data: { n: 2 } },
      { data: "글" },
      { data: Uint8Array.of(1, 2) },
      { id: "e1" },
    ])
    expect(messages[3]?.message).not.toHaveProperty("data")
  })

  it("a batch, whole or not at all", async () => {
    const { send, refused, broker } = serve()
    const batch = [event, { ...event, id: "e2" }]
    expect(await jsonOf(await send(batch, { "content-type": BATCH }))).toMatchObject({
      items: [{ id: "e1" }, { id: "e2" }],
    })
    expect(await refused([event, { ...event, type: "nobody.cares" }], { "content-type": BATCH })).toBe(
      "422 topic_not_taken",
    )
    expect(await refused([event, { ...event, id: "" }], { "content-type": BATCH })).toBe("400 event_malformed")
    expect(await broker.counts("working")).toMatchObject({ ready: 2 })
  })
})

describe("POST /v1/events refuses", () => {
  it.each([
    ["what is no JSON", "{", STRUCTURED, "400 body_not_json"],
    ["a key twice", '{"id":"1","id":"2"}', STRUCTURED, "400 body_key_doubled"],
    ["what is no event", {}, STRUCTURED, "400 event_malformed"],
    ["a list where one is meant", [event], STRUCTURED, "400 event_malformed"],
    ["an empty batch", [], BATCH, "400 event_malformed"],
    ["a batch of too many", Array.from({ length: 101 }, () => event), BATCH, "400 event_malformed"],
    ["a batch that is none", event, BATCH, "400 event_malformed"],
    ["another type", event, "application/json", "415 event_type_refused"],
    ["a format nobody knows", event, "application/cloudevents+avro", "415 event_type_refused"],
    ["no type", event, "", "415 event_type_refused"],
    ["a topic nobody takes", { ...event, type: "nobody.cares" }, STRUCTURED, "422 topic_not_taken"],
    [
      "one that is too large for a queue",
      { ...event, data: { n: 1, text: "x".repeat(130_000) } },
      STRUCTURED,
      "413 message_too_large",
    ],
    ["a megabyte", { ...event, data: { n: 1, text: "x".repeat(1_000_000) } }, STRUCTURED, "413 body_too_large"],
  ])("%s", async (_, body, type, expected) => {
    const { refused, broker } = serve()
    expect(await refused(body, type === "" ? {} : { "content-type": type })).toBe(expected)
    expect(await broker.counts("working")).toMatchObject({ ready: 0 })
  })

  it("a header that is not well encoded, or says something else", async () => {
    const { refused } = serve()
    expect(await refused("", { ...binary, "ce-subject": "%zz" })).toBe("400 event_malformed")
    expect(await refused("", { ...binary, "ce-specversion": "0.3" })).toBe("400 event_malformed")
    expect(await refused("{", { ...binary, "content-type": "application/json" })).toBe("400 body_not_json")
  })

  it("more than may wait, and says when to come back", async () => {
    const { send, refused } = serve([working], { backlog: 1 })
    await send(event)
    expect(await refused({ ...event, id: "e2" })).toBe("503 messages_full")
    expect((await send({ ...event, id: "e2" })).headers.get("retry-after")).toBe("1")
  })

  it("pages of elsewhere, other methods, and everything where there is no broker", async () => {
    const { gateway, registry, host, refused } = serve()
    expect(await refused(event, { "content-type": STRUCTURED, origin: "https://evil.example" })).toBe(
      "403 origin_refused",
    )
    expect((await gateway.fetch(new Request("http://localhost/v1/events"))).status).toBe(405)
    const bare = createGateway({ registry: { ...registry, documents: () => [] }, host })
    expect((await bare.fetch(new Request("http://localhost/v1/events", { method: "POST" }))).status).toBe(404)
  })
})

describe("a run over HTTP", () => {
  it("sends what its composition emits before it is answered", async () => {
    const { gateway, broker, world } = serve([working, counting])
    const headers = { "content-type": "application/json" }
    const request = new Request("http://localhost/v1/compositions/working/run", {
      method: "POST",
      headers,
      body: '{"inputs":{"n":5}}',
    })
    expect((await gateway.fetch(request)).status).toBe(200)
    await broker.drain()
    expect(world.seen.map(({ n, by }) => [n, by])).toEqual([
      [5, ""],
      [6, "counting"],
    ])
  })
})

describe("metrics", () => {
  it("count what becomes of messages by topic, without what is in them", async () => {
    const { host } = stage()
    const telemetry = createTelemetry({ clock: host.clock, entropy: host.entropy })
    const { broker } = stage([working], { host, observe: (topic, what) => telemetry.message(topic, what) })
    await broker.publish([
      { ...event, specversion: "1.0" },
      { ...event, specversion: "1.0" },
      { ...event, specversion: "1.0", id: "1990-05-01", type: "nobody.cares" },
    ])
    await broker.drain()
    const lines = telemetry
      .metrics()
      .split("\n")
      .filter((line) => line.startsWith("cubular_messages_total"))
    expect(lines.sort()).toEqual([
      'cubular_messages_total{topic="other",event="untaken"} 3',
      'cubular_messages_total{topic="work.asked",event="delivered"} 1',
      'cubular_messages_total{topic="work.asked",event="duplicate"} 1',
      'cubular_messages_total{topic="work.asked",event="published"} 2',
    ])
    expect(telemetry.metrics()).not.toContain("1990")
  })
})
