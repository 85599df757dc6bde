import type { Clock, HealthTree, Log, Run, RunTracer } from "cubular/contract"
import { inputs_refused, run_cancelled, run_option_refused, runner_stopped } from "cubular/messages/en"
import { Beneath } from "./beneath.ts"
import { exposeHealth } from "./health.ts"
import { createIds, type Ids } from "./ids.ts"
import { Instruments, type RunOutcome } from "./instruments.ts"
import { type Moment, Observation, type SeenRun } from "./observation.ts"
import { type TelemetryOptions, toSettings } from "./options.ts"
import { type Traces, toTraces } from "./otlp.ts"
import { type Names, spansOf } from "./run-spans.ts"
import { SpanBuffer } from "./span-buffer.ts"
import { exposeStates, type Watched } from "./states.ts"
import { formatTraceparent, parseTraceparent, type Trace } from "./traceparent.ts"

/** What is known of a run. */
export interface About {
  /** Its id. */
  readonly composition: string
  /** `runner.plan`: tells which cube a step is. Without it, cubes are `unknown`. */
  readonly plan?: { readonly steps: readonly { readonly path: string; readonly cube: { readonly id: string } }[] }
  /** The header of the caller; one that is not valid is ignored. */
  readonly traceparent?: string | null
}

export interface Observed {
  readonly run: Run
  /** The header to answer with, and to hand on. */
  readonly traceparent: string
  /** The run is over and everything is told. Never rejects. */
  readonly done: Promise<void>
}

/** Metrics, spans and log lines of the runs it is told to observe. Personal data never gets in: see docs/telemetry.md. */
export interface Telemetry {
  /**
   * Follows a run to its end. Given a function that starts one, it knows when it began; given a run, it began when this is
   * called. The function hands on what it is given, so that every step is timed, calls and requests are seen, and services
   * are told of the trace: `observe((tracer) => runner.run(inputs, { tracer }), about)`.
   */
  observe(run: Run | ((tracer: RunTracer) => Run), about: About): Observed
  /** Also tells, with every `metrics()`, what the policies of these runners are up to. @returns how to stop that. */
  watch(runners: () => Iterable<Watched>): () => void
  /** Also tells, with every `metrics()`, what a supervisor knows of its cubes. @returns how to stop that. */
  watchHealth(health: () => HealthTree): () => void
  /** Counts a request that was answered: its route as a pattern (`/v1/compositions/:id`, never with an id) and its status. */
  answered(route: string, status: number): void
  /** Counts what becomes of messages: the `observe` of a broker. Topics have no personal data in them. */
  message(topic: string, event: string): void
  /** Text exposition format 0.0.4 of Prometheus. */
  metrics(): string
  /** Takes the spans that wait out of the buffer. */
  spans(): Traces
}

/** @throws {CubeError} `telemetry_option_refused` */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  return new Recorder(options)
}

const CANCELLED: readonly string[] = [run_cancelled.code, runner_stopped.code]
const REFUSED: readonly string[] = [inputs_refused.code, run_option_refused.code]

function outcomeOf({ ok, endedBy = "" }: SeenRun): RunOutcome {
  if (ok) return "ok"
  if (CANCELLED.includes(endedBy)) return "cancelled"
  return REFUSED.includes(endedBy) ? "refused" : "failed"
}

class Recorder implements Telemetry {
  private readonly clock: Clock
  private readonly log: Log | undefined
  private readonly service: string
  private readonly ids: Ids
  private readonly most: number
  private readonly instruments: Instruments
  private readonly buffer: SpanBuffer
  private readonly exporter: TelemetryOptions["exporter"]
  private readonly watched = new Set<() => Iterable<Watched>>()
  private readonly healths = new Set<() => HealthTree>()
  private readonly cubes = new WeakMap<object, ReadonlyMap<string, string>>()

