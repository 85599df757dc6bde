export type Language = "ko" | "en"

/** Languages of the page, each by its own name. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "ko", name: "한국어" },
  { code: "en", name: "English" },
]
