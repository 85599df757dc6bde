import { type BlobRange, type Blobs, CubeError, isCubeError } from "cubular/contract"
import { blob_changed, blob_corrupt, blob_not_sealed, blob_range_refused } from "cubular/messages/en"
import type { BlobDriver, BlobRow, BlobUpload } from "../blobs.ts"
import { joined } from "../parts.ts"
import { refuse } from "../refuse.ts"
import { BlobKey, type Crypt } from "./blob-key.ts"
import { FOOT_BYTES, footBytes, readFoot, readKnown, SEALED_BYTES } from "./foot.ts"
import { Pipe } from "./pipe.ts"
import { type BackupKey, CHUNK_BYTES, TAG_BYTES } from "./seal.ts"

/** Chunks read at once. */
const CHUNKS = 8
/** Blobs of a page that are looked at side by side. */
const LOOKS = 8
/** How often a look begins anew when the blob is replaced under it. */
const TRIES = 3

/** What the bytes of a store are sealed with. */
export interface Sealing {
  readonly store: string
  readonly key: () => Promise<BackupKey>
  readonly crypt: Crypt
}

/**
 * A driver that keeps its blobs in another store of blobs, sealed: chunks of 1 MiB, each 16 bytes longer, then what is known
 * of the blob. Any stretch is read by the chunks it touches, and each of them is checked.
 */
export function createSealedDriver(inner: Blobs, sealing: Sealing): BlobDriver {
  const look = (key: string): Promise<BlobRow | undefined> => rowOf(inner, key, sealing)
  return {
    begin: (key) => beginUpload(inner, key, sealing),
    head: look,
    async read(row, offset, length) {
      const bytes = await stretchOf(inner, row, { offset, length }, sealing)
      if (bytes) return bytes
      // Replaced meanwhile, or not what was sealed.
      return (await look(row.key))?.content === row.content ? refuse(blob_corrupt, []) : undefined
    },
    delete: (key) => inner.delete(key),
    async list({ prefix, limit, after }) {
      const { blobs, cursor } = await inner.list({ prefix, limit, cursor: after })
      const rows: (BlobRow | undefined)[] = []
      for (let at = 0; at < blobs.length; at += LOOKS)
        rows.push(...(await Promise.all(blobs.slice(at, at + LOOKS).map(({ key }) => look(key)))))
      return { rows: rows.filter((row) => row !== undefined), ...(cursor === undefined ? {} : { next: cursor }) }
    },
  }
}

const placeOf = (store: string, key: string): string => `${store}/${key}`

async function beginUpload(inner: Blobs, blob: string, { store, key, crypt }: Sealing): Promise<BlobUpload> {
  const own = await BlobKey.make(await key(), placeOf(store, blob), crypt)
  const pipe = new Pipe()
  const put = inner.put(blob, pipe)
  put.catch((error) => pipe.fail(error))
  let number = 0
  return {
    async part(bytes) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
        await pipe.write(await own.seal(bytes.subarray(at, at + CHUNK_BYTES), number++, false))
    },
    async commit(row) {
      await pipe.write(await footBytes(own, number, row))
      pipe.end()
      await put
    },
    async abort() {
      pipe.fail(new Error("given up"))
      await put.catch(() => undefined)
    },
  }
}

/** @throws {CubeError} `blob_not_sealed`, `backup_key_other`, `blob_corrupt`, `blob_changed`. */
async function rowOf(inner: Blobs, key: string, sealing: Sealing): Promise<BlobRow | undefined> {
  for (let tries = 1; ; tries++) {
    const info = await inner.head(key)
    if (info === undefined) return undefined
    const length = Math.min(info.size, FOOT_BYTES)
    const tail = await piece(inner, key, { offset: info.size - length, length })
    const foot = tail && readFoot(tail, info.size)
    const place = placeOf(sealing.store, key)
    const own = foot && (await BlobKey.open(foot.head, await sealing.key(), place, sealing.crypt))
    const known = own && (await readKnown(foot, own))
    if (known) return { ...known, key, content: foot.head }
    if ((await inner.head(key))?.sha256 === info.sha256)
      return foot ? refuse(blob_corrupt, []) : refuse(blob_not_sealed, [], { key })
    if (tries === TRIES) throw new CubeError({ ...blob_changed, retryable: true })
  }
}

/** Undefined where its chunks are not those of the row. */
async function stretchOf(
  inner: Blobs,
  { key, size, content }: BlobRow,
  { offset, length }: { readonly offset: number; readonly length: number },
  { store, key: own, crypt }: Sealing,
): Promise<Uint8Array | undefined> {
  const opener = await BlobKey.open(content, await own(), placeOf(store, key), crypt)
  const [first, end] = [Math.floor(offset / CHUNK_BYTES), Math.ceil((offset + length) / CHUNK_BYTES)]
  const all = size + Math.ceil(size / CHUNK_BYTES) * TAG_BYTES
  const chunks: Uint8Array[] = []
  for (let from = first; from < end; from += CHUNKS) {
    const to = Math.min(Math.min(from + CHUNKS, end) * SEALED_BYTES, all)
    const sealed = await piece(inner, key, { offset: from * SEALED_BYTES, length: to - from * SEALED_BYTES })
    if (sealed === undefined) return undefined
    for (let at = 0; at < sealed.length; at += SEALED_BYTES) {
      const plain = await opener?.open(sealed.subarray(at, at + SEALED_BYTES), first + chunks.length, false)
      if (plain === undefined) return undefined
      chunks.push(plain)
    }
  }
  const bytes = joined(
    chunks,
    chunks.reduce((sum, chunk) => sum + chunk.length, 0),
  )
  const skip = offset - first * CHUNK_BYTES
  return bytes.slice(skip, skip + length)
}

/** A stretch; undefined where the blob is gone, or has become shorter than where it begins. */
async function piece(inner: Blobs, key: string, range: BlobRange): Promise<Uint8Array | undefined> {
  try {
    return await inner.get(key, range)
  } catch (error) {
    if (isCubeError(error) && error.code === blob_range_refused.code) return undefined
    throw error
  }
}
