import { type AnyCube, type CompositionDocument, createRunner, type Runner, type Values } from "cubular"
import { type Cell, cells, problemsOf, runCell } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { adversarialCharts, birthOf, type ChartVector, randomCharts } from "../golden/saju/charts.ts"
import { flowCells, flowCubes } from "./flow-cells.ts"

/** A run that must have the same fingerprint and plan wherever it is executed. */
export interface GoldenRun {
  readonly name: string
  readonly run: () => Promise<Traces>
}

/** Fingerprint and plan digest. */
export type Traces = readonly [fingerprint: string, plan: string]

/** Cells whose run comes to its own end. */
export const cellRuns: readonly GoldenRun[] = [...cells, ...flowCells]
  .filter(({ outcome }) => outcome === "ok" || outcome === "fail" || outcome === "skip")
  .map((cell) => ({ name: cell.name, run: () => tracesOf(cell) }))

async function tracesOf(cell: Cell): Promise<Traces> {
  const observed = await runCell(cell, createHost, { registry: flowCubes })
  const [problem] = problemsOf(cell, observed)
  // What is wrong must never become the snapshot.
  if (problem) throw new Error(`${cell.name}: ${problem}`)
  return [observed.fingerprint as string, observed.plan]
}

const clocks = ["mean", "wall", "standard", "apparent"] as const

/** Births where something changes: a term, an hour, a day, a clock, a zone, an end of the range; and births refused. */
const edges: readonly { readonly [field: string]: string | number | boolean | null }[] = [
  { date: "1990-05-01", time: "14:30", sex: "female" },
  { date: "1990-05-01", time: null },
  { date: "2000-02-04", time: "21:40" },
  { date: "2000-02-04", time: "21:40:22" },
  { date: "2000-02-04", time: "21:40:23" },
  { date: "2000-02-04", time: null },
  { date: "1900-01-01", time: "00:00" },
  { date: "1900-01-01", time: "00:00", timeZone: "+00:00", longitudeDeg: 0 },
  { date: "2100-12-31", time: "23:59:59" },
  { date: "2024-02-29", time: "23:30" },
  { date: "2024-02-29", time: "00:30" },
  { date: "1999-12-31", time: "23:59:59", longitudeDeg: 129.0756 },
  { date: "1988-05-08", time: "02:30" },
  { date: "1988-10-09", time: "02:30", fold: 0 },
  { date: "1988-10-09", time: "02:30", fold: 1 },
  { date: "1954-03-21", time: "00:15" },
  { date: "1961-08-10", time: "00:10" },
  { date: "1908-04-01", time: "00:10" },
  { date: "2015-08-15", time: "00:05", timeZone: "Asia/Pyongyang" },
  { date: "2018-05-04", time: "23:45", timeZone: "Asia/Pyongyang" },
  { date: "1985-07-13", time: "06:00", timeZone: "America/New_York" },
  { date: "1985-07-13", time: "06:00", timeZone: "Europe/London", longitudeDeg: -0.1276 },
  { date: "1985-07-13", time: "06:00", timeZone: "+14:00", longitudeDeg: 180 },
  { date: "1985-07-13", time: "06:00", timeZone: "-12:00", longitudeDeg: -180 },
  { date: "1899-12-31", time: "12:00" },
  { date: "2101-01-01", time: "12:00" },
  { date: "2023-02-29", time: "12:00" },
  { date: "1990-05-01", time: "24:00" },
  { date: "1990-05-01", time: "12:00", timeZone: "Mars/Olympus" },
]

const every = (vectors: readonly ChartVector[], step: number): readonly ChartVector[] =>
  vectors.filter((_, index) => index % step === 0)

const woman = { date: "1990-05-01", time: "14:30", sex: "female" } as const

/** Whether inputs alone decide a run: no cube of the composition, or of those it uses, asks a service or a store. */
export function asksNobody(
  { cubes: placed }: CompositionDocument,
  documents: readonly CompositionDocument[],
  cubes: readonly AnyCube[],
): boolean {
  return Object.values(placed).every(({ use }) => {
    const [name = ""] = use.split("@")
    const inner = documents.find(({ id }) => name === `composition:${id}`)
    if (inner) return asksNobody(inner, documents, cubes)
    const cube = cubes.find(({ id }) => id === name)
    return Object.keys(cube?.services ?? {}).length === 0 && !cube?.needs.includes("stores")
  })
}

