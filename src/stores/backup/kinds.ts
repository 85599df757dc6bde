import type { BlobInfo, Blobs, Journal, Kv, KvKey, Queue, Records, Value } from "cubular/contract"
import { CubeError, storeLimits } from "cubular/contract"
import { backup_malformed, restore_differs, store_busy } from "cubular/messages/en"
import { refuse } from "../refuse.ts"
import type { Frame } from "./frame.ts"
import {
  batchesOf,
  behind,
  decoded,
  encoded,
  given,
  pagesOf,
  type Restoring,
  type Row,
  rowOf,
  type Section,
  textOf,
} from "./section.ts"

const PAGE = 100

/** Values with their times. One that has ended meanwhile is left out; one about to end lives the least time there is. */
export const kvSection: Section<Kv> = {
  async *rows(kv) {
    for await (const { keys } of pagesOf((cursor) => kv.list({ limit: PAGE, cursor }))) {
      const entries = keys.length === 0 ? [] : await kv.getMany(keys.map(({ key }) => key))
      for (const [at, entry] of entries.entries()) {
        const { key, expiresAtMs } = keys[at] as KvKey
        if (entry === undefined) continue
        const metadata = given("metadata", entry.metadata)
        yield { json: { key, value: encoded(entry.value), ...metadata, ...given("expiresAtMs", expiresAtMs) } }
      }
    }
  },
  isEmpty: async (kv) => (await kv.list({ limit: 1 })).keys.length === 0,
  async restore(kv, frames, { writes, nowMs }) {
    for await (const rows of batchesOf(frames)) {
      const entries = rows.map(({ value, metadata, expiresAtMs, ...row }) => ({
        key: textOf(row, "key"),
        value: decoded(value),
        ...given("metadata", metadata),
        ...given("leftSec", typeof expiresAtMs === "number" ? Math.ceil((expiresAtMs - nowMs) / 1000) : undefined),
      })) as readonly { readonly key: string; readonly value: Value; readonly leftSec?: number }[]
      const living = entries.filter(({ leftSec }) => leftSec === undefined || leftSec > 0)
      const puts = living.map(({ leftSec, ...entry }) => ({
        ...entry,
        ...given("ttlSec", leftSec && Math.max(leftSec, storeLimits.kvTtlSec.min)),
      }))
      if (writes && puts.length > 0) await kv.putMany(puts)
    }
  },
}

export const recordsSection: Section<Records<Record<string, Value>, string, unknown>> = {
  async *rows(records, { rows } = {}) {
    for await (const page of pagesOf((cursor) => records.find({ ...rows, limit: PAGE, cursor } as never)))
      for (const { record } of page.records) yield { json: { record: encoded(record) } }
  },
  isEmpty: async (records) => (await records.find({ limit: 1 })).records.length === 0,
  async restore(records, frames, { writes }) {
    for await (const rows of batchesOf(frames)) {
      const changes = rows.map(({ record }) => ({ put: decoded(record) as Record<string, Value> }))
      if (writes) await records.batch(changes)
    }
  },
}

export const blobsSection: Section<Blobs> = {
  async *rows(blobs, { prefixes = [""] } = {}) {
    for (const prefix of prefixes)
      for await (const page of pagesOf((cursor) => blobs.list({ prefix, limit: PAGE, cursor })))
        for (const { key } of page.blobs) yield* blobFrames(blobs, key)
  },
  isEmpty: async (blobs) => (await blobs.list({ limit: 1 })).blobs.length === 0,
  async restore(blobs, frames, { writes }) {
    const iterator = frames[Symbol.asyncIterator]()
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      const { size, type, metadata, ...row } = rowOf(next.value)
      const bytes = bytesOf(iterator, typeof size === "number" ? size : refuse(backup_malformed, []))
      const options = { ...given("type", type as string | undefined), ...given("metadata", metadata) }
      if (writes) await blobs.put(textOf(row, "key"), bytes, { ...options, sha256: textOf(row, "sha256") })
      else for await (const _ of bytes);
    }
  },
}

