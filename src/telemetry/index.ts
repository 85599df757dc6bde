export type { TelemetryLimits, TelemetryOptions } from "./options.ts"
export type { Traces } from "./otlp.ts"
export type { Watched } from "./states.ts"
export {
  type About,
  createTelemetry,
  type Observed,
  type Telemetry,
} from "./telemetry.ts"
export { formatTraceparent, parseTraceparent, type TraceContext } from "./traceparent.ts"
