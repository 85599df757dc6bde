/** Luck as strips of pillars: the decades (대운), and years (세운) where they are handed in. */
import { nowMs } from "../luck/now.ts"
import type { Pillar } from "../names.ts"
import type { View } from "./options.ts"

/** One pillar of luck and what stands above and below it. */
export interface Slot {
  readonly pillar: Pillar
  readonly above: string
  readonly below: string
  /** Runs at the chart's `now`. */
  readonly current: boolean
}

export interface Strip {
  readonly label: string
  /** Ways to say how it runs, the longest first. */
  readonly asides: readonly string[]
  readonly slots: readonly Slot[]
}

/** The decades with the full years at which they begin and the month of it by the exact age; null without a sex. */
export function decadesOf({ luck, words, chart }: View): Strip | null {
  if (luck === null) return null
  const { years, months, days } = luck.startAgeExact
  const start = words.startsAt(years, months, days)
  const way = words.directions[luck.direction]
  const ages = chart.pillars.hour === null ? `${words.ages.elapsed} · ${words.fromNoon}` : words.ages.elapsed
  const slots = luck.decades.map((decade, i) => {
    const current = i === luck.current
    const above = current ? `${words.parts.current} ${decade.fromAge}` : words.age(decade.fromAge)
    return { pillar: decade, above, below: monthOf(decade.startsAt), current }
  })
  return {
    label: words.parts.decades,
    asides: [`${way} · ${start} · ${ages}`, `${start} · ${ages}`, ages, start],
    slots,
  }
}

/** "2016.10" of an instant. */
const monthOf = (instant: string): string => instant.slice(0, 7).replace("-", ".")

/** Years with the counting age (세는나이) below; null when there are none. */
export function yearsOf({ years, words, chart }: View): Strip | null {
  if (years.length === 0) return null
  const { now } = chart.details.options
  const at = now ? nowMs(now) : null
  const slots = years.map(({ pillar, year, from, to, age }) => ({
    pillar,
    above: String(year),
    below: age === null ? "" : words.age(age.counted),
    current: at !== null && nowMs(from) <= at && at < nowMs(to),
  }))
  const aged = slots.some(({ below }) => below !== "")
  return { label: words.parts.years, asides: aged ? [words.ages.counted] : [], slots }
}
