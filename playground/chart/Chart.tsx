import type { SajuChart } from "cubular/saju"
import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { Elements } from "../analysis/Elements.tsx"
import { Judgements } from "../analysis/Judgements.tsx"
import { Relations } from "../analysis/Relations.tsx"
import { Strength, StrengthMethods } from "../analysis/Strength.tsx"
import { toAnalysis } from "../analysis/view.ts"
import { sayLunar, saySolar } from "../i18n/calendars.ts"
import { saySigned } from "../i18n/durations.ts"
import { errorText, type Word, type Words } from "../i18n/index.ts"
import { noticeText, reasonText } from "../i18n/notices.ts"
import { LuckCard } from "../luck/Luck.tsx"
import { VerdictBadge } from "../proof/Proof.tsx"
import { Reading, toReading } from "../reading/Reading.tsx"
import { Card } from "../shell/Card.tsx"
import { useAppState, useWords } from "../shell/context.tsx"
import { Sign, Spinner } from "../shell/icons.tsx"
import type { AppState } from "../state/app.ts"
import { fieldOf } from "../state/app.ts"
import { type BirthForm, toTime } from "../state/birth.ts"
import { type DayOfBoth, dayOf } from "../state/calendars.ts"
import { places } from "../state/places.ts"
import { resultOf, rootOf, type Verdict, verdictOf } from "../state/sides.ts"
import { Candidates } from "./Candidates.tsx"
import { clockName, Details } from "./Details.tsx"
import { PillarTable } from "./PillarTable.tsx"
import { RowNotes } from "./RowNotes.tsx"
import { inOneLine, pillarsOf, toChart } from "./view.ts"

/** The chart of the birth asked for, from whichever side has it, and what it is read into; or why there is none. */
export function Chart(): ReactNode {
  const state = useAppState()
  const { words } = useWords()
  const chart = chartOf(state)
  const heading = useRevealed(state.asked)
  const running = state.sides.browser.state === "running" || state.sides.edge.state === "running"
  const filled = chart !== undefined && state.asked !== undefined
  return (
    <>
      <section
        className="card chart"
        id="chart"
        aria-labelledby="chart-heading"
        aria-busy={running && chart === undefined}
      >
        <div className="card-head">
          <h2 id="chart-heading" ref={heading} tabIndex={-1}>
            {words.chartHeading}
          </h2>
          {filled ? <VerdictLink verdict={verdictOf(state.sides)} /> : null}
        </div>
        {filled ? <Filled chart={chart} state={state} /> : <Vacant state={state} running={running} />}
      </section>
      {filled ? <ReadInto chart={chart} state={state} /> : null}
    </>
  )
}

/** What both sides say together, leading to their fingerprints. */
function VerdictLink({ verdict }: { verdict: Verdict }): ReactNode {
  const { words } = useWords()
  return (
    <div className="verdict-link">
      {verdict === "running" ? (
        <p className="side-state">
          <Spinner />
          {words.comparing}
        </p>
      ) : (
        <VerdictBadge verdict={verdict} />
      )}
      <a href="#proof">{words.proofLink}</a>
    </div>
  )
}

/** Brings the heading into view when a chart was asked for and lies below the screen, as on phones. */
function useRevealed(asked: BirthForm | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked === undefined || heading.current === null) return
    if (heading.current.getBoundingClientRect().top < innerHeight * 0.75) return
    heading.current.scrollIntoView({ block: "start" })
  }, [asked])
  return heading
}

export const chartOf = ({ sides }: AppState): SajuChart | undefined => toChart(resultOf(sides)?.outputs.chart)

