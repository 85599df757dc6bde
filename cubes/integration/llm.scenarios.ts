import { defineScenarios, outages } from "cubular/contract/scenario"
import llm from "cubular/cubes/integration/llm"
import { HttpResponse, http } from "msw"

const path = "/v1/chat/completions"
const CHUNK_BYTES = 65_536

function answerOf(content: string, finish_reason = "stop"): object {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_795_000_000,
    model: "small-1-2026",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason }],
    usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
  }
}

/** White space without end, as a service may send to keep a connection open. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(CHUNK_BYTES).fill(0x20)) })
}

const json = { headers: { "content-type": "application/json" } }

export default defineScenarios(
  llm,
  "llm",
  {
    config: { model: "small-1", key: { secret: "LLM_KEY" }, system: "Answer in one sentence.", maxTokens: 200 },
    inputs: { context: "일간: 경금", prompt: "이 사주의 일간은?" },
    secrets: ["LLM_KEY"],
  },
  {
    ok: {
      title: { en: "an answer that repeats what it was asked", ko: "물은 말을 되풀이하는 답" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, async ({ request }) => {
          if (request.headers.get("authorization") !== "Bearer LLM_KEY") return new Response(null, { status: 401 })
          const asked = (await request.json()) as { messages: { role: string; content: string }[]; max_tokens: number }
          const [system, user] = asked.messages
          return HttpResponse.json(answerOf(`${system?.content} ${asked.max_tokens}: ${user?.content}`))
        }),
      ],
      outputs: {
        text: "Answer in one sentence. 200: 일간: 경금\n\n이 사주의 일간은?",
        finish: "stop",
        model: "small-1-2026",
        promptTokens: 12,
        answerTokens: 5,
      },
    },
    ...outages({ service: "llm", path, answer: http.post, timeoutMs: 60_000 }),
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
    failing: {
      title: { en: "an overloaded service", ko: "과부하" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => new Response("overloaded", { status: 503 }))],
      error: "service_failed",
      params: { service: "llm", status: 503 },
      retryable: true,
    },
    malformed: {
      title: { en: "an answer without choices", ko: "답이 빠진 응답" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => HttpResponse.json({ choices: [] }))],
      error: "reply_malformed",
      params: { service: "llm", reason: "unexpected at /choices" },
      retryable: false,
    },
    "cut-short": {
      title: { en: "an answer that breaks off", ko: "중간에 끊긴 답" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => HttpResponse.json(answerOf("일간은", "length")))],
      outputs: { text: "일간은", finish: "length", model: "small-1-2026", promptTokens: 12, answerTokens: 5 },
    },
    huge: {
      title: { en: "an answer of more than a megabyte", ko: "1메가바이트가 넘는 답" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => HttpResponse.json(answerOf("a".repeat(1_000_000))))],
      error: "reply_too_large",
      params: { from: "llm", limit: 1_000_000 },
      retryable: false,
    },
    endless: {
      title: { en: "an answer without end", ko: "끝나지 않는 답" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => new Response(endless(), json))],
      error: "reply_too_large",
      params: { from: "llm", limit: 1_000_000 },
      retryable: false,
    },
    "wrong-key": {
      title: { en: "a key that is not accepted", ko: "받아들여지지 않는 키" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, () => HttpResponse.json({ error: { code: "invalid_api_key" } }, { status: 401 })),
      ],
      error: "service_key_refused",
      params: { service: "llm", status: 401 },
      retryable: false,
    },
  },
)
