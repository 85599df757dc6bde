import { bytes, defineCube, stream } from "cubular/contract"
import { crc32 } from "./deflate/crc32.ts"
import { Deflater } from "./deflate/deflate.ts"
import { type Bytes, inPieces } from "./deflate/pieces.ts"

/**
 * A gzip file (RFC 1952) of a stream of bytes, as a stream. The same bytes give the same file on every host, however they
 * were cut; it has no name and no time. Compresses pieces of 65,536 bytes one by one and holds no more.
 */
export default defineCube({
  id: "data/gzip",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Gzip", ko: "gzip 압축" },
  summary: { en: "Compresses a stream of bytes", ko: "바이트 스트림을 압축합니다" },
  inputs: { bytes: stream(bytes()) },
  outputs: { bytes: stream(bytes()) },
  create: () => ({ process: ({ bytes: plain }) => ({ bytes: deflate(plain) }) }),
})

async function* deflate(plain: AsyncIterable<Bytes>): AsyncGenerator<Bytes, void, undefined> {
  const deflater = new Deflater()
  let crc = 0
  let size = 0
  // Deflated, no flags, no time, no word on speed, from no particular system.
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)
  for await (const piece of inPieces(plain)) {
    crc = crc32(crc, piece)
    size = (size + piece.length) >>> 0
    yield deflater.block(piece)
  }
  yield deflater.end()
  const end = new DataView(new ArrayBuffer(8))
  end.setUint32(0, crc, true)
  end.setUint32(4, size, true)
  yield new Uint8Array(end.buffer)
}
