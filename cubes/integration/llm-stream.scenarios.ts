import { defineScenarios, outages } from "cubular/contract/scenario"
import llmStream from "cubular/cubes/integration/llm-stream"
import { HttpResponse, http } from "msw"

const path = "/v1/chat/completions"
const say = (content: string): string =>
  `data: ${JSON.stringify({ model: "small-1-2026", choices: [{ delta: { content } }] })}\r\n\r\n`
const stop = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\r\n\r\n'

/** Events cut into pieces of a few bytes, in the middle of letters and line ends. */
function trickle(text: string, size = 7): Response {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8" } })
}

export default defineScenarios(
  llmStream,
  "llm",
  {
    config: { model: "small-1", key: { secret: "LLM_KEY" } },
    inputs: { prompt: "이 사주의 일간은?" },
    secrets: ["LLM_KEY"],
  },
  {
    ok: {
      title: { en: "an answer that comes a few bytes at a time", ko: "몇 바이트씩 오는 답" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, ({ request }) =>
          request.headers.get("authorization") === "Bearer LLM_KEY"
            ? trickle(`${say("일간은 ")}${say("경금")}${say("입니다.")}${stop}data: [DONE]\r\n\r\n`)
            : new Response(null, { status: 401 }),
        ),
      ],
      outputs: {
        deltas: ["일간은 ", "경금", "입니다."],
        text: "일간은 경금입니다.",
        finish: "stop",
        model: "small-1-2026",
      },
    },
    ...outages({ service: "llm", path, answer: http.post, timeoutMs: 60_000 }),
    "cut-off": {
      title: { en: "an answer that breaks off", ko: "도중에 끊긴 답" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => trickle(say("일간은 ")))],
      error: "answer_cut_off",
      params: { service: "llm" },
      retryable: true,
    },
    malformed: {
      title: { en: "an event that is no JSON", ko: "JSON이 아닌 사건" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => trickle(`${say("일간은 ")}data: {"choi\r\n\r\n`))],
      error: "reply_malformed",
      params: { service: "llm", reason: "not JSON" },
      retryable: false,
    },
    "failing-midway": {
      title: { en: "an error in the middle", ko: "도중의 오류" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, () =>
          trickle(`${say("일간은 ")}data: {"error":{"message":"overloaded"}}\r\n\r\n`),
        ),
      ],
      error: "answer_failed",
      params: { service: "llm" },
      retryable: false,
    },
    failing: {
      title: { en: "an overloaded service", ko: "과부하" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => new Response("overloaded", { status: 503 }))],
      error: "service_failed",
      params: { service: "llm", status: 503 },
      retryable: true,
    },
    busy: {
      title: { en: "more tokens than the minute allows", ko: "분당 토큰을 다 썼습니다" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, () =>
          HttpResponse.json({ error: { type: "tokens" } }, { status: 429, headers: { "retry-after": "20" } }),
        ),
      ],
      error: "service_busy",
      params: { service: "llm", status: 429, retryAfterMs: 20_000 },
      retryable: true,
    },
  },
)
