import { formatFrom, type Said } from "./fill.ts"
import { cli } from "./ko/cli.ts"
import { contract } from "./ko/contract.ts"
import { cubes } from "./ko/cubes.ts"
import { data } from "./ko/data.ts"
import { gateway } from "./ko/gateway.ts"
import { host } from "./ko/host.ts"
import { integration } from "./ko/integration.ts"
import { kernel } from "./ko/kernel.ts"
import { messaging } from "./ko/messaging.ts"
import { policies } from "./ko/policies.ts"
import { saga } from "./ko/saga.ts"
import { saju } from "./ko/saju.ts"
import { stores } from "./ko/stores.ts"
import { streams } from "./ko/streams.ts"
import { supervision } from "./ko/supervision.ts"
import { telemetry } from "./ko/telemetry.ts"
import { sayParams } from "./saju-words.ts"

/** Korean message and hint of an error or issue; codes that are not ours keep the text they came with. */
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
    { ...of, params: sayParams(of, "ko") },
  )
}
