/** Where a span stands: what a `traceparent` header says. */
export interface TraceContext {
  /** 32 lower-case hex digits, not all 0. */
  readonly traceId: string
  /** 16 lower-case hex digits, not all 0. */
  readonly spanId: string
  /** The caller keeps its spans. */
  readonly sampled: boolean
}

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** Longer ones than any version so far would need are not read at all. */
const LONGEST = 512

/**
 * Reads a `traceparent` header as W3C Trace Context (level 1, §3.2; level 2 reads alike) asks: a later version counts by
 * its first four fields, version 00 has nothing behind them, ff is none. Whatever does not fit is undefined, and the trace
 * starts anew.
 */
export function parseTraceparent(header: string | null | undefined): TraceContext | undefined {
  if (typeof header !== "string" || header.length > LONGEST) return undefined
  const [, version, traceId = "", spanId = "", flags = "", more] = FORM.exec(header) ?? []
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined
  if (isZero(traceId) || isZero(spanId)) return undefined
  return { traceId, spanId, sampled: Number.parseInt(flags, 16) % 2 === 1 }
}

/** The header for a span, in version 00. */
export function formatTraceparent({ traceId, spanId, sampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`
}

const isZero = (id: string): boolean => /^0*$/.test(id)

/** Who the spans of one run belong to. */
export interface Trace {
  readonly traceId: string
  /** Of the run's own span. */
  readonly spanId: string
  /** The caller's span. */
  readonly parentSpanId: string | undefined
}
