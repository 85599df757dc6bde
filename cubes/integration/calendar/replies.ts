/** Replies of the open API of the Korea Astronomy and Space Science Institute (apis.data.go.kr, provider B090041). */
import { CubeError } from "cubular/contract"
import { type Reply, replyJson, replyText } from "cubular/contract/exchange"
import {
  reply_malformed,
  service_busy,
  service_failed,
  service_key_refused,
  service_request_refused,
} from "cubular/messages/en"
import * as z from "zod"

// The portal writes numbers as such or as texts with zeros and blanks, as it pleases.
const number = z.union([z.number(), z.string().max(20)])
const text = z.union([z.string().max(100), z.number()])

/** `items` is "" where there is nothing, and `item` is no list where there is one. */
function envelope<Item extends z.ZodType>(item: Item) {
  return z.looseObject({
    response: z.looseObject({
      header: z.looseObject({ resultCode: text, resultMsg: z.string().max(200).optional() }),
      body: z
        .looseObject({
          items: z
            .union([z.literal(""), z.looseObject({ item: z.union([item, z.array(item).max(400)]).optional() })])
            .optional(),
        })
        .optional(),
    }),
  })
}

/** One day of LrsrCldInfoService. */
export const dayItem = z.looseObject({
  solYear: number,
  solMonth: number,
  solDay: number,
  lunYear: number,
  lunMonth: number,
  lunDay: number,
  lunLeapmonth: z.enum(["평", "윤"]),
  lunNday: number,
  lunSecha: z.string().max(20),
  lunWolgeon: text.optional(),
  lunIljin: z.string().max(20),
  solJd: number,
})
export type DayItem = z.output<typeof dayItem>

/** One term of SpcdeInfoService. */
export const termItem = z.looseObject({
  dateName: z.string().max(20),
  locdate: number,
  kst: number,
  sunLongitude: number,
})
export type TermItem = z.output<typeof termItem>

/** The items of a reply; refuses the portal's own errors, which come as XML and with status 200. */
export function itemsOf<Item extends z.ZodType>(reply: Reply, item: Item): readonly z.output<Item>[] {
  const said = replyText(reply)
  if (/^\s*</.test(said)) throw portalError(reply.service, said)
  const { header, body } = replyJson(reply, envelope(item)).response
  const code = toInt(header.resultCode, 0, 999, reply.service)
  if (code !== 0) refuseCode(reply.service, String(code))
  const items = body?.items
  const found = items === undefined || items === "" ? [] : items.item
  return (found === undefined ? [] : Array.isArray(found) ? found : [found]) as readonly z.output<Item>[]
}

/** A whole number the portal wrote, within bounds. */
export function toInt(given: string | number, from: number, to: number, service: string): number {
  const written = String(given).trim()
  const value = /^-?\d{1,9}$/.test(written) ? Number(written) : Number.NaN
  if (value >= from && value <= to) return value
  throw new CubeError({ ...reply_malformed, params: { service, reason: "a number out of its range" } })
}

/** A reply about something else than what was asked. */
export function offTopic(service: string): CubeError {
  return new CubeError({ ...reply_malformed, params: { service, reason: "not what was asked" } })
}

function portalError(service: string, xml: string): CubeError {
  const code = /<returnReasonCode>\s*(\d{1,3})\s*<\/returnReasonCode>/.exec(xml)?.[1]
  if (code === undefined) return new CubeError({ ...reply_malformed, params: { service, reason: "not JSON" } })
  return errorOf(service, String(Number(code)))
}

function refuseCode(service: string, code: string): void {
  // "No data" is an answer.
  if (code !== "3") throw errorOf(service, code)
}

/** Codes of the portal's guide: 20 and 30 to 33 are about the key, 21 to 23 about too many requests, 1, 2, 4, 5 and 99 its own faults. */
function errorOf(service: string, code: string): CubeError {
  const status = `portal code ${code}`
  if (/^(?:20|3[0-3])$/.test(code)) return new CubeError({ ...service_key_refused, params: { service, status } })
  if (/^2[1-3]$/.test(code)) return new CubeError({ ...service_busy, params: { service, status }, retryable: true })
  if (/^(?:[1245]|99)$/.test(code))
    return new CubeError({ ...service_failed, params: { service, status }, retryable: true })
  return new CubeError({ ...service_request_refused, params: { service, status } })
}
