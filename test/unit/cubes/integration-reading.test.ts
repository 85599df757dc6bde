import { createRunner, type Settled } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost } from "cubular/host/node"
import { policies } from "cubular/policies"
import { HttpResponse, http } from "msw"
import { setupServer } from "msw/node"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"

const KEY = "sk-canary-5f1e"
const QUESTION = "직업운은 어떤가요? 카나리아"
const inputs = { birth: { date: "1990-05-01", time: "14:30", sex: "female" }, question: QUESTION }
const endpoint = "https://api.openai.com/v1/chat/completions"
const document = catalog.documents().find(({ id }) => id === "saju-reading-llm")

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: "error" }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

interface Told {
  readonly settled: Settled
  /** Everything a run leaves behind but its outputs: events, log lines, error, record without what it was given. */
  readonly traces: string
  readonly record: string
}

async function tell(): Promise<Told> {
  const memory = createMemoryHost({ autoAdvance: false })
  const secret = { value: KEY, cubes: ["integration/llm"], origins: ["https://api.openai.com"] }
  const host = { ...createHost({ secrets: { LLM_KEY: secret } }), clock: memory.clock, log: memory.log }
  const runner = await createRunner(document as never, catalog, host, { policies })
  const run = runner.run(inputs, { record: true })
  const events: unknown[] = []
  const watched = (async () => {
    for await (const event of run.events) events.push(event)
  })()
  let over = false
  const settled = run.settled.finally(() => {
    over = true
  })
  // The pauses between attempts.
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve))
    if (memory.pendingTimers > 0 && !asking) await memory.advance(100)
  }
  await watched
  await runner.stop()
  const ended = await settled
  const { record, outputs: _, ...rest } = ended
  return { settled: ended, traces: JSON.stringify([events, memory.logs, rest]), record: JSON.stringify(record) }
}

/** Whether the service has been asked and has not answered yet. */
let asking = false

function answering(...replies: (() => Response)[]) {
  const asked: { readonly messages: readonly { role: string; content: string }[] }[] = []
  let turn = 0
  server.use(
    http.post(endpoint, async ({ request }) => {
      asking = true
      asked.push((await request.json()) as (typeof asked)[number])
      expect(request.headers.get("authorization")).toBe(`Bearer ${KEY}`)
      const reply = replies[Math.min(turn++, replies.length - 1)]?.()
      asking = false
      return reply
    }),
  )
  return asked
}

const answer = (): Response =>
  HttpResponse.json({
    model: "m",
    choices: [{ message: { content: "차분히 준비하면 좋습니다." }, finish_reason: "stop" }],
  })

describe("saju-reading-llm", () => {
  test("hands the model the short form of the chart and the question, and nothing more", async () => {
    const asked = answering(answer)
    const { settled } = await tell()
    expect(settled.ok ? undefined : settled.error).toBeUndefined()
    expect(settled.outputs).toMatchObject({ text: "차분히 준비하면 좋습니다.", finish: "stop" })
    const [system, user] = asked[0]?.messages ?? []
    expect(system?.role).toBe("system")
    expect(user?.content).toBe(`${settled.outputs.compact}\n\n${QUESTION}`)
    expect(asked[0]?.messages).toHaveLength(2)
  })

  test("asks again while the service is busy", async () => {
    const busy = (): Response => new Response(null, { status: 429, headers: { "retry-after": "1" } })
    const asked = answering(busy, busy, answer)
    const { settled } = await tell()
    expect(settled.ok).toBe(true)
    expect(asked).toHaveLength(3)
  })

  test.each([
    ["an answer", answer],
    ["a refusal", () => HttpResponse.json({ error: { message: `${KEY} ${QUESTION}` } }, { status: 400 })],
    [
      "an answer that is none",
      () => new Response(`${KEY} ${QUESTION} {`, { headers: { "content-type": "application/json" } }),
    ],
  ])("leaves neither key nor question in events, logs and errors after %s", async (_, reply) => {
    answering(reply)
    const { traces, record } = await tell()
    for (const canary of [KEY, "카나리아", "1990-05-01"]) expect(traces).not.toContain(canary)
    if (reply === answer) expect(record).not.toContain(KEY)
  })

  test("is refused when it is planned on a host that has not the key", async () => {
    await expect(createRunner(document as never, catalog, createHost(), { policies })).rejects.toMatchObject({
      issues: [{ code: "secret_missing", params: { secret: "LLM_KEY", host: "node" } }],
    })
  })

  test("does not get the key where the host keeps it for another cube or origin", async () => {
    for (const kept of [
      { cubes: ["http/request"], origins: ["https://api.openai.com"] },
      { cubes: ["integration/llm"], origins: ["https://llm.example"] },
    ]) {
      const host = createHost({ secrets: { LLM_KEY: { value: KEY, ...kept } } })
      const runner = await createRunner(document as never, catalog, host, { policies })
      const settled = await runner.run(inputs).settled
      expect(settled.ok ? undefined : settled.error.cause).toMatchObject({ code: "secret_refused" })
      await runner.stop()
    }
  })
})
