import type { Language } from "./languages.ts"

type Position = "year" | "month" | "day" | "hour"
type Part = "stem" | "branch" | "pillar"

const initials: { readonly [position in Position]: string } = { year: "연", month: "월", day: "일", hour: "시" }
const endings: { readonly [part in Part]: string } = { stem: "간", branch: "지", pillar: "주" }

/** "연간–시간", "year–hour stems": what a relation joins. */
export const joinPlaces = (language: Language, positions: readonly Position[], part: "stem" | "branch"): string =>
  language === "ko"
    ? positions.map((position) => initials[position] + endings[part]).join("–")
    : `${positions.join("–")} ${part === "stem" ? "stems" : "branches"}`

/** "연지·일지", "year, day branch": where something stands. */
export const listPlaces = (language: Language, positions: readonly Position[], part: Part): string =>
  language === "ko"
    ? positions.map((position) => initials[position] + endings[part]).join("·")
    : `${positions.join(", ")} ${part}`
