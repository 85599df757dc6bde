/** A Worker with a journal: appends what it is sent, or tells where the journal ends and what stands last in it. */
import { createStores, type StoreBindings } from "cubular/stores/workers"

export { JournalObject } from "cubular/gateway/objects"

export default {
  async fetch(request: Request, env: StoreBindings): Promise<Response> {
    const { append } = (await request.json()) as { append?: string[] }
    const journal = createStores(env, { clock: { now: () => Date.now() } }).journal("log")
    if (append) {
      const writer = await journal.writer()
      await writer.append(append)
      await writer.close()
    }
    const { end } = await journal.read({ limit: 1 })
    const { entries } = await journal.read({ from: Math.max(0, end - 1) })
    return Response.json({ end, last: entries[0]?.value })
  },
}
