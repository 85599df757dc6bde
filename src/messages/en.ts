import * as cli from "./en/cli.ts"
import * as contract from "./en/contract.ts"
import * as cubes from "./en/cubes.ts"
import * as data from "./en/data.ts"
import * as gateway from "./en/gateway.ts"
import * as host from "./en/host.ts"
import * as integration from "./en/integration.ts"
import * as kernel from "./en/kernel.ts"
import * as messaging from "./en/messaging.ts"
import * as policies from "./en/policies.ts"
import * as saga from "./en/saga.ts"
import * as saju from "./en/saju.ts"
import * as stores from "./en/stores.ts"
import * as streams from "./en/streams.ts"
import * as supervision from "./en/supervision.ts"
import * as telemetry from "./en/telemetry.ts"
import { formatFrom, type Said } from "./fill.ts"
import { sayParams } from "./saju-words.ts"

export * from "./en/cli.ts"
export * from "./en/contract.ts"
export * from "./en/cubes.ts"
export * from "./en/data.ts"
export * from "./en/gateway.ts"
export * from "./en/host.ts"
export * from "./en/integration.ts"
export * from "./en/kernel.ts"
export * from "./en/messaging.ts"
export * from "./en/policies.ts"
export * from "./en/saga.ts"
export * from "./en/saju.ts"
export * from "./en/stores.ts"
export * from "./en/streams.ts"
export * from "./en/supervision.ts"
export * from "./en/telemetry.ts"
export { fill } from "./fill.ts"

type Texts = typeof cli &
  typeof contract &
  typeof cubes &
  typeof data &
  typeof gateway &
  typeof host &
  typeof integration &
  typeof kernel &
  typeof messaging &
  typeof policies &
  typeof saga &
  typeof saju &
  typeof stores &
  typeof streams &
  typeof supervision &
  typeof telemetry

/** Every code the package itself may give. Cubes may bring codes of their own. */
export type ErrorCode = keyof Texts

/** English message and hint of an error or issue; codes that are not ours keep the text they came with. */
export function format(of: Said): { message: string; hint: string } {
  return formatFrom(
    {
      ...cli,
      ...contract,
      ...cubes,
      ...data,
      ...gateway,
      ...host,
      ...integration,
      ...kernel,
      ...messaging,
      ...policies,
      ...saga,
      ...saju,
      ...stores,
      ...streams,
      ...supervision,
      ...telemetry,
    },
    { ...of, params: sayParams(of, "en") },
  )
}
