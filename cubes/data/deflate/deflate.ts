import type { Bytes } from "./pieces.ts"

/**
 * DEFLATE (RFC 1951) with its fixed codes. Own code, because the compressors of platforms give other bytes from version to
 * version and from processor to processor; what these give never changes. Larger than theirs by about a third.
 */
export class Deflater {
  private readonly bits = new Bits()
  private readonly seen = new Int32Array(1 << 15)

  /** A block of its own: it refers to nothing before it. @returns the bytes that are complete. */
  block(piece: Bytes): Bytes {
    this.bits.put(0b010, 3)
    this.seen.fill(-1)
    for (let at = 0; at < piece.length; ) at += this.step(piece, at)
    this.symbol(256)
    return this.bits.take()
  }

  /** The last block, which is empty, and the bits up to a whole byte. */
  end(): Bytes {
    this.bits.put(0b011, 3)
    this.symbol(256)
    this.bits.align()
    return this.bits.take()
  }

  /** Writes one byte, or a reference to bytes before. @returns how many bytes that were. */
  private step(piece: Bytes, at: number): number {
    const length = at + 3 <= piece.length ? this.match(piece, at) : 0
    if (length < 3) this.symbol(piece[at] as number)
    return length < 3 ? 1 : length
  }

  private match(piece: Bytes, at: number): number {
    const three = ((piece[at] as number) << 16) | ((piece[at + 1] as number) << 8) | (piece[at + 2] as number)
    const slot = (Math.imul(three, 0x9e3779b1) >>> 17) & 0x7fff
    const from = this.seen[slot] as number
    this.seen[slot] = at
    const distance = at - from
    if (from < 0 || distance > 32_768) return 0
    const most = Math.min(258, piece.length - at)
    let length = 0
    while (length < most && piece[from + length] === piece[at + length]) length++
    if (length >= 3) this.reference(length, distance)
    return length
  }

  private reference(length: number, distance: number): void {
    const l = LENGTHS.findLastIndex((base) => base <= length)
    this.symbol(257 + l)
    this.bits.put(length - (LENGTHS[l] as number), l === 28 || l < 8 ? 0 : (l - 4) >> 2)
    const d = DISTANCES.findLastIndex((base) => base <= distance)
    this.bits.put(reversed(d, 5), 5)
    this.bits.put(distance - (DISTANCES[d] as number), d < 4 ? 0 : (d - 2) >> 1)
  }

  /** RFC 1951, 3.2.6. */
  private symbol(code: number): void {
    if (code < 144) this.bits.put(reversed(0x30 + code, 8), 8)
    else if (code < 256) this.bits.put(reversed(0x190 + code - 144, 9), 9)
    else if (code < 280) this.bits.put(reversed(code - 256, 7), 7)
    else this.bits.put(reversed(0xc0 + code - 280, 8), 8)
  }
}

/** Smallest length and distance of each code: RFC 1951, 3.2.5. */
const LENGTHS: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const DISTANCES: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12_289, 16_385, 24_577,
]

/** Codes are written from their highest bit on, everything else from its lowest. */
function reversed(code: number, length: number): number {
  let out = 0
  for (let bit = 0; bit < length; bit++) out |= ((code >> bit) & 1) << (length - 1 - bit)
  return out
}

class Bits {
  private bytes: Bytes = new Uint8Array(1024)
  private length = 0
  private held = 0
  private count = 0

  put(value: number, bits: number): void {
    this.held |= value << this.count
    this.count += bits
    while (this.count >= 8) {
      this.push(this.held & 0xff)
      this.held >>>= 8
      this.count -= 8
    }
  }

  align(): void {
    if (this.count > 0) this.put(0, 8 - this.count)
  }

  /** The whole bytes so far; bits left over stay. */
  take(): Bytes {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = byte
  }
}
