/** Ports of the family: what two charts are to each other. */
import * as z from "zod"
import { sajuAnalysis } from "./analysis.ts"
import { element } from "./chart.ts"

/** The two people's sexes, for spouse star and spouse palace. */
export const partnerSex = z
  .enum(["male", "female"])
  .nullable()
  .meta({ title: { en: "Sex", ko: "성별" }, personal: true })

const weight = z.int().min(0).max(1000)
const areas = {
  dayStems: weight,
  dayBranches: weight,
  elements: weight,
  monthBranches: weight,
  yearBranches: weight,
  stars: weight,
}
/** Weights of the areas; those left out keep their default. */
export const weights = z
  .strictObject(areas)
  .partial()
  .meta({ title: { en: "Weights", ko: "가중치" }, examples: [{ dayStems: 40, stars: 0 }] })

const { day } = sajuAnalysis.shape.pillars.shape
const { branchTenGod: name, nayin } = day.shape
const { kind } = sajuAnalysis.shape.relations.element.shape
const kinds = z.array(kind)
const { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations } = sajuAnalysis.shape.options.shape
const side = z.enum(["a", "b"])
const position = z.enum(["year", "month", "day", "hour"])
const elementRelation = z.enum(["same", "aGenerates", "bGenerates", "aControls", "bControls"])
const count = z.int().min(0).max(8)
const counts = z.tuple([count, count, count, count, count])

const crossRelation = z.strictObject({
  kind,
  name,
  a: position,
  b: position,
  part: z.enum(["stem", "branch"]),
  characters: z.tuple([z.int().min(0).max(11), z.int().min(0).max(11)]),
  element: element.nullable(),
})
const spouse = z.strictObject({
  star: z.enum(["wealth", "officer"]),
  shown: z.int().min(0).max(7),
  hidden: z.int().min(0).max(8),
  partner: z.boolean(),
  palace: z.strictObject({ branch: z.int().min(0).max(11), tenGod: name, kinds, isVoid: z.boolean() }),
})
const starAcross = z.strictObject({
  id: z.enum(["cheoneulGwiin", "dohwa", "hongyeom"]),
  star: name,
  of: side,
  base: z.enum(["dayStem", "yearBranch", "dayBranch"]),
  pillar: position,
})
const part = z.strictObject({
  area: z.enum(["dayStems", "dayBranches", "elements", "monthBranches", "yearBranches", "stars"]),
  weight,
  points: z.int().min(0).max(100_000),
  facts: z.array(z.strictObject({ fact: z.string(), points: z.int(), side: side.nullable() })),
})

/** The score, 0–100. */
export const compatibilityScore = z
  .int()
  .min(0)
  .max(100)
  .meta({ title: { en: "Score", ko: "궁합 점수" }, personal: true })

/** What two charts are to each other, as `Compatibility` of the engine has it. */
export const sajuCompatibility = z
  .strictObject({
    relations: z.array(crossRelation),
    animals: kinds,
    dayStems: z.strictObject({ kinds, ofB: name, ofA: name, element: elementRelation }),
    dayBranches: kinds,
    elements: z.strictObject({
      a: counts,
      b: counts,
      complement: z.array(z.strictObject({ side, element, useful: z.boolean() })),
    }),
    usefulGods: z.strictObject({
      a: element.nullable(),
      b: element.nullable(),
      element: elementRelation.nullable(),
      aFromB: count,
      bFromA: count,
    }),
    spouse: z.strictObject({ a: spouse.nullable(), b: spouse.nullable() }),
    nayin: z.strictObject({ a: nayin, b: nayin, element: elementRelation }),
    stars: z.array(starAcross),
    score: z.strictObject({
      total: z.int().min(0).max(100),
      hundredths: z.int().min(0).max(10_000),
      parts: z.array(part),
    }),
    options: z.strictObject({
      weights: z.strictObject(areas),
      sexA: partnerSex,
      sexB: partnerSex,
      nobleOfGeng,
      hongyeomOfEul,
      archCombinations,
      hiddenCombinations,
    }),
  })
  .meta({ title: { en: "Compatibility", ko: "궁합" }, personal: true })
