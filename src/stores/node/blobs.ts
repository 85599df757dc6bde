import { createHash, randomUUID } from "node:crypto"
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises"
import { join } from "node:path"
import type { BlobDriver, BlobUpload } from "../blobs.ts"
import type { Hasher } from "../hasher.ts"
import { type BlobRows, createBlobRows } from "../sql/blobs.ts"
import type { SqlDatabase } from "../sql/database.ts"
import { toStoreError } from "./sqlite.ts"

/** Files of nobody that are older than this are remains of a crash; younger ones may be on their way in. */
const REMAINS_MS = 86_400_000

/** What the `blobs` stores of one folder have in common. */
export interface BlobFolder {
  readonly folder: string
  /** Made and cleared of remains, once. */
  ready(): Promise<void>
}

export function createBlobFolder(folder: string, database: SqlDatabase): BlobFolder {
  let prepared: Promise<void> | undefined
  return {
    folder,
    ready() {
      prepared ??= prepare(folder, database).catch((error: unknown) => {
        prepared = undefined
        throw toStoreError(error)
      })
      return prepared
    },
  }
}

async function prepare(folder: string, database: SqlDatabase): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const isKnown = database.one("SELECT 1 FROM blobs WHERE content = ?", [name]) !== undefined
    if (!isKnown && (await stat(file)).mtimeMs < Date.now() - REMAINS_MS) await unlink(file)
  }
}

/**
 * A `blobs` driver with a file for each content: written beside, synchronised and renamed before the database tells of it.
 * A crash leaves at worst a file that nobody knows.
 */
export function createBlobDriver({ folder, ready }: BlobFolder, database: SqlDatabase, store: string): BlobDriver {
  const rows = createBlobRows(database, store)
  const fileOf = (content: string): string => join(folder, content)

  async function remove(content: string | undefined): Promise<void> {
    // Nobody knows the file any more: what is left of it goes with the remains.
    if (content !== undefined) await unlink(fileOf(content)).catch(() => undefined)
  }

  return {
    async begin() {
      await ready()
      return telling(() => beginUpload(folder, rows, remove))
    },
    head: (key) => rows.head(key),
    read: ({ content }, offset, length) => telling(() => readFile(fileOf(content), offset, length)),
    delete: (key) => remove(rows.delete(key)),
    list: (range) => rows.list(range),
  }
}

async function beginUpload(
  folder: string,
  rows: BlobRows,
  remove: (content: string | undefined) => Promise<void>,
): Promise<BlobUpload> {
  const content = randomUUID()
  const beside = join(folder, `${content}.part`)
  const file = await open(beside, "wx")
  return {
    part: (bytes) => telling(() => writeAll(file, bytes)),
    commit: (row) =>
      telling(async () => {
        await file.sync()
        await file.close()
        await rename(beside, join(folder, content))
        await syncFolder(folder)
        await remove(rows.put({ ...row, content }))
      }),
    async abort() {
      await file.close().catch(() => undefined)
      await unlink(beside).catch(() => undefined)
      await remove(content)
    },
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/** A name in a folder is durable when the folder is; Windows synchronises it with the file and opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What is there of a stretch; undefined where there is no such file. */
async function readFile(path: string, offset: number, length: number): Promise<Uint8Array | undefined> {
  const file = await open(path, "r").catch((error: { readonly code?: string }) => {
    if (error.code === "ENOENT") return undefined
    throw error
  })
  if (file === undefined) return undefined
  try {
    const bytes = new Uint8Array(length)
    let at = 0
    while (at < length) {
      const { bytesRead } = await file.read(bytes, at, length - at, offset + at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.subarray(0, at)
  } finally {
    await file.close()
  }
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(error)
  }
}

/** SHA-256 by OpenSSL, in parts: for `createHasher` of a backup. */
export function createNodeHasher(): Hasher {
  const hash = createHash("sha256")
  return { update: (bytes) => hash.update(bytes), digest: () => hash.digest("hex") }
}
