/** What the compact form is made of. */
import type { Details, SajuChart } from "../details.ts"
import type { DecadeLuck, MonthLuck, YearLuck } from "../luck/types.ts"

/** Luck to be written down, as far as it is given. */
export interface CompactLuck {
  /** As `decadeLuck` gives them. */
  readonly decades?: readonly DecadeLuck[] | undefined
  readonly years?: readonly YearLuck[] | undefined
  readonly months?: readonly MonthLuck[] | undefined
}

/** What is read of a chart. */
export interface CompactChart extends Pick<SajuChart, "luck" | "pillars"> {
  readonly details: Omit<Details, "warnings" | "date" | "lunar"> & {
    readonly warnings: readonly { readonly code: string }[]
  }
}
