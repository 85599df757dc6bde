/** Korean particles (조사): which form follows a word depends on the sound the word ends with. */

/** Both forms of a particle: after a final consonant (받침), and after a vowel. */
const FORMS: { readonly [particle: string]: readonly [string, string] } = {
  은: ["은", "는"],
  이: ["이", "가"],
  을: ["을", "를"],
  과: ["과", "와"],
  으로: ["으로", "로"],
  이라: ["이라", "라"],
  이나: ["이나", "나"],
  이고: ["이고", "고"],
}

const RIEUL = 8
/** Hanja this engine names things with, and how they are read. */
const HANJA = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥木火土金水合沖刑破害"
const READINGS = "갑을병정무기경신임계자축인묘진사오미신유술해목화토금수합충형파해"
/** Digits as they are read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS = "영일이삼사오육칠팔구"

/**
 * The particle that fits a word: `particleAfter("갑목", "은")` is "은", `particleAfter("정화(丁火)", "은")` is "는".
 *
 * @param particle The form after a consonant: 은 이 을 과 으로 이라 이나 이고; any other text is given back as it is.
 * @remarks What stands in brackets at the end is not spoken. Words that end in letters of other scripts take the form
 * after a vowel.
 */
export function particleAfter(word: string, particle: string): string {
  const forms = FORMS[particle]
  if (!forms) return particle
  const final = finalOf(word)
  const closed = final !== 0 && !(particle === "으로" && final === RIEUL)
  return closed ? forms[0] : forms[1]
}

/** Number of the final consonant (종성) a word ends with, 0 for none. */
function finalOf(word: string): number {
  const spoken = word.replace(/(\([^)]*\)|["'’”\s])+$/u, "")
  const last = spoken.charAt(spoken.length - 1)
  const hanja = HANJA.indexOf(last)
  if (last !== "" && hanja >= 0) return syllableFinal(READINGS.charAt(hanja))
  return last >= "0" && last <= "9" ? syllableFinal(DIGITS.charAt(Number(last))) : syllableFinal(last)
}

/** Unicode composes a syllable as 0xAC00 + (initial × 21 + vowel) × 28 + final. */
function syllableFinal(syllable: string): number {
  const code = syllable.charCodeAt(0) - 0xac00
  return code >= 0 && code < 11_172 ? code % 28 : 0
}
