import type { HealthTree } from "cubular/contract"
import { exposeTallies } from "./exposition.ts"
import { Family } from "./family.ts"

const STATUSES = ["healthy", "degraded", "unhealthy"] as const

/** How supervised cubes are now, and how often they were made anew. Two runners of one step are added up. */
export function exposeHealth(healths: Iterable<HealthTree>, most: number): string {
  const at = ["composition", "step"]
  const empty = () => ({ value: 0 })
  const statuses = new Family(
    {
      name: "cubular_cube_health",
      help: "1 for the status a supervised cube has.",
      type: "gauge",
      labels: [...at, "status"],
      open: 2,
      empty,
    },
    most,
  )
  const restarts = new Family(
    {
      name: "cubular_cube_restarts_total",
      help: "How often a supervised cube was made anew.",
      type: "counter",
      labels: at,
      open: 2,
      empty,
    },
    most,
  )
  for (const { composition, steps } of [...healths].flatMap(({ compositions }) => compositions))
    for (const [path, step] of Object.entries(steps)) {
      for (const status of STATUSES) statuses.of([composition, path, status]).value += status === step.status ? 1 : 0
      restarts.of([composition, path]).value += step.restarts
    }
  return [statuses, restarts].map(exposeTallies).join("")
}
