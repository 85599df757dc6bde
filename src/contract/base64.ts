const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** Bytes per call of String.fromCharCode: a multiple of 3, few enough arguments for every engine. */
const CHUNK = 6144

/** Standard base64 with padding. Written out because atob, Buffer and Uint8Array.toBase64 are not on all our hosts. */
export function toBase64(bytes: Uint8Array): string {
  let text = ""
  for (let from = 0; from < bytes.length; from += CHUNK) text += encodeChunk(bytes.subarray(from, from + CHUNK))
  return text
}

function encodeChunk(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let out = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    codes[out++] = alphabet.charCodeAt(bits >> 18)
    codes[out++] = alphabet.charCodeAt((bits >> 12) & 63)
    codes[out++] = i + 1 < bytes.length ? alphabet.charCodeAt((bits >> 6) & 63) : 61
    codes[out++] = i + 2 < bytes.length ? alphabet.charCodeAt(bits & 63) : 61
  }
  return String.fromCharCode.apply(null, codes as unknown as number[])
}

/** The bytes of standard base64 with padding; undefined where a text is not what `toBase64` writes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
  if (text.length % 4 !== 0) return undefined
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const values = valuesOfCodes()
  const end = text.length - padding
  let bits = 0
  let out = 0
  for (let i = 0; i < text.length; i++) {
    const value = i < end ? (values[text.charCodeAt(i)] ?? 64) : 0
    if (value > 63) return undefined
    bits = (bits << 6) | value
    if (i % 4 !== 3) continue
    // Writes past the end of a typed array are ignored: that is where the padding goes.
    bytes[out++] = bits >> 16
    bytes[out++] = bits >> 8
    bytes[out++] = bits
    bits &= i === text.length - 1 ? 0xffffff : 0
  }
  // Bits behind the last byte must be zero, or two texts would stand for the same bytes.
  return bits & (padding === 2 ? 0xffff : padding === 1 ? 0xff : 0) ? undefined : bytes
}

let decoding: Uint8Array | undefined

function valuesOfCodes(): Uint8Array {
  if (decoding === undefined) {
    decoding = new Uint8Array(128).fill(64)
    for (let value = 0; value < 64; value++) decoding[alphabet.charCodeAt(value)] = value
  }
  return decoding
}
