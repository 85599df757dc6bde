import type { Figure } from "../figures.ts"
import { load } from "../results.ts"

export function simulationReport(): string {
  const saved = load("simulation")
  if (!saved) return ""
  const { seedsPerSec, eventsPerSec } = saved.results
  const told = ({ median, q1, q3 }: Figure): string => `${median.toFixed(0)} (${q1.toFixed(0)} to ${q3.toFixed(0)})`
  return `## Simulation

On one core ${told(seedsPerSec)} seeds a second, ${told(eventsPerSec)} events a second: each seed plans a composition, runs it up to
twelve times with watched policies, and works on three of five stores or sagas meanwhile.
`
}
