import type { Standing } from "../figures.ts"
import { load, type Results } from "../results.ts"
import { microseconds, table, times } from "../table.ts"

const overheadTable = ({ later, now }: Results["policies"]): string =>
  table(
    ["µs per run, × of the bare step", "async cube", "cube that answers at once"],
    later.map((standing, at) => {
      const other = now[at] as Standing
      return [
        standing.name,
        ...[standing, other].map(({ ns, ratio }) => `${microseconds(ns.median)} ${times(ratio.median)}`),
      ]
    }),
  )

const rivalsTable = ({ turn, wait }: Results["policies"]): string =>
  table(
    ["µs per call that is ok, × of ours", "answers in the next turn", "waits for the event loop"],
    turn.map((standing, at) => {
      const other = wait[at] as Standing
      return [
        standing.name,
        ...[standing, other].map(({ ns, ratio }) => `${microseconds(ns.median)} ${times(ratio.median)}`),
      ]
    }),
  )

export function policiesReport(): string {
  const saved = load("policies")
  if (!saved) return ""
  return `## Policies: what they add to a step

${overheadTable(saved.results)}

A run of one step that adds one; "bare" has no policies. Every input differs, so the cache never hits: its figure is the
SHA-256 of the inputs and a copy of the outputs.

Retry, circuit breaker and timeout around the same async call:

${rivalsTable(saved.results)}

- Ours is a whole run of a composition of one step: inputs checked, cancellable, result awaited.
- cockatiel: \`wrap(retry, circuitBreaker(SamplingBreaker), timeout)\`. effect: \`Effect.timeout\` and \`Effect.retry\`; it has no
  breaker. moleculer: a local \`broker.call\` with request timeout, retry policy and circuit breaker; its timeout does not abort
  the call, so it makes no signal.
`
}
