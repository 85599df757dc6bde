import { CubeError, readBytes } from "cubular/contract"
import { export_too_large, export_unreadable } from "cubular/messages/en"

/** Bytes of an export at once, before compression. */
export const MAX_EXPORT_BYTES = 67_108_864

/** Compressed as this runtime does it: other bytes elsewhere, so they are kept and never given on. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream("gzip"))
}

/** Compressed or not, told by its first bytes. @throws {CubeError} `export_unreadable`, `export_too_large`. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await through(bytes, new DecompressionStream("gzip"))
  } catch (error) {
    throw error instanceof CubeError
      ? error
      : new CubeError({ ...export_unreadable, params: { line: 1 }, cause: error })
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter()
  // What goes wrong here is heard where the other end is read.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  return readBytes(stream.readable, admit)
}

export function admit(bytes: number): void {
  if (bytes > MAX_EXPORT_BYTES) throw new CubeError({ ...export_too_large, params: { max: MAX_EXPORT_BYTES } })
}
