import type { BlobDriver, BlobRow, BlobUpload } from "../blobs.ts"
import { ask } from "./ask.ts"
import type { Contents, Writing } from "./contents.ts"
import { corrupt } from "./faults.ts"
import { keyFrom, keyIn, prefixRange } from "./keys.ts"
import type { Lane } from "./lane.ts"
import type { StoresPlatform } from "./platform.ts"

/** A row as it is stored, under its store and key. */
interface StoredBlob extends Omit<BlobRow, "key"> {
  /** The content again where it is not beside the row: so remains of crashes are told from what is stored. */
  readonly large?: string
}

/** A small blob as it is stored a second time, with its bytes: so one request reads all of it. */
interface SmallBlob extends StoredBlob {
  readonly bytes: Uint8Array
}

/**
 * What is no larger is put into the database, in one transaction with its row: making a file takes longer than writing so
 * much there.
 */
const SMALL_BYTES = 262_144

const SMALL = "small/"

/** A `blobs` driver: rows, and small contents, in IndexedDB; others where `contents` puts them. */
export function createBlobDriver(lane: Lane, contents: Contents, platform: StoresPlatform, store: string): BlobDriver {
  /** Puts a row, or none, in the place of the one before, whose content nobody needs any more. */
  async function replace(key: string, row?: StoredBlob, bytes?: Uint8Array): Promise<void> {
    const whole = keyIn(store, key)
    const { before } = await lane.write((transaction) => {
      const [blobs, parts] = [transaction.objectStore("blobs"), transaction.objectStore("parts")]
      // Not waited for: the commit is under way while it is answered.
      const found = ask<unknown>(blobs.get(whole)).catch(() => undefined)
      if (row) blobs.put(row, whole)
      else blobs.delete(whole)
      if (row && bytes) parts.put({ ...row, bytes } satisfies SmallBlob, [SMALL, whole])
      else parts.delete([SMALL, whole])
      return { before: found }
    }, true)
    const { large } = ((await before) ?? {}) as Partial<StoredBlob>
    // What is left of it is swept: the blob is replaced, whatever this comes to.
    if (typeof large === "string") await contents.remove(large).catch(() => undefined)
  }

  async function smallIn(transaction: IDBTransaction, key: string): Promise<SmallBlob | undefined> {
    const found = (await ask<unknown>(transaction.objectStore("parts").get([SMALL, keyIn(store, key)]))) as
      | SmallBlob
      | undefined
    if (found !== undefined && !(found?.bytes instanceof Uint8Array)) throw corrupt("a part of a blob that is no bytes")
    return found
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
          return replace(key, { ...row, content: SMALL + platform.drawId() }, small ?? new Uint8Array())
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
        const small = await smallIn(transaction, key)
        if (small) return { row: toRow(key, small) as BlobRow, bytes: small.bytes }
        const row = toRow(key, await ask(transaction.objectStore("blobs").get(keyIn(store, key))))
        return row && { row }
      }),
    async read({ key, content }, offset, length) {
      if (!content.startsWith(SMALL)) return contents.read(content, offset, length)
      const small = await lane.read((transaction) => smallIn(transaction, key))
      return small?.content === content ? small.bytes.slice(offset, offset + length) : undefined
    },
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
