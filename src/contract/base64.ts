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

/** The bytes of standard base64 with padding; undefined where a text is not exactly what `toBase64` writes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const letters = text.replace(/==?$/, "")
  const bytes = new Uint8Array((letters.length * 3) >> 2)
  const valueAt = valuesOfCodes()
  let bits = 0
  let out = 0
  for (let index = 0; index < letters.length; index++) {
    bits = (bits << 6) | (valueAt[letters.charCodeAt(index)] ?? 0)
    if (index % 4 > 0) bytes[out++] = bits >> (6 - 2 * (index % 4))
  }
  // Wrong letters, lengths, padding and bits behind the last byte all show here, and bytes have one text only.
  return toBase64(bytes) === text ? bytes : undefined
}

let values: Uint8Array | undefined

function valuesOfCodes(): Uint8Array {
  if (values === undefined) {
    values = new Uint8Array(128)
    for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value
  }
  return values
}
