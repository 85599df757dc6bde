export const policy_setting_refused = {
  code: "policy_setting_refused",
  message: "{setting} cannot be this value.",
  hint: "It takes {takes}.",
} as const

export const cache_on_write = {
  code: "cache_on_write",
  message: "{cube} changes the world; an answer from a cache would leave the change out.",
  hint: "Remove cache here: it is for cubes whose effect is pure or read.",
} as const

export const retry_on_write = {
  code: "retry_on_write",
  message: "{cube} changes the world and does not promise that a second try changes nothing more.",
  hint: 'Remove retry here, or use a cube that sends step.idempotencyKey along and provides "idempotent".',
} as const

export const deadline_below_timeout = {
  code: "deadline_below_timeout",
  message: "The deadline of {deadlineMs} ms is over before the timeout of {timeoutMs} ms.",
  hint: "Make deadlineMs the time for all attempts together, or remove timeoutMs.",
} as const

export const breaker_hasty = {
  code: "breaker_hasty",
  message: "A single failure among {minimumCalls} calls opens this breaker (rate {errorRate}).",
  hint: "Raise minimumCalls, to 100 or so: chance alone opens a breaker that looks at few calls.",
} as const

export const fallback_value_refused = {
  code: "fallback_value_refused",
  message: "The fallback value does not fit the outputs of {cube}: expected {expected}.",
  hint: "Write an object with every output of the cube: { port: value }.",
} as const

export const fallback_composition = {
  code: "fallback_composition",
  message: "{use} is a composition, and only a cube can stand in.",
  hint: "Write family/name@range.",
} as const

export const fallback_cube_refused = {
  code: "fallback_cube_refused",
  message: "{cube} cannot stand in here: at the port {port} there is {gives}, and {takes} is needed.",
  hint: "A fallback cube takes the step's inputs and gives its outputs, by the same names.",
} as const

export const step_timed_out = {
  code: "step_timed_out",
  message: "The attempt took longer than {timeoutMs} ms.",
  hint: "Raise timeoutMs, or find out what the cube waits for. What it still gives is dropped.",
} as const

export const step_deadline_exceeded = {
  code: "step_deadline_exceeded",
  message: "All attempts together took longer than {deadlineMs} ms.",
  hint: "Raise deadlineMs, or lower retry.attempts and timeoutMs.",
} as const

export const rate_limited = {
  code: "rate_limited",
  message: "More than {limit} calls in {windowMs} ms.",
  hint: "Try again in {retryAfterMs} ms.",
} as const

export const breaker_open = {
  code: "breaker_open",
  message: "The circuit breaker is open: the cube failed too often.",
  hint: "It lets one call probe the cube in {retryAfterMs} ms.",
} as const

export const breaker_isolated = {
  code: "breaker_isolated",
  message: "An operator has isolated the cube.",
  hint: "It stays so until reset() of its breaker is called.",
} as const

export const bulkhead_full = {
  code: "bulkhead_full",
  message: "{concurrent} calls are at work and {queue} wait; there is no room for one more.",
  hint: "Try again later, or raise bulkhead.concurrent or bulkhead.queue.",
} as const

export const bulkhead_waited = {
  code: "bulkhead_waited",
  message: "No place became free within {waitMs} ms.",
  hint: "Try again later, or raise bulkhead.concurrent.",
} as const