/** Head and bytes of a blob as they are at one moment; nothing where it is gone. */
async function* blobFrames(blobs: Blobs, key: string): AsyncGenerator<Frame> {
  const info = await blobs.head(key)
  if (info === undefined) return
  const { size, sha256, type, metadata } = info as BlobInfo
  yield { json: { key, size, sha256, ...given("type", type), ...given("metadata", metadata) } }
  let left = size
  for await (const bytes of (await blobs.stream(key)) ?? []) {
    left -= bytes.length
    yield { bytes }
  }
  // Replaced or deleted between two looks: the backup is not what was there, and has to be made anew.
  if (left !== 0) refuse(restore_differs, [key])
}

async function* bytesOf(frames: AsyncIterator<Frame>, size: number): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; ) {
    const { done, value } = await frames.next()
    if (done || !("bytes" in value) || value.bytes.length > left) refuse(backup_malformed, [])
    else {
      left -= value.bytes.length
      yield value.bytes
    }
  }
}

/** Dead letters first, then what waits, in the order sent. A message being worked on comes again: at least once. */
export const queueSection: Section<Queue> = {
  async *rows(queue) {
    for await (const { letters } of pagesOf((cursor) => queue.dead({ limit: PAGE, cursor })))
      for (const { message, partition, reason } of letters)
        yield { json: { message: encoded(message), ...given("partition", partition), reason } }
    for await (const { messages } of pagesOf((cursor) => queue.peek({ limit: PAGE, cursor })))
      for (const { message, partition } of messages)
        yield { json: { message: encoded(message), ...given("partition", partition) } }
  },
  isEmpty: async (queue) => Object.values(await queue.counts()).every((count) => count === 0),
  async restore(queue, frames, { writes }) {
    const known = textsOf(queueSection.rows(queue))
    let next = await known.next()
    for await (const frame of frames) {
      const row = rowOf(frame)
      const { reason, ...sent } = row
      // A restore was cut off when this one was sent, and not dead yet.
      const isHalf = reason !== undefined && next.value === JSON.stringify(sent)
      if (!next.done && !isHalf && next.value !== JSON.stringify(row)) refuse(restore_differs, [])
      if (writes && next.done) await queue.send(decoded(sent.message), given("partition", sent.partition as string))
      if (writes && (next.done || isHalf) && typeof reason === "string") await bury(queue, reason)
      if (!next.done) next = await known.next()
    }
    if (!next.done) refuse(restore_differs, [])
  },
}

/** Rejects the one message that waits: what is dead comes before what is not. */
async function bury(queue: Queue, reason: string): Promise<void> {
  const [found] = await queue.receive()
  if (found === undefined) throw new CubeError({ ...store_busy, retryable: true })
  await queue.reject(found.receipt, reason)
}

export const journalSection: Section<Journal> = {
  async *rows(journal) {
    for (let from = 0; ; ) {
      const { entries, end } = await journal.read({ from, limit: PAGE })
      for (const { value } of entries) yield { json: { value: encoded(value) } }
      from += entries.length
      if (entries.length === 0 || from >= end) return
    }
  },
  isEmpty: async (journal) => (await journal.read({ limit: 1 })).end === 0,
  async restore(journal, frames, { writes }: Restoring) {
    const known = textsOf(journalSection.rows(journal))
    const missing = asFrames(behind(frames, known))
    const writer = writes ? await journal.writer() : undefined
    try {
      for await (const rows of batchesOf(missing)) await writer?.append(rows.map(({ value }) => decoded(value)))
    } finally {
      await writer?.close()
    }
  },
}

async function* asFrames(rows: AsyncIterable<Row>): AsyncGenerator<Frame> {
  for await (const json of rows) yield { json }
}

async function* textsOf(frames: AsyncIterable<Frame>): AsyncGenerator<string> {
  for await (const frame of frames) yield JSON.stringify(rowOf(frame))
}
