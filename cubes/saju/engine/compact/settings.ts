/** Compact lines about the moment of birth and the schools followed. */
import { ANALYSIS_CHOICES, USEFUL_GOD_METHODS } from "../analysis/options.ts"
import type { Analysis } from "../analysis/types.ts"
import { DAY_SEC, formatTime } from "../civil.ts"
import { CHOICES } from "../options.ts"
import { recordedDate, recordedSec } from "../recorded.ts"
import type { CompactChart } from "./types.ts"
import type { Words } from "./words.ts"

export function settingLines(chart: CompactChart, analysis: Analysis, words: Words): string[] {
  const { rows } = words
  const { options, warnings } = chart.details
  const born = `${recordedDate(chart)} ${timeOf(chart, words)}, ${words.sexes[sexOf(chart)]}`
  const lines = [`${rows.birth} ${born}; ${rows.options} ${optionsOf(options, analysis, words)}`]
  if (warnings.length > 0) lines.push(`${rows.warnings} ${warnings.map(({ code }) => code).join(" ")}`)
  return lines
}

/** "14:20 UTC+10:00, mean time -5400s": as recorded, and what the deciding clock makes of it. */
function timeOf({ details }: CompactChart, { clocks, hourUnknown }: Words): string {
  const { clock, correctionSec, offsetSec } = details
  const sec = recordedSec(details)
  if (sec === null || correctionSec === null) return hourUnknown
  const time = shortTime(sec - Math.floor(sec / DAY_SEC) * DAY_SEC)
  const zone = `UTC${offsetSec < 0 ? "-" : "+"}${shortTime(Math.abs(offsetSec))}`
  const shift = Math.floor(correctionSec + 0.5)
  return `${time} ${zone}, ${clocks[clock]}${shift === 0 ? "" : ` ${shift < 0 ? "" : "+"}${shift}s`}`
}

/** "14:20", with seconds where there are any. */
const shortTime = (second: number): string => formatTime(second).replace(/^(..:..):00$/, "$1")

/** Luck tells it: forward in a yang year is a man's. The year is that of ipchun, as for the direction. */
function sexOf({ luck, details }: CompactChart): "male" | "female" | "unknown" {
  if (luck === null) return "unknown"
  const { term, utc } = details.previousTerm
  const year = Number(utc.slice(0, 4)) - (term < 2 ? 1 : 0)
  return (year % 2 === 0) === (luck.direction === "forward") ? "male" : "female"
}

/** Where day and year begin, whatever they are; the others by name when they are not the default. */
function optionsOf(chart: CompactChart["details"]["options"], { options }: Analysis, words: Words): string {
  const told: string[] = [words.boundaries[chart.boundary], words.yearBoundaries[chart.yearBoundary]]
  for (const name of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    if (name === "boundary" || name === "yearBoundary") continue
    if (CHOICES[name][0] !== chart[name]) told.push(`${name}=${chart[name]}`)
  }
  for (const [name, values] of Object.entries(ANALYSIS_CHOICES)) {
    const value = options[name as keyof typeof ANALYSIS_CHOICES]
    if (value !== values[0]) told.push(`${name}=${value}`)
  }
  if (options.usefulGodPriority.join() !== USEFUL_GOD_METHODS.join()) {
    told.push(`priority=${options.usefulGodPriority.join(">")}`)
  }
  return told.join(", ")
}
