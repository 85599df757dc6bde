import { reply_malformed, reply_timed_out, reply_too_large } from "cubular/messages/en"
import { CubeError } from "./error.ts"
import { EventData } from "./event-data.ts"
import { type Asked, endsWithin, type ReplyHead } from "./exchange.ts"
import type { Step } from "./run.ts"

/**
 * Asks a service that answers with server-sent events, and gives the data of each as it comes: nothing is read before it is
 * asked for. `timeoutMs` is until the last one was read, `maxBytes` counts the whole reply. Needs `clock`.
 *
 * @param admit - Looks at the head of the reply; what it throws ends the exchange.
 * @throws {CubeError} `reply_timed_out` (retryable), `reply_too_large`, `reply_malformed` where it is not UTF-8.
 */
export async function* exchangeEvents(
  step: Step,
  asked: Asked,
  admit: (head: ReplyHead) => void,
): AsyncGenerator<string, void, undefined> {
  const { service, path, init, timeoutMs } = asked
  const cut = new AbortController()
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const late = endsWithin(step.clock, ended, timeoutMs).then((inTime) => {
    if (inTime) return
    const error = new CubeError({ ...reply_timed_out, params: { service, timeoutMs }, retryable: true })
    cut.abort(error)
    throw error
  })
  late.catch(() => undefined)
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    const response = await Promise.race([step.http.fetch(service, path, { ...init, signal: cut.signal }), late])
    const { status, headers, body } = response as Response
    reader = body?.getReader()
    admit({ service, status, headers })
    if (reader) yield* eventsIn(reader, asked, late)
  } finally {
    end()
    // Waits for nobody: a service that goes on sending must not hold the run.
    reader?.cancel().catch(() => undefined)
  }
}

async function* eventsIn(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { service, maxBytes }: Asked,
  late: Promise<void>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false })
  const events = new EventData()
  let left = maxBytes
  for (;;) {
    const { done, value } = (await Promise.race([reader.read(), late])) as ReadableStreamReadResult<Uint8Array>
    left -= value?.byteLength ?? 0
    if (left < 0) throw new CubeError({ ...reply_too_large, params: { from: service, limit: maxBytes } })
    let text: string
    try {
      text = decoder.decode(value, { stream: !done })
    } catch (cause) {
      throw new CubeError({ ...reply_malformed, params: { service, reason: "not UTF-8" }, cause })
    }
    yield* events.take(text, done)
    if (done) return
  }
}
