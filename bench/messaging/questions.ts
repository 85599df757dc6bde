import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const PROCESSES = 2

/** What it costs a run to be started by a message. */
export async function messaging(): Promise<Results["messaging"]> {
  const parts: { many: number; slices: Slices }[] = []
  for (let n = 0; n < PROCESSES; n++)
    parts.push(await measureIn<{ many: number; slices: Slices }>("messaging/overhead.ts"))
  const standing = standings(joinSlices(parts.map(({ slices }) => slices)), "started by hand")
  return { many: parts[0]?.many ?? 1, standings: standing }
}
