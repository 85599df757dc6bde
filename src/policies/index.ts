/**
 * Rules around steps, for `createRunner(source, registry, host, { policies })`: a document says which of them apply, and
 * how. Each is a value of its own; bundles hold those they import.
 *
 * @example createRunner(document, cubes, createHost(), { policies: [retry, timeout] })
 *
 * @module
 */
export { deadline } from "./deadline.ts"
export { policies } from "./policies.ts"
export { retry } from "./retry.ts"
export { timeout } from "./timeout.ts"
