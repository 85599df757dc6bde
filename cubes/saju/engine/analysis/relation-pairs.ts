/** Relations of two stems or two branches, looked up in a table that is made once. */
import { branchSets, type RelationSet, stemSets } from "./relation-lists.ts"
import type { RelationKind } from "./types.ts"

const made: { stems?: readonly RelationKind[][]; branches?: readonly RelationKind[][] } = {}

/** Relations of two stems 0–9 (합, 충, 극); the order of the two does not matter. */
export function stemPairKinds(a: number, b: number): readonly RelationKind[] {
  made.stems ??= tableOf(stemSets())
  return made.stems[a * 12 + b] as readonly RelationKind[]
}

/**
 * Relations of two branches 0–11, arch and hidden combinations among them; the order of the two does not matter.
 *
 * @remarks Two of a triple punishment are a punishment, two of a three combination a half or arch one; two of a direction are nothing.
 */
export function branchPairKinds(a: number, b: number): readonly RelationKind[] {
  made.branches ??= tableOf(branchSets())
  return made.branches[a * 12 + b] as readonly RelationKind[]
}

function tableOf(sets: readonly RelationSet[]): RelationKind[][] {
  const table = Array.from({ length: 144 }, (): RelationKind[] => [])
  for (const { kind, characters } of sets) {
    const [a = 0, b = 0] = characters
    if (characters.length !== 2) continue
    table[a * 12 + b]?.push(kind)
    if (a !== b) table[b * 12 + a]?.push(kind)
  }
  return table
}
