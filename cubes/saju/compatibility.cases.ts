import { defineCases } from "cubular/contract"
import type * as z from "zod"
import compatibility from "./compatibility.ts"
import { type AnalysisOptions, analyze, chart } from "./engine/index.ts"
import { sajuAnalysis } from "./ports/analysis.ts"
import type { sajuCompatibility } from "./ports/compatibility.ts"

type Found = z.output<typeof sajuCompatibility>

/** What comes in are whole analyses, as a wire brings them; what must come out stands here in full. */
function of(date: string, time: string | null, options?: AnalysisOptions): z.output<typeof sajuAnalysis> {
  return sajuAnalysis.parse(analyze(chart({ date, time }), options))
}

function named(index: number, hanja: string, hangul: string, romanized: string, english: string) {
  return { index, hanja, hangul, romanized, english }
}

const clash = named(0, "甲庚沖", "갑경충", "gap-gyeong chung", "Yang Wood–Yang Metal clash")
const combination = named(1, "乙庚合", "을경합", "eul-gyeong hap", "Yin Wood–Yang Metal combination")
const selfPunishment = named(0, "辰辰自刑", "진진자형", "jin-jin jahyeong", "Dragon–Dragon self-punishment")
const ghostGate = named(2, "寅未鬼門關", "인미귀문관", "in-mi gwimungwan", "Tiger–Goat ghost gate")
const half = named(4, "寅午半合", "인오반합", "in-o banhap", "Tiger–Horse half combination")
const six = named(5, "午未六合", "오미육합", "o-mi yukhap", "Horse–Goat six combination")
const control = named(3, "丙庚剋", "병경극", "byeong-gyeong geuk", "Yang Fire–Yang Metal control")
const hourControl = named(1, "乙戊剋", "을무극", "eul-mu geuk", "Yin Wood–Yang Earth control")
const redAllure = named(11, "紅艶殺", "홍염살", "hongyeomsal", "Red Allure")

/** 庚午 庚辰 丙寅 (乙未) with 戊辰 甲寅 乙未. */
const withoutHours: Found["relations"] = [
  { kind: "stemClash", name: clash, a: "year", b: "month", part: "stem", characters: [6, 0], element: null },
  { kind: "halfCombination", name: half, a: "year", b: "month", part: "branch", characters: [6, 2], element: "fire" },
  {
    kind: "stemCombination",
    name: combination,
    a: "year",
    b: "day",
    part: "stem",
    characters: [6, 1],
    element: "metal",
  },
  { kind: "sixCombination", name: six, a: "year", b: "day", part: "branch", characters: [6, 7], element: "fire" },
  {
    kind: "selfPunishment",
    name: selfPunishment,
    a: "month",
    b: "year",
    part: "branch",
    characters: [4, 4],
    element: null,
  },
  { kind: "stemClash", name: clash, a: "month", b: "month", part: "stem", characters: [6, 0], element: null },
  {
    kind: "stemCombination",
    name: combination,
    a: "month",
    b: "day",
    part: "stem",
    characters: [6, 1],
    element: "metal",
  },
  { kind: "ghostGate", name: ghostGate, a: "day", b: "day", part: "branch", characters: [2, 7], element: null },
]
const withHours: Found["relations"] = [
  ...withoutHours.slice(0, 7),
  {
    kind: "selfPunishment",
    name: selfPunishment,
    a: "month",
    b: "hour",
    part: "branch",
    characters: [4, 4],
    element: null,
  },
  ...withoutHours.slice(7),
  { kind: "stemControl", name: control, a: "day", b: "hour", part: "stem", characters: [2, 6], element: null },
  { kind: "stemControl", name: hourControl, a: "hour", b: "year", part: "stem", characters: [1, 4], element: null },
  { kind: "ghostGate", name: ghostGate, a: "hour", b: "month", part: "branch", characters: [7, 2], element: null },
  {
    kind: "stemCombination",
    name: combination,
    a: "hour",
    b: "hour",
    part: "stem",
    characters: [1, 6],
    element: "metal",
  },
]

const facts: Omit<Found, "score" | "options"> = {
  relations: withHours,
  animals: [],
  dayStems: {
    kinds: [],
    ofB: named(9, "正印", "정인", "jeongin", "Direct Resource"),
    ofA: named(3, "傷官", "상관", "sanggwan", "Hurting Officer"),
    element: "bGenerates",
  },
  dayBranches: ["ghostGate"],
  elements: {
    a: [2, 2, 2, 2, 0],
    b: [3, 0, 4, 1, 0],
    complement: [{ side: "b", element: "fire", useful: false }],
  },
  usefulGods: {
    a: "wood",
    b: "earth",
    element: "aControls",
    aFromB: 3,
    bFromA: 2,
  },
  spouse: {
    a: {
      star: "officer",
      shown: 0,
      hidden: 1,
      partner: false,
      palace: {
        branch: 2,
        tenGod: named(8, "偏印", "편인", "pyeonin", "Indirect Resource"),
        kinds: ["halfCombination", "ghostGate"],
        isVoid: false,
      },
    },
    b: {
      star: "wealth",
      shown: 4,
      hidden: 1,
      partner: false,
      palace: {
        branch: 7,
        tenGod: named(4, "偏財", "편재", "pyeonjae", "Indirect Wealth"),
        kinds: ["ghostGate"],
        isVoid: false,
      },
    },
  },
  nayin: {
    a: { ...named(3, "路傍土", "노방토", "nobangto", "Earth by the Road"), element: "earth" },
    b: { ...named(2, "大林木", "대림목", "daerimmok", "Wood of the Great Forest"), element: "wood" },
    element: "bControls",
  },
  stars: [
    { id: "hongyeom", star: redAllure, of: "a", base: "dayStem", pillar: "month" },
    { id: "hongyeom", star: redAllure, of: "b", base: "dayStem", pillar: "year" },
  ],
}

