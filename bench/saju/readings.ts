/** A whole reading of one birth against the packages that give one: prints slices as JSON. */
import { type Analysis, analyze, chart, monthLuck, type SajuChart, yearLuck } from "cubular/saju"
import { interpret, toCompact } from "cubular/saju/reading"
import { type Contender, interleave } from "../interleave.ts"
import { birthsOf, civilTimes } from "./births.ts"
import { birthOf } from "./ours.ts"

const COUNT = 1024
const NOW = "2026-11-21T00:00:00Z"
const births = birthsOf(civilTimes(COUNT))
const seoul = births.map((birth) => ({ ...birthOf(birth), sex: "male" }) as const)
const { calculateSaju } = await import("ssaju")
const theirs = births.map((birth) => ({ ...birth, gender: "남", now: new Date(NOW) }) as const)

/** What ssaju's reading holds: chart, analysis, ten decades, ten years and twelve months, each with its relations. */
function reading(input: number): readonly unknown[] {
  const found = chart(seoul[input % COUNT] as (typeof seoul)[number], { now: NOW })
  const analysis = analyze(found)
  return [found, analysis, yearLuck(found, { from: 2026, to: 2035 }), monthLuck(found, 2026)]
}

function analyzed(input: number): readonly [SajuChart, Analysis] {
  const found = chart(seoul[input % COUNT] as (typeof seoul)[number], { now: NOW })
  return [found, analyze(found)]
}

const contenders: Contender[] = [
  { name: "chart with decades of luck, and analysis", run: analyzed },
  { name: "the same with ten years and twelve months of luck", run: reading },
  {
    name: "chart, analysis, and sentences in Korean",
    run: (input) => {
      const [found, analysis] = analyzed(input)
      return interpret(analysis, { chart: found, luck: found.luck })
    },
  },
  { name: "chart, analysis, and the compact form", run: (input) => toCompact(...analyzed(input)) },
  { name: "ssaju", run: (input) => calculateSaju(theirs[input % COUNT] as (typeof theirs)[number]) },
  {
    name: "ssaju and its compact form",
    run: (input) => calculateSaju(theirs[input % COUNT] as (typeof theirs)[number]).toCompact(),
  },
]
// So much code takes a second or two until the optimiser has seen all of it: many rounds, so that the median is of what follows.
console.log(JSON.stringify({ slices: await interleave(contenders, { rounds: 150, sliceMs: 5 }) }))
