/** Lines of stdin, one held at a time. */

/** Longest line, in bytes. */
export const MOST_LINE_BYTES = 8 * 1024 * 1024

/** Stands for a line over the limit; its bytes are let go of while they arrive. */
export const tooLong = Symbol("line too long")

export type Line = Uint8Array | typeof tooLong

const NEWLINE = 0x0a

/** Nothing but spaces, tabs and carriage returns. */
export const isBlank = (line: Line): boolean =>
  line !== tooLong && line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

/** Lines without their ends. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let kept: Uint8Array[] = []
  let size = 0
  const end = (): Line => {
    const line = size > MOST_LINE_BYTES ? tooLong : Buffer.concat(kept, size)
    kept = []
    size = 0
    return line
  }
  const keep = (part: Uint8Array): void => {
    size += part.byteLength
    if (size > MOST_LINE_BYTES) kept = []
    else kept.push(part)
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield end()
}
