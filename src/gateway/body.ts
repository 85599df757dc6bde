import { type Clock, CubeError } from "cubular/contract"
import { body_broken_off, body_not_json, body_too_large, body_too_slow } from "cubular/messages/en"

export interface BodyLimits {
  /** Most bytes kept. What Content-Length says is not believed, only used to refuse earlier. */
  readonly bytes: number
  /**
   * Most bytes beyond those that are still taken in and thrown away: who is answered in the middle of sending often sees
   * a broken connection instead of the answer. Default 0.
   */
  readonly spillBytes?: number
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
  const most = limits.bytes + (limits.spillBytes ?? 0)
  if (Number(message.headers.get("content-length") ?? "0") > most) {
    await message.body?.cancel().catch(() => undefined)
    throw new CubeError({ ...body_too_large, params: { limit: limits.bytes } })
  }
  if (message.body === null) return new Uint8Array(0)
  const reader = message.body.getReader()
  const timer = startTimer(limits, () => void reader.cancel().catch(() => undefined))
  try {
    return await collect(reader, limits.bytes, most, timer)
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
  most: number,
  timer: Timer,
): Promise<Uint8Array> {
  const tooLarge = new CubeError({ ...body_too_large, params: { limit } })
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await read(reader, timer)
    if (done && size > limit) throw tooLarge
    if (done) return join(chunks, size)
    size += value.byteLength
    if (size <= limit) chunks.push(value)
    else chunks.length = 0
    if (size <= most) continue
    await reader.cancel().catch(() => undefined)
    throw tooLarge
  }
}

type Chunk = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>

async function read(reader: ReadableStreamDefaultReader<Uint8Array>, timer: Timer): Promise<Chunk> {
  let failure: unknown
  const chunk = await reader.read().catch((cause: unknown) => {
    failure = cause
    return undefined
  })
  // A cancelled reader ends as if the body were complete, or fails, depending on the runtime.
  if (timer.late) throw timer.error
  if (chunk === undefined) throw new CubeError({ ...body_broken_off, cause: failure })
  return chunk
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
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (cause) {
    throw new CubeError({ ...body_not_json, cause })
  }
}
