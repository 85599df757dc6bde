import { defineCube } from "cubular/contract"
import * as z from "zod"
import { chart } from "./engine/index.ts"
// Every host must answer alike for every zone, whatever its bundle was made for.
import "./engine/zones.ts"

const birth = z
  .strictObject({
    date: z.string().meta({ title: { en: "Date", ko: "날짜" }, personal: true, examples: ["1990-05-01"] }),
    time: z
      .string()
      .nullable()
      .meta({ title: { en: "Time", ko: "시각" }, personal: true, examples: ["14:30"] }),
    calendar: z.enum(["solar", "lunar"]).optional(),
    leapMonth: z.boolean().optional(),
    sex: z
      .enum(["male", "female"])
      .nullable()
      .optional()
      .meta({ title: { en: "Sex", ko: "성별" }, personal: true }),
    timeZone: z
      .string()
      .optional()
      .meta({ title: { en: "Time zone", ko: "시간대" }, personal: true }),
    fold: z.union([z.literal(0), z.literal(1)]).optional(),
    longitudeDeg: z
      .number()
      .nullable()
      .optional()
      .meta({ title: { en: "Longitude", ko: "경도" }, unit: "deg", personal: true }),
  })
  .meta({ title: { en: "Birth", ko: "출생" }, personal: true })

const choices = {
  clock: z.enum(["mean", "wall", "standard", "apparent"]),
  boundary: z.enum(["split", "jasi", "midnight"]),
  yearBoundary: z.enum(["ipchun", "dongji"]),
  termPrecision: z.enum(["exact", "kasiMinute"]),
  hiddenStems: z.enum(["monthly", "fixed"]),
  stageEarth: z.enum(["fire", "water"]),
  twelveStarsBase: z.enum(["both", "year", "day"]),
  luckRule: z.enum(["remainder", "round", "floor", "ceil", "exact"]),
  lunarCalendar: z.enum(["korea", "china"]),
}

const options = z
  .strictObject({
    ...choices,
    yearBoundary: z.enum(["ipchun", "dongji", "lunarNewYear"]),
    now: z.string().meta({ title: { en: "The present, an ISO instant", ko: "현재 시각(ISO)" } }),
  })
  .partial()
  .meta({ title: { en: "Options", ko: "옵션" } })

const element = z.enum(["wood", "fire", "earth", "metal", "water"])
const pillar = z.strictObject({
  index: z.int().min(0).max(59),
  stem: z.int().min(0).max(9),
  branch: z.int().min(0).max(11),
  ganji: z.string(),
  hangul: z.string(),
  romanized: z.string(),
  elements: z.tuple([element, element]),
  polarity: z.enum(["yang", "yin"]),
})
const fourPillars = z.strictObject({ year: pillar, month: pillar, day: pillar, hour: pillar.nullable() })
const nearbyTerm = z.strictObject({
  term: z.int().min(0).max(23),
  utc: z.string(),
  seconds: z.number().nullable().meta({ unit: "s" }),
})

const base = {
  pillars: fourPillars,
  details: z.strictObject({
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
const sajuChart = z
  .strictObject({
    ...base,
    alternatives: z.array(alternative),
    candidates: z
      .array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          pillars: z.strictObject({ year: pillar, month: pillar, day: pillar, hour: pillar }),
        }),
      )
      .optional(),
  })
  .meta({ title: { en: "Chart", ko: "사주 명식" }, personal: true })

/**
 * The four pillars of a birth: the whole chart, and its pillars alone for cubes that need no more. What is wrong with a
 * birth or an option fails the step with the engine's own code ("time_part_out_of_range" …).
 */
export default defineCube({
  id: "saju/pillars",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Four pillars", ko: "사주 명식" },
  summary: { en: "Year, month, day and hour pillar of a birth", ko: "태어난 때의 연주, 월주, 일주, 시주를 구합니다" },
  inputs: { birth, options: options.optional() },
  outputs: { chart: sajuChart, pillars: fourPillars.meta({ title: { en: "Pillars", ko: "네 기둥" }, personal: true }) },
  provides: ["saju.pillars"],
  create: () => ({
    process({ birth, options }) {
      const found = chart(birth, options)
      return { chart: found, pillars: found.pillars }
    },
  }),
})
