import { calculateSaju } from "ssaju"
import { voidBranchesOf } from "../../cubes/saju/engine/analysis/voids.ts"
import { pillarOf } from "../../cubes/saju/engine/names.ts"
import {
  type Comparison,
  chartOf,
  ofEach,
  type Peer,
  type PeerChart,
  POSITIONS,
  pillarsText,
  pillarsWhere,
  starred,
} from "./peers-charts.ts"

type Saju = ReturnType<typeof calculateSaju>

let last: { readonly birth: PeerChart["birth"]; readonly saju: Saju } | undefined

/** Its answer for a birth; one birth is asked about many times in a row. */
function answer({ birth }: PeerChart): Saju {
  if (last?.birth !== birth) last = { birth, saju: calculateSaju({ ...birth, timezone: "+09:00" }) }
  return last.saju
}

const each = (tell: (saju: Saju, position: (typeof POSITIONS)[number]) => string) => {
  return (chart: PeerChart): string => POSITIONS.map((position) => tell(answer(chart), position)).join(" ")
}
const marks = (hangul: string) => {
  return (chart: PeerChart): string =>
    pillarsText(POSITIONS.filter((position) => answer(chart).sals[position].specialSals.includes(hangul)))
}
/** Its second list says only that a chart has a star. */
const listed = (hangul: string) => {
  return (chart: PeerChart): string => {
    const { gilsin, hyungsin } = answer(chart).advanced.sinsal
    return [...gilsin, ...hyungsin].includes(hangul) ? "there" : ""
  }
}
const there = (ours: (chart: PeerChart) => string) => {
  return (chart: PeerChart): string => (ours(chart) === "" ? "" : "there")
}

const special: readonly Comparison[] = [
  { star: "cheoneulGwiin", theirs: marks("천을귀인"), ours: starred("cheoneulGwiin") },
  {
    star: "yeongma",
    theirs: marks("역마살"),
    ours: starred("yeongma"),
    why: "marks whatever clashes with the day branch, which is 역마 for 寅申巳亥 days only",
    asThey: ({ pillars }) => pillarsWhere((at) => Math.abs((pillars[at]?.branch as number) - pillars[2].branch) === 6),
  },
  {
    star: "dohwa",
    theirs: marks("도화살"),
    ours: starred("dohwa"),
    why: "looks from the day branch only (our twelveStarsBase: day)",
    asThey: starred("dohwa", { twelveStarsBase: "day" }),
  },
  {
    star: "hwagae",
    theirs: marks("화개살"),
    ours: starred("hwagae"),
    why: "looks from the day branch only (our twelveStarsBase: day)",
    asThey: starred("hwagae", { twelveStarsBase: "day" }),
  },
  {
    star: "woldeokGwiin (whether there)",
    theirs: listed("월덕귀인"),
    ours: there(starred("woldeokGwiin")),
    why: "looks at the day stem only",
    asThey: there(starred("woldeokGwiin", { only: "day" })),
  },
  {
    star: "cheondeokGwiin (whether there)",
    theirs: listed("천덕귀인"),
    ours: there(starred("cheondeokGwiin")),
    why: "looks at the day stem only, so that the four months whose mark is a branch never have it",
    asThey: (chart) =>
      chart.pillars[1].branch % 3 === 0 ? "" : there(starred("cheondeokGwiin", { only: "day" }))(chart),
  },
  {
    star: "yangin (whether there)",
    theirs: listed("양인"),
    ours: there(starred("yangin")),
    why: "takes the blade at the 제왕 (our blade: peak) and looks at the day branch only",
    asThey: there(starred("yangin", { blade: "peak", only: "day" })),
  },
  {
    star: "geopsal (whether there)",
    theirs: listed("겁살"),
    ours: there(starred("geopsal")),
    why: "looks from the day branch only (our twelveStarsBase: day)",
    asThey: there(starred("geopsal", { twelveStarsBase: "day" })),
  },
]

const STAGES = "장생 목욕 관대 건록 제왕 쇠 병 사 묘 절 태 양".split(" ")
/** Its second table of stages: stage on 子 by day stem, and which stems run backward from there. */
const SECOND_ON_RAT = [0, 11, 10, 9, 10, 9, 7, 0, 3, 2]
const SECOND_BACKWARD = [1, 3, 5, 6, 8, 9]

function secondStages({ pillars }: PeerChart): string {
  const day = pillars[2].stem
  const step = SECOND_BACKWARD.includes(day) ? 11 : 1
  return pillars.map(({ branch }) => STAGES[((SECOND_ON_RAT[day] as number) + step * branch) % 12]).join(" ")
}

/** Asked by birth, at +09:00; its own pillars are what both sides look at. */
export const ssaju: Peer = {
  name: "ssaju",
  chart: (chart) => {
    const { year, month, day, hour } = answer(chart).pillars
    return chartOf(chart.birth, [year, month, day, hour].map(indexOf))
  },
  comparisons: [
    {
      star: "stages of the day stem",
      theirs: each((saju, position) => saju.stages12.bong[position]),
      ours: ofEach(({ stages }) => stages.ofDayStem.hangul),
    },
    {
      star: "stages of each pillar's own stem",
      theirs: each((saju, position) => saju.stages12.geo[position]),
      ours: ofEach(({ stages }) => stages.ofOwnStem.hangul),
      why: "what it calls 거법 is a second table by the day stem, in which 甲 乙 癸 begin elsewhere and 庚 辛 壬 run the other way round",
      asThey: secondStages,
    },
    {
      star: "twelve stars by year",
      theirs: each((saju, position) => saju.sals[position].twelveSal),
      ours: ofEach(({ twelveStars }) => twelveStars.byYear?.hangul ?? ""),
    },
    {
      star: "voids by day",
      theirs: (chart) => answer(chart).gongmang.branches.join(""),
      ours: ({ pillars }) =>
        voidBranchesOf(pillars[2].index)
          .map((branch) => pillarOf(branch).ganji.charAt(1))
          .join(""),
    },
    ...special,
  ],
}

function indexOf(ganji: string): number {
  for (let index = 0; index < 60; index++) if (pillarOf(index).ganji === ganji) return index
  throw new Error(`not a ganji: ${ganji}`)
}
