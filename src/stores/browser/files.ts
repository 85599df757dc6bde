import { nameOf } from "./faults.ts"
import type { StoresPlatform } from "./platform.ts"

/** Ends the name of the file beside another one into which Chromium writes for pages; a crash leaves it. */
const SWAP = ".crswap"

/** A file on its way. */
export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>
  /** Closes it; what was written is in it from then on. */
  close(): Promise<void>
}

/** Files of one set of stores, in the private file system of the origin. */
export interface Files {
  names(): Promise<string[]>
  create(name: string): Promise<FileWriter>
  /** What is there of a stretch; undefined where there is no such file. */
  read(name: string, offset: number, length: number): Promise<Uint8Array | undefined>
  remove(name: string): Promise<void>
}

/** Undefined where there is none: pages not served securely, private windows of some browsers, older ones. */
export async function openFiles({ storage }: StoresPlatform, store: string): Promise<Files | undefined> {
  const folder = (): Promise<FileSystemDirectoryHandle> | undefined =>
    storage?.getDirectory?.().then((root) => root.getDirectoryHandle(`${store}.blobs`, { create: true }))
  try {
    const first = await folder()
    return first && filesIn(first, folder as () => Promise<FileSystemDirectoryHandle>)
  } catch {
    return undefined
  }
}

/** @param reopen - Makes the folder anew where the browser has cleared it. */
function filesIn(first: FileSystemDirectoryHandle, reopen: () => Promise<FileSystemDirectoryHandle>): Files {
  let folder = first

  async function made(name: string): Promise<FileSystemFileHandle> {
    try {
      return await folder.getFileHandle(name, { create: true })
    } catch (error) {
      if (nameOf(error) !== "NotFoundError") throw error
      folder = await reopen()
      return folder.getFileHandle(name, { create: true })
    }
  }

  return {
    async names() {
      const names = new Set<string>()
      for await (const name of folder.keys()) names.add(name.replace(SWAP, ""))
      return [...names]
    },
    create: async (name) => writerOf(await made(name)),
    read: (name, offset, length) =>
      unlessAbsent(async () => {
        const file = await (await folder.getFileHandle(name)).getFile()
        return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
      }),
    async remove(name) {
      for (const each of [name, name + SWAP]) await unlessAbsent(() => folder.removeEntry(each))
    },
  }
}

async function unlessAbsent<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (nameOf(error) === "NotFoundError") return undefined
    throw error
  }
}

/** In workers written in place and flushed to the disk, which pages cannot. */
async function writerOf(file: FileSystemFileHandle): Promise<FileWriter> {
  if (!file.createSyncAccessHandle) {
    const stream = await file.createWritable()
    return {
      write: (bytes) => stream.write(bytes as Uint8Array<ArrayBuffer>),
      close: () => stream.close(),
    }
  }
  const handle = await file.createSyncAccessHandle()
  let at = 0
  return {
    async write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const written = handle.write(bytes.subarray(from) as Uint8Array<ArrayBuffer>, { at })
        // Some browsers write less instead of telling that there is no room.
        if (written === 0) throw new DOMException("no room", "QuotaExceededError")
        from += written
        at += written
      }
    },
    async close() {
      handle.flush()
      handle.close()
    },
  }
}
