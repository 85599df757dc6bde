import { sha256 } from "@noble/hashes/sha2.js"
import type { Awaitable } from "./awaitable.ts"

/** SHA-256 of bytes that come one after the other. */
export interface Hasher {
  /** The bytes must stay as they are until the digest. */
  update(bytes: Uint8Array): unknown
  /** Lower-case hex. */
  digest(): Awaitable<string>
}

/** Bytes up to which it takes longer to ask WebCrypto than to hash here. */
const SMALL_BYTES = 1024

/**
 * A hasher of any platform. What comes in one large piece is left to WebCrypto, which is many times faster and knows no second
 * piece; pages that are not served securely have none.
 *
 * @param subtle - Default: that of the global now.
 */
export function createHasher(subtle: SubtleCrypto | null = subtleHere()): Hasher {
  let only: Uint8Array | undefined
  let several: ReturnType<typeof sha256.create> | undefined
  return {
    update(bytes) {
      if (only === undefined && several === undefined) only = bytes
      else {
        several ??= sha256.create().update(only as Uint8Array)
        several.update(bytes)
      }
    },
    async digest() {
      if (several !== undefined) return toHex(several.digest())
      const bytes = only ?? new Uint8Array()
      if (subtle === null || bytes.length <= SMALL_BYTES) return toHex(sha256(bytes))
      return toHex(new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)))
    },
  }
}

function subtleHere(): SubtleCrypto | null {
  return (globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } }).crypto?.subtle ?? null
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
