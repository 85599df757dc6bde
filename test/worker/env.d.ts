declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts")
  }
  interface Env {
    CUBULAR_KV: KVNamespace
    CUBULAR_RECORDS: D1Database
    CUBULAR_BLOBS: R2Bucket
    CUBULAR_QUEUE: DurableObjectNamespace
    CUBULAR_JOURNAL: DurableObjectNamespace
  }
}
