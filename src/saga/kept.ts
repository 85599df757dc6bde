import {
  type Blobs,
  CubeError,
  decodeJson,
  encodeJson,
  isCubeError,
  type Json,
  type Stores,
  type Value,
} from "cubular/contract"
import { saga_value_lost } from "cubular/messages/en"
import type { Kept } from "./entry.ts"

/** Bytes of UTF-8 from which a value is kept beside the journal. Cloudflare Queues and Workflows have like limits. */
const LONGEST = 131_072

/** The store they are kept in. */
export const BLOBS = "sagas"

/** Values too long for the journal of one saga. */
export class KeptValues {
  private readonly id: string
  private readonly stores: Stores

  constructor(id: string, stores: Stores) {
    this.id = id
    this.stores = stores
  }

  private get blobs(): Blobs {
    return this.stores.blobs(BLOBS)
  }

  /** @param name - What it is in the saga, and whose: a writer that lost its right must not touch what another wrote. */
  keep(name: string, value: Value): Kept | Promise<Kept> {
    return this.keepText(name, JSON.stringify(encodeJson(value)))
  }

  keepText(name: string, text: string): Kept | Promise<Kept> {
    if (text.length * 3 <= LONGEST) return { text }
    const bytes = new TextEncoder().encode(text)
    return bytes.length <= LONGEST ? { text } : this.put(`${this.id}/${name}`, bytes)
  }

  private async put(key: string, bytes: Uint8Array): Promise<Kept> {
    const { sha256 } = await this.blobs.put(key, bytes, { type: "application/json" })
    return { blob: key, sha256 }
  }

  /** @throws {CubeError} `saga_value_lost`, or why the store cannot say. */
  async read(kept: Kept): Promise<Value> {
    const text = await this.readText(kept)
    try {
      return decodeJson(JSON.parse(text) as Json)
    } catch (cause) {
      return this.lost(cause)
    }
  }

  /** @throws {CubeError} as `read`. */
  async readText(kept: Kept): Promise<string> {
    return "text" in kept ? kept.text : this.fetch(kept)
  }

  private async fetch({ blob, sha256 }: Extract<Kept, { blob: string }>): Promise<string> {
    try {
      const info = await this.blobs.head(blob)
      const bytes = info?.sha256 === sha256 ? await this.blobs.get(blob) : undefined
      return bytes ? new TextDecoder().decode(bytes) : this.lost(undefined)
    } catch (error) {
      return isCubeError(error) && error.code === "blob_corrupt" ? this.lost(error) : Promise.reject(error)
    }
  }

  private lost(cause: unknown): never {
    throw new CubeError({ ...saga_value_lost, params: { id: this.id }, cause })
  }
}
