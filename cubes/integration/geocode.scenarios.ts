import { defineScenarios, outages } from "cubular/contract/scenario"
import geocode from "cubular/cubes/integration/geocode"
import { HttpResponse, http } from "msw"

const path = "/v1/search"

const region = { id: 1, admin1: "경상남도", country: "대한민국", country_code: "KR", timezone: "Asia/Seoul" }
const samnangjin = { ...region, name: "삼랑진", latitude: 35.3972, longitude: 128.8444, population: 7200 }

export default defineScenarios(
  geocode,
  "geocode",
  { config: { online: true }, inputs: { name: "삼랑진" } },
  {
    ok: {
      title: { en: "one place of the name", ko: "이름이 같은 곳 하나" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, ({ request }) => {
          const { searchParams: query } = new URL(request.url)
          const known = query.get("name") === "삼랑진" && query.get("language") === "ko"
          return HttpResponse.json(known ? { results: [samnangjin] } : {})
        }),
      ],
      outputs: {
        place: {
          name: "삼랑진",
          region: "경상남도",
          country: "KR",
          longitudeDeg: 128.8444,
          latitudeDeg: 35.3972,
          timeZone: "Asia/Seoul",
        },
        candidates: [
          {
            name: "삼랑진",
            region: "경상남도",
            country: "KR",
            longitudeDeg: 128.8444,
            latitudeDeg: 35.3972,
            timeZone: "Asia/Seoul",
          },
        ],
      },
    },
    ...outages({ service: "geocode", path, answer: http.get }),
    busy: {
      title: { en: "the free requests of the day are used up", ko: "하루 무료 요청을 다 썼습니다" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => HttpResponse.json({ error: true, reason: "limit" }, { status: 429 })),
      ],
      error: "service_busy",
      params: { service: "geocode", status: 429 },
      retryable: true,
    },
    failing: {
      title: { en: "a fault of the service", ko: "서비스 고장" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => new Response(null, { status: 502 }))],
      error: "service_failed",
      params: { service: "geocode", status: 502 },
      retryable: true,
    },
    malformed: {
      title: { en: "a longitude off the earth", ko: "있을 수 없는 경도" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => HttpResponse.json({ results: [{ ...samnangjin, longitude: 361 }] })),
      ],
      error: "reply_malformed",
      params: { service: "geocode", reason: "unexpected at /results/0/longitude" },
      retryable: false,
    },
    nowhere: {
      title: { en: "no place of the name", ko: "그런 이름이 없습니다" },
      handlers: (origin) => [http.get(`${origin}${path}`, () => HttpResponse.json({ generationtime_ms: 0.5 }))],
      error: "place_unknown",
      params: { looked: "list, service" },
      retryable: false,
    },
    ambiguous: {
      title: { en: "two places of much the same size", ko: "크기가 비슷한 두 곳" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () =>
          HttpResponse.json({ results: [samnangjin, { ...samnangjin, admin1: "강원도", population: 5000 }] }),
        ),
      ],
      error: "place_ambiguous",
      params: { count: 2 },
      retryable: false,
    },
  },
)
