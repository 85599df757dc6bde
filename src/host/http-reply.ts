import { CubeError } from "cubular/contract"
import { reply_too_large, service_unreachable } from "cubular/messages/en"

/** What is known of a reply whose body is still to come. */
export interface ReplyBounds {
  readonly origin: string
  readonly signal: AbortSignal
  /** Bytes after decoding, so that a small compressed body cannot grow beyond it. */
  readonly maxBytes: number
}

/**
 * The reply with a body that ends with `reply_too_large` once it has more bytes than allowed, and with the same retryable
 * code as a failed request where the connection breaks. Nothing is read ahead.
 */
export function boundReply(response: Response, bounds: ReplyBounds): Response {
  if (!response.body) return response
  if (Number(response.headers.get("content-length")) > bounds.maxBytes) {
    dropBody(response)
    throw tooLarge(bounds)
  }
  const { status, statusText, headers } = response
  return new Response(boundBody(response.body, bounds), { status, statusText, headers })
}

/** Lets go of a reply nobody will read. */
export function dropBody(response: Response): void {
  if (response.body) drop(response.body)
}

/** Waits for nobody: a service that goes on sending must not hold the run. */
function drop(body: { cancel(): Promise<void> }): void {
  body.cancel().catch(() => undefined)
}

function boundBody(body: ReadableStream<Uint8Array>, bounds: ReplyBounds): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let left = bounds.maxBytes
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await read(reader, bounds)
        if (done) return controller.close()
        left -= value.byteLength
        if (left >= 0) return controller.enqueue(value)
        drop(reader)
        throw tooLarge(bounds)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { origin, signal }: ReplyBounds,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read()
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    throw new CubeError({ ...service_unreachable, params: { origin }, retryable: true, cause })
  }
}

function tooLarge({ origin, maxBytes }: ReplyBounds): CubeError {
  return new CubeError({ ...reply_too_large, params: { from: origin, limit: maxBytes } })
}
