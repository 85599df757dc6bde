import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import type { Language, Words } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import type { Character } from "./characters.ts"
import { BranchFacts, StemGods } from "./FactRows.tsx"
import { type Column, columns, type Pillar, type Pillars } from "./view.ts"

/**
 * Four pillars in the order Korean charts have: hour, day, month, year from the left.
 *
 * @param pillars - undefined draws the same geometry with nothing in it.
 * @param analysis - adds what stands on each pillar.
 * @param against - another chart: pillars that differ from it are marked.
 */
export function PillarTable(props: {
  pillars: Pillars | undefined
  caption: ReactNode
  small?: boolean
  analysis?: Analysis | undefined
  against?: Pillars
}): ReactNode {
  const { pillars, caption, small, analysis, against } = props
  const { words } = useWords()
  return (
    <table className={small ? "pillars small" : "pillars"}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td className="corner" />
          {columns.map((column) => (
            <th key={column} scope="col">
              {words[column]}
              {column === "day" && !small ? <span className="self">{words.self}</span> : null}
              {against !== undefined && differs(pillars?.[column], against[column]) ? (
                <span className="self">{words.differs}</span>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {analysis === undefined ? null : <StemGods analysis={analysis} />}
        <Row part="stem" pillars={pillars} />
        <Row part="branch" pillars={pillars} />
        {analysis === undefined ? null : <BranchFacts analysis={analysis} />}
      </tbody>
    </table>
  )
}

const differs = (one: Pillar | null | undefined, other: Pillar | null): boolean =>
  one?.stem !== other?.stem || one?.branch !== other?.branch

function Row({ part, pillars }: { part: "stem" | "branch"; pillars: Pillars | undefined }): ReactNode {
  const { words } = useWords()
  return (
    <tr>
      <th scope="row">{words[part]}</th>
      {columns.map((column) => (
        <td key={column}>
          <Cell pillars={pillars} column={column} part={part} />
        </td>
      ))}
    </tr>
  )
}

function Cell(props: { pillars: Pillars | undefined; column: Column; part: "stem" | "branch" }): ReactNode {
  const { pillars, column, part } = props
  const { language, words } = useWords()
  if (pillars === undefined) return <div className="tile vacant" aria-hidden="true" />
  const pillar = pillars[column]
  if (pillar === null) return <div className="tile vacant unknown">{words.hourUnknown}</div>
  const character = pillar[part]
  return (
    <div className={`tile ${character.element}`}>
      <span className="unseen">{spoken(character, language, words)}</span>
      <span aria-hidden="true" className="hanja" lang="zh-Hant">
        {character.hanja}
      </span>
      <span aria-hidden="true" className="reading">
        {language === "ko" ? character.hangul : character.roman}
      </span>
      <span aria-hidden="true" className="nature">
        {character.yang ? "+" : "−"}
        {words[character.element]}
      </span>
    </div>
  )
}

/** One name for one cell: "을, 음목" or "eul, yin wood". */
function spoken(character: Character, language: Language, words: Words): string {
  const sign = words[character.yang ? "yang" : "yin"]
  const element = words[character.element]
  return language === "ko" ? `${character.hangul}, ${sign}${element}` : `${character.roman}, ${sign} ${element}`
}
