import { CubeError } from "cubular/contract"
import { host_refused, origin_refused } from "cubular/messages/en"

/**
 * Refuses calls that another web page makes through a visitor's browser: a foreign `Origin`, or a foreign name that was
 * made to resolve to this address (DNS rebinding), which shows in `Host`.
 *
 * @param allowedHosts - Names without port, IPv6 in brackets. Absent = any name, and only pages of the very same host.
 */
export function checkCaller(request: Request, allowedHosts: readonly string[] | undefined): void {
  // Calls that do not come over HTTP (service bindings, tests) have no Host header; a browser cannot leave it out.
  const host = request.headers.get("host")
  if (allowedHosts !== undefined && host !== null && !allowedHosts.includes(nameOf(host)))
    throw new CubeError({ ...host_refused, params: { host: nameOf(host).slice(0, 255), allowed: [...allowedHosts] } })
  const origin = request.headers.get("origin")
  if (origin === null) return
  const from = hostOfOrigin(origin)
  const own = host ?? new URL(request.url).host
  const known = allowedHosts === undefined ? from === own.toLowerCase() : allowedHosts.includes(nameOf(from))
  if (!known) throw new CubeError(origin_refused)
}

/** Lower-case name of a Host value, without the port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d*$/, "")

/** "" for what is no origin ("null", garbage), which no host equals. */
function hostOfOrigin(origin: string): string {
  const match = /^https?:\/\/([^/?#@\s]+)$/i.exec(origin)
  return match === null ? "" : (match[1] as string).toLowerCase()
}
