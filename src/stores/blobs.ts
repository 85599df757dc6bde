import {
  type BlobBody,
  type BlobInfo,
  type BlobPutOptions,
  type BlobRange,
  type Blobs,
  CubeError,
  type Json,
  storeLimits,
} from "cubular/contract"
import {
  blob_changed,
  blob_checksum,
  blob_corrupt,
  blob_range_refused,
  blob_read_too_large,
  blob_type_refused,
  store_value_too_large,
} from "cubular/messages/en"
import type { Awaitable } from "./awaitable.ts"
import { fromCursor, toCursor } from "./cursor.ts"
import { createHasher as createOwnHasher, type Hasher } from "./hasher.ts"
import { metadataOf } from "./metadata.ts"
import { partsOf } from "./parts.ts"
import { refuse, wholeOf } from "./refuse.ts"
import { checkKey, checkPrefix } from "./text.ts"
import { fromText } from "./value.ts"

/** A blob as a driver keeps it. */
export interface BlobRow {
  readonly key: string
  readonly size: number
  readonly sha256: string
  readonly type?: string | undefined
  /** JSON. */
  readonly metadata?: string | undefined
  /** Names these bytes, and never others. */
  readonly content: string
}

/** Bytes on their way in, which nobody sees yet. */
export interface BlobUpload {
  /** The next 8 MiB, or what is left of them; the bytes are the driver's only until it answers. */
  part(bytes: Uint8Array): Awaitable<void>
  /** Puts them in the place of what was there. Durable when it answers. */
  commit(row: Omit<BlobRow, "content">): Awaitable<void>
  /** Forgets them. Not after `commit`. */
  abort(): Awaitable<void>
}

/** What one `blobs` store on one platform must do. The gate, `createBlobs`, has checked all it gives. */
export interface BlobDriver {
  /** @param key - The one it will be committed with. */
  begin(key: string): Awaitable<BlobUpload>
  head(key: string): Awaitable<BlobRow | undefined>
  /** The bytes of a stretch within the blob; undefined when it was replaced or deleted since. */
  read(row: BlobRow, offset: number, length: number): Awaitable<Uint8Array | undefined>
  /** Of a blob the row and, where they come with it, all bytes: for platforms on which that is quicker than one by one. */
  readonly whole?: (
    key: string,
  ) => Awaitable<{ readonly row: BlobRow; readonly bytes?: Uint8Array | undefined } | undefined>
  delete(key: string): Awaitable<void>
  /** In the order of code points. `next` exactly when there may be more. */
  list(range: {
    readonly prefix: string
    readonly limit: number
    readonly after?: string | undefined
  }): Awaitable<{ readonly rows: readonly BlobRow[]; readonly next?: string }>
}

const { blobBytes, blobPartBytes, blobReadBytes } = storeLimits

/** How often a whole read begins anew when the blob is replaced under it. */
const READS = 3

/**
 * A `blobs` store over a driver: the one place that decides what is taken, for all of them.
 *
 * @param createHasher - The platform's own, where it has one that takes bytes in parts.
 */
