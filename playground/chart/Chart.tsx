import type { SajuChart } from "cubular/saju"
import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { errorText } from "../i18n/index.ts"
import { VerdictBadge } from "../proof/Proof.tsx"
import { useAppState, useWords } from "../shell/context.tsx"
import { Spinner } from "../shell/icons.tsx"
import type { AppState } from "../state/app.ts"
import { fieldOf } from "../state/app.ts"
import type { BirthForm } from "../state/birth.ts"
import { resultOf, rootOf, type Verdict, verdictOf } from "../state/sides.ts"
import { Filled } from "./Filled.tsx"
import { PillarTable } from "./PillarTable.tsx"
import { ReadInto } from "./ReadInto.tsx"
import { toChart } from "./view.ts"

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
