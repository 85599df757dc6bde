import { ask, askAll } from "./ask.ts"
import { toStoreError } from "./faults.ts"
import { type Files, openFiles } from "./files.ts"
import type { Lane } from "./lane.ts"
import { readParts, removeParts, writePart } from "./parts.ts"
import type { StoresPlatform } from "./platform.ts"
import { createWriterLock } from "./writer-lock.ts"

/**
 * Where the bytes of large blobs are, as the beginning of a content's name tells: "file/" in the private file system,
 * "parts/" in the database where there is none. A name is never used twice.
 */
export interface Contents {
  /** Cleared of what crashes have left, once. */
  ready(): Promise<void>
  create(): Promise<Writing>
  read(content: string, offset: number, length: number): Promise<Uint8Array | undefined>
  /** Takes away what no row tells of any more. */
  remove(content: string): Promise<void>
}

/** A content on its way, which is not taken for a remain before it is freed. */
export interface Writing {
  readonly content: string
  write(bytes: Uint8Array): Promise<void>
  finish(): Promise<void>
  abort(): Promise<void>
  free(): void
}

/** Without locks nobody can tell whether who began writing still lives: after this long it is taken for dead. */
const REMAINS_MS = 86_400_000

const FILE = "file/"
const PARTS = "parts/"

export function createContents(lane: Lane, platform: StoresPlatform, name: string, now: () => number): Contents {
  let prepared: Promise<Files | undefined> | undefined

  /** The files, swept. */
  function files(): Promise<Files | undefined> {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = undefined
      throw toStoreError(error)
    })
    return prepared
  }

  async function prepare(): Promise<Files | undefined> {
    const opened = await openFiles(platform, name)
    const found = (await opened?.names())?.map((each) => FILE + each) ?? []
    for (const content of await remainsOf(lane, platform, found, lockOf, now))
      await (content.startsWith(FILE) ? opened?.remove(content.slice(FILE.length)) : forget(content))
    return opened
  }

  const lockOf = (content: string): string => `${name} writes ${content}`
  const forget = (content: string): Promise<void> =>
    lane.write((transaction) => removeParts(transaction, platform, content), true)

  return {
    ready: async () => void (await files()),
    async create() {
      const opened = await files()
      const id = `${Math.trunc(now())}.${platform.drawId()}`
      const content = (opened ? FILE : PARTS) + id
      const lock = platform.locks && createWriterLock(platform.locks, lockOf(content))
      await lock?.take()
      const writing = opened ? await fileWriting(opened, id) : partsWriting(lane, content, forget)
      return { content, free: () => lock?.free(), ...writing }
    },
    async read(content, offset, length) {
      if (!content.startsWith(FILE)) return lane.read((transaction) => readParts(transaction, content, offset, length))
      return telling(async () => (await files())?.read(content.slice(FILE.length), offset, length))
    },
    remove: async (content) =>
      content.startsWith(FILE) ? (await files())?.remove(content.slice(FILE.length)) : forget(content),
  }
}

type Steps = Pick<Writing, "write" | "finish" | "abort">

async function fileWriting(files: Files, id: string): Promise<Steps> {
  const writer = await telling(() => files.create(id))
  return {
    write: (bytes) => telling(() => writer.write(bytes)),
    finish: () => telling(() => writer.close()),
    async abort() {
      await writer.close().catch(() => undefined)
      await files.remove(id).catch(() => undefined)
    },
  }
}

function partsWriting(lane: Lane, content: string, forget: (content: string) => Promise<void>): Steps {
  let count = 0
  return {
    async write(bytes) {
      const index = count++
      await lane.write((transaction) => writePart(transaction, content, index, bytes), true)
    },
    finish: async () => undefined,
    abort: () => forget(content),
  }
}

/**
 * Contents that no row tells of and nobody is writing. They are listed first, then the locks, then the rows: who held a lock
 * when the content was there and holds it no more has either put its row or died.
 */
async function remainsOf(
  lane: Lane,
  { ranges, locks }: StoresPlatform,
  files: readonly string[],
  lockOf: (content: string) => string,
  now: () => number,
): Promise<string[]> {
  const keys = await lane.read((transaction) =>
    ask(transaction.objectStore("parts").getAllKeys(ranges.bound([PARTS], [`${PARTS}\uffff`]))),
  )
  const found = [...files, ...new Set(keys.map((key) => (key as [string])[0]))]
  const held = new Set((await locks?.query())?.held?.map((lock) => lock.name))
  const isWritten = (content: string): boolean =>
    locks ? held.has(lockOf(content)) : Number.parseInt(content.split("/")[1] ?? "", 10) > now() - REMAINS_MS
  return lane.read(async (transaction) => {
    const large = transaction.objectStore("blobs").index("large")
    const unknown = found.filter((content) => !isWritten(content))
    const asked = unknown.map((content) => large.getKey(content))
    const isKnown = await askAll(asked, (row) => row !== undefined)
    return unknown.filter((_, at) => !isKnown[at])
  })
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(error)
  }
}