/** Inputs of the shipped compositions, by name; every one that asks nobody must be here. */
export const compositionInputs: { readonly [id: string]: { readonly [name: string]: Values } } = {
  "saju-chart": Object.fromEntries([
    ...edges.flatMap((birth) =>
      clocks.map((clock) => [`${Object.values(birth).join(" ")} ${clock}`, { birth, options: { clock } }]),
    ),
    ...["split", "jasi", "midnight"].map((boundary) => [
      `boundary ${boundary}`,
      { birth: { date: "2024-06-01", time: "23:40" }, options: { boundary } },
    ]),
    ...["ipchun", "dongji", "lunarNewYear"].map((yearBoundary) => [
      `year from ${yearBoundary}`,
      { birth: { date: "2024-01-20", time: "10:00" }, options: { yearBoundary } },
    ]),
    ...["exact", "kasiMinute"].map((termPrecision) => [
      `terms ${termPrecision}`,
      { birth: { date: "2000-02-04", time: "21:40:10" }, options: { termPrecision, clock: "wall" } },
    ]),
    ...[...every(randomCharts, 8), ...every(adversarialCharts, 12)].map((vector) => [
      `vector ${vector.id}`,
      { birth: birthOf(vector), options: { clock: vector.clock, boundary: vector.boundary } },
    ]),
    ...[
      { date: "1990-04-07", time: "14:30", calendar: "lunar" },
      { date: "2025-06-01", time: "00:10", calendar: "lunar", leapMonth: true },
      { date: "2024-06-01", time: "00:10", calendar: "lunar", leapMonth: true },
      { date: "1600-01-01", time: "12:00" },
      { date: "2200-12-31", time: "23:59:59" },
      { date: "2201-01-01", time: "12:00" },
    ].map((birth) => [`${Object.values(birth).join(" ")}`, { birth }]),
  ]) as { [name: string]: Values },
  "saju-on-request": {
    "a birth": { birth: { date: "1990-05-01", time: "14:30" } },
    "a birth and options": { birth: { date: "1990-05-01", time: "14:30" }, options: { clock: "apparent" } },
  },
  "saju-fortune": {
    ordinary: { birth: { ...woman }, options: { now: "2026-11-21T00:00:00Z" } },
    english: { birth: { ...woman }, options: { now: "2026-11-21T00:00:00Z" }, lang: "en" },
    "hour unknown": { birth: { ...woman, time: null } },
    "no sex": { birth: { date: "1961-08-10", time: "00:10" }, lang: "en" },
    "other schools": {
      birth: { date: "1984-02-04", time: "23:40", sex: "male" },
      options: { clock: "apparent", boundary: "jasi", luckRule: "exact", hiddenStems: "fixed", stageEarth: "water" },
      schools: { structure: "commanding", strength: "points", usefulGodPriority: ["climate", "balance"] },
    },
  },
  "saju-compatibility": {
    ordinary: { a: { ...woman }, b: { date: "1988-10-09", time: "02:30", sex: "male" } },
    "hours unknown": { a: { ...woman, time: null }, b: { date: "1999-12-31", time: null } },
    weighed: {
      a: { ...woman },
      b: { date: "1954-03-21", time: "00:15", sex: "male" },
      weights: { dayBranches: 3 },
      schools: { hiddenCombinations: true },
    },
  },
  "saju-calendar-month": {
    ordinary: { month: { month: "2026-11" } },
    "lunar leap month": { month: { month: "2025-06", calendar: "lunar", leapMonth: true } },
    "of China": { month: { month: "1978-09", calendar: "lunar" }, options: { lunarCalendar: "china" } },
    "long ago": { month: { month: "1592-04" } },
    "not there": { month: { month: "2024-06", calendar: "lunar", leapMonth: true } },
  },
}

/** Runs of shipped compositions, each composition planned once. */
export function compositionRuns(
  documents: readonly CompositionDocument[],
  cubes: readonly AnyCube[],
): readonly GoldenRun[] {
  return documents.flatMap((document) => {
    let runner: Promise<Runner> | undefined
    return Object.entries(compositionInputs[document.id] ?? {}).map(([name, inputs]) => ({
      name: `${document.id}: ${name}`,
      async run() {
        runner ??= createRunner(document, [...documents, ...cubes], createHost())
        const { fingerprint, plan } = await (await runner).run(inputs, { fingerprint: true }).settled
        return [fingerprint as string, plan] as const
      },
    }))
  })
}
