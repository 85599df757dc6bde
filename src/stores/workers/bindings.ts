import type { WakeBinding } from "./wake.ts"

/** What is used of the platform's bindings. Written out, so that compiling needs no types of the platform. */

export interface KvNamespace {
  getWithMetadata(key: string, type: "text"): Promise<KvFound>
  /** Up to 100 at once; what is not there is absent, null, or has a value of null. */
  getWithMetadata(keys: string[], type: "text"): Promise<Map<string, KvFound | null>>
  put(key: string, value: string, options?: { expirationTtl?: number; metadata?: unknown }): Promise<void>
  delete(key: string): Promise<void>
  list(options: { prefix: string; limit: number; cursor?: string | null }): Promise<KvListedPage>
}

export interface KvFound {
  readonly value: string | null
  readonly metadata: unknown
}

export interface KvListedPage {
  /** `expiration` in epoch seconds. */
  readonly keys: readonly { readonly name: string; readonly expiration?: number; readonly metadata?: unknown }[]
  readonly list_complete: boolean
  readonly cursor?: string
}

export interface D1Statement {
  bind(...values: unknown[]): D1Statement
}

export interface D1Result {
  readonly results: unknown[]
}

/** A database, or a session of it. */
export interface D1Queries {
  prepare(sql: string): D1Statement
  /** One transaction. */
  batch(statements: D1Statement[]): Promise<D1Result[]>
}

export interface D1Binding extends D1Queries {
  withSession(constraint?: string): D1Queries
}

export interface R2Head {
  readonly key: string
  readonly size: number
  /** Unlike that of every other upload. */
  readonly version: string
  readonly uploaded: Date
  readonly customMetadata?: { readonly [name: string]: string }
}

export interface R2Body extends R2Head {
  readonly body: { cancel(): Promise<void> }
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface R2Upload {
  uploadPart(number: number, bytes: Uint8Array): Promise<R2Part>
  complete(parts: R2Part[]): Promise<unknown>
  abort(): Promise<void>
}

export interface R2Part {
  partNumber: number
  etag: string
}

export interface R2Binding {
  head(key: string): Promise<R2Head | null>
  get(key: string, options?: { range?: { offset: number; length: number } }): Promise<R2Body | null>
  put(
    key: string,
    bytes: Uint8Array,
    options: { customMetadata: { [name: string]: string }; sha256?: string },
  ): Promise<unknown>
  createMultipartUpload(key: string, options: { customMetadata: { [name: string]: string } }): Promise<R2Upload>
  delete(keys: string | string[]): Promise<void>
  list(options: {
    prefix: string
    limit: number
    startAfter?: string
    include: "customMetadata"[]
  }): Promise<{ readonly objects: readonly R2Head[]; readonly truncated: boolean }>
}

/** A class of `cubular/gateway/objects`, bound. */
export interface ObjectNamespace {
  idFromName(name: string): unknown
  // The platform's own type of an id cannot be named here.
  get(id: never): unknown
}

/**
 * Bindings of the Worker by the names they have in wrangler.toml. Other names can be given theirs:
 * `{ CUBULAR_KV: env.CELLS }`. A kind whose binding is absent is refused with `store_binding_missing` when it is used.
 */
export interface StoreBindings {
  readonly CUBULAR_KV?: KvNamespace
  readonly CUBULAR_RECORDS?: D1Binding
  readonly CUBULAR_BLOBS?: R2Binding
  readonly CUBULAR_QUEUE?: ObjectNamespace
  readonly CUBULAR_JOURNAL?: ObjectNamespace
  /** Where there is one, every `send` of a queue wakes its consumer: `wokenQueues`. */
  readonly CUBULAR_WAKE?: WakeBinding
}
