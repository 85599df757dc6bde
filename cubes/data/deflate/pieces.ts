/** Bytes that own their buffer, as platform streams want them. */
export type Bytes = Uint8Array<ArrayBuffer>

export const PIECE = 65_536

/** The same bytes in pieces of 65,536, the last shorter: however they were cut, the same bytes are the same items. */
export async function* inPieces(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes, void, undefined> {
  let piece = new Uint8Array(PIECE)
  let filled = 0
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + PIECE - filled)
      piece.set(part, filled)
      filled += part.length
      from += part.length
      if (filled < PIECE) continue
      yield piece
      piece = new Uint8Array(PIECE)
      filled = 0
    }
  }
  if (filled > 0) yield piece.slice(0, filled)
}
