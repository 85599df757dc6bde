export const route_unknown = {
  code: "route_unknown",
  message: "Nothing is served at this address.",
  hint: "GET /v1/compositions lists what can be run here.",
} as const

export const composition_not_served = {
  code: "composition_not_served",
  message: "No composition with the id {id} is served here.",
  hint: "GET /v1/compositions lists the ids that are.",
} as const

export const method_refused = {
  code: "method_refused",
  message: "{method} is not possible at this address.",
  hint: "Use {allowed}.",
} as const

export const host_refused = {
  code: "host_refused",
  message: "This server runs compositions only under its own names, and {host} is none of them.",
  hint: "Call it by one of: {allowed}. When you serve it under another name, add that name to CUBULAR_ALLOWED_HOSTS.",
} as const

export const origin_refused = {
  code: "origin_refused",
  message: "A page of another origin may not run compositions here.",
  hint: "Call from a page served by this server, or from a program that sends no Origin header.",
} as const

export const body_type_refused = {
  code: "body_type_refused",
  message: "The body is not declared as JSON.",
  hint: "Send JSON and the header Content-Type: application/json.",
} as const

export const body_too_large = {
  code: "body_too_large",
  message: "The body is larger than {limit} bytes.",
  hint: "Send less, or run the composition in a browser or in Node, where the limit is yours.",
} as const

export const body_too_slow = {
  code: "body_too_slow",
  message: "The body did not arrive within {limitMs} ms.",
  hint: "Send the whole body at once, or try again over a better connection.",
} as const

export const body_broken_off = {
  code: "body_broken_off",
  message: "The body broke off before its end.",
  hint: "Send the request again.",
} as const

export const body_not_json = {
  code: "body_not_json",
  message: "The body is not JSON in UTF-8.",
  hint: 'Send one JSON object such as {"inputs": …}.',
} as const

export const body_too_deep = {
  code: "body_too_deep",
  message: "The body has more than {limit} levels of objects and lists inside each other.",
  hint: "Send flatter values.",
} as const

export const body_key_doubled = {
  code: "body_key_doubled",
  message: "An object in the body has the same key twice.",
  hint: "Keep one of the two; the path leads to it.",
} as const

export const body_object_expected = {
  code: "body_object_expected",
  message: "An object is expected at {at}.",
  hint: 'Send {"inputs": …} with one value per input, and if wanted {"options": …}.',
} as const

export const body_flag_expected = {
  code: "body_flag_expected",
  message: "true or false is expected at {at}.",
  hint: "Leave the option out, or set it to true.",
} as const

export const body_key_unknown = {
  code: "body_key_unknown",
  message: "{at} holds a key that means nothing here.",
  hint: "Known keys are: {known}.",
} as const

export const gateway_failed = {
  code: "gateway_failed",
  message: "The gateway could not answer because of a fault of its own.",
  hint: "Try again in a moment. If it stays, report the address, the time and this code.",
} as const

export const gateway_not_ready = {
  code: "gateway_not_ready",
  message: "The gateway is not ready to run compositions.",
  hint: "Try again in a moment; GET /readyz tells when it is.",
} as const

export const gateway_unhealthy = {
  code: "gateway_unhealthy",
  message: "Cubes are unhealthy, and nothing answers in their place.",
  hint: "The supervisor's health() names them; it makes them anew by itself.",
} as const

export const gateway_unreachable = {
  code: "gateway_unreachable",
  message: "The gateway at {origin} did not answer.",
  hint: "Check the address and the connection, then try again.",
} as const

export const gateway_reply_refused = {
  code: "gateway_reply_refused",
  message: "The reply (status {status}) is not one a cubular gateway gives.",
  hint: "Check that the address leads to a cubular gateway and not to a proxy or another server.",
} as const
