import { CubeError, defineCube, type Step, secret } from "cubular/contract"
import { exchange, type Reply, refuseStatus } from "cubular/contract/exchange"
import { date_not_covered } from "cubular/messages/en"
import * as z from "zod"
import { calendarDay, isoDate, pad, solarTerm, toDay, toTerm } from "./calendar/day.ts"
import { dayItem, itemsOf, offTopic, termItem } from "./calendar/replies.ts"

const date = z.strictObject({
  date: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
    .meta({ title: { en: "Date", ko: "날짜" }, examples: ["1990-05-01"] }),
  calendar: z.enum(["solar", "lunar"]).optional(),
  leapMonth: z.boolean().optional(),
})

const BASE = "/B090041/openapi/service"

/**
 * What the Korea Astronomy and Space Science Institute says: of a date, given in either calendar, its `day` in both, with
 * year, month and day of the sexagenary cycle; of a `year`, its 24 `terms` to the minute. Asks for what is wired in.
 *
 * The key is that of data.go.kr, in its decoded form. The institute covers lunar dates up to 2050 and terms of recent
 * years; what it has no entry for is `date_not_covered`, as is a lunar day that does not exist.
 */
export default defineCube({
  id: "integration/kasi",
  version: "1.0.0",
  color: "integration",
  effect: "read",
  title: { en: "KASI calendar", ko: "천문연 음양력·절기" },
  summary: {
    en: "Lunar dates and solar terms as the Korean institute of astronomy publishes them",
    ko: "한국천문연구원이 내는 음양력 날짜와 24절기를 가져옵니다",
  },
  config: z.strictObject({ key: secret(), timeoutMs: z.int().min(1).max(600_000).optional() }),
  needs: ["clock", "http"],
  services: {
    kasi: {
      origin: "https://apis.data.go.kr",
      summary: { en: "Open API of KASI", ko: "한국천문연구원 오픈 API" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "limited", "malformed", "unknown-key"],
    },
  },
  inputs: {
    date: date.optional().meta({ personal: true }),
    year: z.int().min(1600).max(2200).optional(),
  },
  outputs: {
    day: calendarDay.optional().meta({ personal: true }),
    terms: z.array(solarTerm).optional(),
  },
  create: (_, { key, timeoutMs = 10_000 }) => ({
    async process({ date, year }, step) {
      const ask = (path: string, query: string): Promise<Reply> =>
        asked(step, `${BASE}/${path}?${query}&_type=json&ServiceKey={secret:${key.secret}}`, timeoutMs)
      const [day, terms] = await Promise.all([
        date && dayOf(date, ask),
        year === undefined ? undefined : termsOf(year, ask),
      ])
      return { ...(day ? { day } : {}), ...(terms ? { terms } : {}) }
    },
  }),
})

type Ask = (path: string, query: string) => Promise<Reply>

async function asked(step: Step, path: string, timeoutMs: number): Promise<Reply> {
  const init = { headers: { accept: "application/json" } }
  const reply = await exchange(step, { service: "kasi", path, init, timeoutMs, maxBytes: 200_000 })
  refuseStatus(reply, () => step.clock.now())
  return reply
}

async function dayOf(given: z.output<typeof date>, ask: Ask): Promise<z.output<typeof calendarDay>> {
  const [year, month, day] = given.date.split("-") as [string, string, string]
  const lunar = given.calendar === "lunar"
  const reply = lunar
    ? await ask("LrsrCldInfoService/getSolCalInfo", `lunYear=${year}&lunMonth=${month}&lunDay=${day}`)
    : await ask("LrsrCldInfoService/getLunCalInfo", `solYear=${year}&solMonth=${month}&solDay=${day}`)
  // A lunar date is two days where its month comes twice.
  const days = itemsOf(reply, dayItem).map((item) => toDay(item, reply.service))
  if (days.some((each) => given.date !== (lunar ? lunarDate(each) : each.solar))) throw offTopic(reply.service)
  const found = days.find(({ lunar: { leapMonth } }) => !lunar || leapMonth === (given.leapMonth ?? false))
  if (found) return found
  throw new CubeError({ ...date_not_covered, path: ["inputs", "date"], params: { service: reply.service } })
}

function lunarDate({ lunar: { year, month, day } }: z.output<typeof calendarDay>): string {
  return isoDate(year, month, day)
}

async function termsOf(year: number, ask: Ask): Promise<z.output<typeof solarTerm>[]> {
  const reply = await ask("SpcdeInfoService/get24DivisionsInfo", `solYear=${pad(year, 4)}&numOfRows=30`)
  const terms = itemsOf(reply, termItem).map((item) => toTerm(item, reply.service))
  if (terms.some(({ date }) => !date.startsWith(`${pad(year, 4)}-`))) throw offTopic(reply.service)
  if (terms.length > 0) return terms.sort((a, b) => (a.date < b.date ? -1 : 1))
  throw new CubeError({ ...date_not_covered, path: ["inputs", "year"], params: { service: reply.service } })
}
