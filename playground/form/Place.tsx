import type { ReactNode } from "react"
import { useApp, useAppState, useWords } from "../shell/context.tsx"
import { type PlaceId, places } from "../state/places.ts"
import { FieldBox } from "./FieldBox.tsx"

export function Place(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words, language } = useWords()
  return (
    <>
      <div className="field">
        <label className="label" htmlFor="place">
          {words.place}
        </label>
        <select
          id="place"
          className="control"
          aria-describedby="place-note"
          value={form.place}
          onChange={(event) => app.edit({ place: event.target.value as PlaceId })}
        >
          <option value="unknown">{words.placeUnknown}</option>
          {places.map((place) => (
            <option key={place.id} value={place.id}>
              {place[language]}
            </option>
          ))}
          <option value="other">{words.placeOther}</option>
        </select>
        <p className="note" id="place-note">
          {words.placeHint}
        </p>
      </div>
      {form.place === "other" ? <Longitude /> : null}
    </>
  )
}

function Longitude(): ReactNode {
  const app = useApp()
  const { form } = useAppState()
  const { words } = useWords()
  return (
    <FieldBox field="longitudeDeg" label={words.longitude} hint={words.longitudeHint}>
      {(described) => (
        <input
          {...described}
          type="text"
          inputMode="text"
          className="control figures"
          maxLength={14}
          value={form.longitude}
          onChange={(event) => app.edit({ longitude: event.target.value })}
        />
      )}
    </FieldBox>
  )
}
