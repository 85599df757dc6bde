import { fill } from "cubular/messages/en"
import type { Language } from "./index.ts"

interface Notice {
  readonly code: string
  readonly params: { readonly [name: string]: unknown }
}

export const noticeTexts: { readonly [code: string]: { readonly [language in Language]: string } } = {}

/** What a warning of a chart says; one this page does not know is named by its code. */
export function noticeText(language: Language, { code, params }: Notice): string {
  const text = Object.hasOwn(noticeTexts, code) ? noticeTexts[code] : undefined
  return text === undefined ? code : fill(text[language], params)
}
