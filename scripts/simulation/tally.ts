import type { FaultKind, Simulated } from "cubular/conformance"

/** A seed under which something was violated. */
export interface Failure {
  readonly seed: number
  readonly violations: readonly string[]
}

/** What many seeds came to together. */
export interface Tally {
  seeds: number
  events: number
  simulatedMs: number
  faults: { [kind in FaultKind]?: number }
  failures: Failure[]
}

export function emptyTally(): Tally {
  return { seeds: 0, events: 0, simulatedMs: 0, faults: {}, failures: [] }
}

export function addSeed(tally: Tally, { seed, events, simulatedMs, faults, violations }: Simulated): void {
  const failures = violations.length > 0 ? [{ seed, violations: violations.slice(0, 5) }] : []
  addTally(tally, { seeds: 1, events, simulatedMs, faults, failures })
}

export function addTally(tally: Tally, more: Tally): void {
  tally.seeds += more.seeds
  tally.events += more.events
  tally.simulatedMs += more.simulatedMs
  for (const [kind, count] of Object.entries(more.faults) as [FaultKind, number][])
    tally.faults[kind] = (tally.faults[kind] ?? 0) + count
  tally.failures.push(...more.failures)
}

export function faultsOf({ faults }: Tally): number {
  return Object.values(faults).reduce((sum, count) => sum + count, 0)
}

/** The line that shows a failing seed in full. */
export const replayLine = (seed: number): string => `npm run simulate -- --seed ${seed}`
