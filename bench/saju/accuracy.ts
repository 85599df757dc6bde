/** Every package on the golden charts and lunar months, asked the way it can be asked: prints right answers by kind. */
import { type Clock, lunarToSolar, pillars } from "cubular/saju"
import { adversarialCharts, birthOf, type ChartVector, randomCharts } from "../../test/golden/saju/charts.ts"
import type { Accuracy, Tally } from "./accuracy-table.ts"
import { loadGracefullight } from "./gracefullight.ts"
import { koreanMonths, type Month } from "./lunar-months.ts"

type Four = readonly [string, string, string, string]

/** A package under test. */
interface Contestant {
  readonly name: string
  /** Four pillars in hanja; undefined where it has no way to be asked for this clock or this rule for 23:00. */
  readonly chart: (vector: ChartVector) => Four | undefined
  /** "YYYY-MM-DD" of a Korean lunar date; undefined when it offers no lunar calendar. */
  readonly solar: ((month: Month) => string) | undefined
}

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
const hanja = (index: number): string => STEMS.charAt(index % 10) + BRANCHES.charAt(index % 12)
const two = (n: number): string => String(n).padStart(2, "0")
const dateText = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`

const ours: Contestant = {
  name: "cubular",
  chart: (vector) => {
    const { year, month, day, hour } = pillars(birthOf(vector), { clock: vector.clock, boundary: vector.boundary })
    return [year, month, day, hour ?? 0].map(hanja) as unknown as Four
  },
  solar: ({ year, month, leap }) => lunarToSolar({ year, month, day: 1, leap }),
}

async function manseryeok(): Promise<Contestant> {
  const { calculateFourPillars, lunarToSolar: toSolar } = await import("manseryeok")
  const boundaries = { midnight: "midnight", jasi: "jasi", split: "splitJasi" } as const
  return {
    name: "manseryeok",
    chart: ({ year, month, day, hour, minute, longitude, clock, boundary }) => {
      if (clock === "standard") return undefined
      const solar = { longitude: longitude ?? 127.5, applyEquationOfTime: clock === "apparent" }
      const asked = { year, month, day, hour, minute, dayBoundary: boundaries[boundary] }
      const found = calculateFourPillars(clock === "wall" ? asked : { ...asked, trueSolarTime: solar }).toHanjaObject()
      return [found.year.hanja, found.month.hanja, found.day.hanja, found.hour.hanja]
    },
    solar: ({ year, month, leap }) => {
      const found = toSolar(year, month, 1, leap)
      return dateText(found.year, found.month, found.day)
    },
  }
}

async function ssaju(): Promise<Contestant> {
  const { calculateSaju, lunarToSolar: toSolar } = await import("ssaju")
  return {
    name: "ssaju",
    chart: ({ year, month, day, hour, minute, zone, longitude, clock, boundary }) => {
      if (clock === "standard" || clock === "apparent" || boundary !== "midnight") return undefined
      const asked = { year, month, day, hour, minute, timezone: zone }
      const mean = { applyLocalMeanTime: true, longitude: longitude ?? 127.5 }
      const found = calculateSaju(clock === "mean" ? { ...asked, ...mean } : asked).pillars
      return [found.year, found.month, found.day, found.hour]
    },
    solar: ({ year, month, leap }) => {
      const found = toSolar(year, month, 1, leap)
      return dateText(found.year, found.month, found.day)
    },
  }
}

async function tyme(): Promise<Contestant> {
  const { DefaultEightCharProvider, LunarHour, LunarMonth, LunarSect2EightCharProvider, SolarTime } = await import(
    "tyme4ts"
  )
  const providers = { jasi: new DefaultEightCharProvider(), split: new LunarSect2EightCharProvider() }
  return {
    name: "tyme4ts",
    chart: ({ year, month, day, hour, minute, second, clock, boundary }) => {
      if (clock !== "wall" || boundary === "midnight") return undefined
      LunarHour.provider = providers[boundary]
      const time = SolarTime.fromYmdHms(year, month, day, hour, minute, second)
      return time.getLunarHour().getEightChar().toString().split(" ") as unknown as Four
    },
    solar: ({ year, month, leap }) => {
      const first = LunarMonth.fromYm(year, leap ? -month : month)
        .getFirstJulianDay()
        .getSolarDay()
      return dateText(first.getYear(), first.getMonth(), first.getDay())
    },
  }
}

async function lunar(): Promise<Contestant> {
  const { Lunar, Solar } = (await import("lunar-javascript")).default
  return {
    name: "lunar-javascript",
    chart: ({ year, month, day, hour, minute, second, clock, boundary }) => {
      if (clock !== "wall" || boundary === "midnight") return undefined
      const eight = Solar.fromYmdHms(year, month, day, hour, minute, second).getLunar().getEightChar()
      eight.setSect(boundary === "jasi" ? 1 : 2)
      return eight.toString().split(" ") as unknown as Four
    },
    solar: ({ year, month, leap }) => {
      const solar = Lunar.fromYmd(year, leap ? -month : month, 1).getSolar()
      return dateText(solar.getYear(), solar.getMonth(), solar.getDay())
    },
  }
}

async function gracefullight(): Promise<Contestant> {
  const { adapter, DateTime, getFourPillars } = await loadGracefullight()
  return {
    name: "@gracefullight/saju",
    chart: ({ year, month, day, hour, minute, second, zone, longitude, clock, boundary }) => {
      if ((clock !== "wall" && clock !== "mean") || boundary === "split") return undefined
      const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: zone.replace("+", "UTC+") })
      const mean = clock === "mean"
      const dayBoundary = boundary === "jasi" ? "zi23" : "midnight"
      const preset = { dayBoundary, useMeanSolarTimeForHour: mean, useMeanSolarTimeForBoundary: mean }
      const found = getFourPillars(time, { adapter, longitudeDeg: longitude ?? 127.5, preset })
      return [found.year, found.month, found.day, found.hour]
    },
    solar: undefined,
  }
}

function attempt<T>(work: () => T): T | "threw" {
  try {
    return work()
  } catch {
    return "threw"
  }
}

/** The rules for 23:00 a birth may be asked with: all of them where no clock is near midnight. */
function boundariesOf({ hour, boundary }: ChartVector): readonly ChartVector["boundary"][] {
  return hour === 0 || hour >= 22 ? [boundary] : [boundary, "split", "jasi", "midnight"]
}

function ask({ chart }: Contestant, vector: ChartVector): Four | "threw" | undefined {
  for (const boundary of boundariesOf(vector)) {
    const found = attempt(() => chart({ ...vector, boundary }))
    if (found !== undefined) return found
  }
  return undefined
}

function countCharts(contestant: Contestant, vectors: readonly ChartVector[]): Tally {
  const answers = vectors.flatMap((vector) => {
    const found = ask(contestant, vector)
    return found === undefined ? [] : [found !== "threw" && found.join() === vector.expect.index.map(hanja).join()]
  })
  return { right: answers.filter(Boolean).length, asked: answers.length }
}

function countMonths({ solar }: Contestant, months: readonly Month[]): Tally {
  if (!solar) return { right: 0, asked: 0 }
  const right = months.filter((month) => attempt(() => solar(month)) === month.first).length
  return { right, asked: months.length }
}

const kinds: { readonly [title: string]: readonly ChartVector[] } = {
  "random births": randomCharts,
  "within minutes of a solar term": adversarialCharts.filter(({ kind }) => kind?.startsWith("solar-term")),
  "clocks set forward or back": adversarialCharts.filter(({ kind }) => kind === "zone-transition"),
  "edge of a double hour": adversarialCharts.filter(({ kind }) => kind === "hour-boundary"),
  "edge of the day or the year": adversarialCharts.filter(({ kind }) => kind === "calendar-edge"),
  "edge of a double hour in solar time": adversarialCharts.filter(({ kind }) => kind === "solar-time-boundary"),
}

const months = koreanMonths()
const leapMonths = months.filter(({ leap }) => leap)
const contestants = [ours, await manseryeok(), await ssaju(), await tyme(), await lunar(), await gracefullight()]
const packages = contestants.map((each) => ({
  name: each.name,
  charts: Object.fromEntries(Object.entries(kinds).map(([title, vectors]) => [title, countCharts(each, vectors)])),
  months: countMonths(each, months),
  leapMonths: countMonths(each, leapMonths),
  clocks: (["wall", "standard", "mean", "apparent"] satisfies Clock[]).filter((clock) =>
    (["split", "jasi", "midnight"] as const).some(
      (boundary) => attempt(() => each.chart({ ...(randomCharts[0] as ChartVector), clock, boundary })) !== undefined,
    ),
  ),
}))
console.log(JSON.stringify({ packages } satisfies Accuracy))