function Filled({ chart, state: { asked, sides } }: { chart: SajuChart; state: AppState }): ReactNode {
  const analysis = toAnalysis(resultOf(sides)?.outputs.analysis)
  return (
    <>
      {analysis === undefined ? null : <Contents />}
      <PillarTable
        pillars={pillarsOf(chart)}
        caption={
          <>
            {asked === undefined ? null : <Birth form={asked} />} <Clock details={chart.details} />
          </>
        }
        analysis={analysis}
      />
      <Notices chart={chart} />
      <Alternatives chart={chart} />
      {chart.candidates === undefined ? null : <Candidates candidates={chart.candidates} />}
      {analysis === undefined ? null : <RowNotes analysis={analysis} />}
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

/** Everything below the chart itself. */
function ReadInto({ chart, state: { sides } }: { chart: SajuChart; state: AppState }): ReactNode {
  const { words } = useWords()
  const outputs = resultOf(sides)?.outputs
  const analysis = toAnalysis(outputs?.analysis)
  const reading = toReading(outputs?.reading)
  return (
    <>
      {analysis === undefined ? null : (
        <>
          <Card name="elements" heading={words.elementsHeading}>
            <div className="halves">
              <Elements analysis={analysis} />
              <Strength analysis={analysis} />
            </div>
            <StrengthMethods analysis={analysis} />
          </Card>
          <Judgements analysis={analysis} />
          <Relations analysis={analysis} />
        </>
      )}
      <LuckCard chart={chart} />
      {reading === undefined ? null : <Reading reading={reading} />}
      <Card name="details" heading={words.details}>
        <Details chart={chart} />
      </Card>
    </>
  )
}

/** The birth as it was asked for: what the table is about. */
function Birth({ form }: { form: BirthForm }): ReactNode {
  const { language, words } = useWords()
  const day = dayOf(form)
  const city = places.find(({ id }) => id === form.place)
  const parts = [
    ...(day === undefined ? [form.date] : daysOf(day, form, words)),
    form.timeUnknown ? words.hourNotKnown : (toTime(form.time) ?? form.time),
    ...(form.sex === "" ? [] : [words[form.sex]]),
    ...(city === undefined ? [] : [city[language]]),
    ...(form.timeZone === "Asia/Seoul" ? [] : [form.timeZone]),
  ]
  return <span className="figures">{parts.join(" · ")}</span>
}

/** The clock that decided day and hour, and how far it is from the recorded one. */
function Clock({ details }: { details: SajuChart["details"] }): ReactNode {
  const { words } = useWords()
  const parts = [
    clockName(words, details.clock),
    ...(details.correctionSec === null ? [] : [saySigned(words, details.correctionSec) ?? []].flat()),
    ...(details.dst ? [words.summerTime] : []),
  ]
  return <span className="minor below figures">{parts.join(" · ")}</span>
}

/** The date of the record first, then the same day in the other calendar. */
function daysOf(day: DayOfBoth, { calendar }: BirthForm, words: Words): string[] {
  const both = [saySolar(words, day), sayLunar(words, day)]
  return calendar === "solar" ? both : both.toReversed()
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
            small
          />
        ))}
      </div>
    </section>
  )
}

function Vacant({ state, running }: { state: AppState; running: boolean }): ReactNode {
  return (
    <>
      <PillarTable pillars={undefined} caption={"\u00a0"} />
      <WhyVacant state={state} running={running} />
    </>
  )
}

function WhyVacant({ state, running }: { state: AppState; running: boolean }): ReactNode {
  const { language, words } = useWords()
  const error = state.sides.browser.state === "failed" ? state.sides.browser.error : undefined
  if (running) return <p className="vacant-note">{words.chartRunning}</p>
  if (state.slips.length > 0 || (error !== undefined && fieldOf(error) !== undefined))
    return (
      <p className="vacant-note">
        <strong>{words.chartRefused}</strong> {words.chartRefusedHint}
      </p>
    )
  if (error === undefined) return <p className="vacant-note">{words.chartEmpty}</p>
  const { message, hint } = errorText(language, rootOf(error))
  return (
    <p className="vacant-note">
      <strong>{words.chartFailed}</strong> {message} {hint}
    </p>
  )
}
