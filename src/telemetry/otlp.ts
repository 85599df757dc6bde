/**
 * Spans in the JSON form of OTLP 1 (`ExportTraceServiceRequest` of opentelemetry-proto, ids in hex, 64-bit numbers as
 * strings): the body for `POST /v1/traces` of any collector.
 */
export interface Traces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly scope: { readonly name: string }; readonly spans: readonly Span[] }[]
  }[]
}

export interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue: string } | { readonly intValue: string } | { readonly boolValue: boolean }
}

export interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  /** SPAN_KIND_INTERNAL, SPAN_KIND_CLIENT. */
  readonly kind: 1 | 3
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly Attribute[]
  readonly events: readonly SpanEvent[]
  readonly droppedEventsCount: number
  /** 0 unset, 1 ok, 2 error. Never a message. */
  readonly status: { readonly code: 0 | 1 | 2 }
}

export interface SpanEvent {
  readonly timeUnixNano: string
  readonly name: string
  readonly attributes: readonly Attribute[]
}

/** Attributes in the order given; what is undefined is left out. */
export function attributes(
  given: Readonly<Record<string, string | number | boolean | undefined>>,
): readonly Attribute[] {
  return Object.entries(given).flatMap(([key, value]): readonly Attribute[] => {
    if (value === undefined) return []
    if (typeof value === "string") return [{ key, value: { stringValue: value } }]
    if (typeof value === "boolean") return [{ key, value: { boolValue: value } }]
    return [{ key, value: { intValue: String(Math.trunc(value)) } }]
  })
}

/**
 * Epoch ms as epoch ns, a string of decimal digits. Milliseconds are taken apart first: the product would need more than the 53
 * bits of a number.
 */
export function toNano(ms: number): string {
  if (!(ms > 0)) return "0"
  const whole = Math.floor(ms)
  const rest = Math.round((ms - whole) * 1e6)
  const [millis, nanos] = rest === 1e6 ? [whole + 1, 0] : [whole, rest]
  return millis === 0 ? String(nanos) : `${millis}${String(nanos).padStart(6, "0")}`
}

export function toTraces(service: string, spans: readonly Span[]): Traces {
  if (spans.length === 0) return { resourceSpans: [] }
  const resource = { attributes: attributes({ "service.name": service }) }
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "cubular" }, spans }] }] }
}
