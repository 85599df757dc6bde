import type { Json } from "../value.ts"

/** Bytes, or a stream of them such as a `Response`'s body. */
export type BlobBody = Uint8Array | AsyncIterable<Uint8Array>

export interface BlobPutOptions {
  /** Media type, up to 255 printable ASCII characters. */
  readonly type?: string | undefined
  /** Something short that goes with it: at most 1,024 bytes of JSON. */
  readonly metadata?: Json | undefined
  /** What the bytes must have, in lower-case hex; otherwise nothing is stored. */
  readonly sha256?: string | undefined
}

export interface BlobInfo {
  readonly key: string
  /** Bytes. */
  readonly size: number
  /** Of all bytes, in lower-case hex. */
  readonly sha256: string
  readonly type?: string
  readonly metadata?: Json
}

/** Bytes from `offset` (default 0) on, `length` of them or as many as there are. */
export interface BlobRange {
  readonly offset?: number | undefined
  readonly length?: number | undefined
}

export interface BlobPage {
  readonly blobs: readonly BlobInfo[]
  /** Gives the next page; absent on the last one. A page that has one may hold fewer blobs than asked for. */
  readonly cursor?: string
}

/**
 * Bytes by key: pictures, archives, whatever is too large for a value. Up to 5 GiB each, in parts of 8 MiB.
 *
 * - **A blob is replaced whole.** Until `put` resolves, and when it fails, the one before is there; a reader gets the bytes
 *   of one or of the other, never of both: who is in the midst of a stream hears `blob_changed`.
 * - **Reads see** what was acknowledged through the same `stores`, and what others wrote at the latest a moment later.
 * - **Durable once acknowledged.** A crash while a blob is put leaves no part of it to be seen.
 * - **Checked.** Its SHA-256 is kept with it, and every read of the whole compares: `blob_corrupt`. Ranges cannot be checked.
 *
 * Keys are those of `kv`. The bytes given to `put` must not be changed before it has resolved.
 *
 * Every call may also reject with `store_unavailable` or `store_busy` (both retryable), `store_full`, `store_corrupt`,
 * `store_newer` or `store_closed`.
 */
export interface Blobs {
  /**
   * @throws {CubeError} `store_key_malformed`, `store_key_too_long`, `blob_body_refused`, `blob_type_refused`,
   * `store_metadata_too_large`, `store_value_too_large`, `blob_checksum`; what a stream throws, as it is.
   */
  put(key: string, body: BlobBody, options?: BlobPutOptions): Promise<BlobInfo>
  /** @throws {CubeError} `store_key_malformed`, `store_key_too_long`. */
  head(key: string): Promise<BlobInfo | undefined>
  /**
   * Up to 64 MiB at once. A range that begins at the end is empty; one that ends behind it is cut.
   *
   * @throws {CubeError} as `head`; `blob_read_too_large`, `blob_range_refused`, `blob_corrupt`, `blob_changed` (retryable),
   * `store_option_refused`.
   */
  get(key: string, range?: BlobRange): Promise<Uint8Array | undefined>
  /** The same in parts of up to 8 MiB, each read when it is asked for; of any length. Its iterator may throw as `get`. */
  stream(key: string, range?: BlobRange): Promise<AsyncIterable<Uint8Array> | undefined>
  /** A blob that is not there is no error. @throws as `head`. */
  delete(key: string): Promise<void>
  /** In the order of code points of their keys. @throws {CubeError} `store_option_refused`, `store_cursor_refused`, as `head`. */
  list(options?: {
    readonly prefix?: string | undefined
    readonly limit?: number | undefined
    readonly cursor?: string | undefined
  }): Promise<BlobPage>
  /** Id of the key under which all bytes here are sealed; undefined, or no such method, where they are kept as they are. */
  sealedBy?(): Promise<string | undefined>
}
