import type { Clock, Stores } from "cubular/contract"
import { captureStoresPlatform } from "cubular/stores/browser/platform"
import { lateStores } from "./late-stores.ts"

/** The stores that come with the shipped catalog: their code is loaded, and a database made, when a cube first uses one. */
export function catalogStores(clock: Clock): Stores {
  // Now: later the worker's global has none of it.
  const platform = captureStoresPlatform()
  return lateStores(async () => (await import("cubular/stores/browser")).createStores({ clock, platform }))
}
