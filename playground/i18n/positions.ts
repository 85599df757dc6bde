import type { Language } from "./languages.ts"

type Position = "year" | "month" | "day" | "hour"

const initials: { readonly [position in Position]: string } = { year: "연", month: "월", day: "일", hour: "시" }

/** "연간–시간", "year–hour stems". */
export function joinPositions(language: Language, positions: readonly Position[], ofStems: boolean): string {
  if (language === "ko") return positions.map((position) => `${initials[position]}${ofStems ? "간" : "지"}`).join("–")
  return `${positions.join("–")} ${ofStems ? "stems" : "branches"}`
}

/** "연·일", "year, day": pillars of a chart. */
export const listPositions = (language: Language, positions: readonly Position[]): string =>
  language === "ko" ? positions.map((position) => initials[position]).join("·") : positions.join(", ")
