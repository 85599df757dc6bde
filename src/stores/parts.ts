import type { BlobBody } from "cubular/contract"
import { blob_body_refused } from "cubular/messages/en"
import { refuse } from "./refuse.ts"

/**
 * The bytes of a body in parts of exactly `size`, the last one of what is left; none of no bytes. A part may be a view of
 * what was given.
 *
 * @throws {CubeError} `blob_body_refused`.
 */
export async function* partsOf(body: BlobBody, size: number): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(body)) {
    if (!(chunk instanceof Uint8Array)) refuse(blob_body_refused, ["body"])
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + size - length)
      pieces.push(piece)
      length += piece.length
      at += piece.length
      if (length < size) continue
      yield joined(pieces.splice(0), length)
      length = 0
    }
    // A stream may use the memory of a chunk again for the next one.
    if (length > 0 && body !== chunk) pieces.push((pieces.pop() as Uint8Array).slice())
  }
  if (length > 0) yield joined(pieces, length)
}

function chunksOf(body: unknown): AsyncIterable<unknown> | readonly unknown[] {
  if (body instanceof Uint8Array) return [body]
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) return body as AsyncIterable<unknown>
  return refuse(blob_body_refused, ["body"])
}

/** The pieces as one; a single piece as it is. */
export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
