import type { Ids } from "./ids.ts"
import type { RunOutcome } from "./instruments.ts"
import type { SeenDecision, SeenRun, SeenStep } from "./observation.ts"
import { attributes, type Span, type SpanEvent, toNano } from "./otlp.ts"

/** Who the spans of one run belong to. */
export interface Trace {
  readonly traceId: string
  /** Of the run's own span. */
  readonly spanId: string
  /** The caller's span. */
  readonly parentSpanId: string | undefined
}

export interface Names {
  readonly composition: string
  cube(path: string): string
}

/** A span for the run and one for each step that began, children of it, in the order they began. */
export function spansOf(run: SeenRun, outcome: RunOutcome, names: Names, trace: Trace, ids: Ids): readonly Span[] {
  return [runSpan(run, outcome, names, trace), ...run.steps.map((step) => stepSpan(step, run, names, trace, ids))]
}

function runSpan(run: SeenRun, outcome: RunOutcome, { composition }: Names, trace: Trace): Span {
  const { traceId, spanId, parentSpanId } = trace
  return {
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    name: `run ${composition}`,
    kind: 1,
    startTimeUnixNano: toNano(run.from),
    endTimeUnixNano: toNano(run.to),
    attributes: attributes({
      "cubular.composition": composition,
      "cubular.outcome": outcome,
      "error.type": run.code,
    }),
    events: [],
    droppedEventsCount: 0,
    status: { code: outcome === "ok" ? 1 : outcome === "failed" ? 2 : 0 },
  }
}

function stepSpan(step: SeenStep, run: SeenRun, names: Names, { traceId, spanId }: Trace, ids: Ids): Span {
  const { path, from, to, outcome = "cancelled", code, untimed, decisions, droppedDecisions } = step
  return {
    traceId,
    spanId: ids.span(),
    parentSpanId: spanId,
    name: path,
    kind: 1,
    startTimeUnixNano: toNano(from),
    endTimeUnixNano: toNano(Math.min(Math.max(from, to), Math.max(run.to, from))),
    attributes: attributes({
      "cubular.composition": names.composition,
      "cubular.step": path,
      "cubular.cube": names.cube(path),
      "cubular.outcome": outcome,
      "error.type": code,
      "cubular.untimed": untimed ? true : undefined,
    }),
    events: decisions.map(decisionEvent),
    droppedEventsCount: droppedDecisions,
    status: { code: outcome === "ok" ? 1 : outcome === "failed" ? 2 : 0 },
  }
}

function decisionEvent({ at, policy, did, code, attempt, ms }: SeenDecision): SpanEvent {
  return {
    timeUnixNano: toNano(at),
    name: `${policy} ${did}`,
    attributes: attributes({
      "cubular.policy": policy,
      "cubular.did": did,
      "error.type": code,
      "cubular.attempt": attempt,
      "cubular.wait_ms": ms,
    }),
  }
}
