import { defineCube, type Kv, type Same, same, type Value } from "cubular/contract"
import * as z from "zod"
import { placed, storeName, withInputs } from "./keeping/operation.ts"

const store = storeName
const limit = z.int().min(1).max(1000).optional()

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("get"), store }),
  z.strictObject({ op: z.literal("put"), store, ttlSec: z.int().min(60).max(315_360_000).optional() }),
  z.strictObject({ op: z.literal("delete"), store }),
  z.strictObject({ op: z.literal("list"), store, prefix: z.string().optional(), limit }),
])

/**
 * Values by key in the store `config.store`, for what may be read late: a read may show what was there a minute ago, also
 * after a write of one's own. `config.op` says what is done, and which ports count:
 *
 * - `get`: `key` → `found`, `value`, `metadata`; where there is nothing, `found` is false and the others are absent.
 * - `put`: `key`, `value`, `metadata` (up to 1,024 bytes) → nothing; kept for `ttlSec` (60 s and more) or until deleted.
 * - `delete`: `key` → nothing; a key that is not there is no error.
 * - `list`: `prefix` (the input before the config's), `cursor` → `keys`, and `cursor` when there are more.
 */
export default defineCube({
  id: "data/kv",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Values by key", ko: "키와 값" },
  summary: { en: "Keeps values by key, with time to live", ko: "값을 키로 보관하고 기한을 둡니다" },
  config,
  needs: ["stores"],
  opens: ({ store: name }) => [{ store: "kv", name }],
  provides: ["idempotent"],
  inputs: {
    key: z.string().optional(),
    value: same("T").optional(),
    metadata: z.json().optional(),
    prefix: z.string().optional(),
    cursor: z.string().optional(),
  },
  outputs: {
    found: z.boolean().optional(),
    value: same("R").optional(),
    metadata: z.json().optional(),
    keys: z
      .array(z.strictObject({ key: z.string(), metadata: z.json().optional(), expiresAtMs: z.number().optional() }))
      .optional(),
    cursor: z.string().optional(),
  },
  create: (_, config) => ({
    async process(inputs, step) {
      return placed(inputs, config, async () => {
        const kv = step.stores.kv(config.store)
        if (config.op === "get") return get(kv, withInputs(inputs, "get", "key").key)
        if (config.op === "put") {
          const { key, value, metadata } = withInputs(inputs, "put", "key", "value")
          await kv.put(key, value as unknown as Value, { ttlSec: config.ttlSec, metadata })
          return {}
        }
        if (config.op === "delete") {
          await kv.delete(withInputs(inputs, "delete", "key").key)
          return {}
        }
        const { prefix = config.prefix, cursor } = inputs
        return kv.list({ prefix, cursor, limit: config.limit })
      })
    },
  }),
})

async function get(kv: Kv, key: string) {
  const entry = await kv.get(key)
  if (!entry) return { found: false }
  const { value, metadata } = entry
  return { found: true, value: value as unknown as Same<"R">, ...(metadata === undefined ? {} : { metadata }) }
}
