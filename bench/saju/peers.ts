/**
 * Stages, stars and voids against other packages on 10,000 charts: prints the rows as JSON. Each difference has a reason; the chart is told again by that reason, and what still differs then is
 * counted as unexplained.
 */
import { readFileSync } from "node:fs"
import type { PeerRow, Peers } from "./peer-rows.ts"
import { cantian } from "./peers-cantian.ts"
import { type Peer, type PeerChart, peerCharts } from "./peers-charts.ts"
import { gracefullight } from "./peers-gracefullight.ts"
import { ssaju } from "./peers-ssaju.ts"
import { tyme } from "./peers-tyme.ts"

/** Births from 1900 to 2099, minutes drawn from this seed (births.ts). */
const SEED = 20_261_121
const COUNT = 10_000

function versionOf(name: string): string {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version
}

/** Chart by chart, so that what a package says of one is asked for once. */
function rowsOf({ name, comparisons, chart: asTheyMake }: Peer, charts: readonly PeerChart[]): PeerRow[] {
  const version = versionOf(name)
  const counts = comparisons.map((comparison) => ({ comparison, different: 0, unexplained: 0 }))
  for (const drawn of charts) {
    const chart = asTheyMake?.(drawn) ?? drawn
    for (const count of counts) {
      const { theirs, ours, asThey = ours } = count.comparison
      const told = theirs(chart)
      if (told !== ours(chart)) count.different++
      // By their rule every chart is told again, not only those that differ: it has to fit where we agree, too.
      if (told !== asThey(chart)) count.unexplained++
    }
  }
  return counts.map(({ comparison: { star, why }, different, unexplained }) => ({
    package: name,
    version,
    star,
    compared: charts.length,
    different,
    why: different === 0 ? null : (why ?? "unknown"),
    unexplained,
  }))
}

const charts = peerCharts(COUNT)
const peers: readonly Peer[] = [await gracefullight(), ssaju, cantian, tyme]
console.log(
  JSON.stringify({ seed: SEED, charts: COUNT, rows: peers.flatMap((peer) => rowsOf(peer, charts)) } satisfies Peers),
)
