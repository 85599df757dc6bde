/** How names are made: once, frozen, shared. */
import type { Named } from "./types.ts"

const lists = /* @__PURE__ */ new Map<string, readonly Named[]>()

/**
 * Something with a name, frozen.
 *
 * @remarks Romanized by the Revised Romanization of Korean (2000): as spoken (역마 yeongma), but ㅎ is kept after ㄱ, ㄷ, ㅂ in nouns.
 */
export function named(index: number, hanja: string, hangul: string, romanized: string, english: string): Named {
  return Object.freeze({ index, hanja, hangul, romanized, english })
}

/** Names out of "hanja,hangul,romanized,english;…", made once for each text. */
export function namesOf(text: string): readonly Named[] {
  let names = lists.get(text)
  if (!names) {
    names = text.split(";").map((entry, index) => {
      const [hanja = "", hangul = "", romanized = "", english = ""] = entry.trim().split(",")
      return named(index, hanja, hangul, romanized, english)
    })
    lists.set(text, names)
  }
  return names
}
