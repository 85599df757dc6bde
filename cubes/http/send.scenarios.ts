import { defineScenarios, outages } from "cubular/contract/scenario"
import send from "cubular/cubes/http/send"
import { HttpResponse, http } from "msw"

const path = "/v1/notes"

export default defineScenarios(
  send,
  "http",
  {
    config: { path, headers: { "x-api-key": { secret: "WEB_KEY" } } },
    inputs: { json: { note: "입춘" } },
    secrets: ["WEB_KEY"],
  },
  {
    ok: {
      title: { en: "kept, for those with the key", ko: "키가 맞으면 받아 둡니다" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, async ({ request }) => {
          if (request.headers.get("x-api-key") !== "WEB_KEY") return new Response(null, { status: 401 })
          const key = request.headers.get("idempotency-key") ?? ""
          return HttpResponse.json({ kept: await request.json(), once: /^[0-9a-f]{32}$/.test(key) })
        }),
      ],
      outputs: {
        status: 200,
        headers: { "content-type": "application/json" },
        json: { kept: { note: "입춘" }, once: true },
      },
    },
    ...outages({ service: "http", path, answer: http.post }),
    busy: {
      title: { en: "too many requests, until a time of the day", ko: "요청이 너무 많습니다" },
      handlers: (origin) => [
        http.post(
          `${origin}${path}`,
          () => new Response(null, { status: 429, headers: { "retry-after": "Sat, 01 Jan 2000 00:00:30 GMT" } }),
        ),
      ],
      error: "service_busy",
      params: { service: "http", status: 429, retryAfterMs: 30_000 },
      retryable: true,
    },
    malformed: {
      title: { en: "JSON that breaks off", ko: "끊긴 JSON" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, () => new Response("[", { headers: { "content-type": "application/json" } })),
      ],
      error: "reply_malformed",
      params: { service: "http", reason: "not JSON" },
      retryable: false,
    },
    moved: {
      title: { en: "sent on to another place, where nothing is sent", ko: "다른 곳으로 돌려보내면 보내지 않습니다" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => HttpResponse.redirect("https://b.example/", 307))],
      error: "redirect_refused",
      retryable: false,
    },
  },
)
