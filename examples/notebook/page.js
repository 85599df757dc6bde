// A notebook of charts in this browser. Its console has `notebook`: turn(inputs) and sync(). docs/sync.md goes through it.
import { createCubular } from "cubular/host/browser"

const { origin } = location
const cubular = createCubular({
  worker: () => new Worker("/worker.js", { type: "module" }),
  privateOrigins: [origin], // only where it is http://localhost; a public https origin needs no word
})
const sync = {
  format: 1,
  id: "sync-here",
  version: "1.0.0",
  services: { replica: { origin } },
  cubes: { sync: { use: "composition:saju-notebook-sync@^1" } },
  outputs: { pushed: "sync.pushed", pulled: "sync.pulled" },
}

globalThis.notebook = {
  turn: async (inputs) => (await cubular.run("saju-notebook-replica", inputs).result).outputs,
  sync: async () => (await cubular.run(sync).result).outputs,
}
navigator.serviceWorker.register("/offline.js")
navigator.storage.persist() // asks the browser not to clear what is not synced yet when room gets short
