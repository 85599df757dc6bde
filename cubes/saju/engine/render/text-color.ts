/** Colours of a terminal. Only whole cells are coloured, after they are padded, so that widths stay what they are. */
import type { Element } from "../names.ts"

/** Colours of the 256 that stand out on black and on white; water is blue, as black would vanish. */
const INKS: { readonly [element in Element]: number } = { wood: 34, fire: 160, earth: 172, metal: 245, water: 27 }

export interface Paint {
  readonly element: (text: string, element: Element) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly notice: (text: string) => string
}

const wrapIn =
  (codes: string) =>
  (text: string): string =>
    text.trim() === "" ? text : `\u001b[${codes}m${text}\u001b[0m`

const plain = (text: string): string => text

/** How to colour, or not. */
export function paintOf(color: boolean): Paint {
  if (!color) return { element: plain, strong: plain, faint: plain, notice: plain }
  return {
    element: (text, element) => wrapIn(`1;38;5;${INKS[element]}`)(text),
    strong: wrapIn("1"),
    faint: wrapIn("2"),
    notice: wrapIn("33"),
  }
}
