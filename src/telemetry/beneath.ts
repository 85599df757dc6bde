import type { Clock, RequestTracer, RunTracer } from "cubular/contract"
import type { Ids } from "./ids.ts"
import { namedCode } from "./leaving.ts"
import { formatTraceparent, type Trace } from "./traceparent.ts"

/** Spans kept below the steps of one run: a step may call a cube for each of a million items. */
const MOST = 256

/** Methods of HTTP that are named; a cube may make up others. */
const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

/** A call of a cube, or a request, as it was seen. Times are epoch ms. */
export interface SeenWork {
  /** Of the step or call it belongs to. */
  readonly path: string
  readonly spanId: string
  readonly parentSpanId: string
  /** Of a call: the cube's id. */
  readonly cube?: string
  /** Of a request. */
  readonly method?: string
  readonly host?: string
  readonly from: number
  /** Undefined while it goes on. */
  to: number | undefined
  status: number | undefined
  /** Of a call: why it failed. "" says that it was called off. */
  code: string | undefined
}

export interface Sending {
  /** Whether spans are kept. */
  readonly sampled: boolean
  /** Whether services are told of the trace: somebody keeps it, here or where it comes from. */
  readonly told: boolean
}

/** What a run does below its steps: calls and requests, each under the span of who makes it. */
export class Beneath implements RunTracer {
  readonly seen: SeenWork[] = []
  /** How many there was no room for. */
  dropped = 0
  private readonly spans = new Map<string, string>()
  private readonly open = new Map<string, SeenWork>()
  private readonly clock: Clock
  private readonly ids: Ids
  private readonly trace: Trace
  private readonly sending: Sending

  constructor(clock: Clock, ids: Ids, trace: Trace, sending: Sending) {
    this.clock = clock
    this.ids = ids
    this.trace = trace
    this.sending = sending
  }

  /** The span of a step, or of the call that works in its path last. */
  spanOf(path: string): string {
    const known = this.spans.get(path)
    if (known !== undefined) return known
    const above = path.lastIndexOf(">")
    // A call there was no room for: what it does is its caller's.
    if (above >= 0) return this.spanOf(path.slice(0, above))
    const spanId = this.ids.span()
    this.spans.set(path, spanId)
    return spanId
  }

  callStarted(path: string): void {
    const above = path.lastIndexOf(">")
    const [cube = ""] = path.slice(above + 1).split("#")
    const work = this.begin(path, path.slice(0, above), { cube })
    if (!work) return
    this.spans.set(path, work.spanId)
    this.open.set(path, work)
  }

  callEnded(path: string, code: string | undefined): void {
    const work = this.open.get(path)
    if (!work) return
    this.open.delete(path)
    work.to = this.clock.now()
    work.code = code === undefined || code === "" ? code : namedCode(code)
  }

  requested(path: string, method: string, host: string): RequestTracer {
    const { sampled, told } = this.sending
    const known = METHODS.find((name) => name === method.toUpperCase()) ?? "_OTHER"
    const work = this.begin(path, path, { method: known, host })
    const spanId = work?.spanId ?? (sampled ? this.spanOf(path) : this.trace.spanId)
    return {
      headers: told ? { traceparent: formatTraceparent({ traceId: this.trace.traceId, spanId, sampled }) } : {},
      answered: (status) => {
        if (work) Object.assign(work, { to: this.clock.now(), status })
      },
    }
  }

  private begin(path: string, above: string, what: Pick<SeenWork, "cube" | "method" | "host">): SeenWork | undefined {
    if (!this.sending.sampled) return undefined
    if (this.seen.length >= MOST) {
      this.dropped++
      return undefined
    }
    const [spanId, parentSpanId] = [this.ids.span(), this.spanOf(above)]
    const work = {
      path,
      spanId,
      parentSpanId,
      ...what,
      from: this.clock.now(),
      to: undefined,
      status: undefined,
      code: undefined,
    }
    this.seen.push(work)
    return work
  }
}
