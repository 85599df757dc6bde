/** Columns a terminal gives a text: two for wide letters (hangul, hanja, full-width forms), none for joiners. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    width += isWide(code) ? 2 : 1
  }
  return width
}

/** Unicode East Asian Width W and F, the blocks that occur in our texts (UAX 11). */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

export const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)))

/** Rows with their columns lined up, two spaces in front and between. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))))
  return rows
    .map((row) => `  ${row.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join("  ")}`.trimEnd())
    .map((line) => `${line}\n`)
    .join("")
}
