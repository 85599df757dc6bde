/** Ports of the family: an analysis, as `Analysis` of the engine has it. */
import * as z from "zod"
import { choices } from "./birth.ts"
import { element, pillar } from "./chart.ts"

const stem = z.int().min(0).max(9)
const branch = z.int().min(0).max(11)
const tenThousandths = z.int().min(0).max(10_000)
const named = z.strictObject({
  index: z.int().min(0),
  hanja: z.string(),
  hangul: z.string(),
  romanized: z.string(),
  english: z.string(),
})
const position = z.enum(["year", "month", "day", "hour"])
const phase = z.enum(["residual", "middle", "main"])
const byElement = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()])
const reason = z.strictObject({
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

const strengthMethod = z.enum(["hiddenStems", "fourTests", "points", "roots"])
const school = z.enum(["revealed", "main", "commanding"])
const usefulGodMethod = z.enum(["follow", "climate", "balance", "mediation", "illness", "structure"])
const relationKind = z.enum([
  ...["stemCombination", "stemClash", "stemControl", "sixCombination", "threeCombination", "halfCombination"],
  ...["archCombination", "directionalCombination", "clash", "punishment", "selfPunishment", "destruction", "harm"],
  ...["resentment", "ghostGate", "hiddenCombination"],
] as const)

/** 십신, 지장간, 운성, 납음, 공망 of one pillar. */
const pillarFacts = z.strictObject({
  pillar,
  signs: z.strictObject({
    stem: named,
    branch: named,
    animal: named,
    color: named,
    season: z.enum(["spring", "summer", "autumn", "winter"]),
    direction: z.enum(["east", "south", "west", "north"]),
  }),
  stemTenGod: named.nullable(),
  branchTenGod: named,
  hiddenStems: z.array(z.strictObject({ stem, phase, days: z.int().nullable(), tenGod: named })),
  stages: z.strictObject({ ofDayStem: named, ofOwnStem: named }),
  nayin: z.strictObject({ ...named.shape, element }),
  twelveStars: z.strictObject({ byYear: named.nullable(), byDay: named.nullable() }),
  isVoid: z.strictObject({ byDay: z.boolean(), byYear: z.boolean() }),
})
/** 신살. */
const star = z.strictObject({
  id: z.string(),
  star: named,
  base: z.enum(["dayStem", "yearStem", "monthBranch", "yearBranch", "dayBranch", "pillar", "characters"]),
  pillars: z.array(position),
  part: z.enum(["stem", "branch", "pillar"]),
  variant: z.string(),
})
/** 합충형파해. */
const relation = z.strictObject({
  kind: relationKind,
  name: named,
  pillars: z.array(position),
  characters: z.array(z.int().min(0).max(11)),
  distance: z.int().min(1).max(3).nullable(),
  element: element.nullable(),
  transformed: z.strictObject({ done: z.boolean(), reason: z.string() }).nullable(),
  alsoKinds: z.array(relationKind),
})
/** 신강·신약. */
const strength = z.strictObject({
  method: strengthMethod,
  share: tenThousandths,
  level: named,
  verdict: z.enum(["strong", "neutral", "weak"]),
  parts: z.array(
    z.strictObject({ pillar: position, part: z.enum(["stem", "branch"]), points: z.int(), support: z.int() }),
  ),
  tests: z
    .strictObject({ month: z.boolean(), day: z.boolean(), hour: z.boolean().nullable(), stems: z.boolean() })
    .optional(),
})
/** 격국. */
const structure = z.strictObject({
  regular: z.array(z.strictObject({ school, structure: named, reason })),
  special: z.array(
    z.strictObject({
      id: z.string(),
      structure: named,
      holds: z.boolean(),
      conditions: z.array(z.strictObject({ rule: z.string(), met: z.boolean() })),
    }),
  ),
  chosen: named,
  facts: z.array(reason),
})
/** 용신. */
const usefulGod = z.strictObject({
  method: usefulGodMethod,
  element: element.nullable(),
  stems: z.array(stem),
  reason,
})
const roles = z.strictObject({
  useful: element,
  joyful: element,
  harmful: element,
  hostile: element,
  idle: element,
})

/** Schools of an analysis, the default first. */
const analysisChoices = {
  stageYin: z.enum(["backward", "withYang"]),
  commandingDays: z.enum(["scaled", "raw"]),
  structure: school,
  strength: strengthMethod,
  usefulGodPriority: z.array(usefulGodMethod).max(6),
  nobleOfGeng: z.enum(["chouWei", "yinWu"]),
  blade: z.enum(["afterLok", "peak", "yangOnly"]),
  goegang: z.enum(["korean", "chinese", "six"]),
  goran: z.enum(["five", "eight"]),
  hongyeomOfEul: z.enum(["wu", "shen"]),
  studyOfWater: z.enum(["shen", "yin"]),
  hyeonchim: z.enum(["five", "six"]),
  starsByYearStem: z.boolean(),
  hiddenCombinations: z.boolean(),
  archCombinations: z.boolean(),
  hemisphere: z.enum(["north", "south"]),
}

/** Options as `AnalysisOptions` of the engine has them. */
export const analysisOptions = z
  .strictObject(analysisChoices)
  .partial()
  .meta({ title: { en: "Options", ko: "옵션" } })

const voids = z.strictObject({ branches: z.tuple([branch, branch]), pillars: z.array(position) })

/** A whole analysis. */
export const sajuAnalysis = z
  .strictObject({
    dayStem: stem,
    pillars: z.strictObject({
      year: pillarFacts,
      month: pillarFacts,
      day: pillarFacts,
      hour: pillarFacts.nullable(),
    }),
    elements: z.strictObject({ characters: byElement, weighted: byElement }),
    yinYang: z.strictObject({ yang: z.int(), yin: z.int() }),
    void: z.strictObject({ byDay: voids, byYear: voids }),
    stars: z.array(star),
    relations: z.array(relation),
    commanding: z.strictObject({ stem, phase, day: z.int().min(0).max(31) }).nullable(),
    strength: z.array(strength),
    structure,
    usefulGods: z.array(usefulGod),
    usefulGod: z.strictObject({ method: usefulGodMethod, roles }).nullable(),
    points: z.strictObject({ conception: pillar, breath: pillar, life: pillar.nullable() }),
    distribution: z
      .strictObject({
        candidates: z.int(),
        strong: z.int(),
        neutral: z.int(),
        weak: z.int(),
        usefulElements: byElement,
      })
      .optional(),
    options: z.strictObject({
      ...analysisChoices,
      hiddenStems: choices.hiddenStems,
      stageEarth: choices.stageEarth,
      twelveStarsBase: choices.twelveStarsBase,
    }),
  })
  .meta({ title: { en: "Analysis", ko: "사주 분석" }, personal: true })
