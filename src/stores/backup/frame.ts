import type { Json } from "cubular/contract"
import { backup_malformed } from "cubular/messages/en"
import { refuse } from "../refuse.ts"
import type { ByteReader } from "./byte-reader.ts"

/** A piece of an archive: JSON, or bytes of a blob. */
export type Frame = { readonly json: Json } | { readonly bytes: Uint8Array }

/** A letter for the kind, the length in 4 bytes, big-endian, then so many bytes. */
const KINDS = { json: 0x6a, bytes: 0x62 } as const
const HEAD = 5
/** More than the JSON of the largest value has, and than a part of a blob. */
const MAX_BYTES = 67_108_864

export function toBytes(frame: Frame): Uint8Array {
  const body = "json" in frame ? new TextEncoder().encode(JSON.stringify(frame.json)) : frame.bytes
  const all = new Uint8Array(HEAD + body.length)
  all[0] = "json" in frame ? KINDS.json : KINDS.bytes
  new DataView(all.buffer).setUint32(1, body.length)
  all.set(body, HEAD)
  return all
}

/** The next frame and its own bytes; undefined at the end. @throws {CubeError} `backup_malformed`. */
export async function readFrame(
  reader: ByteReader,
): Promise<{ readonly frame: Frame; readonly raw: Uint8Array } | undefined> {
  const head = (await reader.read(HEAD)).slice()
  if (head.length === 0) return undefined
  if (head.length < HEAD) return refuse(backup_malformed, [])
  const length = new DataView(head.buffer).getUint32(1)
  if (length > MAX_BYTES) return refuse(backup_malformed, [])
  const body = await reader.read(length)
  if (body.length < length) return refuse(backup_malformed, [])
  const raw = new Uint8Array(HEAD + length)
  raw.set(head)
  raw.set(body, HEAD)
  return { frame: toFrame(head[0] as number, body), raw }
}

function toFrame(kind: number, body: Uint8Array): Frame {
  if (kind === KINDS.bytes) return { bytes: body }
  if (kind !== KINDS.json) return refuse(backup_malformed, [])
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body)) as Json }
  } catch {
    return refuse(backup_malformed, [])
  }
}
