import { measureIn } from "../child.ts"
import { type Standing, standings } from "../figures.ts"
import type { Slices } from "../interleave.ts"

/** By case: every contender's time, as a multiple of ours. */
export interface StoresResult {
  readonly [title: string]: readonly Standing[]
}

const OURS = "cubular"

export async function storesNode(): Promise<StoresResult> {
  const slices = await measureIn<{ [title: string]: Slices }>("stores/node.ts")
  return Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
}
