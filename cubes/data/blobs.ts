import { bytes, defineCube } from "cubular/contract"
import * as z from "zod"
import { placed, storeName, withInputs } from "./keeping/operation.ts"

const store = storeName
const info = z.strictObject({
  key: z.string(),
  size: z.number(),
  sha256: z.string(),
  type: z.string().optional(),
  metadata: z.json().optional(),
})

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("get"), store }),
  z.strictObject({ op: z.literal("head"), store }),
  z.strictObject({ op: z.literal("put"), store, type: z.string().max(255).optional() }),
  z.strictObject({ op: z.literal("delete"), store }),
  z.strictObject({
    op: z.literal("list"),
    store,
    prefix: z.string().optional(),
    limit: z.int().min(1).max(1000).optional(),
  }),
])

/**
 * Bytes by key in the store `config.store`: pictures, archives, whatever is too large for a value. `config.op` says what is
 * done, and which ports count:
 *
 * - `get`: `key`, `offset`, `length` → `found`, `bytes` (up to 64 MiB at once).
 * - `head`: `key` → `found`, `info`: size, SHA-256, media type, metadata.
 * - `put`: `key`, `bytes`, `metadata`, and `sha256` when the bytes must have it → `info`. Media type: `config.type`.
 * - `delete`: `key` → nothing; a blob that is not there is no error.
 * - `list`: `prefix` (the input before the config's), `cursor` → `blobs`, and `cursor` when there are more.
 */
export default defineCube({
  id: "data/blobs",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Blobs", ko: "바이트 보관" },
  summary: { en: "Keeps bytes by key, with checksums", ko: "바이트를 키로, 체크섬과 함께 보관합니다" },
  config,
  needs: ["stores"],
  opens: ({ store: name }) => [{ store: "blobs", name }],
  provides: ["idempotent"],
  inputs: {
    key: z.string().optional(),
    bytes: bytes().optional(),
    metadata: z.json().optional(),
    sha256: z.string().optional(),
    offset: z.int().min(0).optional(),
    length: z.int().min(0).optional(),
    prefix: z.string().optional(),
    cursor: z.string().optional(),
  },
  outputs: {
    found: z.boolean().optional(),
    bytes: bytes().optional(),
    info: info.optional(),
    blobs: z.array(info).optional(),
    cursor: z.string().optional(),
  },
  create: (_, config) => ({
    async process(inputs, step) {
      return placed(inputs, config, async () => {
        const blobs = step.stores.blobs(config.store)
        const { offset, length, metadata, sha256, cursor } = inputs
        if (config.op === "get") {
          const bytes = await blobs.get(withInputs(inputs, "get", "key").key, { offset, length })
          return bytes ? { found: true, bytes } : { found: false }
        }
        if (config.op === "head") {
          const info = await blobs.head(withInputs(inputs, "head", "key").key)
          return info ? { found: true, info } : { found: false }
        }
        if (config.op === "put") {
          const { key, bytes } = withInputs(inputs, "put", "key", "bytes")
          return { info: await blobs.put(key, bytes, { type: config.type, metadata, sha256 }) }
        }
        if (config.op === "delete") {
          await blobs.delete(withInputs(inputs, "delete", "key").key)
          return {}
        }
        return blobs.list({ prefix: inputs.prefix ?? config.prefix, cursor, limit: config.limit })
      })
    },
  }),
})