  constructor(options: TelemetryOptions) {
    const { buckets, labelSets, spans } = toSettings(options)
    this.clock = options.clock
    this.log = options.log
    this.service = options.service ?? "cubular"
    this.ids = createIds(options.entropy)
    this.most = labelSets
    this.instruments = new Instruments(buckets, labelSets)
    this.exporter = options.exporter
    this.buffer = new SpanBuffer(spans)
  }

  observe(given: Run | ((tracer: RunTracer) => Run), about: About): Observed {
    const began = this.moment()
    const { composition } = about
    const caller = parseTraceparent(about.traceparent)
    const sampled = this.buffer.room > 0 && caller?.sampled !== false
    const traceId = caller?.traceId ?? this.ids.trace()
    const trace: Trace = { traceId, spanId: this.ids.span(), parentSpanId: caller?.spanId }
    const told = sampled || caller !== undefined
    const beneath = new Beneath(this.clock, this.ids, trace, { sampled, told })
    const run = typeof given === "function" ? given(beneath) : given
    const { events } = run
    const gauge = this.instruments.began(composition)
    const names: Names = { composition, cube: this.cubeNames(about) }
    const observation = new Observation(began, typeof given === "function" ? this.moment() : began, {
      stepDone: (path, outcome, ms) => this.instruments.stepEnded(composition, names.cube(path), outcome, ms),
      decided: (path, policy, did) => this.instruments.decided(composition, path, policy, did),
    })
    const done = observation.follow(events).then((seen) => {
      gauge.value--
      this.tell(seen, names, trace, sampled ? beneath : undefined)
    })
    return { run, traceparent: formatTraceparent({ ...trace, sampled }), done: done.catch(() => undefined) }
  }

  watch(runners: () => Iterable<Watched>): () => void {
    this.watched.add(runners)
    return () => void this.watched.delete(runners)
  }

  watchHealth(health: () => HealthTree): () => void {
    this.healths.add(health)
    return () => void this.healths.delete(health)
  }

  answered(route: string, status: number): void {
    this.instruments.answered(route, status)
  }

  message(topic: string, event: string): void {
    this.instruments.message(topic, event)
  }

  metrics(): string {
    const watched = [...this.watched].flatMap((runners) => [...runners()])
    const healths = [...this.healths].map((health) => health())
    return this.instruments.expose() + exposeStates(watched, this.most) + exposeHealth(healths, this.most)
  }

  spans(): Traces {
    return toTraces(this.service, this.buffer.take())
  }

  private moment(): Moment {
    return { at: this.clock.now(), monotonic: this.clock.monotonic() }
  }

  private tell(seen: SeenRun, names: Names, trace: Trace, beneath: Beneath | undefined): void {
    const outcome = outcomeOf(seen)
    const { composition } = names
    this.instruments.runEnded(composition, outcome, seen.ms)
    if (seen.saga && seen.saga !== "running") this.instruments.sagaEnded(composition, seen.saga)
    this.log?.(outcome === "failed" ? "warn" : "info", "run ended", {
      run: trace.spanId,
      composition,
      outcome,
      ...(seen.code === undefined ? {} : { code: seen.code }),
      ms: seen.ms,
      trace: trace.traceId,
    })
    if (!beneath) return
    this.instruments.dropped.value += beneath.dropped
    const spans = spansOf(seen, outcome, names, trace, beneath)
    if (this.exporter) this.hand(toTraces(this.service, spans))
    else this.instruments.dropped.value += this.buffer.put(spans)
  }

  private hand(traces: Traces): void {
    const failed = (): void => void this.instruments.unsent.value++
    try {
      Promise.resolve(this.exporter?.(traces)).catch(failed)
    } catch {
      failed()
    }
  }

  private cubeNames({ plan }: About): (path: string) => string {
    if (!plan) return () => "unknown"
    const known = this.cubes.get(plan) ?? new Map(plan.steps.map(({ path, cube }) => [path, cube.id]))
    this.cubes.set(plan, known)
    return (path) => known.get(path) ?? "unknown"
  }
}
