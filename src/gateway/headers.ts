/**
 * The headers every response of ours carries, given once when a response is made: adding them in a middleware costs a
 * second pass over every response.
 */
export const securityHeaders: { readonly [name: string]: string } = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
}

/** Runs and refusals are for the one who asked; nobody keeps them. */
export const jsonHeaders: { readonly [name: string]: string } = {
  ...securityHeaders,
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
}

/** Catalog answers: may be kept, but must be asked about again. */
export const catalogHeaders: { readonly [name: string]: string } = { ...jsonHeaders, "cache-control": "no-cache" }

export const textHeaders: { readonly [name: string]: string } = {
  ...securityHeaders,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
}

/** The text exposition format of Prometheus. */
export const metricsHeaders: { readonly [name: string]: string } = {
  ...textHeaders,
  "content-type": "text/plain; version=0.0.4; charset=utf-8",
}
