import { storeLimits } from "cubular/contract"
import type { BlobDriver, BlobRow, BlobUpload } from "../blobs.ts"
import type { R2Binding, R2Body, R2Head, R2Part, R2Upload } from "./bindings.ts"
import { telling } from "./platform-error.ts"

/** Contents of nobody that are older than this are remains of a crash; younger ones may be on their way in. */
export const REMAINS_MS = 86_400_000

/** Contents looked at when another large one comes: so many that what is left behind is found in time. */
const SWEPT = 10

/**
 * A `blobs` driver over R2. All stores share a bucket: `<store>/k/<key>` is what a key means. It holds the bytes of one part
 * itself; more are under `<store>/c/<name>`, a name nobody had, because what is said of an object must be known when an
 * upload in parts begins, and the checksum is not.
 */
export function createBlobDriver(bucket: R2Binding, store: string): BlobDriver {
  const places = placesOf(store)

  async function put(row: Omit<BlobRow, "content">, bytes: Uint8Array, content?: string): Promise<void> {
    const options = {
      customMetadata: metadataOf(row, content),
      ...(content === undefined ? { sha256: row.sha256 } : {}),
    }
    // Asked first, and not waited for: what was there before must go when it had its bytes elsewhere.
    const before = bucket.head(places.key(row.key))
    const [found] = await Promise.all([before, bucket.put(places.key(row.key), bytes, options)])
    await removeContent(found, content)
  }

  async function removeContent(found: R2Head | null, kept?: string): Promise<void> {
    const content = found?.customMetadata?.content
    if (content === undefined || content === kept) return
    // Nobody knows it any more: what is left of it is swept.
    await bucket.delete(places.content(content)).catch(() => undefined)
  }

  return {
    begin: (key) => beginUpload(bucket, store, key, put),
    head: (key) =>
      telling(async () => {
        const found = await bucket.head(places.key(key))
        return found === null ? undefined : toRow(found, key)
      }),
    whole: (key) =>
      telling(async () => {
        const found = await bucket.get(places.key(key))
        if (found === null) return undefined
        const row = toRow(found, key)
        if (isOwn(row)) return { row, bytes: await bytesOf(found) }
        await found.body.cancel()
        return { row }
      }),
    read: (row, offset, length) => telling(() => read(bucket, places, row, offset, length)),
    delete: (key) =>
      telling(async () => {
        const found = await bucket.head(places.key(key))
        if (found === null) return
        await bucket.delete(places.key(key))
        await removeContent(found)
      }),
    list: ({ prefix, limit, after }) =>
      telling(async () => {
        const { objects, truncated } = await bucket.list({
          prefix: places.key(prefix),
          limit,
          include: ["customMetadata"],
          ...(after === undefined ? {} : { startAfter: places.key(after) }),
        })
        const rows = objects.map((object) => toRow(object, object.key.slice(places.key("").length)))
        const last = rows.at(-1)
        return truncated && last !== undefined ? { rows, next: last.key } : { rows }
      }),
  }
}

interface Places {
  key(key: string): string
  content(name: string): string
}

const placesOf = (store: string): Places => ({
  key: (key) => `${store}/k/${key}`,
  content: (name) => `${store}/c/${name}`,
})

function beginUpload(
  bucket: R2Binding,
  store: string,
  key: string,
  put: (row: Omit<BlobRow, "content">, bytes: Uint8Array, content?: string) => Promise<void>,
): BlobUpload {
  const content = crypto.randomUUID()
  const parts: R2Part[] = []
  let only: Uint8Array | undefined
  let upload: R2Upload | undefined
  return {
    part: (bytes) =>
      telling(async () => {
        // A part that is not full is the last one; alone it needs no upload in parts.
        if (upload === undefined && bytes.length < storeLimits.blobPartBytes) only = bytes
        else {
          upload ??= await beginParts(bucket, store, key, content)
          parts.push(await upload.uploadPart(parts.length + 1, bytes))
        }
      }),
    commit: (row) =>
      telling(async () => {
        await upload?.complete(parts)
        await (upload === undefined ? put(row, only ?? new Uint8Array()) : put(row, new Uint8Array(), content))
      }),
    // Where the upload is complete already, its content is swept.
    abort: async () => upload?.abort().catch(() => undefined),
  }
}

async function beginParts(bucket: R2Binding, store: string, key: string, content: string): Promise<R2Upload> {
  // What sweeping comes to must not keep anybody from writing.
  await sweep(bucket, store, Date.now() - REMAINS_MS, crypto.randomUUID(), SWEPT).catch(() => undefined)
  return bucket.createMultipartUpload(placesOf(store).content(content), { customMetadata: { key } })
}

/**
 * Deletes contents that were uploaded before a moment (epoch ms) and that no key means: what crashes and races leave.
 *
 * @param from - Name of a content to begin behind.
 * @returns the name of the last one looked at, undefined when there are no more.
 */
export async function sweep(
  bucket: R2Binding,
  store: string,
  beforeMs: number,
  from: string | undefined,
  limit: number,
): Promise<string | undefined> {
  const places = placesOf(store)
  const { objects, truncated } = await bucket.list({
    prefix: places.content(""),
    limit,
    include: ["customMetadata"],
    ...(from === undefined ? {} : { startAfter: places.content(from) }),
  })
  const old = objects.filter(({ uploaded }) => uploaded.getTime() < beforeMs)
  const remains: string[] = []
  for (const { key: name, customMetadata = {} } of old) {
    const meant = await bucket.head(places.key(customMetadata.key ?? ""))
    if (meant === null || places.content(meant.customMetadata?.content ?? "") !== name) remains.push(name)
  }
  if (remains.length > 0) await bucket.delete(remains)
  return truncated ? objects.at(-1)?.key.slice(places.content("").length) : undefined
}

function metadataOf({ size, sha256, type, metadata }: Omit<BlobRow, "content">, content?: string) {
  return {
    sha256,
    ...(type === undefined ? {} : { type }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(content === undefined ? {} : { content, size: String(size) }),
  }
}

/** Marks the version of an object that holds its bytes itself; names of contents never begin so. */
const OWN = "="

const isOwn = ({ content }: BlobRow): boolean => content.startsWith(OWN)

function toRow({ size, version, customMetadata = {} }: R2Head, key: string): BlobRow {
  const { sha256 = "", type, metadata, content } = customMetadata
  return {
    key,
    size: content === undefined ? size : Number(customMetadata.size),
    sha256,
    type,
    metadata,
    content: content ?? OWN + version,
  }
}

async function read(
  bucket: R2Binding,
  places: Places,
  row: BlobRow,
  offset: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const place = isOwn(row) ? places.key(row.key) : places.content(row.content)
  const found = await bucket.get(place, { range: { offset, length } })
  if (found === null) return undefined
  if (!isOwn(row) || row.content === OWN + found.version) return bytesOf(found)
  await found.body.cancel()
  return undefined
}

const bytesOf = async (found: R2Body): Promise<Uint8Array> => new Uint8Array(await found.arrayBuffer())
