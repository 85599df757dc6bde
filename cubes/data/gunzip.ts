import { bytes, CubeError, defineCube, isCubeError, stream } from "cubular/contract"
import { gzip_malformed, gzip_too_large } from "cubular/messages/en"
import * as z from "zod"
import { type Bytes, inPieces } from "./deflate/pieces.ts"

/**
 * The contents of a gzip file, byte for byte, in pieces of 65,536 bytes (the last is shorter) however they came. At most
 * `config.mostBytes` (1 to 1,073,741,824, default 16,777,216) are given: a small file that would grow beyond all measure
 * fails while it grows, after no more than one piece too much.
 */
export default defineCube({
  id: "data/gunzip",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Gunzip", ko: "gzip 풀기" },
  summary: { en: "Decompresses a gzip stream", ko: "gzip으로 압축된 스트림을 풉니다" },
  config: z.strictObject({ mostBytes: z.int().min(1).max(1_073_741_824).optional() }).default({}),
  inputs: { bytes: stream(bytes()) },
  outputs: { bytes: stream(bytes()) },
  create: (_, { mostBytes = 16_777_216 }) => ({
    process: ({ bytes: packed }) => ({ bytes: inPieces(inflate(packed, mostBytes)) }),
  }),
})

async function* inflate(packed: AsyncIterable<Bytes>, mostBytes: number): AsyncGenerator<Bytes, void, undefined> {
  const { readable, writable } = new DecompressionStream("gzip")
  const writer = writable.getWriter()
  const reader = readable.getReader()
  /** What the source itself failed with: the platform would give it back as its own failure. */
  const lost: unknown[] = []
  const fed = feed(packed, writer, lost)
  // What it says is heard where the output ends.
  fed.catch(() => undefined)
  let left = mostBytes
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      left -= value.byteLength
      if (left < 0) throw new CubeError({ ...gzip_too_large, params: { mostBytes } })
      yield value as Bytes
    }
    await fed
  } catch (thrown) {
    if (lost.length > 0) throw lost[0]
    throw isCubeError(thrown) ? thrown : new CubeError({ ...gzip_malformed, cause: thrown })
  } finally {
    reader.cancel().catch(() => undefined)
    writer.abort().catch(() => undefined)
  }
}

async function feed(
  packed: AsyncIterable<Bytes>,
  writer: WritableStreamDefaultWriter<BufferSource>,
  lost: unknown[],
): Promise<void> {
  const source = packed[Symbol.asyncIterator]()
  for (;;) {
    let next: IteratorResult<Bytes>
    try {
      next = await source.next()
    } catch (thrown) {
      lost.push(thrown)
      return writer.abort(thrown)
    }
    if (next.done) return writer.close()
    await writer.ready
    await writer.write(next.value)
  }
}
