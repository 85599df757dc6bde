import { runStoreCase, type StoreVerdict, storeCases } from "cubular/conformance"
import { createFixture } from "../stores-fixture.ts"

/** Runs every case in this worker and posts the verdicts. */
const verdicts = new Map<string, StoreVerdict>()
for (const each of storeCases) verdicts.set(`${each.store}: ${each.name}`, await runStoreCase(each, createFixture))
postMessage(verdicts)
