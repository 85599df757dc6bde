import type { ReactNode } from "react"
import { branches, type Element, elements, stems } from "../chart/characters.ts"
import { useWords } from "../shell/context.tsx"
import { type Named, nameOf } from "./view.ts"

/** A name in the reader's language, and in hanja beside it. */
export function Name({ of }: { of: Named }): ReactNode {
  const { language } = useWords()
  return (
    <>
      {nameOf(of, language)}{" "}
      <span className="minor" lang="zh-Hant">
        {of.hanja}
      </span>
    </>
  )
}

const hanja: { readonly [element in Element]: string } = {
  wood: "木",
  fire: "火",
  earth: "土",
  metal: "金",
  water: "水",
}

/** An element as its colour, its hanja and its word. */
export function ElementName({ of }: { of: Element }): ReactNode {
  const { words } = useWords()
  return (
    <span className="element-name">
      <span className={`chip ${of}`} aria-hidden="true" lang="zh-Hant">
        {hanja[of]}
      </span>
      {words[of]}
    </span>
  )
}

/** A stem or branch as a coloured character, with how it is read for those who hear the page. */
export function Chip({ part, index }: { part: "stem" | "branch"; index: number }): ReactNode {
  const { language } = useWords()
  const character = (part === "stem" ? stems : branches)[index]
  if (character === undefined) return null
  return (
    <>
      <span className={`chip ${character.element}`} aria-hidden="true" lang="zh-Hant">
        {character.hanja}
      </span>
      <span className="unseen">{language === "ko" ? character.hangul : character.roman} </span>
    </>
  )
}

export const elementAt = (index: number): Element => elements[index] as Element
