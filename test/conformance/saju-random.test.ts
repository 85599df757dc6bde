import { analyze, type Birth, chart, type SajuOptions } from "cubular/saju"
import { interpret, toCompact } from "cubular/saju/reading"
import "cubular/saju/years"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"

const PARTS = 20
const CHARTS_PER_PART = 5_000

/** Draws in 0 to 1, the same on every host. */
function drawsOf(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

const zones = ["Asia/Seoul", "Asia/Seoul", "Asia/Pyongyang", "America/New_York", "Europe/London", "+09:00", "-03:30"]
const clocks = ["mean", "wall", "standard", "apparent"] as const
const boundaries = ["split", "jasi", "midnight"] as const
const yearBoundaries = ["ipchun", "dongji", "lunarNewYear"] as const
const luckRules = ["remainder", "round", "floor", "ceil", "exact"] as const
const structures = ["revealed", "main", "commanding"] as const
const strengths = ["hiddenStems", "fourTests", "points", "roots"] as const

const two = (value: number): string => String(value).padStart(2, "0")

/** A chart of any kind there is, with its analysis; of some the reading and the compact form too. */
function textOf(draw: () => number, at: number): string {
  const below = (bound: number): number => Math.floor(draw() * bound)
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const far = below(10) === 0
  const year = far ? 1600 + below(601) : 1900 + below(201)
  const lunar = below(5) === 0
  const birth: Birth = {
    date: `${year}-${two(1 + below(12))}-${two(1 + below(28))}`,
    time: below(20) === 0 ? null : `${two(below(24))}:${two(below(60))}:${two(below(60))}`,
    sex: one(["female", "male"] as const),
    timeZone: one(zones),
    longitudeDeg: below(2) === 0 ? null : below(360_000) / 1000 - 180,
    fold: below(2) as 0 | 1,
    ...(lunar ? { calendar: "lunar" } : {}),
  }
  const options: SajuOptions = {
    clock: one(clocks),
    boundary: one(boundaries),
    yearBoundary: one(yearBoundaries),
    termPrecision: one(["exact", "kasiMinute"] as const),
    luckRule: one(luckRules),
    hiddenStems: one(["monthly", "fixed"] as const),
    stageEarth: one(["fire", "water"] as const),
    lunarCalendar: one(["korea", "china"] as const),
    now: "2026-11-21T00:00:00Z",
  }
  try {
    const found = chart(birth, options)
    const analysis = analyze(found, { structure: one(structures), strength: one(strengths) })
    const text = JSON.stringify(found) + JSON.stringify(analysis)
    if (at % 100 > 0) return text
    return text + JSON.stringify(interpret(analysis, { chart: found, luck: found.luck })) + toCompact(found, analysis)
  } catch (error) {
    return JSON.stringify(error)
  }
}

/** Sum and share of refused births; one changed character changes the sum. */
function digestOf(part: number): string {
  const draw = drawsOf(20_261_121 + part)
  let sum = 0
  let refused = 0
  for (let at = 0; at < CHARTS_PER_PART; at++) {
    const text = textOf(draw, at)
    if (text.startsWith('{"code"')) refused++
    for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  }
  return `${(sum >>> 0).toString(16).padStart(8, "0")} ${refused}`
}

/** Snapshots: what is tested is that every host has the same. */
const digests: readonly string[] = [
  "a30cf2ab 57",
  "32770b08 57",
  "923fe2a9 53",
  "2a515f56 46",
  "1d6f143e 70",
  "f1476636 51",
  "bb50a787 61",
  "5aa62e0a 55",
  "cd598ae9 63",
  "50e6806d 56",
  "9c3536fc 55",
  "e7fce0d5 50",
  "60f7e42f 45",
  "3afdb8b5 54",
  "e766ec06 64",
  "9de33a8c 47",
  "d9bc8c10 54",
  "8e81f966 57",
  "4f0154ec 63",
  "97e923fa 54",
]

describe("100,000 random charts with luck and analysis are the same bytes on every host", () => {
  test.each(Array.from({ length: PARTS }, (_, part) => part))("part %i", { timeout: 120_000 }, (part) => {
    expect(digestOf(part)).toBe(digests[part])
  })
})
