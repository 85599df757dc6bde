import { CubeError, type Http, isCubeError } from "cubular/contract"
import {
  outgoing_address_refused,
  outgoing_origin_refused,
  redirect_refused,
  redirects_exhausted,
  service_unreachable,
} from "cubular/messages/en"
import { refusedBy } from "./http-guard.ts"
import { boundReply, dropBody } from "./http-reply.ts"

/** What a host lets out and in. */
export interface HttpLimits {
  /** Origins services may have. Absent: every public https origin a composition declares. */
  readonly allowedOrigins?: readonly string[] | undefined
  /**
   * Origins inside a private network or on this machine that requests may go to all the same. Plain http only to this
   * machine ("http://localhost:11434"). A redirect never leads to one.
   */
  readonly privateOrigins?: readonly string[] | undefined
  /**
   * How many redirects of a GET or HEAD are followed, 0 to 5; each is judged like a request of its own. Default 0: a
   * redirect is a failure, as browsers, which hide where it leads, have it whatever is said here.
   */
  readonly maxRedirects?: number | undefined
  /** Bytes read of one reply, after decompression. Default 10 MB. */
  readonly maxReplyBytes?: number | undefined
}

export interface HttpOptions extends HttpLimits {
  /** Sends one request, redirects not followed. */
  readonly send: (request: Request) => Promise<Response>
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
const MOST_REDIRECTS = 5
const REPLY_BYTES = 10_000_000

/** Headers that say nothing about who asks: all that goes along when a redirect leads to another origin. */
const IMPERSONAL: readonly string[] = ["accept", "accept-language"]

/**
 * The http power over a runtime's `fetch`: only public https names (`http-guard.ts`) and what the host allows, replies of
 * bounded size. Errors of the network become one coded, retryable error, because their own texts differ between runtimes;
 * an abort keeps its reason.
 */
export function createHttp(options: HttpOptions): Http {
  const { send, maxReplyBytes = REPLY_BYTES } = options
  const vouched = new Set(options.privateOrigins?.map(toOrigin))
  const allowed = options.allowedOrigins && new Set(options.allowedOrigins.map(toOrigin))
  const limit = Math.min(options.maxRedirects ?? 0, MOST_REDIRECTS)
  return async (first) => {
    let request = first
    let origin = originOf(new URL(first.url), allowed, vouched)
    for (let followed = 0; ; followed++) {
      const response = await reach(send, request, origin)
      if (!isRedirect(response)) return boundReply(response, { origin, signal: first.signal, maxBytes: maxReplyBytes })
      dropBody(response)
      const target = limit === 0 ? undefined : targetOf(request, response)
      if (!target) throw new CubeError({ ...redirect_refused, params: { origin } })
      if (followed === limit) throw new CubeError({ ...redirects_exhausted, params: { origin, limit } })
      // A name the host vouches for is vouched for as a service, not as a place others may send us to.
      const stays = target.origin === origin
      origin = originOf(target, allowed, stays ? vouched : undefined)
      request = redirected(request, target, stays)
    }
  }
}

/** The origin of an address requests may go to; refuses others. */
function originOf(
  address: URL,
  allowed: ReadonlySet<string> | undefined,
  vouched: ReadonlySet<string> | undefined,
): string {
  const { origin } = address
  const rule = refusedBy(address, vouched)
  if (rule) throw new CubeError({ ...outgoing_address_refused, params: { origin, rule } })
  if (allowed && !allowed.has(origin)) throw new CubeError({ ...outgoing_origin_refused, params: { origin } })
  return origin
}

function isRedirect(response: Response): boolean {
  return (response.type as string) === "opaqueredirect" || REDIRECTS.includes(response.status)
}

/** Where a redirect leads; nothing where that is hidden, is no address, or a body would have to be sent on. */
function targetOf({ method, url }: Request, { headers }: Response): URL | undefined {
  const location = headers.get("location")
  const asks = method === "GET" || method === "HEAD"
  return asks && location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined
}

/** The request once more to where it was sent on. What another origin is sent says neither who asks nor with which key. */
function redirected({ method, signal, headers }: Request, target: URL, stays: boolean): Request {
  const kept = [...headers].filter(([name]) => stays || IMPERSONAL.includes(name))
  return new Request(target, { method, signal, headers: kept, redirect: "manual" })
}

async function reach(send: HttpOptions["send"], request: Request, origin: string): Promise<Response> {
  try {
    const response = await send(request)
    // What a service worker or a mock gives in the place of a failed request.
    if (response.type === "error") throw new TypeError("Network error")
    return response
  } catch (cause) {
    if (request.signal.aborted) throw request.signal.reason
    if (isCubeError(cause)) throw cause
    throw new CubeError({ ...service_unreachable, params: { origin }, retryable: true, cause })
  }
}

/** "https://a.example/" and "HTTPS://A.example:443" are one origin; what is no URL matches only itself. */
export function toOrigin(text: string): string {
  return URL.canParse(text) ? new URL(text).origin : text
}
