import { CubeError, defineCube } from "cubular/contract"
import { replica_key_refused } from "cubular/messages/en"
import * as z from "zod"
import { placed, withInputs } from "./keeping/operation.ts"
import { mergeDependency, replicated } from "./replication/config.ts"
import { answerSchema, askSchema } from "./replication/exchange.ts"
import { opensOf, Replica } from "./replication/replica.ts"
import { STATE_KEY } from "./replication/table.ts"

const record = z.record(z.string(), z.json())
const key = z.string()
const version = z.string().optional()

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("get"), ...replicated }),
  z.strictObject({ op: z.literal("put"), ...replicated }),
  z.strictObject({ op: z.literal("delete"), ...replicated }),
  z.strictObject({
    op: z.literal("query"),
    ...replicated,
    index: z.string().optional(),
    order: z.enum(["asc", "desc"]).optional(),
    limit: z.int().min(1).max(1000).optional(),
  }),
  z.strictObject({ op: z.literal("exchange"), ...replicated }),
])

/**
 * Records of a table that is kept in several places, each of which works without the others; `data/sync` brings them
 * together. Table, keys and queries are those of `data/records`; keys are texts. `config.op` says what is done:
 *
 * - `get`: `key` → `found`, `record`, `version`.  `query`: `where`, `cursor` → `records`, and `cursor` when there are more.
 * - `put`: `record`, and `version` when it may only replace that one ("": only when there is none) → `version`. To put what is
 *   there already changes nothing.
 * - `delete`: `key`, `version` → nothing.
 * - `exchange`: what another replica's `data/sync` sends → what it is answered. Every place offers it that others sync with.
 *
 * A version is a text; it is the same wherever the record is the same. A record that was changed in two places that did not
 * know of each other becomes what the later change says, on every replica and whatever arrives first; or what the pure cube
 * `config.merge` makes of all of them. Changed and deleted: the later counts too; with a cube the change stays.
 */
export default defineCube({
  id: "data/replica",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Replicated records", ko: "복제되는 레코드" },
  summary: { en: "Keeps records that sync with other places", ko: "다른 곳과 맞추어지는 레코드를 보관합니다" },
  config,
  needs: ["stores", "clock", "ids"],
  opens: opensOf,
  dependencies: mergeDependency,
  provides: ["idempotent"],
  inputs: {
    key: key.optional(),
    record: record.optional(),
    version,
    where: z.record(z.string(), z.json()).optional(),
    cursor: z.string().optional(),
    exchange: askSchema.meta({ personal: true }).optional(),
  },
  outputs: {
    found: z.boolean().optional(),
    record: record.optional(),
    version,
    records: z.array(z.strictObject({ record, version: z.string() })).optional(),
    cursor: z.string().optional(),
    exchange: answerSchema.meta({ personal: true }).optional(),
  },
  create: (_, config) => ({
    process(inputs, step) {
      const replica = new Replica(step, config)
      const { version, where, cursor } = inputs
      return placed(inputs, config, async () => {
        if (config.op === "get") {
          const found = await replica.get(withInputs(inputs, "get", "key").key)
          return { found: found !== undefined, ...found }
        }
        if (config.op === "put") {
          const { record } = withInputs(inputs, "put", "record")
          if (record[config.table.key] === STATE_KEY) throw new CubeError({ ...replica_key_refused, path: ["record"] })
          return { version: await replica.put(record, version) }
        }
        if (config.op === "delete") {
          await replica.delete(withInputs(inputs, "delete", "key").key, version)
          return {}
        }
        if (config.op === "exchange")
          return { exchange: await replica.answer(withInputs(inputs, "exchange", "exchange").exchange) }
        const { index, order, limit } = config
        return replica.find({ index, where, order, limit, cursor })
      })
    },
  }),
})
