/** A pillar among others: of the chart, or luck that passes over it. */
import type { Position } from "./types.ts"

/** A pillar with the name it goes by. Natal ones come first, in the order year, month, day, hour. */
export interface Column<Label extends string = Position> {
  readonly label: Label
  /** 0–9. */
  readonly stem: number
  /** 0–11. */
  readonly branch: number
  /** Whether it belongs to the chart; luck does not, and has no distance to anything. */
  readonly natal: boolean
}

/** Ganji 0–59 of a column, whose stem and branch agree in yin and yang. */
export function ganjiOf({ stem, branch }: Column<string>): number {
  return (6 * stem + 55 * branch) % 60
}
