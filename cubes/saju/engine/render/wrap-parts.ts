/** Lines that break between parts ("a · b") where they can, and inside a part where they must. */
import { wrap } from "./measure.ts"

export function wrapParts(value: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const part of value.split(" · ")) {
    const last = lines[lines.length - 1]
    const longer = last === undefined ? part : `${last} · ${part}`
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrap(part, width, widthOf))
  }
  return lines
}
