import { fill, format as formatEn } from "cubular/messages/en"
import { format as formatKo } from "cubular/messages/ko"
import { en, type Word, type Words } from "./en.ts"
import { ko } from "./ko.ts"
import type { Language } from "./languages.ts"
import { refusalText } from "./refusals.ts"

export { type Language, languages } from "./languages.ts"
export type { Word, Words }
export { fill }

const tables: { readonly [language in Language]: Words } = { ko, en }

export const wordsOf = (language: Language): Words => tables[language]

/** A word of the table with `{name}` replaced. */
export const say = (words: Words, word: Word, params: { readonly [name: string]: string | number }): string =>
  fill(words[word], params)

/** What an error says in a language; texts of codes that are not the package's stay as they came. */
export function errorText(
  language: Language,
  error: { code: string; params: { readonly [name: string]: unknown }; message: string; hint: string },
): { message: string; hint: string } {
  return refusalText(language, error) ?? (language === "ko" ? formatKo(error) : formatEn(error))
}

/** Korean for a reader who prefers it to English, by the order of the browser's languages. */
export function preferredLanguage(preferred: readonly string[]): Language {
  const primary = preferred.map((tag) => tag.toLowerCase().split("-", 1)[0]).find((tag) => tag === "ko" || tag === "en")
  return primary === "ko" ? "ko" : "en"
}
