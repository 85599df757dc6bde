// Where the page's compositions run: every cube shipped, and the stores of this browser.
import { catalog } from "cubular/cubes"
import { serve } from "cubular/host/browser/worker"
import { createStores } from "cubular/stores/browser"

serve(catalog, { powers: { stores: (clock) => createStores({ clock }) } })
