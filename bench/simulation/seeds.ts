/** How fast seeds are simulated on one core: prints times and events of slices of seeds as JSON. */
import { simulate } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { createBroker } from "cubular/messaging"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"

const SLICES = 12
const SEEDS = 25
/** Seeds before the first slice: code is compiled by then. */
const WARM = 50

Error.stackTraceLimit = 0
const parts = { createHost, createStores, policies, saga, createBroker }
for (let seed = 1; seed <= WARM; seed++) await simulate(seed, parts)

const slices: { readonly seedsPerSec: number; readonly eventsPerSec: number }[] = []
for (let slice = 0; slice < SLICES; slice++) {
  const first = WARM + 1 + slice * SEEDS
  const start = performance.now()
  let events = 0
  for (let seed = first; seed < first + SEEDS; seed++) events += (await simulate(seed, parts)).events
  const seconds = (performance.now() - start) / 1000
  slices.push({ seedsPerSec: SEEDS / seconds, eventsPerSec: events / seconds })
}
console.log(JSON.stringify(slices))
