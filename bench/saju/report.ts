import type { Standing } from "../figures.ts"
import { load, type Results } from "../results.ts"
import { digits, microseconds, table, times } from "../table.ts"
import { accuracyTable } from "./accuracy-table.ts"

/** Times faster than the reference. */
const faster = ({ ratio }: Standing): string => times(1 / ratio.median)

const singleReport = ({ agree, absent, standings }: Results["saju-single"]): string => `## Saju: one chart

${table(
  ["one birth", "µs", "times as fast as manseryeok"],
  standings.map((standing) => [standing.name, microseconds(standing.ns.median), faster(standing)]),
)}

Random births of 1900–2099. Same pillars as ours, asked the same way (zone of their solar terms, rule for 23:00):
${Object.entries(agree)
  .map(([name, { same, of }]) => `${name} ${digits(same)} of ${digits(of)}`)
  .join(", ")}.
${absent.map(({ name, reason }) => `${name} does not load in Node (${reason}).`).join(" ")}
The packages answer different things beside the pillars (ours: names, the instant, neighbouring solar terms, warnings and the
charts beyond a near edge; manseryeok: ten gods and elements; ssaju: a whole reading).
`

const batchRow = (name: string, standings: readonly Standing[]): string[][] =>
  standings
    .filter((standing) => standing.name !== "bare loop")
    .map((standing) => [
      `${name}: ${standing.name}`,
      digits(standing.ns.median),
      digits(1000 / standing.ns.median),
      (1 / standing.ratio.median).toFixed(2),
    ])

/** How many times as long the first takes as the second, both against the bare loop of their rounds. */
function timesOf(standings: readonly Standing[], slower: string, quicker: string): string {
  const ratio = (part: string): number => standings.find(({ name }) => name.includes(part))?.ratio.median ?? Number.NaN
  return times(ratio(slower) / ratio(quicker))
}

const batchReport = ({ rows, loop, batches }: Results["saju-batch"]): string => `## Saju: many births at once

${table(
  ["", "ns per chart", "million charts per s", "share of the bare loop's speed"],
  [
    ...loop.map((standing) => [
      standing.name,
      digits(standing.ns.median),
      digits(1000 / standing.ns.median),
      (1 / standing.ratio.median).toFixed(2),
    ]),
    ...Object.entries(batches).flatMap(([name, standings]) => batchRow(name, standings)),
  ],
)}

${digits(rows)} random births in random order, in sixteen parts, one core. The *bare loop* is plain JavaScript written in the
bench: two table look-ups per birth, one fixed offset, the civil clock, no checks and no options, and it is given calendar
fields that were split beforehand. One by one, manseryeok takes ${timesOf(loop, "manseryeok in a loop", "Asia/Seoul")} as long a chart as a batch by
Korea's conventions. SIMD and scalar modules do the same, but for the equation of time of the \`apparent\` clock.
`

/** How many times as long as SIMD takes. */
const overSimd = (standings: readonly Standing[], name: string): number => {
  const ratio = (which: string): number => standings.find((each) => each.name === which)?.ratio.median ?? Number.NaN
  return ratio(name) / ratio("WASM SIMD")
}

const nsOf = (standings: readonly Standing[], name: string): string =>
  digits(standings.find((standing) => standing.name === name)?.ns.median ?? Number.NaN)

const batchesReport = ({ rows, batches, pool }: Results["saju-batches"]): string => `## Saju: every batch function

${table(
  [
    "",
    "ns per row: SIMD",
    "scalar",
    "TypeScript",
    "SIMD over scalar",
    "bytes per row in, out",
    "of a plain pass's speed",
  ],
  Object.entries(batches).map(([name, { bytesIn, bytesOut, overScalar, overPlain }]) => [
    name,
    nsOf(overScalar, "WASM SIMD"),
    nsOf(overScalar, "WASM scalar"),
    nsOf(overScalar, "TypeScript"),
    `${overSimd(overScalar, "WASM scalar").toFixed(2)} ×`,
    `${digits(bytesIn)}, ${digits(bytesOut)}`,
    overSimd(overPlain, "plain pass").toFixed(2),
  ]),
)}

${digits(rows)} random births in Asia/Seoul, in parts, one core; the results are allocated anew every time. The *plain pass* is plain JavaScript that reads
every byte handed in and writes every byte handed back. In the mean clock pillars are table look-ups, which SIMD has none of, so both
modules share them.

${table(
  [`pool of ${pool.size}`, "ns per row: one thread", "pool", "times as fast"],
  Object.entries(pool.batches).map(([name, standings]) => [
    name,
    nsOf(standings, "one thread"),
    nsOf(standings, "pool"),
    times(1 / (standings.find((standing) => standing.name === "pool")?.ratio.median ?? Number.NaN)),
  ]),
)}
`

