import {
  reply_malformed,
  reply_timed_out,
  reply_too_large,
  reply_type_refused,
  service_busy,
  service_failed,
  service_key_refused,
  service_request_refused,
} from "cubular/messages/en"
import type * as z from "zod"
import { checkValue } from "./check-value.ts"
import { CubeError, type ErrorText } from "./error.ts"
import type { Clock } from "./host.ts"
import { readBytes } from "./read-bytes.ts"
import { retryAfterMs } from "./retry-after.ts"
import type { Step } from "./run.ts"

/** What a cube asks a service for. */
export interface Asked {
  /** Name of the service in the cube's `services`. */
  readonly service: string
  /** Path and query, from the service's origin; begins with a slash. */
  readonly path: string
  readonly init?: Omit<RequestInit, "signal" | "redirect">
  /** Until the last byte of the reply is there. */
  readonly timeoutMs: number
  /** Bytes of the reply, after decompression. */
  readonly maxBytes: number
}

/** What is known of a reply before its body. */
export interface ReplyHead {
  readonly service: string
  readonly status: number
  readonly headers: Headers
}

/** A reply that is here in full. */
export interface Reply extends ReplyHead {
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Nesting of a JSON reply: enough for any document, too little to exhaust a stack. */
const REPLY_DEPTH = 64

/**
 * Asks a service and reads its whole reply, within a time and a size. Any cube that asks a service wants this rather than
 * `step.http.fetch` alone: a reply that never ends, or grows without end, is an error here. Needs `clock`.
 *
 * @throws {CubeError} `reply_timed_out` (retryable), `reply_too_large`, and what the host's http power refuses with.
 */
export async function exchange(step: Step, asked: Asked): Promise<Reply> {
  const { service, timeoutMs } = asked
  const cut = new AbortController()
  const work = receive(step, asked, cut.signal)
  if (await endsWithin(step.clock, work, timeoutMs)) return work
  const error = new CubeError({ ...reply_timed_out, params: { service, timeoutMs }, retryable: true })
  cut.abort(error)
  throw error
}

/**
 * Whether work ends in time, well or badly. A record keeps the order in which a step's sleeps end, not when a reply was
 * read: so a sleep is cut short when the work ends, and a replay, where everything is there at once, tells the same.
 */
export async function endsWithin(clock: Clock, work: Promise<unknown>, ms: number): Promise<boolean> {
  const done = new AbortController()
  const over = new AbortController()
  const end = (): void => done.abort()
  work.then(end, end)
  // Longer than the time there is, so that it ends by being cut short alone.
  const inTime = (): boolean => true
  const watch = clock.sleep(ms + 1, done.signal).then(inTime, inTime)
  const late = clock.sleep(ms, over.signal).then(() => false)
  try {
    return await Promise.race([watch, late])
  } finally {
    over.abort()
    done.abort()
  }
}

async function receive(step: Step, { service, path, init, maxBytes }: Asked, signal: AbortSignal): Promise<Reply> {
  const response = await step.http.fetch(service, path, { ...init, signal })
  const { status, headers } = response
  const bytes = await readBytes(response.body, (length) => {
    if (signal.aborted) throw signal.reason
    if (length > maxBytes) throw new CubeError({ ...reply_too_large, params: { from: service, limit: maxBytes } })
  })
  return { service, status, headers, bytes }
}

/**
 * Refuses replies that are failures: 429, 408 and 425 are `service_busy`, 5xx `service_failed` (all retryable, with
 * `retryAfterMs` among the params where the service tells), 401 and 403 `service_key_refused`, any other 4xx
 * `service_request_refused`.
 *
 * @param now - Reads the clock, in epoch ms; asked only where Retry-After is a date.
 */
export function refuseStatus({ service, status, headers }: ReplyHead, now: () => number): void {
  if (status < 400) return
  const wait = retryAfterMs(headers.get("retry-after"), now)
  const busy = status === 408 || status === 425 || status === 429
  const retryable = busy || status >= 500
  const text = busy ? service_busy : status >= 500 ? service_failed : refusal(status)
  const params = { service, status, ...(retryable && wait !== undefined ? { retryAfterMs: wait } : {}) }
  throw new CubeError({ ...text, params, retryable })
}

function refusal(status: number): ErrorText {
  return status === 401 || status === 403 ? service_key_refused : service_request_refused
}

/** Refuses replies of another media type than those listed, as "application/json" or "text/*". A missing type passes. */
export function refuseType({ service, headers }: ReplyHead, takes: readonly string[]): void {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (!type || takes.some((each) => matchesType(type, each))) return
  throw new CubeError({ ...reply_type_refused, params: { service, type: type.slice(0, 100), takes: [...takes] } })
}

/** `application/json` also stands for its suffixed kin, as `application/problem+json`. */
function matchesType(type: string, takes: string): boolean {
  if (takes === type || takes === "*/*") return true
  if (takes.endsWith("/*")) return type.startsWith(takes.slice(0, -1))
  const [family, kind] = takes.split("/")
  return type.startsWith(`${family}/`) && type.endsWith(`+${kind}`)
}

/** The reply as text. @throws {CubeError} `reply_malformed` where its bytes are not UTF-8. */
export function replyText({ service, bytes }: Reply): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (cause) {
    throw malformed(service, "not UTF-8", cause)
  }
}

/**
 * The reply as JSON that a schema accepts and a wire carries.
 *
 * @throws {CubeError} `reply_malformed`; `reason` names the place, never what stands there.
 */
export function replyJson<T>(reply: Reply, schema: z.ZodType<T>): T {
  const text = replyText(reply)
  if (depthOf(text) > REPLY_DEPTH) throw malformed(reply.service, `nested deeper than ${REPLY_DEPTH}`)
  const parsed = schema.safeParse(parseJson(text, reply.service))
  if (!parsed.success) throw malformed(reply.service, `unexpected at /${parsed.error.issues[0]?.path.join("/") ?? ""}`)
  if (checkValue(parsed.data)) throw malformed(reply.service, "holds what no wire carries")
  return parsed.data
}

function parseJson(text: string, service: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Without its cause: the parser's words quote the reply.
    throw malformed(service, "not JSON")
  }
}

/** How deep the brackets of a JSON text go, those in strings left out. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0, inString = false; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 0x5c && inString) at++
    else if (char === 0x22) inString = !inString
    else if (inString) continue
    else if (char === 0x5b || char === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (char === 0x5d || char === 0x7d) depth--
  }
  return deepest
}

function malformed(service: string, reason: string, cause?: unknown): CubeError {
  return new CubeError({ ...reply_malformed, params: { service, reason }, cause })
}
