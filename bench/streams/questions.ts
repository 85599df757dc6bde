import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const PROCESSES = 2

/** What an item costs on its way through cubes. */
export async function streams(): Promise<Results["streams"]> {
  const parts: { many: number; slices: Slices }[] = []
  for (let n = 0; n < PROCESSES; n++) parts.push(await measureIn<(typeof parts)[number]>("streams/items.ts"))
  const standing = standings(joinSlices(parts.map(({ slices }) => slices)), "bare async generators")
  return { many: parts[0]?.many ?? 1, standings: standing }
}
