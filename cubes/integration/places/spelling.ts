/** Latin letters with marks, by the letter they stand for; as many as occur in names of places. */
const MARKED: readonly (readonly [plain: string, marked: string])[] = [
  ["a", "áàâãäåāăą"],
  ["c", "çćč"],
  ["d", "đď"],
  ["e", "éèêëēĕėęě"],
  ["g", "ğģ"],
  ["i", "íìîïīĭįı"],
  ["l", "łĺľ"],
  ["n", "ñńņň"],
  ["o", "óòôõöøōŏő"],
  ["r", "řŕ"],
  ["s", "śşšș"],
  ["t", "ţťț"],
  ["u", "úùûüūŭůűų"],
  ["y", "ýÿ"],
  ["z", "źżž"],
]

const INITIALS = 0x1100
const VOWELS = 0x1161
const FINALS = 0x11a7
const SYLLABLES = 0xac00

/**
 * One spelling for names that mean the same place: lower case, without marks, blanks, hyphens, points and apostrophes,
 * Hangul in syllables. `String.prototype.normalize` is not the same on all hosts.
 */
export function spell(name: string): string {
  let spelled = ""
  for (const char of joinJamo(name).toLowerCase()) if (!/[\s\-'’‘`´.()ʻ·]/.test(char)) spelled += plain(char)
  // What decomposed marks leave behind.
  return spelled.replace(/[\u0300-\u036f]/g, "")
}

function plain(char: string): string {
  if (char < "\u0080" || char >= SYLLABLE_START) return char
  return MARKED.find(([, marked]) => marked.includes(char))?.[0] ?? char
}

const SYLLABLE_START = "\u1100"

/** Syllables out of the single letters some systems store (Unicode 3.12); what is no syllable stays. */
function joinJamo(text: string): string {
  return text.replace(/[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/g, (letters) => {
    const [initial, vowel, final = FINALS] = [...letters].map((letter) => letter.charCodeAt(0)) as [
      number,
      number,
      number?,
    ]
    return String.fromCharCode(SYLLABLES + ((initial - INITIALS) * 21 + (vowel - VOWELS)) * 28 + final - FINALS)
  })
}
