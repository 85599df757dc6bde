/** How wide texts come out, reckoned without a font: a little more than common ones need, so that nothing touches. */

/** Widths of Latin letters in hundredths of the font size; sans-serif faces in use are at or below these. */
const NARROW = "iljtfrI.,:;'|!()[]·-"
const BROAD = "mwMW%@"

function hundredthsOf(letter: string): number {
  if (letter === " ") return 30
  if (letter === "−") return 61
  const code = letter.codePointAt(0) as number
  if (code >= 0x1100) return code >= 0x2000 && code < 0x2e80 ? 90 : 100
  if (NARROW.includes(letter)) return 36
  if (BROAD.includes(letter)) return 94
  return letter >= "A" && letter <= "Z" ? 72 : 61
}

/** Width of a text in user units at a font size. */
export function widthAt(text: string, size: number): number {
  let hundredths = 0
  for (const letter of text) hundredths += hundredthsOf(letter)
  return Math.ceil((hundredths * size) / 100)
}

/** The first of several ways to say it that fits; the last one if none does. */
export function firstFitting(texts: readonly string[], size: number, width: number): string {
  return texts.find((text) => widthAt(text, size) <= width) ?? (texts[texts.length - 1] as string)
}

/** Lines no wider than `width` as `widthOf` measures; breaks at spaces, and inside words that are too wide alone. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== "") lines.push(line)
    const pieces = piecesOf(word, width, widthOf)
    lines.push(...pieces.slice(0, -1))
    line = pieces[pieces.length - 1] as string
  }
  return line === "" ? lines : [...lines, line]
}

function piecesOf(word: string, width: number, widthOf: (text: string) => number): string[] {
  const pieces = [""]
  for (const letter of word) {
    const last = pieces[pieces.length - 1] as string
    if (last !== "" && widthOf(last + letter) > width) pieces.push(letter)
    else pieces[pieces.length - 1] = last + letter
  }
  return pieces
}
