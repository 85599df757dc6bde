import { CubeError, defineCube, secret } from "cubular/contract"
import { place_ambiguous, place_unknown } from "cubular/messages/en"
import * as z from "zod"
import { findPlaces } from "./places/find.ts"
import type { ListedPlace } from "./places/list.ts"
import { askForPlaces, type OnlinePlace } from "./places/online.ts"

const place = z
  .strictObject({
    name: z.string(),
    region: z.string().nullable(),
    country: z.string().meta({ title: { en: "ISO 3166-1 code", ko: "국가 코드" } }),
    longitudeDeg: z.number().min(-180).max(180).meta({ unit: "deg" }),
    latitudeDeg: z.number().min(-90).max(90).meta({ unit: "deg" }),
    timeZone: z.string().meta({ title: { en: "IANA time zone", ko: "시간대" } }),
  })
  .meta({ personal: true })
type Place = z.output<typeof place>

/** A place among those of its name, with how likely it is meant. */
interface Candidate {
  readonly place: Place
  readonly weight: number
}

/** How many times as likely a place must be to be meant without another word. */
const CLEARLY = 10

/** By the rank in the list: each is clearly likelier than the next. */
const WEIGHTS: readonly number[] = [0, 100, 10, 1]

/**
 * Where a place lies and which clock it keeps. Korean cities and counties, the world's capitals and some large cities are
 * known without asking anybody, under Korean and English names and as part of an address ("경기도 광주시",
 * "서울특별시 종로구", "Paris, France"). Other places are asked of the service `geocode` where `config.online` says so: the
 * name leaves the machine then. Open-Meteo's service is free for non-commercial use; `config.key` is for its customers.
 *
 * Where several places are equally likely, the step fails with `place_ambiguous`, unless `config.ambiguous` is `first`;
 * `candidates` holds all of them, the likeliest first.
 */
export default defineCube({
  id: "integration/geocode",
  version: "1.0.0",
  color: "integration",
  effect: "read",
  title: { en: "Place", ko: "장소 찾기" },
  summary: { en: "Longitude and time zone of a place by its name", ko: "장소 이름으로 경도와 시간대를 찾습니다" },
  config: z
    .strictObject({
      lang: z.enum(["ko", "en"]).optional(),
      online: z.boolean().optional(),
      ambiguous: z.enum(["error", "first"]).optional(),
      key: secret().optional(),
      timeoutMs: z.int().min(1).max(600_000).optional(),
    })
    .optional(),
  needs: ["clock", "http"],
  services: {
    geocode: {
      origin: "https://geocoding-api.open-meteo.com",
      summary: { en: "Geocoding of Open-Meteo", ko: "Open-Meteo 지오코딩" },
      scenarios: ["ok", "slow", "busy", "failing", "offline", "malformed", "nowhere", "ambiguous"],
    },
  },
  inputs: {
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ title: { en: "Place", ko: "장소" }, personal: true }),
  },
  outputs: { place, candidates: z.array(place).meta({ personal: true }) },
  create: (_, config) => ({
    async process({ name }, step) {
      const { lang = "ko", online = false, ambiguous = "error", key, timeoutMs = 10_000 } = config ?? {}
      const listed = findPlaces(name).map((each) => fromList(each, lang))
      const settings = { lang, key: key?.secret, timeoutMs }
      const found = listed.length > 0 || !online ? listed : (await askForPlaces(step, name, settings)).map(fromService)
      const [first, second] = found
      const looked = online ? "list, service" : "list"
      if (!first) throw new CubeError({ ...place_unknown, path: ["inputs", "name"], params: { looked } })
      if (ambiguous === "error" && second && first.weight < second.weight * CLEARLY)
        throw new CubeError({ ...place_ambiguous, path: ["inputs", "name"], params: { count: found.length } })
      return { place: first.place, candidates: found.map((each) => each.place) }
    },
  }),
})

function fromList(listed: ListedPlace, lang: "ko" | "en"): Candidate {
  const { country, longitudeDeg, latitudeDeg, timeZone, rank } = listed
  const [name, region] = lang === "ko" ? [listed.ko, listed.regionKo] : [listed.en, listed.regionEn]
  return { place: { name, region, country, longitudeDeg, latitudeDeg, timeZone }, weight: WEIGHTS[rank] as number }
}

function fromService({ population, ...place }: OnlinePlace): Candidate {
  return { place, weight: Math.max(population, 1) }
}
