import { storeLimits } from "cubular/contract"
import { joined } from "../parts.ts"
import { askAll } from "./ask.ts"
import { corrupt } from "./faults.ts"
import { behind } from "./keys.ts"
import type { StoresPlatform } from "./platform.ts"

const { blobPartBytes } = storeLimits

/** Puts a part of a content; all but the last have 8 MiB. */
export function writePart(transaction: IDBTransaction, content: string, index: number, bytes: Uint8Array): void {
  transaction.objectStore("parts").put(bytes, [content, index])
}

export function removeParts(transaction: IDBTransaction, { ranges }: StoresPlatform, content: string): void {
  transaction.objectStore("parts").delete(ranges.bound([content], behind(content)))
}

/** What is there of a stretch; undefined where the content is not there. */
export async function readParts(
  transaction: IDBTransaction,
  content: string,
  offset: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const parts = transaction.objectStore("parts")
  const first = Math.floor(offset / blobPartBytes)
  const last = Math.floor((offset + length - 1) / blobPartBytes)
  const asked = Array.from({ length: last - first + 1 }, (_, at) => parts.get([content, first + at]))
  const pieces = await askAll(asked, (piece: unknown) => piece)
  if (pieces.includes(undefined)) return undefined
  if (!pieces.every((piece) => piece instanceof Uint8Array)) throw corrupt("a part of a blob that is no bytes")
  const from = offset - first * blobPartBytes
  const all = pieces as readonly Uint8Array[]
  return joined(
    all,
    all.reduce((sum, { length: bytes }) => sum + bytes, 0),
  ).slice(from, from + length)
}
