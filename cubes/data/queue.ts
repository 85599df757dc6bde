import { defineCube, type Queue, type Value } from "cubular/contract"
import * as z from "zod"
import { placed, storeName, withInputs } from "./keeping/operation.ts"

const options = {
  store: storeName,
  attempts: z.int().min(1).max(100).optional(),
  visibilitySec: z.int().min(1).max(43_200).optional(),
}
const limit = z.int().min(1).max(1000).optional()
const delivery = z.strictObject({
  id: z.string(),
  message: z.json(),
  partition: z.string().optional(),
  attempt: z.int(),
  receipt: z.string(),
  untilMs: z.number(),
})
const letter = z.strictObject({
  id: z.string(),
  message: z.json(),
  partition: z.string().optional(),
  attempts: z.int(),
  reason: z.string(),
})

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("send"), ...options, delaySec: z.int().min(0).max(43_200).optional() }),
  z.strictObject({ op: z.literal("receive"), ...options, limit: z.int().min(1).max(100).optional() }),
  z.strictObject({ op: z.literal("ack"), ...options }),
  z.strictObject({ op: z.literal("retry"), ...options, delaySec: z.int().min(0).max(43_200).optional() }),
  z.strictObject({ op: z.literal("reject"), ...options }),
  z.strictObject({ op: z.literal("extend"), ...options }),
  z.strictObject({ op: z.literal("dead"), ...options, limit }),
  z.strictObject({ op: z.literal("revive"), ...options }),
  z.strictObject({ op: z.literal("bury"), ...options }),
  z.strictObject({ op: z.literal("counts"), ...options }),
])

/**
 * Messages to be worked on, in the queue `config.store`: at least once, in order within a partition. Cubes that place one
 * queue give the same `attempts` (default 5) and `visibilitySec` (default 30). `config.op` says what is done:
 *
 * - `send`: `message` (up to 120,000 bytes of JSON), `partition` → `id`; delivered `config.delaySec` later.
 * - `receive`: → `deliveries`, up to `config.limit` (default 1) that may be delivered now; it does not wait.
 * - `ack`: `receipts` (up to 100, all or none), `retry`: `receipt`, `reason`; `reject`: `receipt`, `reason` → nothing.
 * - `extend`: `receipt` → `untilMs`, until when nobody else gets it.
 * - `dead`: `cursor` → `letters`, and `cursor` when there are more; `revive`, `bury`: `ids` → `count`.
 * - `counts`: → `counts`: ready, delivered, waiting, dead.
 *
 * A step that is tried again sends again: who works on messages must bear one twice.
 */
export default defineCube({
  id: "data/queue",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Queue", ko: "큐" },
  summary: { en: "Messages to be worked on, at least once", ko: "처리할 메시지를 적어도 한 번 전합니다" },
  config,
  needs: ["stores"],
  opens: ({ store: name }) => [{ store: "queue", name }],
  inputs: {
    message: z.json().optional(),
    partition: z.string().optional(),
    receipt: z.string().optional(),
    receipts: z.array(z.string()).optional(),
    reason: z.string().optional(),
    ids: z.array(z.string()).optional(),
    cursor: z.string().optional(),
  },
  outputs: {
    id: z.string().optional(),
    deliveries: z.array(delivery).optional(),
    untilMs: z.number().optional(),
    letters: z.array(letter).optional(),
    cursor: z.string().optional(),
    count: z.int().optional(),
    counts: z.strictObject({ ready: z.int(), delivered: z.int(), waiting: z.int(), dead: z.int() }).optional(),
  },
  create: (_, config) => ({
    async process(inputs, step) {
      const { attempts, visibilitySec } = config
      return placed(inputs, config, async () => {
        const queue = step.stores.queue(config.store, { attempts, visibilitySec })
        return (await operate(queue, config, inputs)) as { readonly id?: string }
      })
    },
  }),
})

type Config = z.output<typeof config>
interface Inputs {
  readonly message?: Value | undefined
  readonly partition?: string | undefined
  readonly receipt?: string | undefined
  readonly receipts?: readonly string[] | undefined
  readonly reason?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly cursor?: string | undefined
}

async function operate(queue: Queue, config: Config, inputs: Inputs): Promise<object> {
  const { op } = config
  const { partition, reason, cursor } = inputs
  switch (op) {
    case "send":
      return { id: await queue.send(message(inputs), { partition, delaySec: config.delaySec }) }
    case "receive":
      return { deliveries: await queue.receive({ limit: config.limit }) }
    case "dead":
      return queue.dead({ cursor, limit: config.limit })
    case "counts":
      return { counts: await queue.counts() }
    case "revive":
      return { count: await queue.revive(withInputs({ ...inputs }, op, "ids").ids) }
    case "bury":
      return { count: await queue.bury(withInputs({ ...inputs }, op, "ids").ids) }
    case "ack":
      await queue.ackMany(withInputs({ ...inputs }, op, "receipts").receipts)
      return {}
    default:
      return settle(queue, config, withInputs({ ...inputs }, op, "receipt").receipt, reason)
  }
}

async function settle(queue: Queue, config: Config, receipt: string, reason: string | undefined): Promise<object> {
  if (config.op === "extend") return { untilMs: await queue.extend(receipt) }
  if (config.op === "retry") await queue.retry(receipt, { delaySec: config.delaySec, reason })
  else await queue.reject(receipt, withInputs({ reason }, "reject", "reason").reason)
  return {}
}

function message(inputs: Inputs): Value {
  return withInputs({ ...inputs }, "send", "message").message
}
