import { sha256 } from "@noble/hashes/sha2.js"

/**
 * SHA-256 in lower-case hex.
 *
 * @param data - Bytes, or text to be hashed as UTF-8.
 */
export function sha256Hex(data: string | Uint8Array): string {
  const hash = sha256(typeof data === "string" ? utf8(data) : data)
  let hex = ""
  for (const byte of hash) hex += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
  return hex
}

/** Text as UTF-8 bytes. Own code: an engine without TextEncoder must give the same digests. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i)
    if (c < 0x80) {
      bytes[n++] = c
      continue
    }
    if (c < 0x800) bytes[n++] = 0xc0 | (c >> 6)
    else {
      const low = (c & 0xfc00) === 0xd800 ? text.charCodeAt(i + 1) : 0
      if ((low & 0xfc00) === 0xdc00) {
        c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff)
        i++
        bytes[n++] = 0xf0 | (c >> 18)
        bytes[n++] = 0x80 | ((c >> 12) & 0x3f)
      } else bytes[n++] = 0xe0 | (c >> 12)
      bytes[n++] = 0x80 | ((c >> 6) & 0x3f)
    }
    bytes[n++] = 0x80 | (c & 0x3f)
  }
  return bytes.subarray(0, n)
}
