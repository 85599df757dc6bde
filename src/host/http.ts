import { CubeError, type Http, isCubeError } from "cubular/contract"
import { outgoing_origin_refused, redirect_refused, service_unreachable } from "cubular/messages/en"

export interface HttpOptions {
  /** Sends one request, redirects not followed. */
  readonly send: (request: Request) => Promise<Response>
  /** Absent = every origin the kernel lets through. */
  readonly allowedOrigins?: readonly string[] | undefined
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/**
 * The http power over a runtime's `fetch`. A redirect is a failure on every host: browsers hide where it leads, and what
 * only some hosts can follow must not decide a run. Errors of the network become one coded, retryable error, because
 * their own texts differ between runtimes; an abort keeps its reason.
 */
export function createHttp({ send, allowedOrigins }: HttpOptions): Http {
  const allowed = allowedOrigins && new Set(allowedOrigins.map(toOrigin))
  return async (request) => {
    const { origin } = new URL(request.url)
    if (allowed && !allowed.has(origin)) throw new CubeError({ ...outgoing_origin_refused, params: { origin } })
    const response = await reach(send, request, origin)
    if ((response.type as string) === "opaqueredirect" || REDIRECTS.includes(response.status)) {
      await response.body?.cancel()
      throw new CubeError({ ...redirect_refused, params: { origin } })
    }
    return response
  }
}

async function reach(send: HttpOptions["send"], request: Request, origin: string): Promise<Response> {
  try {
    return await send(request)
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
