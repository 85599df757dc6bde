/** Columns a terminal gives a text: two for wide letters (hangul, hanja, full-width forms), one for the rest. */
export function cellsOf(text: string): number {
  let cells = 0
  for (const letter of text) cells += isWide(letter.codePointAt(0) as number) ? 2 : 1
  return cells
}

/** Unicode East Asian Width W and F, the blocks that occur in our texts and in names (UAX 11). */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0x303e) ||
  (code >= 0x3041 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff01 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd)

const blanks = (count: number): string => " ".repeat(Math.max(0, count))

export const padRight = (text: string, cells: number): string => text + blanks(cells - cellsOf(text))

export const padLeft = (text: string, cells: number): string => blanks(cells - cellsOf(text)) + text

/** In the middle; of an odd number of blanks the larger half stands behind. */
export function centred(text: string, cells: number): string {
  const free = Math.max(0, cells - cellsOf(text))
  return padRight(blanks(free >> 1) + text, cells)
}
