/** What `#saju-pool` means for the compiler; package.json chooses one of the hands-*.ts files when it runs. */
import type { Hand, HandListener } from "./hand.ts"

/**
 * How many workers the machine has cores for.
 *
 * @throws {CubeError} `pool_unavailable` where no worker can be started.
 */
export function coreCount(): number
export function startHand(listener: HandListener): Hand
