import { sha256 } from "@noble/hashes/sha2.js"
import { type Blobs, CubeError, type Step } from "cubular/contract"
import { backup_not_sealed, backup_too_large } from "cubular/messages/en"
import type { Inventory, PackOptions } from "cubular/stores/archive"
import * as z from "zod"
import { storeName } from "./operation.ts"
import { tableSpec, toTable } from "./table.ts"

/** Bytes of a backup at once: what a blob gives in one piece. */
export const MAX_BACKUP_BYTES = 67_108_864

const names = /* @__PURE__ */ z.array(storeName).max(64).optional()

/** Stores that are backed up as one, each by its name; tables as they are described everywhere. */
export const storeList = /* @__PURE__ */ z.strictObject({
  kv: names,
  tables: /* @__PURE__ */ z.array(tableSpec).max(64).optional(),
  blobs: names,
  queue: names,
  journal: names,
})

export type StoreList = z.output<typeof storeList>

/** What a cube says it opens for them. */
export function usesOf({ tables = [], ...named }: StoreList) {
  const kinds = ["kv", "blobs", "queue", "journal"] as const
  return [
    ...kinds.flatMap((store) => (named[store] ?? []).map((name) => ({ store, name }))),
    ...tables.map((spec) => ({ store: "records" as const, table: toTable(spec) })),
  ]
}

export function inventoryOf({ kv = [], tables = [], blobs = [], queue = [], journal = [] }: StoreList): Inventory {
  return { kv, blobs, queue, journal, records: tables.map((spec) => toTable(spec) as never) }
}

/** Hashes without asking the platform, and reads the time of the step. */
export const packOptions = ({ clock }: Step): PackOptions => ({ clock, createHasher })

function createHasher() {
  const hash = sha256.create()
  return { update: (bytes: Uint8Array) => hash.update(bytes), digest: () => hexOf(hash.digest()) }
}

export const sha256Of = (bytes: Uint8Array): string => hexOf(sha256(bytes))

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

/** @throws {CubeError} `backup_not_sealed`. */
export async function sealedBlobs(step: Step, name: string): Promise<Blobs> {
  const blobs = step.stores.blobs(name)
  if ((await blobs.sealedBy?.()) === undefined) throw new CubeError({ ...backup_not_sealed, params: { name } })
  return blobs
}

/** @throws {CubeError} `backup_too_large`. */
export async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    length += part.length
    if (length > MAX_BACKUP_BYTES) throw new CubeError({ ...backup_too_large, params: { max: MAX_BACKUP_BYTES } })
    held.push(part)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of held) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const archivedStores = /* @__PURE__ */ z.array(
  /* @__PURE__ */ z.strictObject({
    store: /* @__PURE__ */ z.enum(["kv", "records", "blobs", "queue", "journal"]),
    name: /* @__PURE__ */ z.string(),
    rows: /* @__PURE__ */ z.int(),
    sha256: /* @__PURE__ */ z.string(),
  }),
)
