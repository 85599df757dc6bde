/**
 * Durable Object classes: export them from the Worker's module and bind them in wrangler.toml (docs/stores.md).
 *
 * @example export { JournalObject, QueueObject } from "cubular/gateway/objects"
 *
 * @module
 */
import { DurableObject } from "cloudflare:workers"
import { type ObjectStorage, type Reply, type Serve, serveJournal, serveQueue } from "cubular/stores/workers"

/** One journal. Bound as `CUBULAR_JOURNAL`. */
export class JournalObject extends DurableObject {
  readonly #serve: Serve = serveJournal(this.ctx.storage as ObjectStorage)

  call(method: string, args: readonly unknown[]): Reply {
    return this.#serve(method, args)
  }
}

/** One queue. Bound as `CUBULAR_QUEUE`. */
export class QueueObject extends DurableObject {
  readonly #serve: Serve = serveQueue(this.ctx.storage as ObjectStorage)

  call(method: string, args: readonly unknown[]): Reply {
    return this.#serve(method, args)
  }
}
