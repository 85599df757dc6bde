import type { Language } from "./languages.ts"

/** The ten gods 0–9, for reasons that name one by its number. */
export const tenGodNames: { readonly [language in Language]: readonly string[] } = {
  ko: "비견 겁재 식신 상관 편재 정재 편관 정관 편인 정인".split(" "),
  en: [
    "Companion",
    "Rob Wealth",
    "Eating God",
    "Hurting Officer",
    "Indirect Wealth",
    "Direct Wealth",
    "Seven Killings",
    "Direct Officer",
    "Indirect Resource",
    "Direct Resource",
  ],
}
