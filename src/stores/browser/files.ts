import { nameOf } from "./faults.ts"
import type { StoresPlatform } from "./platform.ts"

/** Ends the name of the file beside another one into which Chromium writes for pages; a crash leaves it. */
const SWAP = ".crswap"

/** What is said of a file that is not there, or of a root that was cleared with everything in it. */
const GONE: ReadonlySet<string> = new Set(["NotFoundError", "InvalidStateError"])

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
  try {
    return storage?.getDirectory ? filesIn(storage, await storage.getDirectory(), `${store}.`) : undefined
  } catch {
    return undefined
  }
}

/** They lie in the root: a folder that was cleared cannot be made again by whoever had it open (Chromium 156). */
function filesIn(storage: StorageManager, first: FileSystemDirectoryHandle, prefix: string): Files {
  let root = first

  async function inRoot<T>(work: (root: FileSystemDirectoryHandle) => Promise<T>): Promise<T> {
    try {
      return await work(root)
    } catch (error) {
      if (!GONE.has(nameOf(error))) throw error
      root = await storage.getDirectory()
      return work(root)
    }
  }

  return {
    async names() {
      const names = new Set<string>()
      for await (const name of root.keys())
        if (name.startsWith(prefix)) names.add(name.slice(prefix.length).replace(SWAP, ""))
      return [...names]
    },
    create: (name) =>
      inRoot(async (from) => writerOf(storage, await from.getFileHandle(prefix + name, { create: true }))),
    read: (name, offset, length) =>
      unlessAbsent(() =>
        inRoot(async (from) => {
          const file = await (await from.getFileHandle(prefix + name)).getFile()
          return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
        }),
      ),
    async remove(name) {
      for (const each of [name, name + SWAP])
        await unlessAbsent(() => inRoot((from) => from.removeEntry(prefix + each)))
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

/** What a file in a worker can besides (https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle). */
interface WorkerFile {
  createSyncAccessHandle?(): Promise<{
    write(bytes: Uint8Array, options: { readonly at: number }): number
    flush(): void
    close(): void
  }>
}

/** In workers written in place and flushed to the disk, which pages cannot. */
async function writerOf(storage: StorageManager, file: FileSystemFileHandle & WorkerFile): Promise<FileWriter> {
  let at = 0
  if (!file.createSyncAccessHandle) {
    const stream = await file.createWritable()
    return {
      async write(bytes) {
        at += bytes.length
        await stream.write(bytes as Uint8Array<ArrayBuffer>).catch((error) => tellWhy(storage, at, error))
      },
      close: () => stream.close(),
    }
  }
  const handle = await file.createSyncAccessHandle()
  return {
    async write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const written = handle.write(bytes.subarray(from), { at })
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

/** Where there is no room Chromium may tell only that it hung up, when it did so while bytes were on their way. @throws always. */
async function tellWhy(storage: StorageManager, length: number, error: unknown): Promise<never> {
  if (nameOf(error) !== "AbortError") throw error
  const { quota = Infinity, usage = 0 } = await storage.estimate().catch((): StorageEstimate => ({}))
  throw usage + length > quota ? new DOMException("no room", "QuotaExceededError") : error
}
