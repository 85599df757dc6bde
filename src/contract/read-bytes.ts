const FIRST_BYTES = 16_384

/**
 * Reads a stream to its end into one buffer, which doubles as it fills: however small the pieces are, no more than three
 * times the bytes read are held. Errors of the stream pass as they are; Chromium's `Response.arrayBuffer()` hides them.
 *
 * @param admit - Asked before each piece is kept, with the bytes there will be; may throw. The stream is let go then.
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  admit: (bytes: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  let buffer = new Uint8Array(FIRST_BYTES)
  let length = 0
  const reader = stream?.getReader()
  try {
    while (reader) {
      const { done, value } = await reader.read()
      if (done) break
      const end = length + value.byteLength
      admit(end)
      if (end > buffer.length) buffer = grown(buffer, end)
      buffer.set(value, length)
      length = end
    }
    return buffer.slice(0, length)
  } catch (error) {
    // Waits for nobody: whoever goes on sending must not hold the reader.
    reader?.cancel().catch(() => undefined)
    throw error
  }
}

function grown(buffer: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2))
  larger.set(buffer)
  return larger
}
