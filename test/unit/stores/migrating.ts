/** Migrates the table of a folder, slowly enough to be killed in the midst of it. */
import { writeSync } from "node:fs"
import { createStores } from "cubular/stores/node"
import { newTable } from "./migrating-table.ts"

const [folder = ""] = process.argv.slice(2)
const stores = createStores({ folder, clock: { now: () => Date.now() } })
writeSync(1, "begins\n")
await stores.records(newTable(0.15)).find({ limit: 1 })
writeSync(1, "done\n")
stores.close()
