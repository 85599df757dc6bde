import { sha256 } from "@noble/hashes/sha2.js"
import type { StreamSummary, Value } from "cubular/contract"
import { canonical } from "../canonical.ts"
import { utf8 } from "../digest.ts"

/** How many items went by and, where somebody wants to compare, which: the items themselves are not kept. */
export class Tally {
  private items = 0
  private readonly hash: ReturnType<typeof sha256.create> | undefined

  constructor(hashed: boolean) {
    this.hash = hashed ? sha256.create() : undefined
  }

  /** @param item - Checked all the way down where items are hashed. */
  add(item: Value): void {
    this.items++
    // No canonical text holds a line feed, so no two lists of items give the same lines.
    this.hash?.update(utf8(`${canonical(item)}\n`))
  }

  /** How many so far. */
  get count(): number {
    return this.items
  }

  get summary(): StreamSummary {
    const { items, hash } = this
    if (!hash) return Object.freeze({ items })
    let sha = ""
    for (const byte of hash.clone().digest()) sha += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
    return Object.freeze({ items, sha256: sha })
  }
}
