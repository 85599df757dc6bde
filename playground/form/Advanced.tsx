import type { ReactNode } from "react"
import { say, type Word } from "../i18n/index.ts"
import { useApp, useAppState, useWords } from "../shell/context.tsx"
import { type BirthForm, emptyForm, type Field } from "../state/birth.ts"
import { FieldBox } from "./FieldBox.tsx"

/** Zones offered while typing; any other name the tables know is accepted too. */
const zones = [
  "Asia/Seoul",
  "Asia/Pyongyang",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "Asia/Taipei",
  "Asia/Hong_Kong",
  "Asia/Singapore",
  "Asia/Ho_Chi_Minh",
  "Asia/Almaty",
  "Asia/Tashkent",
  "Europe/London",
  "Europe/Paris",
  "Europe/Berlin",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Australia/Sydney",
  "Pacific/Auckland",
]

export function Advanced(): ReactNode {
  const { words } = useWords()
  return (
    <details className="advanced">
      <summary>{words.advanced}</summary>
      <div className="advanced-body">
        <TimeZone />
        <Selection
          field="clock"
          label={words.clock}
          options={{ wall: "clockWall", standard: "clockStandard", mean: "clockMean", apparent: "clockApparent" }}
        />
        <Selection
          field="boundary"
          label={words.boundary}
          options={{ split: "boundarySplit", jasi: "boundaryJasi", midnight: "boundaryMidnight" }}
        />
        <Selection
          field="yearBoundary"
          label={words.yearBoundary}
          options={{ ipchun: "yearIpchun", dongji: "yearDongji", lunarNewYear: "yearLunar" }}
        />
        <Selection field="fold" label={words.fold} options={{ 0: "foldFirst", 1: "foldSecond" }} />
      </div>
    </details>
  )
}

function TimeZone(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="timeZone" label={words.timeZone} hint={words.timeZoneHint}>
      {(described) => (
        <>
          <input
            {...described}
            type="text"
            className="control"
            list="zones"
            maxLength={64}
            spellCheck={false}
            autoCapitalize="none"
            value={form.timeZone}
            onChange={(event) => app.edit({ timeZone: event.target.value })}
          />
          <datalist id="zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </FieldBox>
  )
}

function Selection<Name extends Field & ("clock" | "boundary" | "yearBoundary" | "fold")>(props: {
  field: Name
  label: string
  options: { readonly [value in BirthForm[Name]]: Word }
}): ReactNode {
  const { field, label, options } = props
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field={field} label={label}>
      {(described) => (
        <select
          {...described}
          className="control"
          value={form[field]}
          onChange={(event) => app.edit({ [field]: event.target.value })}
        >
          {Object.entries<Word>(options).map(([value, word]) => (
            <option key={value} value={value}>
              {value === emptyForm[field] ? say(words, "usual", { name: words[word] }) : words[word]}
            </option>
          ))}
        </select>
      )}
    </FieldBox>
  )
}
