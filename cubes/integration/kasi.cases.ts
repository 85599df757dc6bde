import { defineCases } from "cubular/contract"
import kasi from "./kasi.ts"

const config = { key: { secret: "KASI_KEY" } }
const secrets = ["KASI_KEY"]
const base = "GET https://apis.data.go.kr/B090041/openapi/service"
const end = "&_type=json&ServiceKey=KASI_KEY"
const header = { resultCode: "00", resultMsg: "NORMAL SERVICE." }

/** The sixth month of 2025 came twice; the portal gives both for a lunar date. */
const june = { lunYear: 2025, lunMonth: "06", lunDay: "01", lunSecha: "을사(乙巳)", solYear: 2025 }
const regular = {
  ...june,
  lunLeapmonth: "평",
  lunNday: 30,
  lunWolgeon: "계미(癸未)",
  lunIljin: "을축(乙丑)",
  solMonth: "06",
  solDay: 25,
  solJd: 2460852,
}
const leap = {
  ...june,
  lunLeapmonth: "윤",
  lunNday: 29,
  lunWolgeon: "",
  lunIljin: "을미(乙未)",
  solMonth: "07",
  solDay: 25,
  solJd: 2460882,
}

export default defineCases(kasi, [
  {
    title: { en: "a lunar date in a leap month", ko: "윤달의 음력 날짜" },
    config,
    secrets,
    inputs: { date: { date: "2025-06-01", calendar: "lunar", leapMonth: true } },
    replies: {
      [`${base}/LrsrCldInfoService/getSolCalInfo?lunYear=2025&lunMonth=06&lunDay=01${end}`]: {
        body: { response: { header, body: { items: { item: [regular, leap] }, totalCount: 2 } } },
      },
    },
    outputs: {
      day: {
        solar: "2025-07-25",
        lunar: { year: 2025, month: 6, day: 1, leapMonth: true, monthDays: 29 },
        ganji: { year: "을사(乙巳)", month: null, day: "을미(乙未)" },
        julianDay: 2460882,
      },
    },
  },
  {
    title: { en: "solar terms of a year, in their order", ko: "한 해의 절기를 차례대로" },
    config,
    secrets,
    inputs: { year: 2026 },
    replies: {
      [`${base}/SpcdeInfoService/get24DivisionsInfo?solYear=2026&numOfRows=30${end}`]: {
        body: {
          response: {
            header,
            body: {
              items: {
                item: [
                  {
                    dateKind: "03",
                    dateName: "입춘",
                    isHoliday: "N",
                    kst: "0502  ",
                    locdate: 20260204,
                    seq: 1,
                    sunLongitude: 315,
                  },
                  {
                    dateKind: "03",
                    dateName: "소한",
                    isHoliday: "N",
                    kst: 1723,
                    locdate: 20260105,
                    seq: 1,
                    sunLongitude: "285",
                  },
                ],
              },
            },
          },
        },
      },
    },
    outputs: {
      terms: [
        { name: "소한", date: "2026-01-05", time: "17:23", sunLongitudeDeg: 285 },
        { name: "입춘", date: "2026-02-04", time: "05:02", sunLongitudeDeg: 315 },
      ],
    },
  },
  {
    title: { en: "nothing asked, nothing sent", ko: "묻지 않으면 보내지 않음" },
    config,
    secrets,
    inputs: {},
    outputs: {},
  },
  {
    title: { en: "a lunar day that does not exist", ko: "없는 음력 날짜" },
    config,
    secrets,
    inputs: { date: { date: "2024-06-30", calendar: "lunar", leapMonth: true } },
    replies: {
      [`${base}/LrsrCldInfoService/getSolCalInfo?lunYear=2024&lunMonth=06&lunDay=30${end}`]: {
        body: { response: { header, body: { items: "", totalCount: 0 } } },
      },
    },
    error: "date_not_covered",
  },
  {
    title: { en: "a day that was not asked for", ko: "묻지 않은 날짜의 응답" },
    config,
    secrets,
    inputs: { date: { date: "2025-06-02", calendar: "lunar" } },
    replies: {
      [`${base}/LrsrCldInfoService/getSolCalInfo?lunYear=2025&lunMonth=06&lunDay=02${end}`]: {
        body: { response: { header, body: { items: { item: regular } } } },
      },
    },
    error: "reply_malformed",
  },
  {
    title: { en: "a time of day left empty", ko: "비어 있는 시각" },
    config,
    secrets,
    inputs: { year: 2026 },
    replies: {
      [`${base}/SpcdeInfoService/get24DivisionsInfo?solYear=2026&numOfRows=30${end}`]: {
        body: {
          response: {
            header,
            body: { items: { item: { dateName: "입춘", kst: "", locdate: 20260204, sunLongitude: 315 } } },
          },
        },
      },
    },
    error: "reply_malformed",
  },
  {
    title: { en: "a key the host does not have", ko: "호스트에 없는 키" },
    config,
    inputs: { year: 2026 },
    error: "secret_missing",
  },
  {
    title: { en: "a month of thirteen", ko: "열세째 달" },
    config,
    secrets,
    inputs: { date: { date: "2025-13-01" } },
    error: "input_value_refused",
  },
])
