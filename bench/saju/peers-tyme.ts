import { EarthBranch, HeavenStem, SixtyCycle } from "tyme4ts"
import { ofEach, type Peer, type PeerChart, pillarsWhere, pillarsWith } from "./peers-charts.ts"

const stem = ({ pillars }: PeerChart, at: number): HeavenStem => HeavenStem.fromIndex(pillars[at]?.stem as number)
const branch = ({ pillars }: PeerChart, at: number): EarthBranch => EarthBranch.fromIndex(pillars[at]?.branch as number)
const each = (tell: (at: number) => number): string => [0, 1, 2, 3].map(tell).join(" ")

/** Stages (地势), voids (旬空), nayin (纳音), ten gods (十神); it has no stars of a chart. */
export const tyme: Peer = {
  name: "tyme4ts",
  comparisons: [
    {
      star: "stages of the day stem",
      theirs: (chart) => each((at) => stem(chart, 2).getTerrain(branch(chart, at)).getIndex()),
      ours: ofEach(({ stages }) => stages.ofDayStem.index),
    },
    {
      star: "stages of each pillar's own stem",
      theirs: (chart) => each((at) => stem(chart, at).getTerrain(branch(chart, at)).getIndex()),
      ours: ofEach(({ stages }) => stages.ofOwnStem.index),
    },
    {
      star: "voids by day",
      theirs: ({ pillars }) => {
        const day = SixtyCycle.fromIndex(pillars[2].index)
        const voids = day.getExtraEarthBranches().map((one) => one.getIndex())
        return pillarsWhere((at) => voids.includes(pillars[at]?.branch as number))
      },
      ours: pillarsWith(({ isVoid }) => isVoid.byDay),
    },
    {
      star: "nayin",
      theirs: ({ pillars }) =>
        each((at) =>
          SixtyCycle.fromIndex(pillars[at]?.index as number)
            .getSound()
            .getIndex(),
        ),
      ours: ofEach(({ nayin }) => nayin.index),
    },
    {
      star: "ten gods of stems",
      theirs: (chart) =>
        [0, 1, 2, 3].map((at) => (at === 2 ? "-" : stem(chart, 2).getTenStar(stem(chart, at)).getIndex())).join(" "),
      ours: ofEach(({ stemTenGod }) => stemTenGod?.index ?? "-"),
    },
  ],
}
