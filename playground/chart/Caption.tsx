import type { SajuChart } from "cubular/saju"
import type { ReactNode } from "react"
import { sayLunar, saySolar } from "../i18n/calendars.ts"
import { saySigned } from "../i18n/durations.ts"
import type { Words } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import { type BirthForm, toTime } from "../state/birth.ts"
import { type DayOfBoth, dayOf } from "../state/calendars.ts"
import { places } from "../state/places.ts"
import { clockName } from "./Details.tsx"

/** What the table of a chart is about: the birth that was asked for, and the clock that decided. */
export function Caption({ form, chart }: { form: BirthForm | undefined; chart: SajuChart }): ReactNode {
  return (
    <>
      {form === undefined ? null : <Birth form={form} />} <Clock details={chart.details} />
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
