import { catalog } from "cubular/cubes"
import { serve } from "./worker.ts"

// The worker a client starts when it is given none: every cube shipped, each loaded when a composition uses it.
serve(catalog)
