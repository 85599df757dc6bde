import { defineScenarios, outages } from "cubular/contract/scenario"
import kasi from "cubular/cubes/integration/kasi"
import { HttpResponse, http } from "msw"

const path = "/B090041/openapi/service/LrsrCldInfoService/getLunCalInfo"

/** The error page of the portal, which comes with status 200. */
function portalError(code: string, name: string): Response {
  return HttpResponse.xml(
    `<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>${name}</returnAuthMsg>` +
      `<returnReasonCode>${code}</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>`,
  )
}

const day = {
  lunDay: "07",
  lunIljin: "병인(丙寅)",
  lunLeapmonth: "평",
  lunMonth: "04",
  lunNday: 29,
  lunSecha: "경오(庚午)",
  lunWolgeon: "신사(辛巳)",
  lunYear: 1990,
  solDay: "01",
  solJd: 2448013,
  solLeapyear: "평",
  solMonth: "05",
  solWeek: "화",
  solYear: 1990,
}

function replyOf(item: object): object {
  const header = { resultCode: "00", resultMsg: "NORMAL SERVICE." }
  return { response: { header, body: { items: { item }, numOfRows: 10, pageNo: 1, totalCount: 1 } } }
}

export default defineScenarios(
  kasi,
  "kasi",
  { config: { key: { secret: "KASI_KEY" } }, inputs: { date: { date: "1990-05-01" } }, secrets: ["KASI_KEY"] },
  {
    ok: {
      title: { en: "a day in both calendars", ko: "음양력 하루" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, ({ request }) => {
          const { searchParams: query } = new URL(request.url)
          if (query.get("ServiceKey") !== "KASI_KEY") return portalError("30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR")
          return HttpResponse.json(replyOf({ ...day, solDay: query.get("solDay") }))
        }),
      ],
      outputs: {
        day: {
          solar: "1990-05-01",
          lunar: { year: 1990, month: 4, day: 7, leapMonth: false, monthDays: 29 },
          ganji: { year: "경오(庚午)", month: "신사(辛巳)", day: "병인(丙寅)" },
          julianDay: 2448013,
        },
      },
    },
    ...outages({ service: "kasi", path, answer: http.get }),
    limited: {
      title: { en: "the day's requests are used up", ko: "하루 요청 수를 다 썼습니다" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => portalError("22", "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR")),
      ],
      error: "service_busy",
      params: { service: "kasi", status: "portal code 22" },
      retryable: true,
    },
    malformed: {
      title: { en: "a day that is none", ko: "날짜가 아닌 응답" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => HttpResponse.json(replyOf({ ...day, solMonth: "13" }))),
      ],
      error: "reply_malformed",
      params: { service: "kasi", reason: "a number out of its range" },
      retryable: false,
    },
    "unknown-key": {
      title: { en: "a key that is not registered", ko: "등록되지 않은 키" },
      handlers: (origin) => [
        http.get(`${origin}${path}`, () => portalError("30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR")),
      ],
      error: "service_key_refused",
      params: { service: "kasi", status: "portal code 30" },
      retryable: false,
    },
  },
)
