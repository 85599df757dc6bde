/** Words and tables of the report. */

/** A Markdown table; the first column reads to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"))
  return [line(head), line(rule), ...rows.map(line)].join("\n")
}

/** Three digits that matter, thousands apart: 0.0412, 3.21, 1,052. */
export function digits(value: number): string {
  const short = value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
  return short.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")
}

export const microseconds = (ns: number): string => digits(ns / 1000)
export const times = (ratio: number): string =>
  `×${ratio >= 100 ? digits(Math.round(ratio)) : ratio.toFixed(ratio >= 10 ? 0 : ratio < 0.1 ? 3 : 2)}`
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
