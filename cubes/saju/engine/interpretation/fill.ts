/** From a text with placeholders to what is read. */
import { particleAfter } from "./particles.ts"
import type { Finding, Language, Sentence } from "./types.ts"

const PLACE = /\{(\w+)(?::([^}]+))?\}/gu

/**
 * A template with its words; `{name:은}` adds the particle that fits the word.
 *
 * @throws {TypeError} where there is no word for a place: better than a hole.
 */
export function fill(template: string, words: { readonly [name: string]: string }): string {
  return template.replace(PLACE, (_, name: string, particle: string | undefined) => {
    const word = words[name]
    if (typeof word !== "string") throw new TypeError(name)
    return particle === undefined ? word : word + particleAfter(word, particle)
  })
}

/** A finding in one language. */
export function sentenceOf({ rule, texts, facts, words }: Finding, lang: Language): Sentence {
  const spoken = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[lang]]))
  const text = texts.map((each) => fill(each[lang], spoken)).join(" ")
  return { text: lang === "en" ? capitalized(text) : text, rule, facts }
}

/** Words put first in a sentence begin with a capital. */
const capitalized = (text: string): string => text.replace(/(?:^|[.?!] )[a-z]/gu, (start) => start.toUpperCase())