export function createBlobs(driver: BlobDriver, createHasher: () => Hasher = createOwnHasher): Blobs {
  return {
    async put(key, body, options = {}) {
      checkKey(key, ["key"])
      const { type } = options
      if (type !== undefined && !/^[\x20-\x7e]{1,255}$/.test(type)) refuse(blob_type_refused, ["type"])
      const metadata = metadataOf(options.metadata, ["metadata"])
      return toInfo(await upload(driver, createHasher(), body, { key, type, metadata }, options))
    },
    async head(key) {
      checkKey(key, ["key"])
      const row = await driver.head(key)
      return row && toInfo(row)
    },
    async get(key, range) {
      checkKey(key, ["key"])
      for (let reads = 1; ; reads++) {
        const whole = range === undefined ? await driver.whole?.(key) : undefined
        if (whole?.bytes) return checked(whole.bytes, whole.row, whole.row.size, createHasher)
        const row = whole?.row ?? (await driver.head(key))
        if (row === undefined) return undefined
        const { offset, length } = stretchOf(row, range)
        if (length > blobReadBytes) refuse(blob_read_too_large, [], { bytes: length, max: blobReadBytes })
        const bytes = length === 0 ? new Uint8Array() : await driver.read(row, offset, length)
        if (bytes) return checked(bytes, row, length, createHasher)
        if (reads === READS) return changed()
      }
    },
    async stream(key, range) {
      checkKey(key, ["key"])
      const row = await driver.head(key)
      return row && streamOf(driver, row, stretchOf(row, range), createHasher())
    },
    async delete(key) {
      checkKey(key, ["key"])
      await driver.delete(key)
    },
    async list(options = {}) {
      const { prefix = "", cursor } = options
      checkPrefix(prefix, ["prefix"])
      const limit = wholeOf("limit", options.limit, 100, 1, storeLimits.page)
      const query = ["blobs", prefix]
      const after = cursor === undefined ? undefined : (fromCursor(query, cursor) as string)
      const { rows, next } = await driver.list({ prefix, limit, after })
      return { blobs: rows.map(toInfo), ...(next === undefined ? {} : { cursor: toCursor(query, next) }) }
    },
  }
}

async function upload(
  driver: BlobDriver,
  hasher: Hasher,
  body: BlobBody,
  head: Pick<BlobRow, "key" | "type" | "metadata">,
  { sha256: expected }: BlobPutOptions,
): Promise<Omit<BlobRow, "content">> {
  const uploading = await driver.begin(head.key)
  try {
    let size = 0
    for await (const part of partsOf(body, blobPartBytes)) {
      size += part.length
      if (size > blobBytes) refuse(store_value_too_large, ["body"], { bytes: size, max: blobBytes })
      hasher.update(part)
      await uploading.part(part)
    }
    const found = await hasher.digest()
    if (expected !== undefined && expected !== found) refuse(blob_checksum, ["sha256"], { expected, found })
    const row = { ...head, size, sha256: found }
    await uploading.commit(row)
    return row
  } catch (error) {
    // The reason of the failure is what its caller must hear, whatever clearing up comes to.
    await Promise.resolve(uploading.abort()).catch(() => undefined)
    throw error
  }
}

function stretchOf({ size }: BlobRow, range: BlobRange = {}): { offset: number; length: number } {
  const offset = wholeOf("offset", range.offset, 0, 0, Number.MAX_SAFE_INTEGER)
  const length = wholeOf("length", range.length, Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER)
  if (offset > size) refuse(blob_range_refused, ["offset"], { size })
  return { offset, length: Math.min(length, size - offset) }
}

async function checked(
  bytes: Uint8Array,
  row: BlobRow,
  length: number,
  createHasher: () => Hasher,
): Promise<Uint8Array> {
  if (bytes.length !== length) refuse(blob_corrupt, [])
  if (length < row.size) return bytes
  const hasher = createHasher()
  hasher.update(bytes)
  return (await hasher.digest()) === row.sha256 ? bytes : refuse(blob_corrupt, [])
}

async function* streamOf(
  driver: BlobDriver,
  row: BlobRow,
  { offset, length }: { readonly offset: number; readonly length: number },
  hasher: Hasher,
): AsyncGenerator<Uint8Array> {
  const isWhole = length === row.size
  for (let at = 0; at < length; at += blobPartBytes) {
    const wanted = Math.min(blobPartBytes, length - at)
    const bytes = (await driver.read(row, offset + at, wanted)) ?? changed()
    if (bytes.length !== wanted) refuse(blob_corrupt, [])
    if (isWhole) {
      hasher.update(bytes)
      // Before the last part is given: who has read to the end holds what was stored.
      if (at + wanted === length && (await hasher.digest()) !== row.sha256) refuse(blob_corrupt, [])
    }
    yield bytes
  }
}

function changed(): never {
  throw new CubeError({ ...blob_changed, retryable: true })
}

function toInfo({ key, size, sha256, type, metadata }: Omit<BlobRow, "content">): BlobInfo {
  return {
    key,
    size,
    sha256,
    ...(type === undefined ? {} : { type }),
    ...(metadata === undefined ? {} : { metadata: fromText(metadata) as Json }),
  }
}
