const ATOM =
  /(?:\\[dDwWsS.\\/^$*+?()[\]{}|-]|\[\^?(?:\\.|[^\]\\])+\]|[^\\^$*+?()[\]{}|])(\*|\+|\?|\{\d{1,4}(?:,\d{0,4})?\})?/y

/**
 * Whether a pattern from a document is tested in time linear in the text, on every regex engine that backtracks:
 * anchored at the start, a plain sequence of characters and classes (no groups, alternatives or lookarounds), one
 * open-ended quantifier at most, and few ways to divide the text among the others.
 */
export function isLinear(pattern: string): boolean {
  const end = pattern.endsWith("$") && !pattern.endsWith("\\$") ? pattern.length - 1 : pattern.length
  if (!pattern.startsWith("^")) return false
  let ways = 1
  let endless = 0
  ATOM.lastIndex = 1
  while (ATOM.lastIndex < end) {
    const quantifier = ATOM.exec(pattern)?.[1]
    // A sticky match that fails starts over at 0.
    if (ATOM.lastIndex === 0 || ATOM.lastIndex > end) return false
    const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier ?? "") ?? []
    if (quantifier === "*" || quantifier === "+" || (comma && !most)) endless++
    else if (quantifier === "?") ways *= 2
    else if (most) ways *= Math.max(1, Number(most) - Number(least) + 1)
  }
  return endless <= 1 && ways <= 1000
}
