/** Door `cubular/saju/pool`: batches on every core. */
export { createPool, type Pool, type PoolOptions } from "./pool.ts"
