/** Words for what facts name, in every language. */
import { elementOfStem } from "../analysis/elements.ts"
import { branchNamed, stemNamed } from "../analysis/names.ts"
import type { GodGroup } from "../analysis/rules.ts"
import type { Named, Position } from "../analysis/types.ts"
import type { Element, Pillar } from "../names.ts"
import type { Text } from "./types.ts"

/** A word or number that is the same everywhere. */
export const same = (value: string | number): Text => ({ ko: String(value), en: String(value) })

export const ELEMENT_WORDS: { readonly [element in Element]: Text } = {
  wood: { ko: "나무", en: "wood" },
  fire: { ko: "불", en: "fire" },
  earth: { ko: "흙", en: "earth" },
  metal: { ko: "쇠", en: "metal" },
  water: { ko: "물", en: "water" },
}

export const POSITION_WORDS: { readonly [position in Position]: Text } = {
  year: { ko: "연주", en: "year" },
  month: { ko: "월주", en: "month" },
  day: { ko: "일주", en: "day" },
  hour: { ko: "시주", en: "hour" },
}

const POSITION_SYLLABLES: { readonly [position in Position]: string } = {
  year: "연",
  month: "월",
  day: "일",
  hour: "시",
}

export const GROUP_WORDS: { readonly [group in GodGroup]: Text } = {
  peer: { ko: "비겁", en: "peers" },
  output: { ko: "식상", en: "output" },
  wealth: { ko: "재성", en: "wealth" },
  officer: { ko: "관성", en: "authority" },
  resource: { ko: "인성", en: "resource" },
}

const MONTHS = "January February March April May June July August September October November December"

/** Month of an instant: "2016년 10월", "October 2016". */
export function monthWord(instant: string): Text {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7))]
  return { ko: `${year}년 ${month}월`, en: `${MONTHS.split(" ")[month - 1]} ${year}` }
}

/** Six or eight characters, in words. */
export const countWord = (characters: number): Text =>
  characters === 6 ? { ko: "여섯", en: "six" } : { ko: "여덟", en: "eight" }

/** One to four things, in words that stand before what is counted. */
export const numberWord = (number: number): Text => ({
  ko: ["", "한", "두", "세", "네"][number] ?? String(number),
  en: ["", "one", "two", "three", "four"][number] ?? String(number),
})

/** 비견 as "비견(比肩)", in English "Companion". */
export const nameWord = ({ hangul, hanja, english }: Named): Text => ({ ko: `${hangul}(${hanja})`, en: english })

/** 병오 as "병오(丙午)", "Byeongo (丙午)". */
export const pillarWord = ({ hangul, ganji, romanized }: Pillar): Text => ({
  ko: `${hangul}(${ganji})`,
  en: `${capital(romanized)} (${ganji})`,
})

/** The hour stem is spelt like the word for time, so its hanja stand beside it. */
const STEM_SYLLABLES: { readonly [position in Position]: string } = {
  year: "간",
  month: "간",
  day: "간",
  hour: "간(時干)",
}

/** "일지와 시지", "월간과 일간" or "연지, 월지, 시지"; "day and hour branches". */
export function placeWord(pillars: readonly Position[], part: "stem" | "branch"): Text {
  const ko = pillars.map((pillar) => POSITION_SYLLABLES[pillar] + (part === "stem" ? STEM_SYLLABLES[pillar] : "지"))
  const en = pillars.map((pillar) => POSITION_WORDS[pillar].en)
  return {
    ko: ko.join(ko.length > 2 ? ", " : part === "stem" ? "과 " : "와 "),
    en: `the ${listed(en)} ${part === "stem" ? "stems" : "branches"}`,
  }
}

/** "연주와 시주", "연주, 월주, 시주"; "year and hour pillars". */
export function pillarsWord(pillars: readonly Position[]): Text {
  const en = listed(pillars.map((pillar) => POSITION_WORDS[pillar].en))
  return {
    ko: pillars.map((pillar) => POSITION_WORDS[pillar].ko).join(pillars.length > 2 ? ", " : "와 "),
    en: `${en} pillar${pillars.length > 1 ? "s" : ""}`,
  }
}

/** Elements as a list: "나무와 불", "wood or fire". */
export function elementsWord(elements: readonly Element[]): Text {
  const words = elements.map((element) => ELEMENT_WORDS[element])
  const ko = words.reduce(
    (text, word) => (text === "" ? word.ko : `${text}${hasFinal(text) ? "이나" : "나"} ${word.ko}`),
    "",
  )
  return { ko, en: words.map((word) => word.en).join(" or ") }
}

const hasFinal = (text: string): boolean => (text.charCodeAt(text.length - 1) - 0xac00) % 28 !== 0

/** "year, month and day". */
export function listed(words: readonly string[]): string {
  const last = words[words.length - 1] ?? ""
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** 갑목 as "갑목(甲木)", "Yang Wood (甲)". */
export function stemWord(stem: number): Text {
  const { hangul, hanja, english } = stemNamed(stem)
  const at = elementOfStem(stem)
  return {
    ko: `${hangul}${"목화토금수".charAt(at)}(${hanja}${"木火土金水".charAt(at)})`,
    en: `${english} (${hanja})`,
  }
}

/** 갑목 in full: "Gap (甲), Yang Wood" in English. */
export function dayStemWord(stem: number): Text {
  const { hanja, romanized, english } = stemNamed(stem)
  return { ko: stemWord(stem).ko, en: `${capital(romanized)} (${hanja}), ${english}` }
}

/** 인 as "인(寅)", "Tiger (寅)". */
export function branchWord(branch: number): Text {
  const { hangul, hanja, english } = branchNamed(branch)
  return { ko: `${hangul}(${hanja})`, en: `${english} (${hanja})` }
}

/** English ten gods that take no article. */
const ABSTRACT = /(Wealth|Resource)$/

/** 정관 as "정관(正官)", "the Direct Officer". */
export function tenGodWord(god: Named): Text {
  const { ko, en } = nameWord(god)
  return { ko, en: ABSTRACT.test(en) ? en : `the ${en}` }
}

/** 정관격 as "정관격(正官格)", "the Direct Officer structure". */
export function structureWord(structure: Named): Text {
  const { ko, en } = nameWord(structure)
  return { ko, en: `the ${en} structure` }
}

/** 자오충 as "자오충(子午沖)", "a Rat–Horse clash". */
export function relationWord(relation: Named): Text {
  const { ko, en } = nameWord(relation)
  return { ko, en: `${/^[AEIOU]/.test(en) ? "an" : "a"} ${en}` }
}
