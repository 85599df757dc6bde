import type { Beneath, SeenWork } from "./beneath.ts"
import type { RunOutcome } from "./instruments.ts"
import type { SeenDecision, SeenRun, SeenStep } from "./observation.ts"
import { attributes, type Span, type SpanEvent, toNano } from "./otlp.ts"
import type { Trace } from "./traceparent.ts"

export interface Names {
  readonly composition: string
  cube(path: string): string
}

/**
 * A span for the run, one for each step that began, children of it, then calls and requests, children of who made them; each
 * in the order they began.
 */
export function spansOf(
  run: SeenRun,
  outcome: RunOutcome,
  names: Names,
  trace: Trace,
  beneath: Beneath,
): readonly Span[] {
  const steps = run.steps.map((step) => stepSpan(step, run, names, trace, beneath.spanOf(step.path)))
  return [
    runSpan(run, outcome, names, trace),
    ...steps,
    ...beneath.seen.map((work) => workSpan(work, run, names, trace)),
  ]
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

function stepSpan(step: SeenStep, run: SeenRun, names: Names, { traceId, spanId }: Trace, own: string): Span {
  const { path, from, to, outcome = "cancelled", code, untimed, decisions, droppedDecisions } = step
  return {
    traceId,
    spanId: own,
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

function workSpan(work: SeenWork, run: SeenRun, { composition }: Names, { traceId }: Trace): Span {
  const { path, spanId, parentSpanId, cube, method, host, from, to = Math.max(run.to, from), status, code } = work
  const calledOff = code === "" || (work.to === undefined && cube !== undefined)
  const isError = cube === undefined ? status === undefined || status >= 400 : code !== undefined && code !== ""
  return {
    traceId,
    spanId,
    parentSpanId,
    name: cube ?? `${method} ${host}`,
    kind: cube === undefined ? 3 : 1,
    startTimeUnixNano: toNano(from),
    endTimeUnixNano: toNano(Math.max(from, to)),
    attributes: attributes({
      "cubular.composition": composition,
      "cubular.step": path.split(">", 1)[0],
      "cubular.cube": cube,
      "cubular.outcome": cube === undefined ? undefined : calledOff ? "cancelled" : isError ? "failed" : "ok",
      "http.request.method": method,
      "server.address": host,
      "cubular.status_class": status === undefined ? undefined : `${Math.floor(status / 100)}xx`,
      "error.type": isError
        ? (code ?? (status === undefined ? "no_answer" : `${Math.floor(status / 100)}xx`))
        : undefined,
    }),
    events: [],
    droppedEventsCount: 0,
    status: { code: isError ? 2 : calledOff ? 0 : 1 },
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
