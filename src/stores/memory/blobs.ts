import type { BlobDriver, BlobRow } from "../blobs.ts"
import { joined } from "../parts.ts"
import { compareText } from "../text.ts"

/** A `blobs` driver that keeps its bytes in a Map, by content. */
export function createBlobDriver(): BlobDriver {
  const rows = new Map<string, BlobRow>()
  const contents = new Map<string, Uint8Array>()
  let last = 0

  function forget(key: string): void {
    const row = rows.get(key)
    if (row === undefined) return
    rows.delete(key)
    contents.delete(row.content)
  }

  return {
    begin() {
      const parts: Uint8Array[] = []
      return {
        part: (bytes) => void parts.push(bytes.slice()),
        commit(given) {
          const content = String(++last)
          forget(given.key)
          contents.set(content, joined(parts, given.size))
          rows.set(given.key, { ...given, content })
        },
        abort: () => void parts.splice(0),
      }
    },
    head: (key) => rows.get(key),
    read: ({ content }, offset, length) => contents.get(content)?.slice(offset, offset + length),
    delete: forget,
    list({ prefix, limit, after }) {
      const keys = [...rows.keys()].filter((key) => key.startsWith(prefix)).sort(compareText)
      const found = keys.filter((key) => after === undefined || compareText(key, after) > 0).slice(0, limit)
      const last = found.at(-1)
      const page = { rows: found.map((key) => rows.get(key) as BlobRow) }
      return found.length < limit || last === undefined ? page : { ...page, next: last }
    },
  }
}
