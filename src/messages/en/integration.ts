export const outgoing_address_refused = {
  code: "outgoing_address_refused",
  message: "No request is let out to {origin} ({rule}).",
  hint: "Give the service a public https origin under services of the document; an address inside a network is for the host to list in privateOrigins.",
} as const

export const redirects_exhausted = {
  code: "redirects_exhausted",
  message: "{origin} answered with more than {limit} redirects in a row.",
  hint: "Declare the service with the address the redirects lead to.",
} as const

export const reply_too_large = {
  code: "reply_too_large",
  message: "The reply of {from} has more than {limit} bytes.",
  hint: "Ask for less, or raise config.maxBytes, up to what the host reads (maxReplyBytes).",
} as const

export const reply_timed_out = {
  code: "reply_timed_out",
  message: "The service {service} had not answered in full after {timeoutMs} ms.",
  hint: "Raise config.timeoutMs, or find out why the service is slow.",
} as const

export const reply_type_refused = {
  code: "reply_type_refused",
  message: "The service {service} answered with {type}; {takes} was expected.",
  hint: "Check path and query: many services answer with a page where something is wrong. Else change what the config expects.",
} as const

export const reply_malformed = {
  code: "reply_malformed",
  message: "The reply of the service {service} cannot be used ({reason}).",
  hint: "Check that the service is the one meant and speaks the version this cube knows.",
} as const

export const service_busy = {
  code: "service_busy",
  message: "The service {service} asks to be left alone for a while (HTTP {status}).",
  hint: "Try later, after retryAfterMs where the service told it; a retry policy or a rate limit helps.",
} as const

export const service_failed = {
  code: "service_failed",
  message: "The service {service} failed (HTTP {status}).",
  hint: "Try later; the fault is on the service's side.",
} as const

export const service_key_refused = {
  code: "service_key_refused",
  message: "The service {service} does not accept the key ({status}).",
  hint: "Check the secret behind the key where the host is created, and that it is meant for this service.",
} as const

export const service_request_refused = {
  code: "service_request_refused",
  message: "The service {service} refused the request ({status}).",
  hint: "Check path, query and body against the description of the service.",
} as const

export const header_reserved = {
  code: "header_reserved",
  message: "The header {name} is not for a cube to set.",
  hint: "Leave it out; keys go by secret() in config.headers or config.bearer.",
} as const

export const date_not_covered = {
  code: "date_not_covered",
  message: "The service {service} has no entry for this date.",
  hint: "Give a date that exists in its calendar and lies in the years the service covers.",
} as const

export const place_unknown = {
  code: "place_unknown",
  message: "No place of this name is known ({looked}).",
  hint: "Give the name of a city or of a capital, or set config.online to ask a service for others.",
} as const

export const place_ambiguous = {
  code: "place_ambiguous",
  message: "{count} places have this name.",
  hint: "Add the country or province after a comma, or set config.ambiguous to first and look at candidates.",
} as const

export const prompt_too_large = {
  code: "prompt_too_large",
  message: "Prompt, context and messages have {chars} characters together; at most {limit} are sent.",
  hint: "Shorten them, or raise config.maxPromptChars.",
} as const

export const prompt_missing = {
  code: "prompt_missing",
  message: "There is neither a prompt nor messages to send.",
  hint: "Wire something into prompt or messages.",
} as const

export const answer_cut_off = {
  code: "answer_cut_off",
  message: "The answer of the service {service} broke off before its end.",
  hint: "Ask again; where it happens often, look at what stands between here and the service, and at its limits of time.",
} as const

export const answer_failed = {
  code: "answer_failed",
  message: "The service {service} reported an error in the middle of its answer.",
  hint: "Its log says which. Ask again later, or ask for less at once.",
} as const
