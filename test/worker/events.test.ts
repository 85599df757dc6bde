import { exports } from "cloudflare:workers"
import { expect, it } from "vitest"

const worker = exports.default
const metrics = async (): Promise<string> => (await worker.fetch("http://localhost/metrics")).text()

const post = (event: object): Promise<Response> =>
  worker.fetch("http://localhost/v1/events", {
    method: "POST",
    headers: { "content-type": "application/cloudevents+json" },
    body: JSON.stringify(event),
  })

it("an event is taken when it is in the queue, delivered when the answer is out, and known when it comes again", async () => {
  const event = {
    specversion: "1.0",
    id: "1",
    source: "/test",
    type: "saju.requested",
    data: { birth: { date: "1990-05-01", time: "14:30" } },
  }
  for (const outcome of ["delivered", "duplicate"]) {
    const response = await post(event)
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ items: [{ id: "1", source: "/test" }] })
    const counted = `cubular_messages_total{topic="saju.requested",event="${outcome}"} 1`
    await expect.poll(metrics, { timeout: 20_000 }).toContain(counted)
  }
  expect((await post({ ...event, type: "nobody.cares" })).status).toBe(422)
}, 60_000)
