/** Ports of the family: charts, whole and in part. */
import * as z from "zod"
import { choices } from "./birth.ts"

/** 오행. */
export const element = z.enum(["wood", "fire", "earth", "metal", "water"])
/** One of the sixty ganji with its names. */
export const pillar = z.strictObject({
  index: z.int().min(0).max(59),
  stem: z.int().min(0).max(9),
  branch: z.int().min(0).max(11),
  ganji: z.string(),
  hangul: z.string(),
  romanized: z.string(),
  elements: z.tuple([element, element]),
  polarity: z.enum(["yang", "yin"]),
})
/** 연주 월주 일주 시주. */
export const fourPillars = z.strictObject({ year: pillar, month: pillar, day: pillar, hour: pillar.nullable() })
/** A lunar date and the days of its month. */
export const lunarDay = z.strictObject({
  year: z.int(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(30),
  leap: z.boolean(),
  monthDays: z.int().min(29).max(30).meta({ unit: "d" }),
})
const nearbyTerm = z.strictObject({
  term: z.int().min(0).max(23),
  utc: z.string(),
  seconds: z.number().nullable().meta({ unit: "s" }),
})

/** Ages: 만나이 and 세는나이. */
export const age = z.strictObject({ elapsed: z.int(), counted: z.int() })
/** 대운. */
export const luck = z.strictObject({
  direction: z.enum(["forward", "backward"]),
  daysToTerm: z.number().min(0).meta({ unit: "d" }),
  startAge: z.int(),
  startAgeExact: z.strictObject({ years: z.int(), months: z.int(), days: z.int() }),
  startsAt: z.string(),
  decades: z.array(
    z.strictObject({
      ...pillar.shape,
      fromAge: z.int(),
      fromYear: z.int(),
      fromYearElapsed: z.int(),
      startsAt: z.string(),
    }),
  ),
  current: z.int().min(-1).max(9).nullable(),
  age: age.nullable(),
})

const base = {
  pillars: fourPillars,
  luck: luck.nullable(),
  details: z.strictObject({
    date: z.string(),
    lunar: lunarDay.nullable(),
    utc: z.string().nullable(),
    offsetSec: z.int().meta({ unit: "s" }),
    dst: z.boolean(),
    clock: choices.clock,
    correctionSec: z.number().nullable().meta({ unit: "s" }),
    longitudeDeg: z.number().nullable().meta({ unit: "deg" }),
    previousTerm: nearbyTerm,
    nextTerm: nearbyTerm,
    otherClocks: z.array(z.strictObject({ clock: choices.clock, day: pillar, hour: pillar })),
    options: z.strictObject({ ...choices, now: z.string().nullable() }),
    warnings: z.array(
      z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  }),
}
const alternative = z.strictObject({ ...base, alternatives: z.array(z.json()).max(0), reason: z.string() })
/** A whole chart as `SajuChart` of the engine has it. */
export const sajuChart = z
  .strictObject({
    ...base,
    alternatives: z.array(alternative),
    candidates: z
      .array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          fold: z.literal(1).optional(),
          pillars: z.strictObject({ year: pillar, month: pillar, day: pillar, hour: pillar }),
        }),
      )
      .optional(),
  })
  .meta({ title: { en: "Chart", ko: "사주 명식" }, personal: true })
