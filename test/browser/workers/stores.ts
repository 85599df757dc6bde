import { runStoreCase, type StoreVerdict, storeCases } from "cubular/conformance"
import { createFixture } from "../stores-fixture.ts"

/** Cases at once: most of the time they wait for the disk. */
const AT_ONCE = 5

/** Runs every case in this worker and posts the verdicts. */
const verdicts = new Map<string, StoreVerdict | undefined>(
  storeCases.map(({ store, name }) => [`${store}: ${name}`, undefined]),
)
const left = storeCases.values()
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const each of left) verdicts.set(`${each.store}: ${each.name}`, await runStoreCase(each, createFixture))
  }),
)
postMessage(verdicts)
