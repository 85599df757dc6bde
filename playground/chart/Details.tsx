import type { SajuChart } from "cubular/saju"
import type { ReactNode } from "react"
import { say, type Word } from "../i18n/index.ts"
import { termName } from "../i18n/terms.ts"
import { useWords } from "../shell/context.tsx"
import { sayDuration, sayInstant, sayOffset, saySigned } from "./amounts.ts"

const clockWords: { readonly [clock: string]: Word } = {
  wall: "clockWall",
  standard: "clockStandard",
  mean: "clockMean",
  apparent: "clockApparent",
}

/** What the calculation used: clock, correction, instant, neighbouring terms. */
export function Details({ chart }: { chart: SajuChart }): ReactNode {
  const { words } = useWords()
  const { details } = chart
  const clock = clockWords[details.clock]
  return (
    <section className="details" aria-labelledby="details-heading">
      <h3 id="details-heading">{words.details}</h3>
      <dl>
        <Entry name={words.clockUsed}>{clock === undefined ? details.clock : words[clock]}</Entry>
        <Entry name={words.correction}>{saySigned(words, details.correctionSec) ?? words.correctionNone}</Entry>
        <Entry name={words.utc}>
          <time dateTime={details.utc} className="figures">
            {sayInstant(details.utc)}
          </time>
        </Entry>
        <Entry name={words.offset}>
          <span className="figures">{sayOffset(details.offsetSec)}</span>
          {details.dst ? ` · ${words.summerTime}` : null}
        </Entry>
        <Entry name={words.previousTerm}>
          <Term at={details.previousTerm} side="before" />
        </Entry>
        <Entry name={words.nextTerm}>
          <Term at={details.nextTerm} side="after" />
        </Entry>
      </dl>
    </section>
  )
}

function Entry({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Term(props: { at: { term: number; utc: string; seconds: number }; side: "before" | "after" }): ReactNode {
  const { at, side } = props
  const { language, words } = useWords()
  return (
    <>
      {termName(language, at.term)} · {say(words, side, { span: sayDuration(words, at.seconds) })}
      <time dateTime={at.utc} className="minor figures">
        {sayInstant(at.utc)} UTC
      </time>
    </>
  )
}
