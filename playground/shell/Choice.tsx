import type { ReactNode } from "react"

/** A row of mutually exclusive choices: native radios that look like one control. */
export function Choice<Value extends string>(props: {
  name: string
  legend: string
  /** Leaves the legend to those who hear it. */
  legendHidden?: boolean
  options: readonly { value: Value; label: string; lang?: string }[]
  value: Value
  describedBy?: string | undefined
  invalid?: boolean
  onChange: (value: Value) => void
}): ReactNode {
  const { name, legend, options, value, onChange } = props
  return (
    <fieldset className="choice" aria-describedby={props.describedBy}>
      <legend className={props.legendHidden ? "unseen" : "label"}>{legend}</legend>
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.value} className="choice-item" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-invalid={props.invalid || undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
