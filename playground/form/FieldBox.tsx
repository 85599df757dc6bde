import type { ReactNode } from "react"
import { useAppState } from "../shell/context.tsx"
import { Sign } from "../shell/icons.tsx"
import type { Field } from "../state/birth.ts"
import { problemAt } from "./problems.ts"

/** What a control must carry so that its hint and its problem are read with it. */
export interface Described {
  readonly id: string
  readonly "aria-describedby": string | undefined
  readonly "aria-invalid": true | undefined
}

/** A labelled control with its hint below, or what is wrong with it. `group`: the control brings its own legend. */
export function FieldBox(props: {
  field: Field
  label?: string
  hint?: string
  children: (described: Described) => ReactNode
}): ReactNode {
  const { field, label, hint, children } = props
  const problem = problemAt(useAppState(), field)
  const noteId = `${field}-note`
  const described: Described = {
    id: field,
    "aria-describedby": hint === undefined && problem === undefined ? undefined : noteId,
    "aria-invalid": problem === undefined ? undefined : true,
  }
  return (
    <div className="field">
      {label === undefined ? null : (
        <label className="label" htmlFor={field}>
          {label}
        </label>
      )}
      {children(described)}
      {problem === undefined ? (
        hint === undefined ? null : (
          <p className="note" id={noteId}>
            {hint}
          </p>
        )
      ) : (
        <p className="note problem" id={noteId}>
          <Sign of="different" />
          <span>
            <strong>{problem.message}</strong> {problem.hint}
          </span>
        </p>
      )}
    </div>
  )
}
