/**
 * For authors of drivers: the gates every store goes through, and what a driver for a platform must do. The cases of
 * `cubular/conformance` prove it.
 *
 * @module
 */
export type { Awaitable } from "./awaitable.ts"
export { createKv, type KvDriver, type KvListed, type KvRange, type KvRow, type KvText } from "./kv.ts"
export { byName } from "./name.ts"
export type { Powers } from "./powers.ts"
export { withStaleReads } from "./stale.ts"
