/** workerd: a Worker has one thread and starts no others. */
import { CubeError } from "cubular/contract/error"
import { pool_unavailable } from "cubular/messages/en"

export function coreCount(): never {
  throw new CubeError(pool_unavailable)
}

export const startHand: () => never = coreCount
