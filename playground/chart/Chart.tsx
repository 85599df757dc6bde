import type { SajuChart } from "cubular/saju"
import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { sayLunar, saySolar } from "../i18n/calendars.ts"
import { errorText, type Words } from "../i18n/index.ts"
import { noticeText, reasonText } from "../i18n/notices.ts"
import { useAppState, useWords } from "../shell/context.tsx"
import { Sign } from "../shell/icons.tsx"
import type { AppState } from "../state/app.ts"
import { fieldOf } from "../state/app.ts"
import { type BirthForm, toTime } from "../state/birth.ts"
import { type DayOfBoth, dayOf } from "../state/calendars.ts"
import { places } from "../state/places.ts"
import { resultOf, rootOf } from "../state/sides.ts"
import { Candidates } from "./Candidates.tsx"
import { Details } from "./Details.tsx"
import { Elements } from "./Elements.tsx"
import { PillarTable } from "./PillarTable.tsx"
import { inOneLine, pillarsOf, toChart } from "./view.ts"

/** The chart of the birth asked for, from whichever side has it, or why there is none. */
export function Chart(): ReactNode {
  const state = useAppState()
  const { words } = useWords()
  const chart = chartOf(state)
  const heading = useRevealed(state.asked)
  const running = state.sides.browser.state === "running" || state.sides.edge.state === "running"
  return (
    <section className="card chart" aria-labelledby="chart-heading" aria-busy={running && chart === undefined}>
      <h2 id="chart-heading" ref={heading} tabIndex={-1}>
        {words.chartHeading}
      </h2>
      {chart === undefined || state.asked === undefined ? (
        <Vacant state={state} running={running} />
      ) : (
        <Filled chart={chart} asked={state.asked} />
      )}
    </section>
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

function Filled({ chart, asked }: { chart: SajuChart; asked: BirthForm }): ReactNode {
  const pillars = pillarsOf(chart)
  return (
    <>
      <PillarTable pillars={pillars} caption={<Birth form={asked} />} />
      <Elements pillars={pillars} />
      <Notices chart={chart} />
      <Alternatives chart={chart} />
      {chart.candidates === undefined ? null : <Candidates candidates={chart.candidates} />}
      <Details chart={chart} />
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
