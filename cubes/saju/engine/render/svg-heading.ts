/** The heading of a part of the picture. */
import { type Drawn, rule, text } from "./draw.ts"
import { firstFitting, widthAt } from "./measure.ts"
import type { Sheet } from "./sheet.ts"

export function heading(
  { left, inner, compact, surface }: Sheet,
  said: string,
  top: number,
  asides: readonly string[] = [],
): Drawn {
  const size = compact ? 12 : 14
  const y = top + (compact ? 18 : 24)
  // The longest way to say it that stands clear of the heading.
  const aside = firstFitting([...asides, ""], size - 1, inner - widthAt(said, size) - 12)
  const style = { size: size - 1, fill: surface.muted, anchor: "end" } as const
  const svg =
    rule(left, y, inner, surface.line) +
    text(left, y + size + 16, said, { size, fill: surface.ink, weight: 700 }) +
    (aside === "" ? "" : text(left + inner, y + size + 16, aside, style))
  return { svg, bottom: y + size + 18 }
}
