import { decodeJson, encodeJson, type Json } from "cubular/contract"
import { backup_key_other } from "cubular/messages/en"
import { refuse } from "../refuse.ts"
import { type BackupKey, NONCE_BYTES, nonceOf } from "./seal.ts"

/** What sealing takes from the platform, held from the beginning: cubes run where it is out of reach. */
export interface Crypt {
  readonly subtle: SubtleCrypto
  random(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
}

/** That of this platform, now. */
export function cryptHere(): Crypt {
  const { subtle } = crypto
  const random = crypto.getRandomValues.bind(crypto)
  return { subtle, random: (bytes) => random(bytes) }
}

type Bytes = Uint8Array<ArrayBuffer>

/**
 * The key of one blob, made for these bytes and used for no others: nothing sealed with it passes for a piece of another
 * blob, of an earlier one under the same name, or for the same blob under another name.
 */
export class BlobKey {
  /** JSON: whose key it is wrapped with, the key wrapped, the beginning of its nonces. */
  readonly head: string
  readonly #data: CryptoKey
  readonly #nonce: Bytes
  readonly #bound: Bytes
  readonly #crypt: Crypt

  private constructor(head: string, data: CryptoKey, nonce: Bytes, place: string, crypt: Crypt) {
    this.head = head
    this.#data = data
    this.#nonce = nonce
    this.#bound = new TextEncoder().encode(`${head}\n${place}`) as Bytes
    this.#crypt = crypt
  }

  /** @param place - Store and key of the blob. */
  static async make({ id, key }: BackupKey, place: string, crypt: Crypt): Promise<BlobKey> {
    const { subtle } = crypt
    const data = (await subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"])) as CryptoKey
    const wrapped = new Uint8Array(await subtle.wrapKey("raw", data, key, "AES-KW"))
    const nonce = crypt.random(new Uint8Array(NONCE_BYTES))
    return new BlobKey(JSON.stringify(encodeJson({ key: id, wrapped, nonce })), data, nonce, place, crypt)
  }

  /** Undefined for a head that was not made with `make`. @throws {CubeError} `backup_key_other`. */
  static async open(head: string, own: BackupKey, place: string, crypt: Crypt): Promise<BlobKey | undefined> {
    const { key, wrapped, nonce } = readHead(head)
    if (typeof key !== "string" || !(wrapped instanceof Uint8Array) || !(nonce instanceof Uint8Array)) return undefined
    if (key !== own.id) refuse(backup_key_other, [], { key: own.id, sealedWith: key })
    const data = await crypt.subtle
      .unwrapKey("raw", wrapped as Bytes, own.key, "AES-KW", "AES-GCM", false, ["decrypt"])
      .catch(() => undefined)
    return data && new BlobKey(head, data, nonce as Bytes, place, crypt)
  }

  async seal(bytes: Uint8Array, number: number, last: boolean): Promise<Uint8Array> {
    return new Uint8Array(await this.#crypt.subtle.encrypt(this.#how(number, last), this.#data, bytes as Bytes))
  }

  /** Undefined where they are not the bytes that were sealed with this number. */
  async open(bytes: Uint8Array, number: number, last: boolean): Promise<Uint8Array | undefined> {
    const opened = this.#crypt.subtle.decrypt(this.#how(number, last), this.#data, bytes as Bytes)
    return opened.then(
      (plain) => new Uint8Array(plain),
      () => undefined,
    )
  }

  #how(number: number, last: boolean): { name: string; iv: Bytes; additionalData: Bytes } {
    return { name: "AES-GCM", iv: nonceOf(this.#nonce, number, last), additionalData: this.#bound }
  }
}

function readHead(text: string): { readonly key?: unknown; readonly wrapped?: unknown; readonly nonce?: unknown } {
  try {
    return (decodeJson(JSON.parse(text) as Json) ?? {}) as object
  } catch {
    return {}
  }
}
