/** Door `cubular/saju/render`: a chart as a picture and as text. */
export type {
  ChartShown,
  Detail,
  Lang,
  Palette,
  RenderOptions,
  SvgOptions,
  TextOptions,
  Theme,
} from "./options.ts"
export { renderSvg } from "./svg.ts"
export { renderText } from "./text.ts"
