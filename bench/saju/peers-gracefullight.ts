import { bundled } from "./bundled.ts"
import {
  type Comparison,
  ofEach,
  type Peer,
  type PeerChart,
  POSITIONS,
  pillarsText,
  pillarsWhere,
  pillarsWith,
  relatedToDay,
  starred,
} from "./peers-charts.ts"

type Analyze<T> = (year: string, month: string, day: string, hour: string) => T
interface Gracefullight {
  readonly analyzeSinsals: Analyze<{ readonly summary: { readonly [star: string]: readonly string[] } }>
  readonly analyzeTwelveStages: Analyze<{ readonly [position: string]: { readonly korean: string } }>
}

const SAME: readonly (readonly [string, string])[] = [
  ["peachBlossom", "dohwa"],
  ["skyHorse", "yeongma"],
  ["floweryCanopy", "hwagae"],
  ["generalStar", "jangseong"],
  ["robbery", "geopsal"],
  ["disaster", "jaesal"],
  ["lostSpirit", "mangsin"],
  ["solitaryStar", "gosin"],
  ["widowStar", "gwasuk"],
  ["redPhoenix", "hongnan"],
  ["heavenlyJoy", "cheonhui"],
  ["heavenlyVirtue", "cheondeokGwiin"],
  ["monthlyVirtue", "woldeokGwiin"],
  ["heavenlyDoctor", "cheonuiseong"],
  ["skyNoble", "cheoneulGwiin"],
  ["taijiNoble", "taegeukGwiin"],
  ["literaryNoble", "munchangGwiin"],
  ["literaryCurve", "mungokGwiin"],
  ["academicHall", "hakdangGwiin"],
  ["goldenCarriage", "geumyeo"],
  ["officialStar", "geollok"],
  ["sheepBlade", "yangin"],
  ["redFlame", "hongyeom"],
  ["whiteTiger", "baekho"],
]
const TWELVE: readonly (readonly [string, string])[] = [
  ["heavenlyKiller", "천살"],
  ["earthlyKiller", "지살"],
  ["yearKiller", "년살"],
  ["monthKiller", "월살"],
  ["saddleMount", "반안살"],
]

/** 암록 in its list: right for 甲 to 丁, counted on backward from there. */
const HIDDEN_WEALTH = [11, 10, 8, 7, 5, 4, 3, 2, 1, 0]
/** Where it puts 귀문관 for each branch: 子卯 丑寅 午酉 未申 辰亥 巳戌. */
const GHOST_GATE = [3, 2, 1, 0, 11, 10, 9, 8, 7, 6, 5, 4]

const stem = ({ pillars }: PeerChart, at: number): number => pillars[at]?.stem as number
const branch = ({ pillars }: PeerChart, at: number): number => pillars[at]?.branch as number

/** Korean lists, with pillars for input. */
export async function gracefullight(): Promise<Peer> {
  const exports = `export { analyzeSinsals, analyzeTwelveStages } from "@gracefullight/saju"`
  const { analyzeSinsals, analyzeTwelveStages } = await bundled<Gracefullight>(exports)
  const marks = (name: string) => (chart: PeerChart) => pillarsText(analyzeSinsals(...chart.ganji).summary[name] ?? [])
  const same = (name: string, id: string): Comparison => ({ star: id, theirs: marks(name), ours: starred(id) })
  return {
    name: "@gracefullight/saju",
    comparisons: [
      {
        star: "stages of the day stem",
        theirs: (chart) => {
          const stages = analyzeTwelveStages(...chart.ganji)
          return POSITIONS.map((position) => stages[position]?.korean).join(" ")
        },
        ours: ofEach(({ stages }) => stages.ofDayStem.hangul),
      },
      ...TWELVE.map(([name, hangul]) => ({
        star: `twelve stars: ${hangul} by year and day`,
        theirs: marks(name),
        ours: pillarsWith(({ twelveStars: { byYear, byDay } }) => [byYear?.hangul, byDay?.hangul].includes(hangul)),
      })),
      ...SAME.map(([name, id]) => same(name, id)),
      {
        star: "cheoneulGwiin by year stem (월을귀인 there)",
        theirs: marks("moonNoble"),
        ours: starred("cheoneulGwiin", { starsByYearStem: true, base: "yearStem" }),
      },
      {
        ...same("hiddenWealth", "amnok"),
        why: "its list counts backward from 戊 on (戊 巳, 己 辰, 庚 卯 …), not by the branch that combines with 건록",
        asThey: (chart) => pillarsWhere((at) => branch(chart, at) === HIDDEN_WEALTH[stem(chart, 2)]),
      },
      {
        ...same("officialAcademicHall", "gwangwiHakgwan"),
        why: "壬 and 癸 have 寅, as earth follows fire (our studyOfWater: yin)",
        asThey: starred("gwangwiHakgwan", { studyOfWater: "yin" }),
      },
      {
        ...same("heavenlyKitchen", "cheonjuGwiin"),
        why: "has nothing for 甲 and 乙",
        asThey: (chart) => (stem(chart, 2) < 2 ? "" : starred("cheonjuGwiin")(chart)),
      },
      {
        ...same("kuiGang", "goegang"),
        why: "follows the list of four (our goegang: chinese), on any pillar",
        asThey: starred("goegang", { goegang: "chinese" }),
      },
      {
        ...same("suspendedNeedle", "hyeonchim"),
        why: "takes 戊 and 壬 for needles among the stems as well",
        asThey: (chart) =>
          pillarsWhere((at) => [0, 4, 7, 8].includes(stem(chart, at)) || [3, 6, 8].includes(branch(chart, at))),
      },
      {
        star: "resentment with the day branch",
        theirs: marks("wonjin"),
        ours: relatedToDay("resentment"),
      },
      {
        star: "ghost gate with the day branch",
        theirs: marks("ghostGate"),
        ours: relatedToDay("ghostGate"),
        why: "its pairs are 子卯 丑寅 午酉 未申 beside 辰亥 巳戌; Korean handbooks have 子酉 丑午 寅未 卯申 for the first four",
        asThey: (chart) => pillarsWhere((at) => branch(chart, at) === GHOST_GATE[branch(chart, 2)]),
      },
      { star: "voids by day", theirs: marks("gongmang"), ours: pillarsWith(({ isVoid }) => isVoid.byDay) },
    ],
  }
}
