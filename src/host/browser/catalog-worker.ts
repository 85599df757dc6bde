import { catalog } from "cubular/cubes"
import { saga } from "cubular/saga"
import { catalogStores } from "./catalog-stores.ts"
import { serve } from "./worker.ts"

// The worker a client starts when it is given none: every cube shipped, each loaded when a composition uses it.
// WebAssembly modules come from the page, which knows where they lie: createCubular({ wasm: { saju: address } }).
serve(catalog, { powers: { stores: catalogStores }, runner: { saga } })
