import { type Language, languages, preferredLanguage } from "../i18n/index.ts"
import type { Theme } from "./app.ts"

/** Where choices are kept. `theme.js` reads the theme before the page is drawn. */
const keys = { language: "cubular.language", theme: "cubular.theme" } as const

export interface Choices {
  readonly language: Language
  readonly theme: Theme
}

/** What the reader chose on an earlier visit, else what the browser prefers. Storage may be refused: then nothing is kept. */
export function readChoices(preferred: readonly string[]): Choices {
  const language = languages.find(({ code }) => code === read(keys.language))?.code
  const theme = (["light", "dark"] as const).find((name) => name === read(keys.theme))
  return { language: language ?? preferredLanguage(preferred), theme: theme ?? "auto" }
}

export function remember(choice: keyof typeof keys, value: string): void {
  try {
    localStorage.setItem(keys[choice], value)
  } catch {
    // Blocked storage: the choice holds until the page is closed.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
