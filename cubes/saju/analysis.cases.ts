import { defineCases } from "cubular/contract"
import type { Element } from "cubular/saju"
import type { output } from "zod"
import analysis from "./analysis.ts"
import { nayinNamed, stageNamed, tenGodNamed, twelveStarNamed } from "./engine/analysis/names.ts"
import { relationNamed } from "./engine/analysis/relations.ts"
import { signsOf } from "./engine/analysis/signs.ts"
import { starNamed } from "./engine/analysis/stars.ts"
import { levelNamed } from "./engine/analysis/strength.ts"
import { structureNamed } from "./engine/analysis/structure-names.ts"
import type { FullAnalysisOptions, HiddenStem, Position, StarHit, Strength } from "./engine/analysis/types.ts"
import { chart } from "./engine/index.ts"
import { pillarOf } from "./engine/names.ts"
import type { sajuChart } from "./ports/chart.ts"

// Names are looked up by index: what a case shows is which of them an analysis finds.

function hidden(stem: number, phase: HiddenStem["phase"], days: number, tenGod: number) {
  return { stem, phase, days, tenGod: tenGodNamed(tenGod) }
}

function part(pillar: Position, part: "stem" | "branch", points: number, support: number): Strength["parts"][number] {
  return { pillar, part, points, support }
}

function star(id: string, base: StarHit["base"], pillars: Position[], part: StarHit["part"], variant = "default") {
  return { id, star: starNamed(id), base, pillars, part, variant }
}

function pillar(index: number) {
  const [ofStem, ofBranch] = pillarOf(index).elements
  return { ...pillarOf(index), elements: [ofStem, ofBranch] as [Element, Element] }
}

const options = {
  usefulGodPriority: ["follow", "climate", "balance", "mediation", "illness", "structure"],
  stageYin: "backward",
  commandingDays: "scaled",
  structure: "revealed",
  strength: "hiddenStems",
  nobleOfGeng: "chouWei",
  blade: "afterLok",
  goegang: "korean",
  goran: "five",
  hongyeomOfEul: "wu",
  studyOfWater: "shen",
  hyeonchim: "five",
  starsByYearStem: false,
  hiddenCombinations: false,
  archCombinations: true,
  hemisphere: "north",
  hiddenStems: "monthly",
  stageEarth: "fire",
  twelveStarsBase: "both",
} satisfies FullAnalysisOptions

/** A chart as a wire brings it. */
function chartOf(date: string, time: string | null): output<typeof sajuChart> {
  return JSON.parse(JSON.stringify(chart({ date, time })))
}

/** 庚午 庚辰 丙寅 乙未. */
const spring = chartOf("1990-05-01", "14:30")

