import { catalog } from "cubular/cubes"
import { serve } from "cubular/host/browser/worker"

serve(catalog)
