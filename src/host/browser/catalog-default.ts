import type { Registry } from "cubular/contract"

export { saga } from "cubular/saga"
export { catalogStores } from "./catalog-stores.ts"

/**
 * Starts the worker of the shipped catalog. This file is loaded only for clients without a worker of their own, and the
 * expression below is the form in which bundlers find a worker's file; where the source is served, `.js` means the
 * `.ts` beside it.
 */
export function startCatalogWorker(): Worker {
  return new Worker(new URL("./catalog-worker.js", import.meta.url), { type: "module", name: "cubular" })
}

/** The same catalog for the page's own thread. */
export async function loadCatalog(): Promise<Registry> {
  return (await import("cubular/cubes")).catalog
}
