import { getShen } from "cantian-tymext"
import {
  type Comparison,
  factsOf,
  type Peer,
  type PeerChart,
  POSITIONS,
  pillarsText,
  pillarsWhere,
  pillarsWith,
  starred,
  starredBesideBase,
} from "./peers-charts.ts"

let last: { readonly chart: PeerChart; readonly shen: readonly (readonly string[])[] } | undefined

/** Its stars pillar by pillar; the sex decides none that are compared. */
function answer(chart: PeerChart): readonly (readonly string[])[] {
  if (last?.chart !== chart) last = { chart, shen: getShen(chart.ganji.join(" "), 1) }
  return last.shen
}
const marks = (name: string) => {
  return (chart: PeerChart): string => pillarsText(POSITIONS.filter((_, at) => answer(chart)[at]?.includes(name)))
}
const same = (name: string, id: string): Comparison => ({ star: id, theirs: marks(name), ours: starred(id) })
const byYearStem = (name: string, id: string): Comparison => ({
  ...same(name, id),
  why: "looks from the year stem too (our starsByYearStem)",
  asThey: starred(id, { starsByYearStem: true }),
})
const besideBase = (name: string, id: string): Comparison => ({
  ...same(name, id),
  why: "does not count the pillar it looks from",
  asThey: starredBesideBase(id),
})

const stem = (chart: PeerChart, at: number): number => chart.pillars[at]?.stem as number
const branchChar = (chart: PeerChart, at: number): string => chart.ganji[at]?.charAt(1) as string

/** 飞刃 that faces the blade at the 제왕: 甲 酉, 乙 申 … */
const FACING_PEAK = "酉申子亥子亥卯寅午巳"
/** 學堂 by the year's nayin, and as whole ganji by the day stem. */
const STUDY_BY_NAYIN = { metal: "巳", wood: "亥", water: "申", earth: "申", fire: "寅" } as const
const STUDY_BY_DAY = "己亥 壬午 丙寅 丁酉 戊寅 己酉 辛巳 甲子 甲申 乙卯".split(" ")
const NETS = ["戌亥", "亥戌", "辰巳", "巳辰"]

function study(chart: PeerChart, nayin: keyof typeof STUDY_BY_NAYIN): string {
  return pillarsWhere((at) => {
    const ganji = chart.ganji[at] as string
    return at !== 0 && (ganji.charAt(1) === STUDY_BY_NAYIN[nayin] || ganji === STUDY_BY_DAY[stem(chart, 2)])
  })
}

function nets(chart: PeerChart, nayin: string): string {
  const met = (base: number, at: number): boolean =>
    base !== at && NETS.includes(branchChar(chart, base) + branchChar(chart, at))
  const caught = nayin === "fire" ? "戌亥" : nayin === "water" || nayin === "earth" ? "辰巳" : ""
  return pillarsWhere((at) => met(0, at) || met(2, at) || (at === 2 && caught.includes(branchChar(chart, at))))
}

/** In its third pattern the bar between the two orders is a full-width one, so that 壬癸辛 is never found. */
function wonders(chart: PeerChart): string {
  const stems = chart.ganji.map((ganji) => ganji.charAt(0)).join("")
  return /甲.*戊.*庚|庚.*戊.*甲|乙.*丙.*丁|丁.*丙.*乙/.test(stems) ? "day" : ""
}

const SAME: readonly (readonly [string, string])[] = [
  ["天德贵人", "cheondeokGwiin"],
  ["月德贵人", "woldeokGwiin"],
  ["天德合", "cheondeokhap"],
  ["月德合", "woldeokhap"],
  ["天医星", "cheonuiseong"],
  ["禄神", "geollok"],
  ["流霞", "yuha"],
  ["红艳", "hongyeom"],
  ["驿马", "yeongma"],
  ["桃花", "dohwa"],
  ["劫煞", "geopsal"],
  ["亡神", "mangsin"],
  ["孤辰", "gosin"],
  ["寡宿", "gwasuk"],
  ["红鸾", "hongnan"],
  ["天喜", "cheonhui"],
  ["丧门", "sangmun"],
  ["吊客", "jogaek"],
  ["天赦星", "cheonsa"],
  ["四废", "sapye"],
  ["阴差阳错", "eumyangChachak"],
  ["十恶大败", "sibakDaepae"],
]

const BY_YEAR_STEM: readonly (readonly [string, string])[] = [
  ["天乙贵人", "cheoneulGwiin"],
  ["太极贵人", "taegeukGwiin"],
  ["文昌贵人", "munchangGwiin"],
  ["天厨贵人", "cheonjuGwiin"],
  ["国印", "guginGwiin"],
  ["金舆", "geumyeo"],
]

/** Chinese lists, with pillars for input. */
export const cantian: Peer = {
  name: "cantian-tymext",
  comparisons: [
    ...SAME.map(([name, id]) => same(name, id)),
    ...BY_YEAR_STEM.map(([name, id]) => byYearStem(name, id)),
    besideBase("将星", "jangseong"),
    besideBase("华盖", "hwagae"),
    {
      ...same("灾煞", "jaesal"),
      why: "looks from the year branch only (our twelveStarsBase: year)",
      asThey: starred("jaesal", { twelveStarsBase: "year" }),
    },
    {
      ...same("羊刃", "yangin"),
      why: "takes the blade at the 제왕 (our blade: peak)",
      asThey: starred("yangin", { blade: "peak" }),
    },
    {
      ...same("飞刃", "biin"),
      why: "faces its own blade, that at the 제왕, where yin stems differ",
      asThey: (chart) => pillarsWhere((at) => branchChar(chart, at) === FACING_PEAK.charAt(stem(chart, 2))),
    },
    {
      ...same("魁罡", "goegang"),
      why: "follows the list of four (our goegang: chinese) and counts the day pillar only",
      asThey: starred("goegang", { goegang: "chinese", only: "day" }),
    },
    {
      ...same("孤鸾", "goran"),
      why: "follows the list of eight (our goran: eight)",
      asThey: starred("goran", { goran: "eight" }),
    },
    {
      ...same("学堂", "hakdangGwiin"),
      why: "another star of the same name: the birthplace of the year's nayin, or of the day stem as a whole ganji, on month, day and hour",
      asThey: (chart) => study(chart, factsOf(chart).year.nayin.element),
    },
    {
      star: "cheolla, jimang",
      theirs: marks("天罗地网"),
      ours: starred(["cheolla", "jimang"]),
      why: "marks what meets the year or the day branch, not every pillar of the two; and the day by the year's nayin",
      asThey: (chart) => nets(chart, factsOf(chart).year.nayin.element),
    },
    {
      star: "cheonsangSamgi, jihaSamgi, injungSamgi",
      theirs: marks("三奇贵人"),
      ours: starred(["cheonsangSamgi", "jihaSamgi", "injungSamgi"]),
      why: "wants the three in their order but not side by side, marks the day pillar, and misses 壬癸辛 by a slip in its pattern",
      asThey: wonders,
    },
    {
      star: "voids by year and day",
      theirs: marks("空亡"),
      ours: pillarsWith(({ isVoid }) => isVoid.byDay || isVoid.byYear),
    },
  ],
}
