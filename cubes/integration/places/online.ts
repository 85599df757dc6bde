/** Replies of the geocoding service of Open-Meteo (https://open-meteo.com/en/docs/geocoding-api). */
import type { Step } from "cubular/contract"
import { exchange, refuseStatus, refuseType, replyJson } from "cubular/contract/exchange"
import * as z from "zod"

const result = z.looseObject({
  name: z.string().max(200),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  // Countries and seas have none.
  timezone: z.string().max(64).optional(),
  country_code: z.string().max(2).optional(),
  admin1: z.string().max(200).optional(),
  population: z.number().min(0).optional(),
})
const answer = z.looseObject({ results: z.array(result).max(100).optional() })

/** A place as the service tells of it. */
export interface OnlinePlace {
  readonly name: string
  readonly region: string | null
  readonly country: string
  readonly timeZone: string
  readonly longitudeDeg: number
  readonly latitudeDeg: number
  readonly population: number
}

/** Up to ten places of a name, in the order the service ranks them. */
export async function askForPlaces(
  step: Step,
  name: string,
  settings: { readonly lang: "ko" | "en"; readonly key: string | undefined; readonly timeoutMs: number },
): Promise<readonly OnlinePlace[]> {
  const key = settings.key === undefined ? "" : `&apikey={secret:${settings.key}}`
  const query = `name=${encodeURIComponent(name.replace(/\p{Surrogate}/gu, ""))}&count=10&language=${settings.lang}&format=json`
  const path = `/v1/search?${query}${key}`
  const init = { headers: { accept: "application/json" } }
  const reply = await exchange(step, {
    service: "geocode",
    path,
    init,
    timeoutMs: settings.timeoutMs,
    maxBytes: 200_000,
  })
  refuseStatus(reply, () => step.clock.now())
  refuseType(reply, ["application/json"])
  const { results = [] } = replyJson(reply, answer)
  return results.flatMap(({ name, admin1, country_code, timezone, longitude, latitude, population = 0 }) =>
    timezone === undefined || country_code === undefined
      ? []
      : [
          {
            name,
            region: admin1 === undefined || admin1 === name ? null : admin1,
            country: country_code,
            timeZone: timezone,
            longitudeDeg: longitude,
            latitudeDeg: latitude,
            population,
          },
        ],
  )
}
