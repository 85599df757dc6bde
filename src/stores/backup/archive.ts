import type { Json, Stores, TableShape } from "cubular/contract"
import { backup_malformed } from "cubular/messages/en"
import type { Hasher } from "../hasher.ts"
import { refuse } from "../refuse.ts"
import { ByteReader } from "./byte-reader.ts"
import { type Frame, readFrame, toBytes } from "./frame.ts"
import { blobsSection, journalSection, kvSection, queueSection, recordsSection } from "./kinds.ts"
import { type AnyTable, type Part, readShape, type Section, type StoreKind } from "./section.ts"

/** Stores that belong together: what is backed up as one. Names as the stores have them. */
export interface Inventory {
  readonly kv?: readonly string[]
  /** `rows`: only those a query over an index finds. */
  readonly records?: readonly (Pick<AnyTable, "schema" | "key" | "migrations" | "shape"> & Pick<Part, "rows">)[]
  /** `prefixes`: only blobs whose keys begin with one of them. */
  readonly blobs?: readonly (string | { readonly name: string; readonly prefixes: readonly string[] })[]
  readonly queue?: readonly string[]
  readonly journal?: readonly string[]
}

/** A store in an archive. */
export interface ArchivedStore {
  readonly store: StoreKind
  readonly name: string
  /** Keys, records, blobs, messages or entries. */
  readonly rows: number
  /** Of everything the archive says of it, in lower-case hex. */
  readonly sha256: string
}

const FORMAT = "cubular-archive-1"

/** Each kind of store with what puts it into an archive and takes it out. */
export const sections: { readonly [K in StoreKind]: Section<never> } = {
  kv: kvSection,
  records: recordsSection,
  blobs: blobsSection,
  queue: queueSection,
  journal: journalSection,
}

/**
 * All of the stores as one stream: a head, each store with its rows, and at the end the number of rows and the SHA-256 of each.
 * What is written meanwhile may or may not be in it; every row is one that was there.
 */
export async function* writeArchive(
  stores: Stores,
  inventory: Inventory,
  { madeAtMs, createHasher }: { readonly madeAtMs: number; readonly createHasher: () => Hasher },
): AsyncGenerator<Uint8Array> {
  const manifest: ArchivedStore[] = []
  yield toBytes({ json: [FORMAT, { madeAtMs }] })
  for (const { head, rows } of placesOf(stores, inventory)) {
    const hasher = createHasher()
    let count = 0
    for await (const frame of framesOf(head, rows)) {
      const bytes = toBytes(frame)
      hasher.update(bytes)
      if ("json" in frame) count++
      yield bytes
    }
    const [, store, name] = head
    // The head of a store is no row of it.
    manifest.push({ store, name, rows: count - 1, sha256: await hasher.digest() })
  }
  yield toBytes({ json: ["end", manifest as unknown as Json] })
}

type Head = readonly ["store", StoreKind, string, TableShape?]

interface Place {
  readonly head: Head
  readonly rows: AsyncIterable<Frame>
}

function placesOf(stores: Stores, inventory: Inventory): Place[] {
  const kinds = ["kv", "blobs", "queue", "journal"] as const
  const named = kinds.flatMap((kind) =>
    (inventory[kind] ?? []).map((each): Place => {
      const section = sections[kind] as Section<unknown>
      const { name, ...part } = typeof each === "string" ? { name: each } : each
      return { head: ["store", kind, name], rows: section.rows(stores[kind](name), part) }
    }),
  )
  const tables = (inventory.records ?? []).map((table): Place => {
    const rows = recordsSection.rows(stores.records(table as AnyTable) as never, table)
    return { head: ["store", "records", table.shape.name, table.shape], rows }
  })
  return [...named, ...tables]
}

async function* framesOf(head: Head, rows: AsyncIterable<Frame>): AsyncGenerator<Frame> {
  yield { json: head as unknown as Json }
  yield* rows
}

/** A store as it is read from an archive: its frames have to be taken before the next one. */
export interface ArchivedSection {
  readonly store: StoreKind
  readonly name: string
  readonly shape: TableShape | undefined
  readonly frames: AsyncIterable<Frame>
}

/**
 * Reads an archive store by store, and compares at the end what was read with what its last lines say.
 *
 * @throws {CubeError} `backup_malformed` as soon as something is not as it was written.
 */
export async function readArchive(
  bytes: AsyncIterable<Uint8Array>,
  createHasher: () => Hasher,
  take: (section: ArchivedSection) => Promise<void>,
): Promise<{ readonly madeAtMs: number; readonly stores: readonly ArchivedStore[] }> {
  const reader = new ByteReader(bytes)
  try {
    const madeAtMs = readStart((await readFrame(reader))?.frame)
    const found: ArchivedStore[] = []
    let next = await readFrame(reader)
    while (isHead(next?.frame, "store")) {
      const section = new SectionReader(reader, createHasher(), next as Read)
      const { store, name, shape } = readStore(next?.frame)
      await take({ store, name, shape, frames: section.frames() })
      next = await section.drain()
      found.push({ store, name, rows: section.rows, sha256: await section.digest() })
    }
    const isWhole = JSON.stringify(listOf(next?.frame)) === JSON.stringify(["end", found])
    if (!isWhole || !(await reader.atEnd())) refuse(backup_malformed, [])
    return { madeAtMs, stores: found }
  } finally {
    await reader.close()
  }
}

type Read = NonNullable<Awaited<ReturnType<typeof readFrame>>>

/** The frames of one store, hashed as they pass. */
class SectionReader {
  rows = 0
  readonly #reader: ByteReader
  readonly #hasher: Hasher
  #next: Read | undefined

  constructor(reader: ByteReader, hasher: Hasher, head: Read) {
    this.#reader = reader
    this.#hasher = hasher
    hasher.update(head.raw)
  }

  async *frames(): AsyncGenerator<Frame> {
    for (;;) {
      this.#next = await readFrame(this.#reader)
      if (this.#next === undefined || isHead(this.#next.frame)) return
      this.#hasher.update(this.#next.raw)
      if ("json" in this.#next.frame) this.rows++
      yield this.#next.frame
    }
  }

  /** Passes over what nobody took. @returns the frame behind the section. */
  async drain(): Promise<Read | undefined> {
    const isOver = this.#next !== undefined && isHead(this.#next.frame)
    if (!isOver) for await (const _ of this.frames());
    return this.#next
  }

  digest(): Promise<string> {
    return Promise.resolve(this.#hasher.digest())
  }
}

/** Heads are lists, rows are objects. */
function listOf(frame: Frame | undefined): readonly Json[] | undefined {
  const json = frame && "json" in frame ? frame.json : undefined
  return Array.isArray(json) ? json : undefined
}

function isHead(frame: Frame | undefined, word?: string): boolean {
  const list = listOf(frame)
  return list !== undefined && (word === undefined || list[0] === word)
}

function readStart(frame: Frame | undefined): number {
  const [format, made] = listOf(frame) ?? []
  const { madeAtMs } = (made ?? {}) as { readonly madeAtMs?: unknown }
  return format === FORMAT && typeof madeAtMs === "number" ? madeAtMs : refuse(backup_malformed, [])
}

function readStore(frame: Frame | undefined): Omit<ArchivedSection, "frames"> {
  const [, store, name, shape] = listOf(frame) ?? []
  if (typeof store !== "string" || !Object.hasOwn(sections, store) || typeof name !== "string")
    return refuse(backup_malformed, [])
  return { store: store as StoreKind, name, shape: store === "records" ? readShape(shape) : undefined }
}
