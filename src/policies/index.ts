/**
 * Rules around steps, for `createRunner(source, registry, host, { policies })`: a document says which of them apply, and
 * how. Each is a value of its own; bundles hold those they import.
 *
 * @example createRunner(document, cubes, createHost(), { policies: [retry, timeout] })
 *
 * @module
 */
export { breaker } from "./breaker.ts"
export { bulkhead } from "./bulkhead.ts"
export { cache } from "./cache.ts"
export { deadline } from "./deadline.ts"
export { fallback } from "./fallback.ts"
export { policies } from "./policies.ts"
export { rateLimit } from "./rate-limit.ts"
export { retry } from "./retry.ts"
export { timeout } from "./timeout.ts"
