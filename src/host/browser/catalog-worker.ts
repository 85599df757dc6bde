import { catalog } from "cubular/cubes"
import { serve } from "./worker.ts"

// The worker a client starts when it is given none: every cube shipped, each loaded when a composition uses it. The
// addresses hold for the source tree; finishing the build takes "dist/" out of them.
serve(catalog, {
  powers: {
    wasm: {
      saju: new URL("../../../dist/saju.wasm", import.meta.url),
      "saju-scalar": new URL("../../../dist/saju-scalar.wasm", import.meta.url),
    },
  },
})
