import type { Outcome, SagaState } from "cubular/contract"
import { exposeSpreads, exposeTallies, type Spread, type Tally } from "./exposition.ts"
import { Family, type FamilyOptions } from "./family.ts"

/** How a run ended. `refused`: its inputs or options were, and no step began. */
export type RunOutcome = "ok" | "failed" | "refused" | "cancelled"

/** Upper edges in seconds. */
export const BUCKETS: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const tally = (): Tally => ({ value: 0 })

type Plain = Omit<FamilyOptions<Tally>, "empty">

/** What is counted of runs and steps. */
export class Instruments {
  readonly dropped: Tally
  readonly unsent: Tally
  private readonly buckets: readonly number[]
  private readonly runs: Family<Tally>
  private readonly sagas: Family<Tally>
  private readonly inFlight: Family<Tally>
  private readonly runMs: Family<Spread>
  private readonly steps: Family<Tally>
  private readonly stepMs: Family<Spread>
  private readonly decisions: Family<Tally>
  private readonly requests: Family<Tally>
  private readonly messages: Family<Tally>
  private readonly droppedSpans: Family<Tally>
  private readonly unsentTraces: Family<Tally>

  constructor(buckets: readonly number[], most: number) {
    this.buckets = buckets
    const counted = (options: Plain): Family<Tally> => new Family({ ...options, empty: tally }, most)
    const spread = (name: string, help: string, labels: readonly string[]): Family<Spread> => {
      const empty = (): Spread => ({ counts: new Array<number>(buckets.length + 1).fill(0), sumMs: 0 })
      return new Family({ name, help, type: "histogram", labels, open: labels.length, empty }, most)
    }
    this.runs = counted({
      name: "cubular_runs_total",
      help: "Runs that ended.",
      type: "counter",
      labels: ["composition", "outcome"],
      open: 1,
    })
    this.sagas = counted({
      name: "cubular_sagas_total",
      help: "Sagas that ended or were parked.",
      type: "counter",
      labels: ["composition", "state"],
      open: 1,
    })
    this.inFlight = counted({
      name: "cubular_runs_in_flight",
      help: "Runs that began and have not ended.",
      type: "gauge",
      labels: ["composition"],
      open: 1,
    })
    this.runMs = spread("cubular_run_duration_seconds", "How long runs took.", ["composition"])
    this.steps = counted({
      name: "cubular_steps_total",
      help: "Steps that ended.",
      type: "counter",
      labels: ["composition", "cube", "outcome"],
      open: 2,
    })
    this.stepMs = spread("cubular_step_duration_seconds", "How long steps took.", ["composition", "cube"])
    this.decisions = counted({
      name: "cubular_policy_decisions_total",
      help: "What policies around steps decided.",
      type: "counter",
      labels: ["composition", "step", "policy", "did"],
      open: 2,
    })
    this.requests = counted({
      name: "cubular_http_requests_total",
      help: "Requests that were answered.",
      type: "counter",
      labels: ["route", "status"],
      open: 1,
    })
    this.messages = counted({
      name: "cubular_messages_total",
      help: "What became of messages.",
      type: "counter",
      labels: ["topic", "event"],
      open: 1,
    })
    const bare = { type: "counter", labels: [], open: 0 } as const
    this.droppedSpans = counted({
      ...bare,
      name: "cubular_spans_dropped_total",
      help: "Spans there was no room for.",
    })
    this.unsentTraces = counted({
      ...bare,
      name: "cubular_exports_failed_total",
      help: "Hand-overs of spans that failed.",
    })
    this.dropped = this.droppedSpans.of([])
    this.unsent = this.unsentTraces.of([])
  }

  began(composition: string): Tally {
    const gauge = this.inFlight.of([composition])
    gauge.value++
    return gauge
  }

  runEnded(composition: string, outcome: RunOutcome, ms: number): void {
    this.runs.of([composition, outcome]).value++
    this.time(this.runMs.of([composition]), ms)
  }

  sagaEnded(composition: string, state: SagaState): void {
    this.sagas.of([composition, state]).value++
  }

  /** @param ms - undefined where nobody looked at the clock. */
  stepEnded(composition: string, cube: string, outcome: Outcome, ms: number | undefined): void {
    this.steps.of([composition, cube, outcome]).value++
    if (ms !== undefined) this.time(this.stepMs.of([composition, cube]), ms)
  }

  decided(composition: string, step: string, policy: string, did: string): void {
    this.decisions.of([composition, step, policy, did]).value++
  }

  answered(route: string, status: number): void {
    this.requests.of([route, String(status)]).value++
  }

  message(topic: string, event: string): void {
    this.messages.of([topic, event]).value++
  }

  /** Everything, in the text exposition format 0.0.4. */
  expose(): string {
    const { buckets } = this
    return [
      exposeTallies(this.runs),
      exposeTallies(this.sagas),
      exposeTallies(this.inFlight),
      exposeSpreads(this.runMs, buckets),
      exposeTallies(this.steps),
      exposeSpreads(this.stepMs, buckets),
      exposeTallies(this.decisions),
      exposeTallies(this.requests),
      exposeTallies(this.messages),
      exposeTallies(this.droppedSpans),
      exposeTallies(this.unsentTraces),
    ].join("")
  }

  private time(spread: Spread, ms: number): void {
    const at = this.buckets.findIndex((edge) => ms <= edge * 1000)
    const bucket = at < 0 ? this.buckets.length : at
    spread.counts[bucket] = (spread.counts[bucket] ?? 0) + 1
    spread.sumMs += ms
  }
}