const coldReport = (cold: Results["saju-cold"]): string => `## Saju: from nothing to the first chart

${table(
  ["fresh process", "ms from import to answer", "× of ours"],
  cold.map(({ name, ns, ratio }) => [name, digits(ns.median / 1e6), times(ratio.median)]),
)}

The packages as npm installs them; *bundled* is ours as esbuild leaves it in an application, one file.
`

const accuracyReport = (accuracy: Results["saju-accuracy"]): string => `## Saju: right answers

${accuracyTable(accuracy)}

Golden charts of \`test/golden/saju\` (births 1900–2100, computed from JPL DE431 and the tz database) and the months KASI publishes. A package is
asked only what it has an option for: ${accuracy.packages
  .slice(1)
  .map(({ name, charts }) => `${name} ${Object.values(charts).reduce((sum, { asked }) => sum + asked, 0)}`)
  .join(
    ", ",
  )} charts of ${Object.values(accuracy.packages[0]?.charts ?? {}).reduce((sum, { asked }) => sum + asked, 0)}. Times are handed over as
their functions take them (some have no seconds, some read every clock as Beijing's); zones by name where they take one.
`

const readingsReport = (readings: Results["saju-readings"]): string => `## Saju: a whole reading

${table(
  ["one birth", "µs", "times as fast as ssaju"],
  readings.map((standing) => [standing.name, microseconds(standing.ns.median), faster(standing)]),
)}

ssaju's reading holds pillars, ten gods, stages, stars, strength, decades, and ten years and twelve months with their ten gods and
stages. Ours holds those and, for every decade, year and month, what it meets in the chart; structure by three schools, the useful god
by six methods, each with its reason.
`

const tokensReport = ({ tokenizer, packages }: Results["saju-tokens"]): string => `## Saju: the form for language models

${table(
  ["one chart with decades, ten years and twelve months", "tokens: least", "median", "most"],
  Object.entries(packages).map(([name, { min, median, max }]) => [name, digits(min), digits(median), digits(max)]),
)}

${digits(Object.values(packages)[0]?.births ?? 0)} random births, counted with ${tokenizer}.
`

function peersReport({ charts, rows }: Results["saju-peers"]): string {
  const names = [...new Set(rows.map((row) => `${row.package} ${row.version}`))]
  const cells = names.map((name) => {
    const own = rows.filter((row) => `${row.package} ${row.version}` === name)
    const count = (list: readonly unknown[]): string => digits(list.length)
    return [
      name,
      count(own),
      count(own.filter(({ different }) => different === 0)),
      count(own.filter(({ different, unexplained }) => different > 0 && unexplained === 0)),
      count(own.filter(({ unexplained }) => unexplained > 0)),
    ]
  })
  return `## Saju: stars and stages beside other packages

${table(["package", "stars and stages compared", "equal", "by another list or rule", "not explained"], cells)}

Each on ${digits(charts)} random charts. Which list or rule it is: [saju-schools.md](saju-schools.md).
`
}

export function sajuReport(): string {
  const single = load("saju-single")
  const readings = load("saju-readings")
  const tokens = load("saju-tokens")
  const peers = load("saju-peers")
  const batch = load("saju-batch")
  const batches = load("saju-batches")
  const cold = load("saju-cold")
  const accuracy = load("saju-accuracy")
  return [
    accuracy && accuracyReport(accuracy.results),
    peers && peersReport(peers.results),
    single && singleReport(single.results),
    readings && readingsReport(readings.results),
    tokens && tokensReport(tokens.results),
    batch && batchReport(batch.results),
    batches && batchesReport(batches.results),
    cold && coldReport(cold.results),
  ]
    .filter(Boolean)
    .join("\n")
}
