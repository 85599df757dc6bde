export type Language = "en" | "ko"

/** Picks ko or en from an Accept-Language header (RFC 9110 §12.5.4); English when it names neither. */
export function pickLanguage(header: string | null | undefined): Language {
  let best: Language = "en"
  let bestWeight = 0
  for (const part of (header ?? "").slice(0, 1024).split(",")) {
    const [range = "", ...parameters] = part.split(";")
    const language = languageOf(range.trim().toLowerCase())
    const weight = weightOf(parameters)
    if (language === undefined || weight <= bestWeight) continue
    best = language
    bestWeight = weight
  }
  return best
}

function languageOf(range: string): Language | undefined {
  if (range === "*") return "en"
  const primary = range.split("-", 1)[0]
  return primary === "ko" || primary === "en" ? primary : undefined
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(text)).find((match) => match !== null)
  return q === undefined ? 1 : Math.min(1, Number(q[1]))
}
