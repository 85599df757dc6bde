import { sortedText } from "../keeping/export-text.ts"
import type { Row } from "../keeping/table.ts"
import { replicaOf, type Stamp } from "./stamp.ts"

/** One state of a record; without a record it was deleted. */
export interface Head {
  readonly stamp: Stamp
  readonly record?: Row | undefined
}

/** What replicas know of one record. */
export interface Entry {
  /** States nobody has replaced knowingly, by stamp; several when replicas changed it without knowing of each other. */
  readonly heads: readonly Head[]
  /** By replica the latest change of it that is known, also of those that were replaced. */
  readonly seen: { readonly [replica: string]: Stamp }
}

/** An entry after a change by somebody who knows all of it. */
export function changed(before: Entry | undefined, head: Head): Entry {
  return { heads: [head], seen: { ...before?.seen, [replicaOf(head.stamp)]: head.stamp } }
}

/**
 * Both together: a head stays unless the other side has seen it and has replaced it. Commutative, associative, and
 * joining twice is joining once, so that nothing depends on what arrives when and how often.
 */
export function join(a: Entry, b: Entry): Entry {
  const heads = [...staying(a, b), ...staying(b, a)]
  // Only what was not made here can leave none; the latest of all is the same for everybody then.
  return { heads: byStamp(heads.length > 0 ? heads : [...a.heads, ...b.heads]), seen: latest(a.seen, b.seen) }
}

/** Without a cube that merges, of several heads only the last counts. */
export function decided(entry: Entry, merges: boolean): Entry {
  return merges || entry.heads.length === 1 ? entry : { ...entry, heads: entry.heads.slice(-1) }
}

export function isSame(a: Entry, b: Entry): boolean {
  return entryText(a) === entryText(b)
}

/** Names the state of an entry: the stamps of its heads. Equal on all replicas that have the same. */
export function versionOf({ heads }: Entry): string {
  return heads.map(({ stamp }) => stamp).join(" ")
}

function staying(mine: Entry, other: Entry): Head[] {
  return mine.heads.filter(
    ({ stamp }) => other.heads.some((each) => each.stamp === stamp) || stamp > (other.seen[replicaOf(stamp)] ?? ""),
  )
}

/** Each stamp once. Two records with one stamp come of a copied store alone: one is taken, the same everywhere. */
function byStamp(heads: readonly Head[]): Head[] {
  const texts = new Map<Head, string>(heads.map((head) => [head, `${head.stamp} ${headText(head)}`]))
  const textOf = (head: Head): string => texts.get(head) as string
  const sorted = [...heads].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  return sorted.filter(({ stamp }, at) => sorted[at + 1]?.stamp !== stamp)
}

function latest(a: Entry["seen"], b: Entry["seen"]): Entry["seen"] {
  const seen: { [replica: string]: Stamp } = { ...a }
  for (const [replica, stamp] of Object.entries(b)) if (stamp > (seen[replica] ?? "")) seen[replica] = stamp
  return seen
}

function headText({ record }: Head): string {
  return record === undefined ? "" : sortedText(record)
}

function entryText({ heads, seen }: Entry): string {
  return [...heads.map((head) => `${head.stamp} ${headText(head)}`), sortedText(seen)].join("\n")
}
