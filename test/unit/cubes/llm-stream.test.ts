import { createRunner, replay, type Value } from "cubular"
import llmStream from "cubular/cubes/integration/llm-stream"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import fc from "fast-check"
import { expect, test } from "vitest"
import { EventData } from "../../../src/contract/event-data.ts"

const document = {
  format: 1,
  id: "talk",
  version: "1.0.0",
  services: { llm: { origin: "https://llm.example" } },
  cubes: { llm: { use: "integration/llm-stream", config: { model: "m" }, in: { prompt: { value: "?" } } } },
  outputs: { deltas: "llm.deltas", text: "llm.text", finish: "llm.finish" },
}
const say = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
const stop = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'
const headers = { "content-type": "text/event-stream" }

async function start(body: BodyInit | null) {
  const host = createHost({ autoAdvance: true, http: () => new Response(body, { headers }) })
  return { host, runner: await createRunner(document, [llmStream], host, { streams, seed: "s" }) }
}

test("events are the same however they were cut, with any line ends", () => {
  const text = 'data: {"a":1}\r\n\r\n: note\ndata: two\ndata:lines\n\nevent: x\rdata: 갑\r\rdata: last'
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const events = new EventData()
      const places = [0, ...cuts.sort((a, b) => a - b), text.length]
      const found = places.slice(1).flatMap((at, i) => events.take(text.slice(places[i], at), false))
      expect([...found, ...events.take("", true)]).toEqual(['{"a":1}', "two\nlines", "갑", "last"])
    }),
  )
})

test("letters of several bytes may be cut anywhere", async () => {
  const bytes = new TextEncoder().encode(say("일간은 ") + say("경금🐯") + stop)
  for (let size = 1; size < 12; size++) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.slice(i * size, (i + 1) * size),
    )
    const { runner } = await start(
      new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece)
          controller.close()
        },
      }),
    )
    expect((await runner.run().result).outputs).toMatchObject({ text: "일간은 경금🐯", finish: "stop" })
    await runner.stop()
  }
})

test("who stops reading lets go of the reply, and the text is what had come", async () => {
  let cancelled = false
  let at = 0
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(say(`${at++} `))),
    cancel: () => {
      cancelled = true
    },
  })
  const { runner, host } = await start(body)
  const run = runner.run()
  const read: Value[] = []
  for await (const delta of run.streams.deltas as AsyncIterable<Value>) if (read.push(delta) === 3) break
  expect((await run.result).outputs).toMatchObject({ deltas: { items: 3 }, text: "0 1 2 ", finish: "other" })
  expect(cancelled).toBe(true)
  expect(host.pendingTimers).toBe(0)
  await runner.stop()
})

test("a reply that stops sending is given up after the time there is", async () => {
  let sent = 0
  const body = new ReadableStream({
    pull: (controller) =>
      sent++ === 0 ? controller.enqueue(new TextEncoder().encode(say("a"))) : new Promise(() => undefined),
  })
  const { runner } = await start(body)
  expect((await runner.run().settled).steps.llm?.error).toMatchObject({ code: "reply_timed_out" })
  await runner.stop()
})

test("a record holds the reply, and a replay gives the same pieces", async () => {
  const { runner } = await start(say("하나 ") + say("둘") + stop)
  const { record, fingerprint } = await runner.run({}, { record: true, fingerprint: true }).result
  await runner.stop()
  const again = await replay(JSON.parse(JSON.stringify(record)), [llmStream], createHost(), { streams })
  expect(again).toMatchObject({ same: true, fingerprint, outputs: { text: "하나 둘" } })
})
