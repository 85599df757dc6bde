import { joined } from "../parts.ts"

/** Bytes of a stream in the pieces the reader asks for. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #length = 0
  #ended = false

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next `count` bytes, or where the stream ends before, what is left of it. */
  async read(count: number): Promise<Uint8Array> {
    await this.#fill(count)
    const all = joined(this.#held, this.#length)
    const piece = all.subarray(0, count)
    this.#held = all.length > count ? [all.subarray(count)] : []
    this.#length -= piece.length
    return piece
  }

  /** Whether nothing follows. */
  async atEnd(): Promise<boolean> {
    await this.#fill(1)
    return this.#length === 0
  }

  /** Lets go of the stream, also in its midst. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }

  async #fill(count: number): Promise<void> {
    while (this.#length < count && !this.#ended) {
      const { done, value } = await this.#source.next()
      if (done) this.#ended = true
      else if (value.length > 0) {
        this.#held.push(value)
        this.#length += value.length
      }
    }
  }
}
