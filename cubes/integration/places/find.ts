import { type ListedPlace, listPlaces } from "./list.ts"
import { spell } from "./spelling.ts"

/** Parts of an address below a city. */
const BELOW = /(?:[구동읍면리가]|로|길)$|^\d/

/**
 * Places of the list that a text names, the likeliest first. A country or province may follow after a comma ("Paris,
 * France") or, as in Korean addresses, stand before ("경기도 광주시"); what is smaller than a city is left out
 * ("수원시 팔달구 인계동" is Suwon).
 */
export function findPlaces(text: string): readonly ListedPlace[] {
  // "Washington, D.C." is a name.
  const whole = named(text.replace(/[,，]/g, " "), [])
  if (whole.length > 0) return byRank(whole)
  const [name = "", ...within] = text.split(/[,，]/).map((part) => part.trim())
  const words = name.split(/\s+/).filter((word) => word !== "")
  for (let end = words.length; end > 0; end--) {
    const found = matches(words.slice(0, end), within)
    if (found.length > 0) return byRank(found)
    if (!BELOW.test(words[end - 1] as string)) break
  }
  return []
}

function byRank(places: readonly ListedPlace[]): readonly ListedPlace[] {
  return [...places].sort((a, b) => a.rank - b.rank)
}

/** The words as one name; else the last of them, what stands before being where it lies. */
function matches(words: readonly string[], within: readonly string[]): readonly ListedPlace[] {
  const whole = named(words.join(" "), within)
  if (whole.length > 0 || words.length < 2) return whole
  return named(words.at(-1) as string, [...within, ...words.slice(0, -1)])
}

function named(name: string, within: readonly string[]): readonly ListedPlace[] {
  const spelled = spell(name)
  const around = within.filter((part) => part !== "").map(spell)
  return listPlaces().filter((place) => place.names.has(spelled) && around.every((part) => place.within.has(part)))
}
