import type { KvDriver, KvListed, KvRow, KvText } from "../kv.ts"
import type { KvFound, KvNamespace } from "./bindings.ts"
import { telling, toStoreError } from "./platform-error.ts"

/** The namespace knows no metadata that is null. Names of our own with one $ cannot be in what is stored. */
const NULL = { $null: true } as const

/** A `kv` driver over Workers KV. All stores share a namespace: `<store>/<key>`. */
export function createKvDriver(namespace: KvNamespace, store: string): KvDriver {
  const nameOf = (key: string): string => `${store}/${key}`

  async function getOne(key: string): Promise<KvText | undefined> {
    return toText(await namespace.getWithMetadata(nameOf(key), "text"))
  }

  async function getMany(keys: readonly string[]): Promise<(KvText | undefined)[]> {
    try {
      const found = await namespace.getWithMetadata([...new Set(keys)].map(nameOf), "text")
      return keys.map((key) => toText(found.get(nameOf(key))))
    } catch (error) {
      // Many at once may have 25 MB together; each of them may have as much alone.
      if (!/\b413\b|size/i.test((error as Error).message)) throw error
      const found: (KvText | undefined)[] = []
      for (const key of keys) found.push(await getOne(key))
      return found
    }
  }

  return {
    get: (keys) => telling(async () => (keys.length === 1 ? [await getOne(keys[0] as string)] : getMany(keys))),
    put: (rows, nowMs) => all(rows.map((row) => namespace.put(nameOf(row.key), row.value, optionsOf(row, nowMs)))),
    delete: (keys) => all(keys.map((key) => namespace.delete(nameOf(key)))),
    list: ({ prefix, limit, after }) =>
      telling(async () => {
        const page = await namespace.list({
          prefix: nameOf(prefix),
          limit,
          ...(after === undefined ? {} : { cursor: after }),
        })
        const rows = page.keys.map((key) => toListed(key, store.length + 1))
        return page.list_complete || page.cursor === undefined ? { rows } : { rows, next: page.cursor }
      }),
  }
}

/** Waits for all, so that nothing is still being written when the first failure is told. */
async function all(writes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(writes)).find((each) => each.status === "rejected")
  if (failed) throw toStoreError(failed.reason)
}

function optionsOf({ metadata, expiresAtMs }: KvRow, nowMs: number): { expirationTtl?: number; metadata?: unknown } {
  return {
    // The platform's clock ends it, after as many whole seconds as were asked for.
    ...(expiresAtMs === undefined ? {} : { expirationTtl: Math.round((expiresAtMs - nowMs) / 1000) }),
    ...(metadata === undefined ? {} : { metadata: metadata === "null" ? NULL : JSON.parse(metadata) }),
  }
}

function toText(found: KvFound | null | undefined): KvText | undefined {
  if (!found || found.value === null) return undefined
  const metadata = metadataOf(found.metadata)
  return metadata === undefined ? { value: found.value } : { value: found.value, metadata }
}

function metadataOf(metadata: unknown): string | undefined {
  if (metadata === undefined || metadata === null) return undefined
  const text = JSON.stringify(metadata)
  return text === JSON.stringify(NULL) ? "null" : text
}

function toListed(
  { name, metadata, expiration }: { readonly name: string; readonly metadata?: unknown; readonly expiration?: number },
  from: number,
): KvListed {
  return {
    key: name.slice(from),
    metadata: metadataOf(metadata),
    expiresAtMs: expiration === undefined ? undefined : expiration * 1000,
  }
}
