/**
 * A stream of bytes under a key: whoever has not the key reads nothing of it, and nothing of it can be changed, cut off,
 * put elsewhere or taken from another one without being noticed.
 *
 * Form: a line that names it, the length of the head (4 bytes, big-endian), the head (JSON: which key, the data key wrapped
 * with it, 7 bytes of nonce, size of a chunk), then chunks of that size, each 16 bytes longer when encrypted; the last is shorter or
 * full. AES-256-GCM (NIST SP 800-38D) with a key of its own for every stream, so no nonce comes twice; the nonce of a chunk is
 * the 7 bytes, its number in 4 and 1 for the last one in 1, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway,
 * Vizár 2015); everything before the chunks is authenticated with each of them. Keys are wrapped by AES-KW (RFC 3394).
 */
import { decodeJson, encodeJson, type Json } from "cubular/contract"
import { backup_corrupt, backup_key_other, backup_key_refused, backup_unknown } from "cubular/messages/en"
import { partsOf } from "../parts.ts"
import { refuse } from "../refuse.ts"
import { ByteReader } from "./byte-reader.ts"

const MAGIC = "cubular-sealed-1\n"
export const CHUNK_BYTES = 1_048_576
export const TAG_BYTES = 16
export const NONCE_BYTES = 7
const HEAD_BYTES = 4096

interface Head {
  readonly key: string
  readonly wrapped: Uint8Array<ArrayBuffer>
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly chunkBytes: number
}

/** What seals and opens: 256 bits, and a name that tells it from others without giving it away. */
export interface BackupKey {
  /** The first 16 hex digits of its SHA-256. */
  readonly id: string
  readonly key: CryptoKey
}

/** 32 bytes from the platform's secure source. Keep them where the backups are not: without them a backup is lost. */
export function generateKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32))
}

/** @throws {CubeError} `backup_key_refused` for anything but 32 bytes. */
export async function backupKey(bytes: Uint8Array): Promise<BackupKey> {
  if (bytes.length !== 32) refuse(backup_key_refused, [], { bytes: bytes.length })
  const raw = bytes.slice()
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", raw))
  const key = await crypto.subtle.importKey("raw", raw, "AES-KW", false, ["wrapKey", "unwrapKey"])
  return { id: Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(""), key }
}

/** The bytes, sealed; holds two chunks of 1 MiB at a time. */
export async function* seal(plain: AsyncIterable<Uint8Array>, { id, key }: BackupKey): AsyncGenerator<Uint8Array> {
  const data = (await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"])) as CryptoKey
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey("raw", data, key, "AES-KW"))
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const head = headBytes({ key: id, wrapped, nonce, chunkBytes: CHUNK_BYTES })
  yield head
  let number = 0
  let held: Uint8Array | undefined
  const encrypt = async (chunk: Uint8Array, last: boolean): Promise<Uint8Array> => {
    const how = { name: "AES-GCM", iv: nonceOf(nonce, number++, last), additionalData: head }
    return new Uint8Array(await crypto.subtle.encrypt(how, data, chunk as Uint8Array<ArrayBuffer>))
  }
  for await (const chunk of partsOf(plain, CHUNK_BYTES)) {
    if (held) yield await encrypt(held, false)
    held = chunk.slice()
  }
  yield await encrypt(held ?? new Uint8Array(), true)
}

/**
 * The bytes that were sealed, each chunk when it has been found to be whole.
 *
 * @throws {CubeError} `backup_unknown`, `backup_key_other`, `backup_corrupt` (params `part`: 0 is the head, then the chunks).
 */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, { id, key }: BackupKey): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(sealed)
  try {
    const { bytes, head } = await readHead(reader)
    if (head.key !== id) refuse(backup_key_other, [], { key: id, sealedWith: head.key })
    const data = await crypto.subtle
      .unwrapKey("raw", head.wrapped, key, "AES-KW", "AES-GCM", false, ["decrypt"])
      .catch(() => refuse(backup_corrupt, [], { part: 0 }))
    for (let number = 0, last = false; !last; number++) {
      const chunk = (await reader.read(head.chunkBytes + TAG_BYTES)) as Uint8Array<ArrayBuffer>
      last = await reader.atEnd()
      const how = { name: "AES-GCM", iv: nonceOf(head.nonce, number, last), additionalData: bytes }
      const plain = await crypto.subtle
        .decrypt(how, data, chunk)
        .catch(() => refuse(backup_corrupt, [], { part: number + 1 }))
      yield new Uint8Array(plain)
    }
  } finally {
    await reader.close()
  }
}

function headBytes(head: Head): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(encodeJson(head as never)))
  const bytes = new Uint8Array(MAGIC.length + 4 + text.length)
  new TextEncoder().encodeInto(MAGIC, bytes)
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length)
  bytes.set(text, MAGIC.length + 4)
  return bytes
}

async function readHead(reader: ByteReader): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly head: Head }> {
  const start = await reader.read(MAGIC.length + 4)
  if (new TextDecoder().decode(start.subarray(0, MAGIC.length)) !== MAGIC) refuse(backup_unknown, [])
  const length =
    start.length < MAGIC.length + 4 ? 0 : new DataView(start.buffer, start.byteOffset).getUint32(MAGIC.length)
  if (length === 0 || length > HEAD_BYTES) refuse(backup_corrupt, [], { part: 0 })
  const text = await reader.read(length)
  const bytes = new Uint8Array(start.length + text.length)
  bytes.set(start)
  bytes.set(text, start.length)
  return { bytes, head: toHead(text) }
}

function toHead(text: Uint8Array): Head {
  const corrupt = (): never => refuse(backup_corrupt, [], { part: 0 })
  let given: Partial<Head> | null = null
  try {
    given = decodeJson(
      JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(text)) as Json,
    ) as Partial<Head> | null
  } catch {
    corrupt()
  }
  const { key, wrapped, nonce, chunkBytes } = given ?? {}
  if (typeof key !== "string" || !(wrapped instanceof Uint8Array) || !(nonce instanceof Uint8Array)) return corrupt()
  if (nonce.length !== NONCE_BYTES || chunkBytes !== CHUNK_BYTES) return corrupt()
  return { key, wrapped, nonce, chunkBytes }
}

/** Of a chunk, by its number; no other chunk of the stream has it. */
export function nonceOf(prefix: Uint8Array, number: number, last: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12)
  nonce.set(prefix)
  new DataView(nonce.buffer).setUint32(NONCE_BYTES, number)
  nonce[11] = last ? 1 : 0
  return nonce
}
