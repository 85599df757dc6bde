import type { Details as ChartDetails, NearbyTerm, SajuChart } from "cubular/saju"
import type { ReactNode } from "react"
import { sayDuration, sayInstant, sayOffset, saySigned } from "../i18n/durations.ts"
import { say, type Word, type Words } from "../i18n/index.ts"
import { termName } from "../i18n/terms.ts"
import { useWords } from "../shell/context.tsx"

const clockWords: { readonly [clock: string]: Word } = {
  wall: "clockWall",
  standard: "clockStandard",
  mean: "clockMean",
  apparent: "clockApparent",
}

/** "지역 평균시". */
export const clockName = (words: Words, clock: string): string => words[clockWords[clock] ?? "clockWall"]

/** What the calculation used: clock, correction, instant, neighbouring terms. */
export function Details({ chart }: { chart: SajuChart }): ReactNode {
  const { words } = useWords()
  const { details } = chart
  return (
    <dl className="pairs">
      <Entry name={words.clockUsed}>
        {clockName(words, details.clock)}
        {details.longitudeDeg === null ? null : ` · ${degrees(details.longitudeDeg)}`}
      </Entry>
      <Entry name={words.correction}>{correction(details, words)}</Entry>
      <Entry name={words.utc}>
        <Instant details={details} />
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
      {details.otherClocks.length === 0 ? null : (
        <Entry name={words.otherClocks}>
          <OtherClocks clocks={details.otherClocks} />
        </Entry>
      )}
    </dl>
  )
}

const degrees = (longitudeDeg: number): string => `${Math.abs(longitudeDeg)}° ${longitudeDeg < 0 ? "W" : "E"}`

function correction({ correctionSec }: ChartDetails, words: Words): string {
  if (correctionSec === null) return words.hourNotKnown
  return saySigned(words, correctionSec) ?? words.correctionNone
}

function Instant({ details }: { details: ChartDetails }): ReactNode {
  const { words } = useWords()
  if (details.utc === null) return words.hourNotKnown
  return (
    <time dateTime={details.utc} className="figures">
      {sayInstant(details.utc)}
    </time>
  )
}

function OtherClocks({ clocks }: { clocks: ChartDetails["otherClocks"] }): ReactNode {
  const { language, words } = useWords()
  const name = language === "ko" ? "hangul" : "romanized"
  return (
    <ul>
      {clocks.map(({ clock, day, hour }) => (
        <li key={clock}>
          {clockName(words, clock)}
          <span className="minor below">
            {words.day} <span lang="zh-Hant">{day.ganji}</span> {day[name]} · {words.hour}{" "}
            <span lang="zh-Hant">{hour.ganji}</span> {hour[name]}
          </span>
        </li>
      ))}
    </ul>
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

function Term({ at, side }: { at: NearbyTerm; side: "before" | "after" }): ReactNode {
  const { language, words } = useWords()
  return (
    <>
      {termName(language, at.term)}
      {at.seconds === null ? null : ` · ${say(words, side, { span: sayDuration(words, at.seconds) })}`}
      <time dateTime={at.utc} className="minor below figures">
        {sayInstant(at.utc)} UTC
      </time>
    </>
  )
}
