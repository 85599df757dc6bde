import { storeLimits } from "cubular/contract"
import type { Powers } from "../powers.ts"
import type { QueueDriver } from "../queue.ts"

/** What is sent through Cloudflare Queues: which queue has something to deliver. The message itself stays where it is. */
export interface Wake {
  readonly queue: string
}

/** A producer of Cloudflare Queues. */
export interface WakeBinding {
  send(wake: Wake, options?: { delaySeconds?: number }): Promise<unknown>
}

/**
 * A queue that tells Cloudflare Queues of what it has to deliver, at the time it is due: that starts a Worker, which a Durable
 * Object's queue alone does not. It tells after the message is safe; when telling fails the message is still there, and comes
 * with the next one or with whoever looks by himself.
 */
export function withWake(driver: QueueDriver, queue: string, wakes: WakeBinding, { now }: Powers): QueueDriver {
  async function wake(dueMs: number): Promise<void> {
    const delaySeconds = Math.min(Math.max(0, Math.ceil((dueMs - now()) / 1000)), storeLimits.queueSec)
    await wakes.send({ queue }, { delaySeconds }).catch(() => undefined)
  }

  return {
    ...driver,
    async send(rows) {
      const numbers = await driver.send(rows)
      await wake(Math.min(...rows.map(({ dueMs }) => dueMs)))
      return numbers
    },
  }
}

/** The queues a batch of Cloudflare Queues tells of, each once. What is no wake is left out. */
export function wokenQueues(batch: { readonly messages: readonly { readonly body: unknown }[] }): readonly string[] {
  const queues = batch.messages.map(({ body }) => (body as Partial<Wake> | null | undefined)?.queue)
  return [...new Set(queues.filter((queue) => typeof queue === "string"))]
}
