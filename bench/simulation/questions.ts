import { measureIn } from "../child.ts"
import { figureOf } from "../figures.ts"
import type { Results } from "../results.ts"

/** Seeds and events a second, on one core. */
export async function simulation(): Promise<Results["simulation"]> {
  const slices =
    await measureIn<{ readonly seedsPerSec: number; readonly eventsPerSec: number }[]>("simulation/seeds.ts")
  return {
    seedsPerSec: figureOf(slices.map(({ seedsPerSec }) => seedsPerSec)),
    eventsPerSec: figureOf(slices.map(({ eventsPerSec }) => eventsPerSec)),
  }
}
