import type { Birth } from "./births.ts"
import { loadGracefullight } from "./gracefullight.ts"

/** A saju package as its README calls it: civil clock unchanged, one birth at a time. */
export interface Rival {
  readonly name: string
  /** The four pillars in hanja, "庚午 庚辰 丙寅 乙未": used to compare answers. */
  readonly hanja: (birth: Birth) => string
  /** Its main call, what it answers thrown away. */
  readonly call: (birth: Birth) => unknown
  /** The zone its solar terms are compared in, and what 23:00–23:59 belongs to: ours is asked the same way. */
  readonly timeZone: "+09:00" | "+08:00"
  readonly boundary: "split" | "jasi" | "midnight"
}

export interface Absent {
  readonly name: string
  readonly reason: string
}

async function manseryeok(): Promise<Rival> {
  const { calculateFourPillars } = await import("manseryeok")
  return {
    name: "manseryeok",
    hanja: (birth) => {
      const { year, month, day, hour } = calculateFourPillars(birth).toHanjaObject()
      return [year, month, day, hour].map(({ hanja }) => hanja).join(" ")
    },
    call: (birth) => calculateFourPillars(birth),
    timeZone: "+09:00",
    boundary: "midnight",
  }
}

async function ssaju(): Promise<Rival> {
  const { calculateSaju } = await import("ssaju")
  return {
    name: "ssaju",
    hanja: (birth) => {
      const { year, month, day, hour } = calculateSaju({ ...birth, timezone: "+09:00" }).pillars
      return [year, month, day, hour].join(" ")
    },
    call: (birth) => calculateSaju(birth),
    timeZone: "+09:00",
    boundary: "midnight",
  }
}

async function tyme(): Promise<Rival> {
  const { SolarTime } = await import("tyme4ts")
  const chart = ({ year, month, day, hour, minute }: Birth): string =>
    SolarTime.fromYmdHms(year, month, day, hour, minute, 0).getLunarHour().getEightChar().toString()
  return { name: "tyme4ts", hanja: chart, call: chart, timeZone: "+08:00", boundary: "jasi" }
}

async function lunar(): Promise<Rival> {
  const { Solar } = (await import("lunar-javascript")).default
  const chart = ({ year, month, day, hour, minute }: Birth): string =>
    Solar.fromYmdHms(year, month, day, hour, minute, 0).getLunar().getEightChar().toString()
  return { name: "lunar-javascript", hanja: chart, call: chart, timeZone: "+08:00", boundary: "split" }
}

async function gracefullight(): Promise<Rival> {
  const { adapter, DateTime, getFourPillars } = await loadGracefullight()
  const preset = { dayBoundary: "midnight", useMeanSolarTimeForHour: false, useMeanSolarTimeForBoundary: false }
  const chart = (birth: Birth): ReturnType<typeof getFourPillars> =>
    getFourPillars(DateTime.fromObject({ ...birth }, { zone: "UTC+9" }), { adapter, longitudeDeg: 127.5, preset })
  return {
    name: "@gracefullight/saju",
    hanja: (birth) => {
      const { year, month, day, hour } = chart(birth)
      return [year, month, day, hour].join(" ")
    },
    call: chart,
    timeZone: "+09:00",
    boundary: "midnight",
  }
}

const makers: { readonly [name: string]: () => Promise<Rival> } = {
  manseryeok,
  ssaju,
  tyme4ts: tyme,
  "lunar-javascript": lunar,
  "@gracefullight/saju": gracefullight,
}

/** Every package that loads in Node, and why the others do not. */
export async function loadRivals(): Promise<{ rivals: Rival[]; absent: Absent[] }> {
  const rivals: Rival[] = []
  const absent: Absent[] = []
  for (const [name, make] of Object.entries(makers)) {
    try {
      rivals.push(await make())
    } catch (error) {
      absent.push({ name, reason: (error as { code?: string }).code ?? String(error) })
    }
  }
  return { rivals, absent }
}
