/** The page a text is written on. */
import type { View } from "./options.ts"
import type { Paint } from "./text-color.ts"

/** What every part of the text is written with. */
export interface Page extends View {
  readonly width: number
  readonly paint: Paint
}
