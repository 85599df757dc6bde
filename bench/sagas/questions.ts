import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const PROCESSES = 2

/** What journaling costs a run of three writing steps. */
export async function sagas(): Promise<Results["sagas"]> {
  const slices: Slices[] = []
  for (let n = 0; n < PROCESSES; n++) slices.push(await measureIn<Slices>("sagas/overhead.ts"))
  return standings(joinSlices(slices), "plain run")
}
