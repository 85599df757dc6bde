import { defineScenarios, outages } from "cubular/contract/scenario"
import request from "cubular/cubes/http/request"
import { HttpResponse, http } from "msw"

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
    ...outages({ service: "http", path, answer: http.get }),
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
