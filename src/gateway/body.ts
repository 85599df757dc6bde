import { type Clock, CubeError } from "cubular/contract"
import { body_broken_off, body_not_json, body_too_large, body_too_slow } from "cubular/messages/en"

export interface BodyLimits {
  /** Most bytes read; what Content-Length says is not believed, only used to refuse earlier. */
  readonly bytes: number
  /** Milliseconds on `clock` until the last byte. */
  readonly ms: number
  readonly clock: Clock | undefined
}

/**
 * Reads a body to its end, counting as it comes.
 *
 * @throws {CubeError} `body_too_large`, `body_too_slow`, `body_broken_off`.
 */
export async function readBody(message: Request | Response, limits: BodyLimits): Promise<Uint8Array> {
  const tooLarge = () => new CubeError({ ...body_too_large, params: { limit: limits.bytes } })
  const declared = Number(message.headers.get("content-length") ?? "0")
  if (declared > limits.bytes) {
    await message.body?.cancel().catch(() => undefined)
    throw tooLarge()
  }
  if (message.body === null) return new Uint8Array(0)
  const reader = message.body.getReader()
  const timer = startTimer(limits, () => void reader.cancel().catch(() => undefined))
  try {
    return await collect(reader, limits.bytes, tooLarge, timer)
  } finally {
    timer.stop()
  }
}

interface Timer {
  readonly late: boolean
  readonly error: CubeError
  stop(): void
}

function startTimer(limits: BodyLimits, onLate: () => void): Timer {
  const stop = new AbortController()
  const timer = {
    late: false,
    error: new CubeError({ ...body_too_slow, params: { limitMs: limits.ms } }),
    stop: () => stop.abort(),
  }
  limits.clock?.sleep(limits.ms, stop.signal).then(
    () => {
      timer.late = true
      onLate()
    },
    () => undefined,
  )
  return timer
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  tooLarge: () => CubeError,
  timer: Timer,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new CubeError({ ...body_broken_off, cause })
    })
    // Cancelling the reader ends it as if the body were complete.
    if (timer.late) throw timer.error
    if (done) return join(chunks, size)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge()
    }
    chunks.push(value)
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}

/**
 * Text of a body.
 *
 * @throws {CubeError} `body_not_json` where the bytes are not UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CubeError({ ...body_not_json, cause })
  }
}
