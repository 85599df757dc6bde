export const wasm_missing = {
  code: "wasm_missing",
  message: "This host has no WebAssembly module named {name}; it has: {known}.",
  hint: "Hand the module over when the host is created: createHost({ wasm: { … } }).",
} as const

export const wasm_unreadable = {
  code: "wasm_unreadable",
  message: "The WebAssembly module {name} could not be read or compiled.",
  hint: "Check that the file is where the host was told and that the page's policy allows 'wasm-unsafe-eval'.",
} as const

export const secret_refused = {
  code: "secret_refused",
  message: "The secret {name} is not given to the cube {cube} for {origin}.",
  hint: "List the cube and the origin beside the secret where the host is created, or use another secret.",
} as const

export const outgoing_origin_refused = {
  code: "outgoing_origin_refused",
  message: "This host does not let requests out to {origin}.",
  hint: "Add the origin to allowedOrigins where the host is created, or call another service.",
} as const

export const redirect_refused = {
  code: "redirect_refused",
  message: "{origin} answered with a redirect, and redirects are not followed.",
  hint: "Declare the service with the address it redirects to.",
} as const

export const service_unreachable = {
  code: "service_unreachable",
  message: "No answer could be had from {origin}.",
  hint: "Check that the service is running and that its name and certificate are right; in a page also its CORS headers.",
} as const

export const fault_injected = {
  code: "fault_injected",
  message: "The host was told to let {power} fail here.",
  hint: "This fault comes from the host's fault option; take it out to see the call succeed.",
} as const

export const worker_blocked = {
  code: "worker_blocked",
  message: "The browser did not start the Web Worker.",
  hint: "Serve the worker's script from the page's own origin and allow it in worker-src. Without a worker, runs use the page's own thread.",
} as const

export const worker_died = {
  code: "worker_died",
  message: "The Web Worker ended before it answered.",
  hint: "Run again: a new worker is started for the next call. If it ends again, look at the browser's console for its error.",
} as const

export const worker_stopped = {
  code: "worker_stopped",
  message: "The client was stopped, and its Web Worker with it.",
  hint: "Create a new client with createCubular() to run again.",
} as const

export const worker_timeout = {
  code: "worker_timeout",
  message: "The Web Worker did not answer within {timeoutMs} ms.",
  hint: "Give the call a larger timeoutMs, or the run a deadlineMs, if it may take longer.",
} as const

export const step_stuck = {
  code: "step_stuck",
  message: "A step kept the Web Worker busy for {stuckMs} ms without a pause and was ended; last step started: {step}.",
  hint: "Look for a loop that does not end. If the work is just long, raise stuckMs or split it into several steps.",
} as const

export const value_not_cloneable = {
  code: "value_not_cloneable",
  message: "The {what} cannot be copied to another thread.",
  hint: "Use JSON values and typed arrays only: no functions, promises, class instances or DOM objects.",
} as const

export const composition_unlisted = {
  code: "composition_unlisted",
  message: "No composition named {id} is served here.",
  hint: "Give one of the ids that list() returns, or the document itself.",
} as const

export const ambient_power = {
  code: "ambient_power",
  message: "The code of a cube reached for {name}, which is not there for cubes.",
  hint: "Ask for it in needs and use the step instead: step.http, step.clock, step.random, step.ids.",
} as const

export const failed_unexpectedly = {
  code: "failed_unexpectedly",
  message: "The call failed in a way nobody foresaw ({name}).",
  hint: "The browser's console has the error itself. Please report it with the composition.",
} as const
