import { type ReactNode, useEffect, useMemo, useRef } from "react"
import { sayLunar, saySolar } from "../i18n/calendars.ts"
import { say, type Words } from "../i18n/index.ts"
import { Choice } from "../shell/Choice.tsx"
import { useApp, useAppState, useWords } from "../shell/context.tsx"
import { type BirthForm as Birth, toDate, toTime } from "../state/birth.ts"
import { dayOf, leapMonthTyped } from "../state/calendars.ts"
import { Advanced } from "./Advanced.tsx"
import { FieldBox } from "./FieldBox.tsx"
import { Place } from "./Place.tsx"

export function BirthForm(): ReactNode {
  const app = useApp()
  const { words } = useWords()
  const form = useRef<HTMLFormElement>(null)
  useFocusOnRefusal(form)
  return (
    <form
      ref={form}
      className="card form"
      noValidate
      autoComplete="off"
      aria-labelledby="form-heading"
      onSubmit={(event) => {
        event.preventDefault()
        app.submit()
      }}
    >
      <h2 id="form-heading">{words.formHeading}</h2>
      <CalendarField />
      <DateField />
      <TimeField />
      <SexField />
      <Place />
      <Advanced />
      <div className="actions">
        <button type="submit" className="primary">
          {words.submit}
        </button>
        <button type="button" className="quiet" onClick={app.fillExample}>
          {words.example}
        </button>
      </div>
      <p className="note">{words.privacy}</p>
    </form>
  )
}

/** After a refused submission the focus goes to the first control that is marked, opening the section it is in. */
function useFocusOnRefusal(form: React.RefObject<HTMLFormElement | null>): void {
  const { refusals } = useAppState()
  useEffect(() => {
    if (refusals === 0) return
    const marked = form.current?.querySelector<HTMLElement>("[aria-invalid='true']:not([type='radio']:not(:checked))")
    const section = marked?.closest("details")
    if (section) section.open = true
    marked?.focus()
  }, [refusals, form])
}

/** The leap month can be chosen in years that have one, and stays while it is chosen: the run says what is wrong with it. */
function CalendarField(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  const month = useMemo(() => leapMonthTyped(form.date), [form.date])
  const leap = month === undefined ? words.leapMonthGone : say(words, "leapMonth", { month })
  return (
    <FieldBox field="calendar">
      {(described) => (
        <Choice
          name="calendar"
          legend={words.calendar}
          options={[
            { value: "solar", label: words.solar },
            { value: "lunar", label: words.lunar },
            ...(month === undefined && form.calendar !== "leap" ? [] : [{ value: "leap" as const, label: leap }]),
          ]}
          value={form.calendar}
          describedBy={described["aria-describedby"]}
          invalid={described["aria-invalid"] ?? false}
          onChange={(calendar) => app.edit({ calendar })}
        />
      )}
    </FieldBox>
  )
}

/** The day that is typed as the other calendar has it. */
function inOtherCalendar(form: Birth, words: Words): string | undefined {
  const day = dayOf(form)
  if (day === undefined) return undefined
  return form.calendar === "solar" ? sayLunar(words, day) : saySolar(words, day)
}

function DateField(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="date" label={words.date} hint={inOtherCalendar(form, words) ?? words.dateHint}>
      {(described) => (
        <input
          {...described}
          type="text"
          inputMode="numeric"
          className="control figures"
          required
          maxLength={20}
          placeholder="YYYY-MM-DD"
          value={form.date}
          onChange={(event) => app.edit({ date: event.target.value })}
          onBlur={() => app.edit({ date: toDate(form.date) ?? form.date })}
        />
      )}
    </FieldBox>
  )
}

function TimeField(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="time" label={words.time} hint={words.timeHint}>
      {(described) => (
        <div className="beside">
          <input
            {...described}
            type="text"
            inputMode="numeric"
            className="control figures"
            required={!form.timeUnknown}
            disabled={form.timeUnknown}
            maxLength={12}
            placeholder="HH:MM"
            value={form.timeUnknown ? "" : form.time}
            onChange={(event) => app.edit({ time: event.target.value })}
            onBlur={() => app.edit({ time: toTime(form.time) ?? form.time })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={form.timeUnknown}
              onChange={(event) => app.edit({ timeUnknown: event.target.checked })}
            />
            <span>{words.timeUnknown}</span>
          </label>
        </div>
      )}
    </FieldBox>
  )
}

function SexField(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="sex" hint={words.sexHint}>
      {(described) => (
        <Choice
          name="sex"
          legend={words.sex}
          options={[
            { value: "female", label: words.female },
            { value: "male", label: words.male },
            { value: "", label: words.sexUnset },
          ]}
          value={form.sex}
          describedBy={described["aria-describedby"]}
          invalid={described["aria-invalid"] ?? false}
          onChange={(sex) => app.edit({ sex })}
        />
      )}
    </FieldBox>
  )
}
