import { type Clock, CubeError, type Log } from "cubular/contract"
import { telemetry_option_refused } from "cubular/messages/en"
import { BUCKETS } from "./instruments.ts"
import type { Traces } from "./otlp.ts"

export interface TelemetryLimits {
  /** Sets of labels per metric; what comes after is counted under `other`. Default 1,000. */
  readonly labelSets?: number
  /** Spans that wait to be fetched; more are dropped and counted. 0 = no spans are made. Default 2,048. */
  readonly spans?: number
}

export interface TelemetryOptions {
  /** The clock of the host the runs have. */
  readonly clock: Clock
  /** 128 bits as 32 lower-case hex digits, as hosts give; drawn from once, for ids of traces and spans. */
  readonly entropy: () => string
  /** Hears one line per run. */
  readonly log?: Log
  /** `service.name` of the spans. Default "cubular". */
  readonly service?: string
  /** Upper edges of the histograms in seconds, ascending. Default 1 ms … 10 s. */
  readonly buckets?: readonly number[]
  readonly limits?: TelemetryLimits
  /** Given the spans of each run when it is over, instead of the buffer. What it throws or rejects with is counted only. */
  readonly exporter?: (traces: Traces) => unknown
}

export interface Settings {
  readonly buckets: readonly number[]
  readonly labelSets: number
  readonly spans: number
}

/**
 * The numbers among the options, with defaults.
 *
 * @throws {CubeError} `telemetry_option_refused`
 */
export function toSettings({ buckets = BUCKETS, limits = {} }: TelemetryOptions): Settings {
  const { labelSets = 1000, spans = 2048 } = limits
  check("limits.labelSets", "whole number >= 1", Number.isSafeInteger(labelSets) && labelSets >= 1)
  check("limits.spans", "whole number >= 0", Number.isSafeInteger(spans) && spans >= 0)
  const edges = [...buckets]
  const rise = edges.every((edge, at) => Number.isFinite(edge) && edge > (edges[at - 1] ?? 0))
  check("buckets", "1…100 seconds > 0, ascending", rise && edges.length >= 1 && edges.length <= 100)
  return { buckets: edges, labelSets, spans }
}

function check(option: string, takes: string, passes: boolean): void {
  if (!passes) throw new CubeError({ ...telemetry_option_refused, path: ["options"], params: { option, takes } })
}
