import type { SajuChart } from "cubular/saju"
import type { ReactNode } from "react"
import { toAnalysis } from "../analysis/view.ts"
import type { Word } from "../i18n/index.ts"
import { noticeText, reasonText } from "../i18n/notices.ts"
import { useWords } from "../shell/context.tsx"
import { Fence } from "../shell/Fence.tsx"
import { Sign } from "../shell/icons.tsx"
import type { AppState } from "../state/app.ts"
import { resultOf } from "../state/sides.ts"
import { Candidates } from "./Candidates.tsx"
import { Caption } from "./Caption.tsx"
import { PillarTable } from "./PillarTable.tsx"
import { RowNotes } from "./RowNotes.tsx"
import { inOneLine, pillarsOf } from "./view.ts"

/** A chart with its remarks, and with the other charts the birth could have. */
export function Filled({ chart, state: { asked, sides } }: { chart: SajuChart; state: AppState }): ReactNode {
  const analysis = toAnalysis(resultOf(sides)?.outputs.analysis)
  const caption = <Caption form={asked} chart={chart} />
  return (
    <>
      {analysis === undefined ? null : <Contents />}
      <Fence instead={<PillarTable pillars={pillarsOf(chart)} caption={caption} />}>
        <PillarTable pillars={pillarsOf(chart)} caption={caption} analysis={analysis} />
      </Fence>
      <Notices chart={chart} />
      <Alternatives chart={chart} />
      {chart.candidates === undefined ? null : <Candidates candidates={chart.candidates} />}
      {analysis === undefined ? null : (
        <Fence instead={null}>
          <RowNotes analysis={analysis} />
        </Fence>
      )}
    </>
  )
}

const contents: readonly (readonly [card: string, heading: Word])[] = [
  ["elements", "elementsHeading"],
  ["judgements", "judgementsHeading"],
  ["relations", "relationsHeading"],
  ["luck", "luckHeading"],
  ["reading", "readingHeading"],
  ["details", "details"],
]

function Contents(): ReactNode {
  const { words } = useWords()
  return (
    <nav className="contents" aria-label={words.contents}>
      <ul>
        {contents.map(([card, heading]) => (
          <li key={card}>
            <a href={`#${card}`}>{words[heading]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Notices({ chart }: { chart: SajuChart }): ReactNode {
  const { language, words } = useWords()
  const { warnings } = chart.details
  if (warnings.length === 0) return null
  return (
    <section className="notices" aria-labelledby="notices-heading">
      <h3 id="notices-heading">{words.notices}</h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code}>
            <Sign of="notice" />
            <span>{noticeText(language, warning)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The other charts the birth could have: across an edge it lies close to, or by another school. */
function Alternatives({ chart }: { chart: SajuChart }): ReactNode {
  const { language, words } = useWords()
  if (chart.alternatives.length === 0) return null
  return (
    <section className="alternatives" aria-labelledby="alternatives-heading">
      <h3 id="alternatives-heading">{words.alternatives}</h3>
      <div className="alternatives-row">
        {chart.alternatives.map((other) => (
          <PillarTable
            key={`${other.reason} ${inOneLine(pillarsOf(other))}`}
            pillars={pillarsOf(other)}
            caption={reasonText(language, other.reason, other.details.options.boundary)}
            against={pillarsOf(chart)}
            small
          />
        ))}
      </div>
    </section>
  )
}
