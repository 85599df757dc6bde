import type { Language } from "./index.ts"

/** The 24 solar terms from sohan (Sun at 285°) on. */
const terms: { readonly [language in Language]: readonly string[] } = {
  ko: "소한 대한 입춘 우수 경칩 춘분 청명 곡우 입하 소만 망종 하지 소서 대서 입추 처서 백로 추분 한로 상강 입동 소설 대설 동지".split(
    " ",
  ),
  en: [
    "Minor cold (sohan)",
    "Major cold (daehan)",
    "Start of spring (ipchun)",
    "Rain water (usu)",
    "Awakening of insects (gyeongchip)",
    "Spring equinox (chunbun)",
    "Clear and bright (cheongmyeong)",
    "Grain rain (gogu)",
    "Start of summer (ipha)",
    "Grain buds (soman)",
    "Grain in ear (mangjong)",
    "Summer solstice (haji)",
    "Minor heat (soseo)",
    "Major heat (daeseo)",
    "Start of autumn (ipchu)",
    "End of heat (cheoseo)",
    "White dew (baengno)",
    "Autumn equinox (chubun)",
    "Cold dew (hallo)",
    "Frost descent (sanggang)",
    "Start of winter (ipdong)",
    "Minor snow (soseol)",
    "Major snow (daeseol)",
    "Winter solstice (dongji)",
  ],
}

export const termName = (language: Language, term: number): string => terms[language][term] ?? String(term)
