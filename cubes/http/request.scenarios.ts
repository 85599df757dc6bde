import { defineScenarios } from "cubular/contract/scenario"
import request from "cubular/cubes/http/request"
import { delay, HttpResponse, http } from "msw"

const path = "/v1/today"
const CHUNK_BYTES = 65_536

/** Bytes that never end. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(CHUNK_BYTES)) })
}

export default defineScenarios(
  request,
  "http",
  { config: { path, bearer: { secret: "WEB_KEY" } }, inputs: { query: { day: "오늘" } }, secrets: ["WEB_KEY"] },
  {
    ok: {
      title: { en: "an answer, for those with the key", ko: "키가 맞으면 답합니다" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, ({ request }) => {
          const known = request.headers.get("authorization") === "Bearer WEB_KEY"
          return known
            ? HttpResponse.json({ day: new URL(request.url).searchParams.get("day") })
            : new Response(null, { status: 401 })
        }),
      ],
      outputs: { status: 200, headers: { "content-type": "application/json" }, json: { day: "오늘" } },
    },
    slow: {
      title: { en: "no answer within the time", ko: "시간 안에 답이 없습니다" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => delay("infinite"))],
      error: "reply_timed_out",
      params: { service: "http", timeoutMs: 10_000 },
      retryable: true,
    },
    busy: {
      title: { en: "too many requests", ko: "요청이 너무 많습니다" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => new Response("later", { status: 429, headers: { "retry-after": "7" } })),
      ],
      error: "service_busy",
      params: { service: "http", status: 429, retryAfterMs: 7000 },
      retryable: true,
    },
    failing: {
      title: { en: "a fault of the service", ko: "서비스 고장" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => new Response("oops", { status: 500 }))],
      error: "service_failed",
      params: { service: "http", status: 500 },
      retryable: true,
    },
    malformed: {
      title: { en: "JSON that breaks off", ko: "끊긴 JSON" },
      handlers: (origin) => [
        http.get(
          `${origin}${path}`,
          () => new Response('{"day":', { headers: { "content-type": "application/json" } }),
        ),
      ],
      error: "reply_malformed",
      params: { service: "http", reason: "not JSON" },
      retryable: false,
    },
    huge: {
      title: { en: "a megabyte and a byte", ko: "1메가바이트보다 1바이트 더" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => HttpResponse.json("a".repeat(999_999)))],
      error: "reply_too_large",
      params: { from: "http", limit: 1_000_000 },
      retryable: false,
    },
    endless: {
      title: { en: "a reply without end", ko: "끝나지 않는 응답" },
      handlers: (origin) => [
        http.get(
          `${origin}${path}`,
          () => new Response(endless(), { headers: { "content-type": "application/json" } }),
        ),
      ],
      error: "reply_too_large",
      params: { from: "http", limit: 1_000_000 },
      retryable: false,
    },
    offline: {
      title: { en: "nobody there", ko: "닿지 않습니다" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => HttpResponse.error())],
      error: "service_unreachable",
      retryable: true,
    },
    moved: {
      title: { en: "sent on to a private address", ko: "내부 주소로 돌려보냅니다" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => HttpResponse.redirect("http://169.254.169.254/latest/meta-data", 302)),
      ],
      error: "redirect_refused",
      retryable: false,
    },
    "wrong-type": {
      title: { en: "a page instead of data", ko: "자료 대신 웹 페이지" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => HttpResponse.html("<h1>Welcome</h1>"))],
      error: "reply_type_refused",
      params: { service: "http", type: "text/html", takes: ["application/json"] },
      retryable: false,
    },
  },
)
