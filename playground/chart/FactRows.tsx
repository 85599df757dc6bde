import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { Chip } from "../analysis/names.tsx"
import { nameOf, type PillarFacts, type Position, starsAt } from "../analysis/view.ts"
import type { Word } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import { columns } from "./view.ts"

/** One row of facts below or above the characters; a cell without an hour says so by a dash. */
export function FactRow(props: {
  analysis: Analysis
  name: Word
  /** Which of two rows with one name it is, for those who hear the page. */
  of?: Word
  cell: (facts: PillarFacts, position: Position) => ReactNode
}): ReactNode {
  const { analysis, name, of, cell } = props
  const { words } = useWords()
  return (
    <tr className="facts">
      <th scope="row">
        {words[name]}
        {of === undefined ? null : <span className="unseen"> {words[of]}</span>}
      </th>
      {columns.map((position) => {
        const facts = analysis.pillars[position]
        return <td key={position}>{facts === null ? <NotKnown /> : cell(facts, position)}</td>
      })}
    </tr>
  )
}

function NotKnown(): ReactNode {
  const { words } = useWords()
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="unseen">{words.hourUnknown}</span>
    </>
  )
}

/** Ten god of the stem; the day stem is the person. */
export function StemGods({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  return (
    <FactRow
      analysis={analysis}
      name="tenGods"
      of="ofStem"
      cell={({ stemTenGod }) => (stemTenGod === null ? words.dayMaster : nameOf(stemTenGod, language))}
    />
  )
}

/** What stands below the branches. */
export function BranchFacts({ analysis }: { analysis: Analysis }): ReactNode {
  const { language } = useWords()
  return (
    <>
      <FactRow
        analysis={analysis}
        name="tenGods"
        of="ofBranch"
        cell={({ branchTenGod }) => nameOf(branchTenGod, language)}
      />
      <FactRow analysis={analysis} name="hiddenStems" cell={(facts) => <HiddenStems of={facts} />} />
      <FactRow analysis={analysis} name="stages" cell={({ stages }) => nameOf(stages.ofDayStem, language)} />
      <FactRow analysis={analysis} name="twelveStars" cell={(facts) => <TwelveStars of={facts} />} />
      <FactRow
        analysis={analysis}
        name="stars"
        cell={(facts, position) => <Stars analysis={analysis} facts={facts} position={position} />}
      />
    </>
  )
}

function HiddenStems({ of }: { of: PillarFacts }): ReactNode {
  const { language, words } = useWords()
  return (
    <ul className="hidden-stems">
      {of.hiddenStems.map(({ stem, phase, tenGod }) => (
        <li key={phase} className={phase}>
          <Chip part="stem" index={stem} />
          <span>{nameOf(tenGod, language)}</span>
          <span className="unseen"> {words[phase === "main" ? "mainPhase" : phase]}</span>
        </li>
      ))}
    </ul>
  )
}

function TwelveStars({ of: { twelveStars } }: { of: PillarFacts }): ReactNode {
  const { language, words } = useWords()
  const { byYear, byDay } = twelveStars
  const first = byYear ?? byDay
  if (first === null) return null
  return (
    <>
      {nameOf(first, language)}
      {byYear === null || byDay === null || byYear.index === byDay.index ? null : (
        <span className="minor below">
          {nameOf(byDay, language)}
          <span className="unseen"> {words.byDay}</span>
        </span>
      )}
    </>
  )
}

function Stars(props: { analysis: Analysis; facts: PillarFacts; position: Position }): ReactNode {
  const { analysis, facts, position } = props
  const { language, words } = useWords()
  const found = starsAt(analysis, position)
  const isVoid = facts.isVoid.byDay || facts.isVoid.byYear
  if (found.length === 0 && !isVoid) return <span className="minor">{words.none}</span>
  return (
    <ul className="stars">
      {found.map(({ id, star }) => (
        <li key={id}>{nameOf(star, language)}</li>
      ))}
      {isVoid ? <li className="void">{words.void}</li> : null}
    </ul>
  )
}