type Part = Found["score"]["parts"][number]
type Fact = readonly [fact: string, points: number, side?: "a" | "b"]

function part(area: Part["area"], weight: number, points: number, ...from: Fact[]): Part {
  return {
    area,
    weight,
    points,
    facts: from.map(([fact, points, side = null]) => ({ fact: `${area}.${fact}`, points, side })),
  }
}

const weights = { dayStems: 20, dayBranches: 25, elements: 25, monthBranches: 10, yearBranches: 10, stars: 10 }
const schools: Pick<Found["options"], "nobleOfGeng" | "hongyeomOfEul" | "archCombinations" | "hiddenCombinations"> = {
  nobleOfGeng: "chouWei",
  hongyeomOfEul: "wu",
  archCombinations: true,
  hiddenCombinations: false,
}
const dayStems = part("dayStems", 20, 1600, ["base", 1000], ["generation", 400], ["polarity", 200])
const dayBranches = part("dayBranches", 25, 1000, ["base", 1250], ["ghostGate", -250])
const monthBranches = part("monthBranches", 10, 500, ["base", 500])
const yearBranches = part("yearBranches", 10, 400, ["base", 500], ["nayinControl", -100])

export default defineCases(compatibility, [
  {
    title: { en: "a woman and a man, hours known", ko: "시각을 아는 여자와 남자" },
    inputs: { a: of("1990-05-01", "14:30"), b: of("1988-02-10", "09:20"), sexA: "female", sexB: "male" },
    outputs: {
      compatibility: {
        ...facts,
        score: {
          total: 55,
          hundredths: 5495,
          parts: [
            dayStems,
            dayBranches,
            part(
              "elements",
              25,
              1575,
              ["base", 1125],
              ["usefulGod", 300, "a"],
              ["usefulGod", 200, "b"],
              ["complement", 75, "b"],
              ["harmful", -125],
            ),
            monthBranches,
            yearBranches,
            part("stars", 10, 420, ["base", 300], ["hongyeom", 60, "a"], ["hongyeom", 60, "b"]),
          ],
        },
        options: { weights, sexA: "female", sexB: "male", ...schools },
      },
      score: 55,
    },
  },
  {
    title: {
      en: "both hours unknown, stars left out of the score",
      ko: "두 사람 모두 시각을 모르고, 신살은 점수에서 제외",
    },
    inputs: { a: of("1990-05-01", null), b: of("1988-02-10", null), weights: { stars: 0 } },
    outputs: {
      compatibility: {
        ...facts,
        relations: withoutHours,
        elements: {
          a: [1, 2, 1, 2, 0],
          b: [3, 0, 3, 0, 0],
          complement: [
            { side: "b", element: "fire", useful: true },
            { side: "b", element: "metal", useful: false },
          ],
        },
        usefulGods: { a: "wood", b: "fire", element: "aGenerates", aFromB: 3, bFromA: 2 },
        spouse: { a: null, b: null },
        score: {
          total: 60,
          hundredths: 6027,
          parts: [
            dayStems,
            dayBranches,
            part(
              "elements",
              25,
              1925,
              ["base", 1125],
              ["usefulGod", 300, "a"],
              ["usefulGod", 200, "b"],
              ["complement", 225, "b"],
              ["joyful", 75],
            ),
            monthBranches,
            yearBranches,
            part("stars", 0, 0, ["base", 0], ["hongyeom", 0, "a"], ["hongyeom", 0, "b"]),
          ],
        },
        options: { weights: { ...weights, stars: 0 }, sexA: null, sexB: null, ...schools },
      },
      score: 60,
    },
  },
  {
    title: { en: "no weight at all is refused", ko: "가중치가 모두 0이면 거절" },
    inputs: {
      a: of("1990-05-01", "14:30"),
      b: of("1988-02-10", "09:20"),
      weights: { dayStems: 0, dayBranches: 0, elements: 0, monthBranches: 0, yearBranches: 0, stars: 0 },
    },
    error: "weights_all_zero",
  },
  {
    title: { en: "analyses of different schools are refused", ko: "유파가 다른 두 분석은 거절" },
    inputs: {
      a: of("1990-05-01", "14:30"),
      b: of("1988-02-10", "09:20", { nobleOfGeng: "yinWu" }),
    },
    error: "compatibility_schools_differ",
  },
  {
    title: { en: "a weight below 0 is refused", ko: "0보다 작은 가중치는 거절" },
    inputs: { a: of("1990-05-01", "14:30"), b: of("1988-02-10", "09:20"), weights: { stars: -1 } },
    error: "inputs_refused",
  },
])
