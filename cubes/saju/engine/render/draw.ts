/** SVG by hand: whole numbers, presentation attributes only (a page's policy may forbid styles), everything escaped. */

export interface TextStyle {
  readonly size: number
  readonly fill: string
  readonly anchor?: "middle" | "end"
  readonly weight?: 500 | 600 | 700
  /** Faces for hanja and headlines. */
  readonly serif?: boolean
  readonly spacing?: number
}

/** A part of the picture and how far down it reaches. */
export interface Drawn {
  readonly svg: string
  readonly bottom: number
}

/** Faces of the systems people have; names of several words need no quotes. */
export const SANS =
  "Pretendard, -apple-system, BlinkMacSystemFont, Segoe UI, Apple SD Gothic Neo, Noto Sans KR, Noto Sans CJK KR, Malgun Gothic, sans-serif"
export const SERIF = "Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif"

const ENTITIES: { readonly [letter: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text for XML 1.0. Letters XML has no place for (controls, halves of surrogates) become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (letter) => (/[\t\n\r]/.test(letter) ? " " : "\uFFFD"))
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] as string)
}

const attributes = (values: { readonly [name: string]: string | number | undefined }): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("")

/** A line of text; `y` is its baseline. */
export function text(x: number, y: number, said: string, style: TextStyle): string {
  const { size, fill, anchor, weight, serif, spacing } = style
  const face = serif ? SERIF : undefined
  const values = { x, y, "font-size": size, fill, "text-anchor": anchor, "font-weight": weight, "font-family": face }
  return `<text${attributes({ ...values, "letter-spacing": spacing })}>${escapeXml(said)}</text>`
}

export interface BoxStyle {
  readonly fill: string
  readonly stroke?: string | undefined
  readonly radius?: number
  /** Stroke width, default 1. */
  readonly line?: number
  readonly dash?: string
}

/** A rectangle. A stroke lies inside it, so that boxes with and without one are the same size. */
export function box(x: number, y: number, width: number, height: number, style: BoxStyle): string {
  const { fill, stroke, radius, line = 1, dash } = style
  const values = { x, y, width, height, rx: radius, fill }
  if (stroke === undefined) return `<rect${attributes(values)}/>`
  return `<rect${attributes({ ...values, stroke, "stroke-width": line, "stroke-dasharray": dash })}/>`
}

/** A hairline from left to right. */
export const rule = (x: number, y: number, width: number, fill: string): string => box(x, y, width, 1, { fill })
