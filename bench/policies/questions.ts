import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const PROCESSES = 3

/** What policies cost, against a step without any; and against others' around the same call. */
export async function policies(): Promise<Results["policies"]> {
  const overhead: { later: Slices; now: Slices }[] = []
  const rivals: { turn: Slices; wait: Slices }[] = []
  for (let n = 0; n < PROCESSES; n++) {
    overhead.push(await measureIn<{ later: Slices; now: Slices }>("policies/overhead.ts"))
    rivals.push(await measureIn<{ turn: Slices; wait: Slices }>("policies/rivals.ts"))
  }
  return {
    later: standings(joinSlices(overhead.map(({ later }) => later)), "bare"),
    now: standings(joinSlices(overhead.map(({ now }) => now)), "bare"),
    turn: standings(joinSlices(rivals.map(({ turn }) => turn)), "cubular"),
    wait: standings(joinSlices(rivals.map(({ wait }) => wait)), "cubular"),
  }
}
