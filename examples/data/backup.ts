/**
 * A diary that is backed up into three sealed places, lost, and brought back from one of them on another machine.
 * Run it: `node --conditions=cubular:source examples/data/backup.ts` in a clone, or with the package installed.
 */
import { createRunner, type Host, type Stores, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { type BackupKey, backupKey, generateKey, sealed } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import backup from "./backup.json" with { type: "json" }
import diary from "./journal.json" with { type: "json" }
import restore from "./restore.json" with { type: "json" }

/** What is left when the machine is lost; a real host has three drivers here, of two kinds, one of them elsewhere. */
const places = createStores(createHost() as Required<Pick<Host, "clock">>)

function machine(key: BackupKey): Host {
  const isPlace = (name: string): boolean => ["disk", "usb", "away"].includes(name)
  return createHost({
    stores(clock) {
      const own = createStores({ clock })
      const all: Stores = { ...own, blobs: (name) => (isPlace(name) ? places : own).blobs(name) }
      return sealed(all, { disk: key, usb: key, away: key })
    },
  })
}

async function run(document: object, host: Host, inputs: Values): Promise<Values> {
  const runner = await createRunner(document as never, catalog, host)
  const { outputs } = await runner.run(inputs).result
  await runner.stop()
  return outputs
}

/** Keep it where the backups are not: without it nobody can read them. */
const key = await backupKey(generateKey())
const lost = machine(key)
await run(diary, lost, { lines: ["rain", "snow"] })
const { sha256 } = await run(backup, lost, { name: "monday" })

const other = machine(key)
await run(restore, other, { name: "monday", sha256 })
const { entries } = await run(diary, other, { lines: ["sun"] })
console.log(JSON.stringify(entries))