export default defineCases(analysis, [
  {
    title: { en: "an afternoon in Seoul", ko: "서울의 어느 오후" },
    inputs: { chart: spring },
    outputs: {
      analysis: {
        dayStem: 2,
        pillars: {
          year: {
            pillar: pillar(6),
            signs: signsOf(6),
            stemTenGod: tenGodNamed(4),
            branchTenGod: tenGodNamed(1),
            hiddenStems: [hidden(2, "residual", 10, 0), hidden(5, "middle", 9, 3), hidden(3, "main", 11, 1)],
            stages: { ofDayStem: stageNamed(4), ofOwnStem: stageNamed(1) },
            nayin: nayinNamed(6),
            twelveStars: { byYear: twelveStarNamed(7), byDay: twelveStarNamed(7) },
            isVoid: { byDay: false, byYear: false },
          },
          month: {
            pillar: pillar(16),
            signs: signsOf(16),
            stemTenGod: tenGodNamed(4),
            branchTenGod: tenGodNamed(2),
            hiddenStems: [hidden(1, "residual", 9, 9), hidden(9, "middle", 3, 7), hidden(4, "main", 18, 2)],
            stages: { ofDayStem: stageNamed(2), ofOwnStem: stageNamed(11) },
            nayin: nayinNamed(16),
            twelveStars: { byYear: twelveStarNamed(5), byDay: twelveStarNamed(5) },
            isVoid: { byDay: false, byYear: false },
          },
          day: {
            pillar: pillar(2),
            signs: signsOf(2),
            stemTenGod: null,
            branchTenGod: tenGodNamed(8),
            hiddenStems: [hidden(4, "residual", 7, 2), hidden(2, "middle", 7, 0), hidden(0, "main", 16, 8)],
            stages: { ofDayStem: stageNamed(0), ofOwnStem: stageNamed(0) },
            nayin: nayinNamed(2),
            twelveStars: { byYear: twelveStarNamed(3), byDay: twelveStarNamed(3) },
            isVoid: { byDay: false, byYear: false },
          },
          hour: {
            pillar: pillar(31),
            signs: signsOf(31),
            stemTenGod: tenGodNamed(9),
            branchTenGod: tenGodNamed(3),
            hiddenStems: [hidden(3, "residual", 9, 1), hidden(1, "middle", 3, 9), hidden(5, "main", 18, 3)],
            stages: { ofDayStem: stageNamed(5), ofOwnStem: stageNamed(11) },
            nayin: nayinNamed(31),
            twelveStars: { byYear: twelveStarNamed(8), byDay: twelveStarNamed(8) },
            isVoid: { byDay: false, byYear: false },
          },
        },
        elements: { characters: [2, 2, 2, 2, 0], weighted: [5166, 5136, 9216, 6000, 432] },
        yinYang: { yang: 6, yin: 2 },
        void: { byDay: { branches: [10, 11], pillars: [] }, byYear: { branches: [10, 11], pillars: [] } },
        stars: [
          star("mungokGwiin", "dayStem", ["day"], "branch"),
          star("hakdangGwiin", "dayStem", ["day"], "branch"),
          star("geumyeo", "dayStem", ["hour"], "branch"),
          star("yangin", "dayStem", ["year"], "branch", "afterLok"),
          star("hongyeom", "dayStem", ["day"], "branch", "wu"),
          star("yuha", "dayStem", ["hour"], "branch"),
          star("jangseong", "yearBranch", ["year"], "branch"),
          star("jangseong", "dayBranch", ["year"], "branch"),
          star("gwasuk", "yearBranch", ["month"], "branch"),
          star("jogaek", "yearBranch", ["month"], "branch"),
          star("baekho", "pillar", ["hour"], "pillar"),
          star("goegang", "pillar", ["month"], "pillar", "korean"),
          star("hyeonchim", "characters", ["year"], "branch", "five"),
        ],
        relations: [
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [6, 2]),
            pillars: ["year", "day"],
            characters: [6, 2],
            distance: 2,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "stemCombination",
            name: relationNamed("stemCombination", [6, 1]),
            pillars: ["year", "hour"],
            characters: [6, 1],
            distance: 3,
            element: "metal",
            transformed: { done: false, reason: "not_adjacent" },
            alsoKinds: [],
          },
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [6, 2]),
            pillars: ["month", "day"],
            characters: [6, 2],
            distance: 1,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "stemCombination",
            name: relationNamed("stemCombination", [6, 1]),
            pillars: ["month", "hour"],
            characters: [6, 1],
            distance: 2,
            element: "metal",
            transformed: { done: false, reason: "not_adjacent" },
            alsoKinds: [],
          },
          {
            kind: "halfCombination",
            name: relationNamed("halfCombination", [6, 2]),
            pillars: ["year", "day"],
            characters: [6, 2],
            distance: 2,
            element: "fire",
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "sixCombination",
            name: relationNamed("sixCombination", [6, 7]),
            pillars: ["year", "hour"],
            characters: [6, 7],
            distance: 3,
            element: "fire",
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "ghostGate",
            name: relationNamed("ghostGate", [2, 7]),
            pillars: ["day", "hour"],
            characters: [2, 7],
            distance: 1,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
        ],
        commanding: { stem: 4, phase: "main", day: 25 },
        strength: [
          {
            method: "fourTests",
            share: 2000,
            level: levelNamed(1),
            verdict: "weak",
            parts: [
              part("year", "stem", 1500, 0),
              part("month", "stem", 1500, 0),
              part("month", "branch", 6000, 0),
              part("day", "branch", 3000, 3000),
              part("hour", "stem", 0, 0),
              part("hour", "branch", 3000, 0),
            ],
            tests: { month: false, day: true, hour: false, stems: false },
          },
          {
            method: "points",
            share: 4090,
            level: levelNamed(3),
            verdict: "neutral",
            parts: [
              part("year", "stem", 10000, 0),
              part("year", "branch", 10000, 10000),
              part("month", "stem", 10000, 0),
              part("month", "branch", 30000, 0),
              part("day", "stem", 10000, 10000),
              part("day", "branch", 15000, 15000),
              part("hour", "stem", 10000, 10000),
              part("hour", "branch", 15000, 0),
            ],
          },
          {
            method: "hiddenStems",
            share: 3969,
            level: levelNamed(3),
            verdict: "neutral",
            parts: [
              part("year", "stem", 3000, 0),
              part("year", "branch", 2208, 1344),
              part("month", "stem", 3000, 0),
              part("month", "branch", 7128, 1512),
              part("day", "stem", 2400, 2400),
              part("day", "branch", 3024, 2016),
              part("hour", "stem", 2100, 2100),
              part("hour", "branch", 3090, 930),
            ],
          },
          {
            method: "roots",
            share: 4540,
            level: levelNamed(3),
            verdict: "neutral",
            parts: [
              part("year", "stem", 1000, 0),
              part("year", "branch", 1200, 800),
              part("month", "stem", 1000, 0),
              part("month", "branch", 4320, 720),
              part("day", "stem", 1000, 1000),
              part("day", "branch", 2160, 1800),
              part("hour", "stem", 1000, 1000),
              part("hour", "branch", 1800, 800),
            ],
          },
        ],
        structure: {
          regular: [
            {
              school: "revealed",
              structure: structureNamed(7),
              reason: { rule: "structure.revealed.residual", params: { stem: 1, branch: 4, god: 9, pillar: "hour" } },
            },
            {
              school: "main",
              structure: structureNamed(0),
              reason: { rule: "structure.main", params: { stem: 4, branch: 4, god: 2 } },
            },
            {
              school: "commanding",
              structure: structureNamed(0),
              reason: { rule: "structure.commanding", params: { stem: 4, branch: 4, god: 2, day: 25 } },
            },
          ],
          special: [],
          chosen: structureNamed(7),
          facts: [
            { rule: "structure.fact.helperAbsent", params: { group: "officer" } },
            { rule: "structure.fact.breakerShown", params: { god: 4, stem: 6, pillar: "year" } },
            { rule: "structure.fact.breakerShown", params: { god: 4, stem: 6, pillar: "month" } },
          ],
        },
        usefulGods: [
          { method: "follow", element: null, stems: [], reason: { rule: "useful.follow.none", params: {} } },
          {
            method: "climate",
            element: "water",
            stems: [8, 0],
            reason: { rule: "useful.climate.listed", params: { dayStem: 2, branch: 4, stem: 8, element: "water" } },
          },
          {
            method: "balance",
            element: "wood",
            stems: [],
            reason: { rule: "useful.balance.weakByOutput", params: { share: 3969, element: "wood" } },
          },
          { method: "mediation", element: null, stems: [], reason: { rule: "useful.mediation.none", params: {} } },
          { method: "illness", element: null, stems: [], reason: { rule: "useful.illness.none", params: {} } },
          {
            method: "structure",
            element: "water",
            stems: [],
            reason: {
              rule: "useful.structure.helperAbsent",
              params: { structure: 7, group: "officer", element: "water" },
            },
          },
        ],
        usefulGod: {
          method: "balance",
          roles: { useful: "wood", joyful: "water", harmful: "metal", hostile: "earth", idle: "fire" },
        },
        points: { conception: pillar(7), breath: pillar(47), life: pillar(18) },
        options: options,
      },
    },
  },
  {
    title: {
      en: "an unknown hour, by other schools: what holds for how many charts of the day",
      ko: "시각을 모를 때, 다른 유파로: 그날의 명식 가운데 몇 개에 해당하는지",
    },
    inputs: { chart: chartOf("1990-05-01", null), options: { strength: "fourTests", structure: "main" } },
    outputs: {
      analysis: {
        dayStem: 2,
        pillars: {
          year: {
            pillar: pillar(6),
            signs: signsOf(6),
            stemTenGod: tenGodNamed(4),
            branchTenGod: tenGodNamed(1),
            hiddenStems: [hidden(2, "residual", 10, 0), hidden(5, "middle", 9, 3), hidden(3, "main", 11, 1)],
            stages: { ofDayStem: stageNamed(4), ofOwnStem: stageNamed(1) },
            nayin: nayinNamed(6),
            twelveStars: { byYear: twelveStarNamed(7), byDay: twelveStarNamed(7) },
            isVoid: { byDay: false, byYear: false },
          },
          month: {
            pillar: pillar(16),
            signs: signsOf(16),
            stemTenGod: tenGodNamed(4),
            branchTenGod: tenGodNamed(2),
            hiddenStems: [hidden(1, "residual", 9, 9), hidden(9, "middle", 3, 7), hidden(4, "main", 18, 2)],
            stages: { ofDayStem: stageNamed(2), ofOwnStem: stageNamed(11) },
            nayin: nayinNamed(16),
            twelveStars: { byYear: twelveStarNamed(5), byDay: twelveStarNamed(5) },
            isVoid: { byDay: false, byYear: false },
          },
          day: {
            pillar: pillar(2),
            signs: signsOf(2),
            stemTenGod: null,
            branchTenGod: tenGodNamed(8),
            hiddenStems: [hidden(4, "residual", 7, 2), hidden(2, "middle", 7, 0), hidden(0, "main", 16, 8)],
            stages: { ofDayStem: stageNamed(0), ofOwnStem: stageNamed(0) },
            nayin: nayinNamed(2),
            twelveStars: { byYear: twelveStarNamed(3), byDay: twelveStarNamed(3) },
            isVoid: { byDay: false, byYear: false },
          },
          hour: null,
        },
        elements: { characters: [1, 2, 1, 2, 0], weighted: [2856, 4416, 7056, 6000, 432] },
        yinYang: { yang: 6, yin: 0 },
        void: { byDay: { branches: [10, 11], pillars: [] }, byYear: { branches: [10, 11], pillars: [] } },
        stars: [
          star("mungokGwiin", "dayStem", ["day"], "branch"),
          star("hakdangGwiin", "dayStem", ["day"], "branch"),
          star("yangin", "dayStem", ["year"], "branch", "afterLok"),
          star("hongyeom", "dayStem", ["day"], "branch", "wu"),
          star("jangseong", "yearBranch", ["year"], "branch"),
          star("jangseong", "dayBranch", ["year"], "branch"),
          star("gwasuk", "yearBranch", ["month"], "branch"),
          star("jogaek", "yearBranch", ["month"], "branch"),
          star("goegang", "pillar", ["month"], "pillar", "korean"),
          star("hyeonchim", "characters", ["year"], "branch", "five"),
        ],
        relations: [
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [6, 2]),
            pillars: ["year", "day"],
            characters: [6, 2],
            distance: 2,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [6, 2]),
            pillars: ["month", "day"],
            characters: [6, 2],
            distance: 1,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "halfCombination",
            name: relationNamed("halfCombination", [6, 2]),
            pillars: ["year", "day"],
            characters: [6, 2],
            distance: 2,
            element: "fire",
            transformed: null,
            alsoKinds: [],
          },
        ],
        commanding: { stem: 4, phase: "main", day: 25 },
        strength: [
          {
            method: "fourTests",
            share: 2500,
            level: levelNamed(1),
            verdict: "weak",
            parts: [
              part("year", "stem", 1500, 0),
              part("month", "stem", 1500, 0),
              part("month", "branch", 6000, 0),
              part("day", "branch", 3000, 3000),
            ],
            tests: { month: false, day: true, hour: null, stems: false },
          },
          {
            method: "points",
            share: 4117,
            level: levelNamed(3),
            verdict: "neutral",
            parts: [
              part("year", "stem", 10000, 0),
              part("year", "branch", 10000, 10000),
              part("month", "stem", 10000, 0),
              part("month", "branch", 30000, 0),
              part("day", "stem", 10000, 10000),
              part("day", "branch", 15000, 15000),
            ],
          },
          {
            method: "hiddenStems",
            share: 3502,
            level: levelNamed(2),
            verdict: "weak",
            parts: [
              part("year", "stem", 3000, 0),
              part("year", "branch", 2208, 1344),
              part("month", "stem", 3000, 0),
              part("month", "branch", 7128, 1512),
              part("day", "stem", 2400, 2400),
              part("day", "branch", 3024, 2016),
            ],
          },
          {
            method: "roots",
            share: 4044,
            level: levelNamed(3),
            verdict: "neutral",
            parts: [
              part("year", "stem", 1000, 0),
              part("year", "branch", 1200, 800),
              part("month", "stem", 1000, 0),
              part("month", "branch", 4320, 720),
              part("day", "stem", 1000, 1000),
              part("day", "branch", 2160, 1800),
            ],
          },
        ],
        structure: {
          regular: [
            {
              school: "revealed",
              structure: structureNamed(0),
              reason: { rule: "structure.revealed.hidden", params: { stem: 4, branch: 4, god: 2 } },
            },
            {
              school: "main",
              structure: structureNamed(0),
              reason: { rule: "structure.main", params: { stem: 4, branch: 4, god: 2 } },
            },
            {
              school: "commanding",
              structure: structureNamed(0),
              reason: { rule: "structure.commanding", params: { stem: 4, branch: 4, god: 2, day: 25 } },
            },
          ],
          special: [],
          chosen: structureNamed(0),
          facts: [
            { rule: "structure.fact.helperShown", params: { group: "wealth", stem: 6, pillar: "year" } },
            { rule: "structure.fact.helperShown", params: { group: "wealth", stem: 6, pillar: "month" } },
          ],
        },
        usefulGods: [
          { method: "follow", element: null, stems: [], reason: { rule: "useful.follow.none", params: {} } },
          {
            method: "climate",
            element: "water",
            stems: [8, 0],
            reason: { rule: "useful.climate.listed", params: { dayStem: 2, branch: 4, stem: 8, element: "water" } },
          },
          {
            method: "balance",
            element: "wood",
            stems: [],
            reason: { rule: "useful.balance.weakByOutput", params: { share: 2500, element: "wood" } },
          },
          { method: "mediation", element: null, stems: [], reason: { rule: "useful.mediation.none", params: {} } },
          { method: "illness", element: null, stems: [], reason: { rule: "useful.illness.none", params: {} } },
          {
            method: "structure",
            element: "metal",
            stems: [],
            reason: {
              rule: "useful.structure.helperShown",
              params: { structure: 0, group: "wealth", element: "metal" },
            },
          },
        ],
        usefulGod: {
          method: "balance",
          roles: { useful: "wood", joyful: "water", harmful: "metal", hostile: "earth", idle: "fire" },
        },
        points: { conception: pillar(7), breath: pillar(47), life: null },
        distribution: { candidates: 14, strong: 0, neutral: 4, weak: 10, usefulElements: [10, 4, 0, 0, 0] },
        options: { ...options, structure: "main", strength: "fourTests" },
      },
    },
  },
  {
    title: { en: "a chart that follows what generates it (종강격)", ko: "인성을 따르는 종강격" },
    // 乙巳 己卯 丁卯 乙巳: wood (600 + 24 × 30 + 12 × 30) × 12, fire (300 + 8 × 16 + 10 × 16) × 10 of all.
    inputs: { chart: chartOf("1965-03-14", "10:30") },
    outputs: {
      analysis: {
        dayStem: 3,
        pillars: {
          year: {
            pillar: pillar(41),
            signs: signsOf(41),
            stemTenGod: tenGodNamed(8),
            branchTenGod: tenGodNamed(1),
            hiddenStems: [hidden(4, "residual", 7, 3), hidden(6, "middle", 7, 5), hidden(2, "main", 16, 1)],
            stages: { ofDayStem: stageNamed(4), ofOwnStem: stageNamed(1) },
            nayin: nayinNamed(41),
            twelveStars: { byYear: twelveStarNamed(3), byDay: twelveStarNamed(9) },
            isVoid: { byDay: false, byYear: false },
          },
          month: {
            pillar: pillar(15),
            signs: signsOf(15),
            stemTenGod: tenGodNamed(2),
            branchTenGod: tenGodNamed(8),
            hiddenStems: [hidden(0, "residual", 10, 9), hidden(1, "main", 20, 8)],
            stages: { ofDayStem: stageNamed(6), ofOwnStem: stageNamed(6) },
            nayin: nayinNamed(15),
            twelveStars: { byYear: twelveStarNamed(1), byDay: twelveStarNamed(7) },
            isVoid: { byDay: false, byYear: true },
          },
          day: {
            pillar: pillar(3),
            signs: signsOf(3),
            stemTenGod: null,
            branchTenGod: tenGodNamed(8),
            hiddenStems: [hidden(0, "residual", 10, 9), hidden(1, "main", 20, 8)],
            stages: { ofDayStem: stageNamed(6), ofOwnStem: stageNamed(6) },
            nayin: nayinNamed(3),
            twelveStars: { byYear: twelveStarNamed(1), byDay: twelveStarNamed(7) },
            isVoid: { byDay: false, byYear: true },
          },
          hour: {
            pillar: pillar(41),
            signs: signsOf(41),
            stemTenGod: tenGodNamed(8),
            branchTenGod: tenGodNamed(1),
            hiddenStems: [hidden(4, "residual", 7, 3), hidden(6, "middle", 7, 5), hidden(2, "main", 16, 1)],
            stages: { ofDayStem: stageNamed(4), ofOwnStem: stageNamed(1) },
            nayin: nayinNamed(41),
            twelveStars: { byYear: twelveStarNamed(3), byDay: twelveStarNamed(9) },
            isVoid: { byDay: false, byYear: false },
          },
        },
        elements: { characters: [4, 3, 1, 0, 0], weighted: [20160, 5880, 2556, 882, 0] },
        yinYang: { yang: 0, yin: 8 },
        void: { byDay: { branches: [10, 11], pillars: [] }, byYear: { branches: [2, 3], pillars: ["month", "day"] } },
        stars: [
          star("taegeukGwiin", "dayStem", ["month", "day"], "branch"),
          star("mungokGwiin", "dayStem", ["month", "day"], "branch"),
          star("cheondeokhap", "monthBranch", ["year", "hour"], "branch"),
          star("woldeokhap", "monthBranch", ["month"], "stem"),
          star("yeongma", "dayBranch", ["year", "hour"], "branch"),
          star("jangseong", "dayBranch", ["month", "day"], "branch"),
          star("jaesal", "yearBranch", ["month", "day"], "branch"),
          star("jogaek", "yearBranch", ["month", "day"], "branch"),
          star("hyeonchim", "characters", ["month", "day"], "branch", "five"),
        ],
        relations: [
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [1, 5]),
            pillars: ["year", "month"],
            characters: [1, 5],
            distance: 1,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
          {
            kind: "stemControl",
            name: relationNamed("stemControl", [5, 1]),
            pillars: ["month", "hour"],
            characters: [5, 1],
            distance: 2,
            element: null,
            transformed: null,
            alsoKinds: [],
          },
        ],
        commanding: { stem: 0, phase: "residual", day: 8 },
        strength: [
          {
            method: "fourTests",
            share: 10000,
            level: levelNamed(7),
            verdict: "strong",
            parts: [
              part("year", "stem", 1500, 1500),
              part("month", "stem", 0, 0),
              part("month", "branch", 6000, 6000),
              part("day", "branch", 3000, 3000),
              part("hour", "stem", 1500, 1500),
              part("hour", "branch", 3000, 3000),
            ],
            tests: { month: true, day: true, hour: true, stems: true },
          },
          {
            method: "points",
            share: 9090,
            level: levelNamed(7),
            verdict: "strong",
            parts: [
              part("year", "stem", 10000, 10000),
              part("year", "branch", 10000, 10000),
              part("month", "stem", 10000, 0),
              part("month", "branch", 30000, 30000),
              part("day", "stem", 10000, 10000),
              part("day", "branch", 15000, 15000),
              part("hour", "stem", 10000, 10000),
              part("hour", "branch", 15000, 15000),
            ],
          },
          {
            method: "hiddenStems",
            share: 8833,
            level: levelNamed(7),
            verdict: "strong",
            parts: [
              part("year", "stem", 3600, 3600),
              part("year", "branch", 2008, 1280),
              part("month", "stem", 1800, 0),
              part("month", "branch", 8640, 8640),
              part("day", "stem", 3000, 3000),
              part("day", "branch", 4320, 4320),
              part("hour", "stem", 3600, 3600),
              part("hour", "branch", 2510, 1600),
            ],
          },
          {
            method: "roots",
            share: 7749,
            level: levelNamed(6),
            verdict: "strong",
            parts: [
              part("year", "stem", 1000, 1000),
              part("year", "branch", 1440, 800),
              part("month", "stem", 1000, 0),
              part("month", "branch", 2400, 2400),
              part("day", "stem", 1000, 1000),
              part("day", "branch", 1200, 1200),
              part("hour", "stem", 1000, 1000),
              part("hour", "branch", 1800, 1000),
            ],
          },
        ],
        structure: {
          regular: [
            {
              school: "revealed",
              structure: structureNamed(6),
              reason: { rule: "structure.revealed.main", params: { stem: 1, branch: 3, god: 8, pillar: "year" } },
            },
            {
              school: "main",
              structure: structureNamed(6),
              reason: { rule: "structure.main", params: { stem: 1, branch: 3, god: 8 } },
            },
            {
              school: "commanding",
              structure: structureNamed(7),
              reason: { rule: "structure.commanding", params: { stem: 0, branch: 3, god: 9, day: 8 } },
            },
          ],
          special: [
            {
              id: "jonggan",
              structure: structureNamed(14),
              holds: true,
              conditions: [
                { rule: "special.follow.strong", met: true },
                { rule: "special.follow.unopposed", met: true },
                { rule: "special.follow.heavier", met: true },
              ],
            },
            {
              id: "jongwang",
              structure: structureNamed(15),
              holds: false,
              conditions: [
                { rule: "special.follow.strong", met: true },
                { rule: "special.follow.unopposed", met: true },
                { rule: "special.follow.heavier", met: false },
              ],
            },
          ],
          chosen: structureNamed(14),
          facts: [{ rule: "structure.fact.helperAbsent", params: { group: "officer" } }],
        },
        usefulGods: [
          {
            method: "follow",
            element: "wood",
            stems: [],
            reason: { rule: "useful.follow.dominant", params: { structure: 14, element: "wood" } },
          },
          {
            method: "climate",
            element: "metal",
            stems: [6, 0],
            reason: { rule: "useful.climate.listed", params: { dayStem: 3, branch: 3, stem: 6, element: "metal" } },
          },
          {
            method: "balance",
            element: "earth",
            stems: [],
            reason: { rule: "useful.balance.strong", params: { group: "output", share: 8833, element: "earth" } },
          },
          { method: "mediation", element: null, stems: [], reason: { rule: "useful.mediation.none", params: {} } },
          {
            method: "illness",
            element: "metal",
            stems: [],
            reason: {
              rule: "useful.illness.excess",
              params: { controlled: "wood", controlledShare: 6838, present: false, element: "metal" },
            },
          },
          {
            method: "structure",
            element: null,
            stems: [],
            reason: { rule: "useful.structure.special", params: { structure: 14 } },
          },
        ],
        usefulGod: {
          method: "follow",
          roles: { useful: "wood", joyful: "water", harmful: "metal", hostile: "earth", idle: "fire" },
        },
        points: { conception: pillar(6), breath: pillar(58), life: pillar(21) },
        options: options,
      },
    },
  },
  {
    title: { en: "a chart whose month is not that of its term is refused", ko: "월주가 절기와 어긋난 명식은 거절" },
    inputs: { chart: { ...spring, pillars: { ...spring.pillars, month: pillar(17) } } },
    error: "chart_malformed",
  },
  {
    title: {
      en: "a method that stands in the priority twice is refused",
      ko: "우선순위에 같은 방법이 두 번 있으면 거절",
    },
    inputs: { chart: spring, options: { usefulGodPriority: ["balance", "balance"] } },
    error: "priority_repeated",
  },
  {
    title: { en: "a misspelt option is refused", ko: "철자가 틀린 옵션은 거절" },
    inputs: { chart: spring, options: { strenght: "roots" } },
    error: "inputs_refused",
  },
])
