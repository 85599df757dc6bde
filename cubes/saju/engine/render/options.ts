/** How a chart is to be shown: choices, their defaults, and the check of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import {
  analysis_malformed,
  chart_malformed,
  render_options_malformed,
  render_width_out_of_range,
} from "cubular/messages/en"
import type { Analysis } from "../analysis/types.ts"
import type { Birth } from "../birth.ts"
import type { Candidate } from "../candidates.ts"
import type { Details } from "../details.ts"
import type { Luck, YearLuck } from "../luck/types.ts"
import { type FullOptions, requireChoice } from "../options.ts"
import type { FourPillars } from "../reading.ts"
import { analysisShape } from "../shapes/analysis-shape.ts"
import { chartShape, luckShape, yearsShown } from "../shapes/chart-shape.ts"
import { fields, flag, maybe, nullOr, oneOf, readGiven, requireShape, text } from "../shapes/shape.ts"
import { type Lang, type Words, wordsIn } from "./words.ts"

export type { Lang }
/** Colours of the elements: tile colours most apps use · 목 blue as in 오방색 · pastels with dark ink. */
export type Palette = "classic" | "obang" | "soft"
export type Theme = "light" | "dark"
/** The four pillars alone · with what people look at first · with everything there is. */
export type Detail = "pillars" | "standard" | "full"

/** What of a chart is shown: a `SajuChart` has it all. */
export interface ChartShown {
  readonly pillars: FourPillars
  readonly luck: Luck | null
  readonly details: Omit<Details, "options" | "warnings" | "longitudeDeg" | "date" | "lunar"> & {
    readonly date?: string | undefined
    readonly options: Pick<FullOptions, "boundary"> & { readonly now?: string | null | undefined }
    readonly warnings: readonly Remark[]
  }
  readonly alternatives: readonly {
    readonly reason: string
    readonly pillars: FourPillars
    readonly details: { readonly options: Pick<FullOptions, "boundary"> }
  }[]
  readonly candidates?: readonly Pick<Candidate, "from" | "pillars">[] | undefined
}

/** What of a year of luck is shown: a `YearLuck` has it all. */
export type YearShown = Pick<YearLuck, "pillar" | "year" | "from" | "to" | "age">

/** A warning by its code, of this version of the engine or of another. */
export interface Remark {
  readonly code: string
  readonly params: { readonly [name: string]: string | number }
}

/** What pictures and texts of a chart have in common. Whatever is left out is not shown. */
export interface RenderOptions {
  /** Default "ko". */
  readonly lang?: Lang | undefined
  /** Default "standard" in pictures, "full" in texts. */
  readonly detail?: Detail | undefined
  /** Whose chart it is, for the headline. */
  readonly name?: string | undefined
  /** Names sex, place and lunar date in the headline; the chart itself knows only instant and offset. */
  readonly birth?: Birth | undefined
  readonly analysis?: Analysis | undefined
  /** Default `chart.luck`. */
  readonly luck?: Luck | null | undefined
  /** Years of luck (세운) to show under the decades; ten fill a row. */
  readonly years?: readonly YearShown[] | undefined
}

export interface SvgOptions extends RenderOptions {
  /** Default "classic". */
  readonly palette?: Palette | undefined
  /** Default "light". */
  readonly theme?: Theme | undefined
  /** User units, 320…960, default 640; below 560 labels stand above their rows. */
  readonly width?: number | undefined
}

export interface TextOptions extends RenderOptions {
  /** Columns of the terminal, 64…200, default 80. */
  readonly width?: number | undefined
  /** ANSI colours. Default false. */
  readonly color?: boolean | undefined
}

/** A chart and what is to be said about it. */
export interface View {
  readonly chart: ChartShown
  readonly lang: Lang
  readonly words: Words
  readonly detail: Detail
  readonly name: string | null
  readonly birth: Birth | null
  readonly analysis: Analysis | null
  readonly luck: Luck | null
  readonly years: readonly YearShown[]
}

const SHARED = ["lang", "detail", "name", "birth", "analysis", "luck", "years", "width"]
const SVG = [...SHARED, "palette", "theme"]
const TEXT = [...SHARED, "color"]

/**
 * Options of a picture with the defaults filled in.
 *
 * @throws {CubeError} `render_options_malformed`, `field_unknown`, `choice_unknown`, `render_width_out_of_range`,
 * `input_unreadable`; `chart_malformed` and `analysis_malformed` at the first place of another form.
 */
export function readSvgOptions(chart: ChartShown, given: SvgOptions) {
  const options = readGiven(given, SVG, render_options_malformed, ["options"])
  return {
    ...viewOf(chart, options, ["standard", "pillars", "full"]),
    palette: requireChoice<Palette>(options.palette, ["classic", "obang", "soft"], ["options", "palette"]),
    theme: requireChoice<Theme>(options.theme, ["light", "dark"], ["options", "theme"]),
    width: requireWidth(options.width ?? 640, 320, 960),
  }
}

/** The same for a text. */
export function readTextOptions(chart: ChartShown, given: TextOptions) {
  const options = readGiven(given, TEXT, render_options_malformed, ["options"])
  return {
    ...viewOf(chart, options, ["full", "standard", "pillars"]),
    width: requireWidth(options.width ?? 80, 64, 200),
    color: requireChoice(options.color, [false, true], ["options", "color"]),
  }
}

function viewOf(chart: ChartShown, options: RenderOptions, details: readonly Detail[]): View {
  const lang = requireChoice<Lang>(options.lang, ["ko", "en"], ["options", "lang"])
  const { name, birth, analysis, luck, years } = options
  requireForms(chart, options)
  return {
    chart,
    lang,
    words: wordsIn(lang),
    detail: requireChoice(options.detail, details, ["options", "detail"]),
    name: name?.trim() || null,
    birth: birth ?? null,
    analysis: analysis ?? null,
    luck: luck === undefined ? chart.luck : luck,
    years: years ?? [],
  }
}

function requireForms(chart: ChartShown, { name, birth, analysis, luck, years }: RenderOptions): void {
  requireShape(chart, chartShape(), chart_malformed, ["chart"])
  requireShape(name, maybe(text), render_options_malformed, ["options", "name"])
  requireShape(birth, maybe(nullOr(birthShape())), render_options_malformed, ["options", "birth"])
  requireShape(analysis, maybe(nullOr(analysisShape())), analysis_malformed, ["options", "analysis"])
  requireShape(luck, maybe(nullOr(luckShape())), chart_malformed, ["options", "luck"])
  requireShape(years, maybe(nullOr(yearsShown())), chart_malformed, ["options", "years"])
}

/** What headlines say of a birth. */
const birthShape = () =>
  fields({
    date: text,
    calendar: maybe(oneOf(["solar", "lunar"])),
    leapMonth: maybe(flag),
    sex: maybe(nullOr(oneOf(["male", "female"]))),
    timeZone: maybe(text),
  })

function requireWidth(width: unknown, min: number, max: number): number {
  if (Number.isInteger(width) && (width as number) >= min && (width as number) <= max) return width as number
  throw new CubeError({ ...render_width_out_of_range, path: ["options", "width"], params: { min, max } })
}

/**
 * Draws a chart, or says that it is none.
 *
 * @throws {CubeError} `chart_malformed` where a part of it is missing.
 */
export function drawSafely(draw: () => string): string {
  try {
    return draw()
  } catch (cause) {
    if (cause instanceof CubeError) throw cause
    throw new CubeError({ ...chart_malformed, path: ["chart"], cause })
  }
}
