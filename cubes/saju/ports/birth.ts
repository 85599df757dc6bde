/** Ports of the family: what goes in. */
import * as z from "zod"

/** A birth as `Birth` of the engine has it. */
export const birth = z
  .strictObject({
    date: z.string().meta({ title: { en: "Date", ko: "날짜" }, personal: true, examples: ["1990-05-01"] }),
    time: z
      .string()
      .nullable()
      .meta({ title: { en: "Time", ko: "시각" }, personal: true, examples: ["14:30"] }),
    calendar: z
      .enum(["solar", "lunar"])
      .optional()
      .meta({ title: { en: "Calendar", ko: "양력·음력" } }),
    leapMonth: z
      .boolean()
      .optional()
      .meta({ title: { en: "Leap month", ko: "윤달" }, personal: true }),
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

/** The options that are choices, the default first. */
export const choices = {
  clock: z.enum(["mean", "wall", "standard", "apparent"]),
  boundary: z.enum(["split", "jasi", "midnight"]),
  yearBoundary: z.enum(["ipchun", "dongji", "lunarNewYear"]),
  termPrecision: z.enum(["exact", "kasiMinute"]),
  hiddenStems: z.enum(["monthly", "fixed"]),
  stageEarth: z.enum(["fire", "water"]),
  twelveStarsBase: z.enum(["both", "year", "day"]),
  luckRule: z.enum(["remainder", "round", "floor", "ceil", "exact"]),
  lunarCalendar: z.enum(["korea", "china"]),
}

/** Options as `SajuOptions` of the engine has them. */
export const options = z
  .strictObject({
    ...choices,
    now: z.string().meta({ title: { en: "The present, an ISO instant", ko: "현재 시각(ISO)" } }),
  })
  .partial()
  .meta({ title: { en: "Options", ko: "옵션" } })
