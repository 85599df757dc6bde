/** What luck cycles hold: decades in the chart; years, months, days and hours on request. */
import type { Position, Relation, Stage, TenGod, TwelveStar } from "../analysis/types.ts"
import type { Pillar } from "../names.ts"

/** Luck cycles of a chart (대운). */
export interface Luck {
  readonly direction: "forward" | "backward"
  /** Days from the birth to the next jeol (forward) or from the previous one (backward). */
  readonly daysToTerm: number
  /** Age at which the first decade begins, by `luckRule`; with "exact" the whole years of `startAgeExact`. */
  readonly startAge: number
  /** Three days are a year, a day four months, an hour five days; months 0–11, days 0–29, twelve minutes each. */
  readonly startAgeExact: { readonly years: number; readonly months: number; readonly days: number }
  /** Instant at which the first decade begins by the exact age, ISO 8601 UTC. */
  readonly startsAt: string
  readonly decades: readonly Decade[]
  /** Place in `decades` of the one running at `options.now`, by `startsAt`; −1 before the first; null without `now` or after the last. */
  readonly current: number | null
  /** Ages at `options.now`: elapsed (만 나이) and counted (세는나이); null without `now` or before the day of birth. */
  readonly age: { readonly elapsed: number; readonly counted: number } | null
}

/** Ten years of luck. Its fields are those of its pillar, and when it runs. */
export interface Decade extends Pillar {
  /** Age by `luckRule` at which it begins. */
  readonly fromAge: number
  /** Calendar year of that age as a counted age (세는나이): birth year + age − 1. */
  readonly fromYear: number
  /** Calendar year of that age as an elapsed age (만 나이): birth year + age. */
  readonly fromYearElapsed: number
  /** Instant by the exact age, ISO 8601 UTC. */
  readonly startsAt: string
}

/** What a luck pillar means for a chart. */
export interface LuckPillar {
  readonly pillar: Pillar
  readonly stemTenGod: TenGod
  readonly branchTenGod: TenGod
  /** Day stem on its branch. */
  readonly stage: Stage
  readonly twelveStars: { readonly byYear: TwelveStar | null; readonly byDay: TwelveStar | null }
  readonly isVoid: { readonly byDay: boolean; readonly byYear: boolean }
  /** With the chart, and with the decade, year, month and day it falls in. */
  readonly relations: readonly Relation<LuckLabel>[]
}

/** The pillars a relation of luck may join. */
export type LuckLabel = Position | "decade" | "childLuck" | "luckYear" | "luckMonth" | "luckDay" | "luckHour"

/** A decade (대운) seen from the chart; ages, years and beginning as in `Decade`. */
export interface DecadeLuck extends LuckPillar, Pick<Decade, "fromAge" | "fromYear" | "fromYearElapsed" | "startsAt"> {}

export interface YearLuck extends LuckPillar {
  /** Saju year (세운), from ipchun of this Gregorian year. */
  readonly year: number
  /** ISO 8601 UTC, from … up to but not including. */
  readonly from: string
  readonly to: string
  /** Age counted (세는나이) and elapsed on the birthday of that year (만 나이); null before the year of birth. */
  readonly age: { readonly elapsed: number; readonly counted: number } | null
  /** Place of the decade running when it begins; −1 before the first, null after the last and without a sex. */
  readonly decade: number | null
}

export interface MonthLuck extends LuckPillar {
  /** 0–22, the jeol it begins with (even). */
  readonly term: number
  /** ISO 8601 UTC, from … up to but not including. */
  readonly from: string
  readonly to: string
  /** The same boundaries on the clock of Korea, ISO 8601 with +09:00. */
  readonly fromKst: string
  readonly toKst: string
}

export interface DayLuck extends LuckPillar {
  /** "YYYY-MM-DD". */
  readonly date: string
}

export interface HourLuck extends LuckPillar {
  /** Times of the deciding clock, "HH:MM", from … up to but not including; "00:00" ends a day. */
  readonly from: string
  readonly to: string
}

/** A year of childhood before the first decade (소운). */
export interface ChildLuck extends LuckPillar {
  /** Counted age (세는나이). */
  readonly age: number
  /** Calendar year of that age. */
  readonly year: number
}

/** Years or days, the last one included. */
export interface LuckRange<Each> {
  readonly from: Each
  readonly to: Each
}

/** Which way the luck of childhood runs: like the decades (default), or the same way for everyone. */
export type ChildDirection = "asDecades" | "forward" | "backward"
