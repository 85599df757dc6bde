import type { BlobDriver, BlobRow, BlobUpload } from "../blobs.ts"
import { ask } from "./ask.ts"
import type { Contents, Writing } from "./contents.ts"
import { corrupt } from "./faults.ts"
import { keyFrom, keyIn, prefixRange } from "./keys.ts"
import type { Lane } from "./lane.ts"
import { readParts, removeParts, writePart } from "./parts.ts"
import type { StoresPlatform } from "./platform.ts"

/** A row as it is stored, under its store and key. */
interface StoredBlob extends Omit<BlobRow, "key"> {
  /** The content again where it is not beside the row: so remains of crashes are told from what is stored. */
  readonly large?: string
}

/**
 * What is no larger stands beside its row, put in one transaction with it: making a file takes longer than writing so much
 * into the database.
 */
const SMALL_BYTES = 262_144

/** A `blobs` driver: rows, and small contents, in IndexedDB; others where `contents` puts them. */
export function createBlobDriver(lane: Lane, contents: Contents, platform: StoresPlatform, store: string): BlobDriver {
  /** Puts a row, or none, in the place of the one before, whose content nobody needs any more. */
  async function replace(key: string, row?: StoredBlob, small?: Uint8Array): Promise<void> {
    const whole = keyIn(store, key)
    const before = await lane.write(async (transaction) => {
      const blobs = transaction.objectStore("blobs")
      const found = toRow(key, await ask<unknown>(blobs.get(whole)))
      if (found) removeParts(transaction, platform, found.content)
      if (row) blobs.put(row, whole)
      else blobs.delete(whole)
      if (row && small) writePart(transaction, row.content, 0, small)
      return found?.content
    }, true)
    // What is left of a file is swept: the blob is replaced, whatever this comes to.
    if (before !== undefined) await contents.removeFile(before).catch(() => undefined)
  }

  function begin(): BlobUpload {
    /** The first part, as long as it may be the only one. */
    let small: Uint8Array | undefined
    let writing: Writing | undefined
    const write = async (bytes: Uint8Array): Promise<void> => {
      writing ??= await contents.create()
      await writing.write(bytes)
    }
    return {
      async part(bytes) {
        if (writing === undefined && small === undefined && bytes.length <= SMALL_BYTES) {
          small = bytes.slice()
          return
        }
        if (small !== undefined) await write(small)
        small = undefined
        await write(bytes)
      },
      async commit({ key, ...row }) {
        if (writing === undefined)
          return replace(key, { ...row, content: `small/${platform.drawId()}` }, small ?? new Uint8Array())
        await writing.finish()
        await replace(key, { ...row, content: writing.content, large: writing.content })
        writing.free()
      },
      async abort() {
        await writing?.abort().finally(writing.free)
      },
    }
  }

  return {
    begin,
    head: (key) =>
      lane.read(async (transaction) => toRow(key, await ask(transaction.objectStore("blobs").get(keyIn(store, key))))),
    whole: (key) =>
      lane.read(async (transaction) => {
        const row = toRow(key, await ask(transaction.objectStore("blobs").get(keyIn(store, key))))
        if (row === undefined || row.size === 0 || row.size > SMALL_BYTES) return row && { row }
        return { row, bytes: await readParts(transaction, row.content, 0, row.size) }
      }),
    read: ({ content }, offset, length) => contents.read(content, offset, length),
    delete: (key) => replace(key),
    list: (range) =>
      lane.read(async (transaction) => {
        const blobs = transaction.objectStore("blobs")
        const asked = prefixRange(platform, store, range)
        const [keys, found] = await Promise.all([
          ask(blobs.getAllKeys(asked, range.limit)),
          ask<unknown[]>(blobs.getAll(asked, range.limit)),
        ])
        const rows = found.map((row, at) => toRow(keyFrom(store, keys[at] as IDBValidKey), row) as BlobRow)
        const last = rows.at(-1)
        return last === undefined || rows.length < range.limit ? { rows } : { rows, next: last.key }
      }),
  }
}

function toRow(key: string, row: unknown): BlobRow | undefined {
  if (row === undefined) return undefined
  const { size, sha256, content, type, metadata } = (row ?? {}) as StoredBlob
  if (!Number.isInteger(size) || typeof sha256 !== "string" || typeof content !== "string")
    throw corrupt("a blob that is none")
  return { key, size, sha256, content, type, metadata }
}
