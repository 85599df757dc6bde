import type { Figure, Standing } from "../figures.ts"
import { load, type Results } from "../results.ts"
import { digits, kilobytes, microseconds, table, times } from "../table.ts"

const OURS = "cubular"
/** Columns of the speed tables. */
const order = [
  "plain calls",
  OURS,
  "@preact/signals-core",
  "rxjs",
  "effect",
  "@comfyorg/litegraph",
  "graphai",
  "@google-labs/breadboard",
]

type Speed = Results["kernel-speed"]

const cell = (standing: Standing | undefined): string => {
  if (standing === undefined) return "—"
  const time = microseconds(standing.ns.median)
  return standing.name === OURS ? `**${time}**` : `${time} ${times(standing.ratio.median)}`
}

function speedTable(speed: Speed, empty: boolean): string {
  const rows = Object.entries(speed)
    .filter(([id]) => id.endsWith("-empty") === empty)
    .map(([, { title, standings }]) => [
      title.replace(", empty bodies", ""),
      ...order.map((name) => cell(standings.find((standing) => standing.name === name))),
    ])
  return table(["µs per run, × of ours", ...order], rows)
}

const ratio = ({ median, q1, q3 }: Figure): string => `${digits(median)} (${digits(q1)}–${digits(q3)})`

const speedReport = (speed: Speed): string => `## Kernel: one run of a graph

Steps do a little arithmetic; eight different functions take turns, so that no engine profits from meeting only one.

${speedTable(speed, false)}

The same graphs with bodies that do nothing, so that only the engine is left:

${speedTable(speed, true)}

- *plain calls* are the same calls written out by hand: the lower bound.
- Ours is \`(await runner.run(inputs).result).outputs\`: a document planned once, every run isolated and cancellable, its result
  awaited. The promise is in the figure although these graphs need none.
- graphai and breadboard also load a document and keep runs apart. rxjs, signals and litegraph push every run through one
  graph that holds its state, and hand the result back synchronously; for runs at once they get a graph each. effect makes a
  program per run and runs it with \`runSync\`, or \`runPromise\` where a step is async. Signals and litegraph have no async
  steps. An async step is one async function in every engine.
- Each is set up as its own documentation does, in the fastest of the ways tried: a subscribed rxjs pipeline with \`zip\` for
  joins; \`computed\` read on demand; \`Effect.map\` in a row, \`Effect.fnUntraced\` otherwise; \`LGraph.runStep\`;
  \`new GraphAI\` per run; \`invokeGraph\`.
`

const buildReport = (build: Results["kernel-build"]): string => `## Kernel: from a document of 1,000 steps to a plan

${table(
  ["µs", "first in a fresh process", "later"],
  build.map(({ name, coldUs, warmUs }) => [name, digits(coldUs.median), digits(warmUs.median)]),
)}

The first four rows are ours: every wire checked against the types of its ends, and a SHA-256 digest of the normalised
document. The others only link their nodes (graphai also checks its document). The engine's code is already loaded.
`

const optionsReport = ({ twelve, chain }: Results["kernel-options"]): string => `## Kernel: what one may ask for

${table(
  ["µs per run, × of the bare run", "12-step graph", "chain of 100"],
  twelve.map((standing, i) => {
    const other = chain[i] as Standing
    const both = [standing, other].map(({ ns, ratio }) => `${microseconds(ns.median)} ${times(ratio.median)}`)
    return [standing.name, ...both]
  }),
)}

A step costs next to nothing here, so the ratios are the worst there are.
`

const earlierReport = (earlier: Results["kernel-earlier"]): string => `## Kernel: a bare step, before and after

${table(
  ["µs per run", "now", "earlier", "earlier, × of now"],
  earlier.map(({ title, standings }) => {
    const [now, then] = ["now", "then"].map((name) => standings.find((standing) => standing.name === name) as Standing)
    const times = [now, then].map((standing) => microseconds((standing as Standing).ns.median))
    return [title, ...times, ratio((then as Standing).ratio)]
  }),
)}

The same graphs on the engine as it was before it had policies, streams, stores, messages and sagas (its last commit, bundled
the same way, in the same process): what nobody asks for is to cost nothing. Above 1 the engine is faster than it was. Quartiles
in brackets: what the optimiser makes of the same code differs from process to process.
`

const memoryReport = (memory: Results["kernel-memory"]): string => `## Kernel: memory of an idle graph

${table(
  ["one idle 12-step graph", "kB of heap"],
  memory.map(({ name, bytes }) => [name, kilobytes(bytes)]),
)}

Heap after garbage collection with 1,000 of them alive, divided by 1,000. They share the functions of the steps; ours share
document and cubes as well, each has its own plan and memory host.
`

const typesReport = (types: Results["kernel-types"]): string => `## Compositions as typed literals

${table(
  ["placed cubes", "s of type checking", "s over the empty file"],
  types.map(({ placed, checkSec, overEmptySec }) => [digits(placed), digits(checkSec), digits(overEmptySec)]),
)}
`

export function kernelReport(): string {
  const speed = load("kernel-speed")
  const build = load("kernel-build")
  const options = load("kernel-options")
  const earlier = load("kernel-earlier")
  const memory = load("kernel-memory")
  const types = load("kernel-types")
  return [
    speed && speedReport(speed.results),
    build && buildReport(build.results),
    options && optionsReport(options.results),
    earlier && earlierReport(earlier.results),
    memory && memoryReport(memory.results),
    types && typesReport(types.results),
  ]
    .filter(Boolean)
    .join("\n")
}
