/**
 * What every store takes on every host. Each limit is that of the weakest platform, with a little room for what its
 * driver adds, and is refused alike everywhere: what works in a tab works at the edge. Bytes are those of UTF-8, of
 * values in their JSON form.
 */
export const storeLimits = {
  /** A key, and a text in an index. Workers KV takes 512, of which the name of the store needs up to 49. */
  keyBytes: 448,
  /** Keys, entries or operations of one call. D1 binds 100 parameters, Workers KV reads 100 keys at once. */
  batch: 100,
  /** Rows of a page. Workers KV lists 1,000 keys at once. */
  page: 1000,
  /** A value in `kv`. Workers KV takes 25 MiB. */
  kvValueBytes: 26_214_400,
  /** What goes with a value in `kv`, of Workers KV, or with a blob. */
  metadataBytes: 1024,
  /** Time to live in seconds: Workers KV takes no less, and more than ten years is a mistake. */
  kvTtlSec: { min: 60, max: 315_360_000 },
  /** A record. D1 and Durable Objects hold rows of 2 MB. */
  recordBytes: 1_000_000,
  /** Indexes of a table, and the fields all of them name. D1 has 100 columns. */
  indexes: 16,
  indexFields: 32,
  /** A message in `queue`. Cloudflare Queues take 128 KB with their own head. */
  messageBytes: 120_000,
  /** Seconds a message can be put off or kept from others. Cloudflare Queues: 12 hours. */
  queueSec: 43_200,
  /** Deliveries of one message. Cloudflare Queues: 100. */
  attempts: 100,
  /** An entry of a `journal`. Durable Objects hold values of 2 MB. */
  entryBytes: 1_000_000,
  /** A blob: 640 parts. */
  blobBytes: 5_368_709_120,
  /** A part, in which larger blobs come and go. R2 takes no less than 5 MiB, and all of one size but the last. */
  blobPartBytes: 8_388_608,
  /** Bytes of a blob in memory at once: an isolate on the edge has 128 MB. */
  blobReadBytes: 67_108_864,
} as const
