/** Compact lines about the moment of birth and the schools followed. */
import { ANALYSIS_CHOICES, USEFUL_GOD_METHODS } from "../analysis/options.ts"
import type { Analysis } from "../analysis/types.ts"
import { CHOICES } from "../options.ts"
import type { CompactChart } from "./types.ts"
import type { Words } from "./words.ts"

/** Options told whatever they are, by their value alone; the others when they are not the default. */
const ALWAYS = ["boundary", "yearBoundary"]

export function settingLines({ details }: CompactChart, analysis: Analysis, words: Words): string[] {
  const { rows } = words
  const { utc, clock, correctionSec, warnings } = details
  const moment = utc === null ? words.unknown : `${utc.slice(0, 16)}Z`
  const shift = correctionSec === null ? "" : ` ${clock}${correctionSec < 0 ? "" : "+"}${Math.round(correctionSec)}s`
  const lines = [`${rows.birth} ${moment}${shift}; ${rows.options} ${optionsOf(details.options, analysis)}`]
  if (warnings.length > 0) lines.push(`${rows.warnings} ${warnings.map(({ code }) => code).join(" ")}`)
  return lines
}

function optionsOf(chart: CompactChart["details"]["options"], { options }: Analysis): string {
  const told: string[] = []
  for (const name of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    const value = chart[name]
    const usual = CHOICES[name][0] === value
    if (ALWAYS.includes(name)) told.push(`${value}`)
    else if (!usual) told.push(`${name}=${value}`)
  }
  for (const [name, values] of Object.entries(ANALYSIS_CHOICES)) {
    const value = options[name as keyof typeof ANALYSIS_CHOICES]
    if (value !== values[0]) told.push(`${name}=${value}`)
  }
  if (options.usefulGodPriority.join() !== USEFUL_GOD_METHODS.join()) {
    told.push(`priority=${options.usefulGodPriority.join(">")}`)
  }
  return told.join(" ")
}
