import { CubeError } from "cubular/contract"
import { header_reserved } from "cubular/messages/en"
import type { Asking, TextOrSecret } from "./config.ts"

/** Headers that belong to the connection or to the host. */
const RESERVED: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    "host connection content-length transfer-encoding keep-alive upgrade te trailer expect cookie cookie2 origin referer " +
    "proxy-authorization proxy-connection x-forwarded-for x-forwarded-host x-forwarded-proto x-real-ip forwarded via"
  ).split(" "),
)

type Query = { readonly [name: string]: string | number | boolean }

/** Path and query of a request. What data says is always encoded, so it can neither name a secret nor leave its place. */
export function addressOf(config: Asking, path: string | undefined, query: Query = {}): string {
  const parts = [
    ...Object.entries(config.query ?? {})
      .filter(([name]) => !Object.hasOwn(query, name))
      .map(([name, value]) => `${encode(name)}=${revealable(value, encode)}`),
    ...Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(String(value))}`),
  ]
  const place = encodePath(path ?? config.path ?? "/")
  return parts.length === 0 ? place : `${place}?${parts.join("&")}`
}

/** Headers of a request; secrets stand in them as marks that the host replaces. */
export function headersOf(config: Asking, defaults: { readonly [name: string]: string }): { [name: string]: string } {
  const headers: { [name: string]: string } = { ...defaults }
  for (const [given, value] of Object.entries(config.headers ?? {})) {
    const name = given.toLowerCase()
    if (RESERVED.has(name))
      throw new CubeError({ ...header_reserved, path: ["config", "headers", given], params: { name } })
    headers[name] = revealable(value, String)
  }
  if (config.bearer) headers.authorization = `Bearer {secret:${config.bearer.secret}}`
  return headers
}

/** Keeps what a path may hold (RFC 3986), escapes as they are; braces are none of it. */
function encodePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu, encode)
}

/** As `encodeURIComponent`, but half a character becomes U+FFFD instead of an error. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))
}

function revealable(value: TextOrSecret, encode: (text: string) => string): string {
  return typeof value === "string" ? encode(value) : `{secret:${value.secret}}`
}
