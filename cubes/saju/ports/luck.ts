/** Ports of the family: luck that passes over a chart. */
import * as z from "zod"
import { age, element, luck, pillar } from "./chart.ts"

const named = z.strictObject({
  index: z.int().min(0),
  hanja: z.string(),
  hangul: z.string(),
  romanized: z.string(),
  english: z.string(),
})
const kind = z.enum([
  "stemCombination",
  "stemClash",
  "stemControl",
  "sixCombination",
  "threeCombination",
  "halfCombination",
  "archCombination",
  "directionalCombination",
  "clash",
  "punishment",
  "selfPunishment",
  "destruction",
  "harm",
  "resentment",
  "ghostGate",
  "hiddenCombination",
])
const label = z.enum([
  "year",
  "month",
  "day",
  "hour",
  "decade",
  "childLuck",
  "luckYear",
  "luckMonth",
  "luckDay",
  "luckHour",
])
const relation = z.strictObject({
  kind,
  name: named,
  pillars: z.array(label).min(2).max(3),
  characters: z.array(z.int().min(0).max(11)).min(2).max(3),
  distance: z.int().nullable(),
  element: element.nullable(),
  transformed: z.strictObject({ done: z.boolean(), reason: z.string() }).nullable(),
  alsoKinds: z.array(kind),
})

/** A pillar of luck as `LuckPillar` of the engine has it. */
const luckPillar = {
  pillar,
  stemTenGod: named,
  branchTenGod: named,
  stage: named,
  twelveStars: z.strictObject({ byYear: named.nullable(), byDay: named.nullable() }),
  isVoid: z.strictObject({ byDay: z.boolean(), byYear: z.boolean() }),
  relations: z.array(relation),
}

const decade = luck.shape.decades.element.shape
/** 대운. */
export const decades = z
  .array(
    z.strictObject({
      ...luckPillar,
      fromAge: decade.fromAge,
      fromYear: decade.fromYear,
      fromYearElapsed: decade.fromYearElapsed,
      startsAt: decade.startsAt,
    }),
  )
  .meta({ title: { en: "Decades", ko: "대운" }, personal: true })
/** 소운. */
export const childYears = z
  .array(z.strictObject({ ...luckPillar, age: z.int(), year: z.int() }))
  .meta({ title: { en: "Luck of childhood", ko: "소운" }, personal: true })
/** 세운. */
export const years = z
  .array(
    z.strictObject({
      ...luckPillar,
      year: z.int(),
      from: z.string(),
      to: z.string(),
      age: age.nullable(),
      decade: z.int().min(-1).max(9).nullable(),
    }),
  )
  .meta({ title: { en: "Years", ko: "세운" }, personal: true })
/** 월운. */
export const months = z
  .array(
    z.strictObject({
      ...luckPillar,
      term: z.int().min(0).max(22),
      from: z.string(),
      to: z.string(),
      fromKst: z.string(),
      toKst: z.string(),
    }),
  )
  .meta({ title: { en: "Months", ko: "월운" }, personal: true })

/** Years asked for, both ends included. */
export const yearRange = z
  .strictObject({ from: z.int(), to: z.int() })
  .meta({ title: { en: "From which year to which", ko: "구할 해의 범위" }, examples: [{ from: 2026, to: 2035 }] })
/** The saju year whose months are asked for. */
export const monthsOf = z.int().meta({ title: { en: "Year of the months", ko: "월운을 구할 해" }, examples: [2026] })
