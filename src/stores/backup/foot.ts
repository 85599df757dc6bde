import type { BlobRow } from "../blobs.ts"
import { joined } from "../parts.ts"
import type { BlobKey } from "./blob-key.ts"
import { CHUNK_BYTES, TAG_BYTES } from "./seal.ts"

/** A sealed chunk. */
export const SEALED_BYTES: number = CHUNK_BYTES + TAG_BYTES
/** More than any foot has: type, metadata and head are limited. */
export const FOOT_BYTES = 4096

const MAGIC = "cubular-sealed-blob-1\n"
const END_BYTES = 4 + MAGIC.length

/** What stands behind the chunks of a blob, as it is read: nothing of it has been checked. */
export interface Foot {
  readonly head: string
  /** What is known of the blob, sealed. */
  readonly info: Uint8Array
  /** Sealed bytes before it, and the chunks they are. */
  readonly before: number
  readonly chunks: number
}

type Known = Pick<BlobRow, "size" | "sha256" | "type" | "metadata">

/** Sealed as the chunk behind the last one, so that none can be left out. */
export async function footBytes(key: BlobKey, number: number, known: Known): Promise<Uint8Array> {
  const { size, sha256, type, metadata } = known
  const head = new TextEncoder().encode(key.head)
  const plain = new TextEncoder().encode(JSON.stringify({ size, sha256, type, metadata }))
  const info = await key.seal(plain, number, true)
  const end = new Uint8Array(END_BYTES)
  new DataView(end.buffer).setUint16(0, head.length)
  new DataView(end.buffer).setUint16(2, info.length)
  new TextEncoder().encodeInto(MAGIC, end.subarray(4))
  return joined([head, info, end], head.length + info.length + END_BYTES)
}

/** @param tail - The last bytes of `size`; undefined where no foot stands at their end. */
export function readFoot(tail: Uint8Array, size: number): Foot | undefined {
  const end = tail.subarray(-END_BYTES)
  if (new TextDecoder().decode(end.subarray(4)) !== MAGIC) return undefined
  const view = new DataView(end.buffer, end.byteOffset)
  const [headBytes, infoBytes] = [view.getUint16(0), view.getUint16(2)]
  const from = tail.length - END_BYTES - headBytes - infoBytes
  if (from < 0) return undefined
  const before = size - (tail.length - from)
  return {
    head: new TextDecoder().decode(tail.subarray(from, from + headBytes)),
    info: tail.subarray(from + headBytes, from + headBytes + infoBytes),
    before,
    chunks: Math.ceil(before / SEALED_BYTES),
  }
}

/** What is known of the blob; undefined where it is not what was sealed, or not of so many bytes. */
export async function readKnown({ info, before, chunks }: Foot, key: BlobKey): Promise<Known | undefined> {
  const plain = await key.open(info, chunks, true)
  const known = plain && (JSON.parse(new TextDecoder().decode(plain)) as Known)
  return known && known.size + chunks * TAG_BYTES === before ? known : undefined
}
