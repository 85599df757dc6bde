import { type Clock, CubeError, type Stores } from "cubular/contract"
import { routeStores } from "cubular/contract/routed-stores"
import { store_unavailable } from "cubular/messages/en"
import { captureStoresPlatform } from "cubular/stores/browser/platform"

/** The stores that come with the shipped catalog: their code is loaded, and a database made, when a cube first uses one. */
export function catalogStores(clock: Clock): Stores {
  // Now: later the worker's global has none of it.
  const platform = captureStoresPlatform()
  let loading: Promise<Stores> | undefined
  let loaded: Stores | undefined

  async function load(): Promise<Stores> {
    try {
      const { createStores } = await import("cubular/stores/browser")
      loaded = createStores({ clock, platform })
      return loaded
    } catch (cause) {
      loading = undefined
      throw new CubeError({
        ...store_unavailable,
        params: { reason: "its code cannot be loaded" },
        retryable: true,
        cause,
      })
    }
  }

  return routeStores(
    () => loaded as Stores,
    async (_, perform) => {
      loading ??= load()
      await loading
      return perform()
    },
  )
}
