/** Longest part of a word that counts; so much of a longer one is looked at. */
const MAX_WORD = 32

/** Words of scripts with letters and digits; runs of scripts that are written without spaces or join endings to words. */
const RUNS = /[0-9a-z\u00df-\u024f\u0370-\u052f]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+/g
const SYLLABIC = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/

/**
 * What a text can be found by: words of letters and digits in lower case; of Hangul, kana and Han every two neighbours,
 * and the last of a run. The same on every host: no locale, no tables of the platform beyond `toLowerCase`.
 */
export function termsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const run of runsOf(text))
    for (const term of SYLLABIC.test(run) ? pairsOf(run) : [run.slice(0, MAX_WORD)])
      counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** One thing a record must have to be found: a term, or a term that begins so. */
export interface Wanted {
  readonly term: string
  readonly prefix: boolean
}

/** What a query asks for: its words, the last of which may go on; of a run of syllables its neighbours. */
export function wantedOf(text: string): readonly Wanted[] {
  const runs = runsOf(text)
  const wanted = runs.flatMap((run, at): Wanted[] => {
    if (!SYLLABIC.test(run)) return [{ term: run.slice(0, MAX_WORD), prefix: at === runs.length - 1 }]
    return run.length === 1
      ? [{ term: run, prefix: true }]
      : pairsOf(run)
          .slice(0, -1)
          .map((term) => ({ term, prefix: false }))
  })
  return wanted.filter(({ term }, at) => wanted.findIndex((each) => each.term === term) === at)
}

/** How often what is wanted is among the terms. */
export function countOf({ term, prefix }: Wanted, terms: ReadonlyMap<string, number>): number {
  if (!prefix) return terms.get(term) ?? 0
  let count = 0
  for (const [each, times] of terms) if (each.startsWith(term)) count += times
  return count
}

function runsOf(text: string): readonly string[] {
  return composed(text).toLowerCase().match(RUNS) ?? []
}

/** "사주팔" → 사주, 주팔, 팔. */
function pairsOf(run: string): string[] {
  return Array.from(run, (_, at) => run.slice(at, at + 2))
}

/** Hangul that comes as single letters (as file names of some systems do) put together to syllables (Unicode, 3.12). */
function composed(text: string): string {
  return text.replace(/([\u1100-\u1112])([\u1161-\u1175])([\u11a8-\u11c2])?/g, (_, first, middle, last?: string) => {
    const [lead, vowel] = [first.charCodeAt(0) - 0x1100, middle.charCodeAt(0) - 0x1161]
    return String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + (last ? last.charCodeAt(0) - 0x11a7 : 0))
  })
}
