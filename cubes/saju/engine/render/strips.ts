/** Luck as strips of pillars: the decades (대운), and years (세운) where they are handed in. */
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

/** The decades with their first ages and years; null without a sex. */
export function decadesOf({ luck, words }: View): Strip | null {
  if (luck === null) return null
  const { years, months, days } = luck.startAgeExact
  const start = words.startsAt(years, months, days)
  const slots = luck.decades.map((decade, i) => {
    const current = i === luck.current
    const above = current ? `${words.parts.current} ${decade.fromAge}` : words.age(decade.fromAge)
    return { pillar: decade, above, below: String(decade.fromYear), current }
  })
  return { label: words.parts.decades, asides: [`${words.directions[luck.direction]} · ${start}`, start], slots }
}

/** Years with the counted age (세는나이) below; null when there are none. */
export function yearsOf({ years, words, chart }: View): Strip | null {
  if (years.length === 0) return null
  const { now } = chart.details.options
  const slots = years.map(({ pillar, year, from, to, age }) => ({
    pillar,
    above: String(year),
    below: age === null ? "" : words.age(age.counted),
    // Instants in UTC compare as texts; a year is marked only where both are.
    current: now?.endsWith("Z") === true && from <= now && now < to,
  }))
  return { label: words.parts.years, asides: [], slots }
}
