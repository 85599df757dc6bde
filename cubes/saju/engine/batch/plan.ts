/** One batch, checked and prepared: what both engines are given. */

import type { IndexedZone } from "../zone-index.ts"
import type { Edges } from "./tables.ts"

export interface BatchPlan {
  readonly rows: number
  /** Wall clock ms as if UTC, one per row. */
  readonly civilMs: Float64Array
  readonly zone: IndexedZone
  /** One fold for all rows, or one per row; others than 0 and 1 make the row incomputable. */
  readonly fold: 0 | 1 | Uint8Array
  /** By span of the zone: deciding clock minus wall clock in whole ms, what longitudes of rows and the equation of time add left out. */
  readonly clockMs: Float64Array
  /** Degrees east by row; a row outside −180…180 cannot be computed. */
  readonly longitudes: Float64Array | undefined
  /** Whether the longitude of a row moves its clock. */
  readonly byLongitude: boolean
  /** Whether the equation of time is added. */
  readonly apparent: boolean
  readonly edges: Edges
  /** See `hoursTable`. */
  readonly hours: Uint16Array
}
