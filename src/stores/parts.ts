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
  let open: Uint8Array | undefined
  let filled = 0
  for await (const chunk of chunksOf(body)) {
    if (!(chunk instanceof Uint8Array)) refuse(blob_body_refused, ["body"])
    for (let at = 0; at < chunk.length; ) {
      if (filled === 0 && chunk.length - at >= size) {
        yield chunk.subarray(at, at + size)
        at += size
        continue
      }
      open ??= new Uint8Array(size)
      const taken = chunk.subarray(at, at + size - filled)
      open.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < size) continue
      yield open
      open = undefined
      filled = 0
    }
  }
  if (open !== undefined && filled > 0) yield open.subarray(0, filled)
}

function chunksOf(body: unknown): AsyncIterable<unknown> | readonly unknown[] {
  if (body instanceof Uint8Array) return [body]
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) return body as AsyncIterable<unknown>
  return refuse(blob_body_refused, ["body"])
}
