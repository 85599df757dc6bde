import { type ReactNode, useEffect, useRef } from "react"
import { Choice } from "../shell/Choice.tsx"
import { useApp, useAppState, useWords } from "../shell/context.tsx"
import { toDate, toTime } from "../state/birth.ts"
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
    const marked = form.current?.querySelector<HTMLElement>("[aria-invalid='true']")
    const section = marked?.closest("details")
    if (section) section.open = true
    marked?.focus()
  }, [refusals, form])
}

function DateField(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="date" label={words.date} hint={words.dateHint}>
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
