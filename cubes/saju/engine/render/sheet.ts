/** The sheet a picture is drawn on: its size and its colours. */
import { type ChartShown, readSvgOptions, type SvgOptions, type View } from "./options.ts"
import { type Surface, surfaceOf, type Tiles, tilesOf } from "./palettes.ts"

/** What every part of the picture is drawn with. */
export interface Sheet extends View {
  readonly width: number
  /** Left edge of the content, and its width. */
  readonly left: number
  readonly inner: number
  /** Below 560 units: smaller letters, labels above their rows. */
  readonly compact: boolean
  readonly tiles: Tiles
  readonly surface: Surface
}

/** The sheet for a chart, its options checked. */
export function sheetOf(chart: ChartShown, options: SvgOptions): Sheet {
  const { palette, theme, ...view } = readSvgOptions(chart, options)
  const compact = view.width < 560
  const left = compact ? 16 : 32
  const inner = view.width - 2 * left
  return { ...view, compact, left, inner, tiles: tilesOf(palette, theme), surface: surfaceOf(theme) }
}
