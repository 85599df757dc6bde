/**
 * Which addresses a request may go to. A composition is a document from anywhere, and what it names as a service must not
 * lead into the network the host stands in.
 *
 * The guard judges names, not what they resolve to: no runtime but Node lets anybody see or pin an address, so a public
 * name that points at a private address (DNS rebinding) passes. Workers reach no private network; a Node server that
 * stands in one needs a firewall or `allowedOrigins` as well.
 */

/** What is wrong with an address, as `rule` of `outgoing_address_refused`. */
export type AddressRule =
  | "not_an_address"
  | "scheme"
  | "user_info"
  | "ip_address"
  | "private_name"
  | "malformed_name"
  | "address_in_name"

/** Last labels that never belong to a public name: RFC 6761, 6762, 7686, 8375, 9476 and what networks and clouds use. */
const PRIVATE_ENDS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    "localhost local localdomain internal intranet private corp home lan mail workgroup invalid test onion arpa alt svc " +
    "consul docker cluster"
  ).split(" "),
)

/** Public names behind which clouds keep what only a machine of theirs may know. */
const METADATA_NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "metadata.goog",
  "metadata.tencentyun.com",
  "metadata.platformequinix.com",
  "metadata.packet.net",
  "metadata.scaleway.com",
  "metadata.vultr.com",
])

/** Public services whose names resolve to whatever address stands in them, or to this machine. */
const ADDRESS_NAMES: readonly string[] = [
  ...["nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "localho.st", "local.gd"],
  ...["traefik.me", "backname.io", "1u.ms", "rbndr.us", "fuf.me"],
]

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * What forbids a request to an address; nothing for a public https name.
 *
 * @param address - As `URL` reads it: other spellings of an address (decimal, octal, full-width …) are one by then.
 * @param privateOrigins - Origins the host vouches for: their names may be private. Plain http only to this machine.
 */
export function refusedBy(address: URL, privateOrigins: ReadonlySet<string> = new Set()): AddressRule | undefined {
  if (address.username !== "" || address.password !== "") return "user_info"
  const { hostname, origin, protocol } = address
  const vouched = privateOrigins.has(origin)
  if (protocol !== "https:" && !(protocol === "http:" && vouched && LOOPBACK.test(hostname))) return "scheme"
  return vouched ? undefined : nameRefusedBy(hostname)
}

/** The rule a host name breaks, in the form URL gives names. */
function nameRefusedBy(name: string): AddressRule | undefined {
  // A name that ends in a number is an IPv4 address, or `URL` refuses it.
  if (name.startsWith("[") || /\.\d+$/.test(name)) return "ip_address"
  const labels = name.split(".")
  // One trailing dot resolves like none, and would pass every comparison of names.
  if (name.length > 253 || !labels.every((label) => LABEL.test(label))) return "malformed_name"
  const end = labels.at(-1) as string
  if (labels.length < 2 || PRIVATE_ENDS.has(end) || METADATA_NAMES.has(name)) return "private_name"
  if (!/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(end)) return "malformed_name"
  if (ADDRESS_NAMES.some((each) => name === each || name.endsWith(`.${each}`))) return "address_in_name"
  return undefined
}
