import { CubeError, type Stores } from "cubular/contract"
import { routeStores } from "cubular/contract/routed-stores"
import { store_unavailable } from "cubular/messages/en"

/** Stores that are made, and their code is loaded, when a cube first uses one. What fails then is tried again by the next call. */
export function lateStores(make: () => Promise<Stores>): Stores {
  let loading: Promise<Stores> | undefined
  let loaded: Stores | undefined

  async function load(): Promise<Stores> {
    try {
      loaded = await make()
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
