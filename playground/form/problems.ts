import { errorText, type Language, wordsOf } from "../i18n/index.ts"
import { type AppState, refusalAt } from "../state/app.ts"
import type { Field } from "../state/birth.ts"

export interface Problem {
  readonly message: string
  readonly hint: string
}

/** What is wrong with a field of the form, in the reader's language: what the page saw, or what the run refused. */
export function problemAt(state: AppState, field: Field): Problem | undefined {
  const slip = state.slips.find((found) => found.field === field)
  if (slip !== undefined)
    return { message: wordsOf(state.language)[slip.message], hint: wordsOf(state.language)[slip.hint] }
  const refusal = refusalAt(state.sides, field)
  return refusal === undefined ? undefined : errorText(state.language as Language, refusal)
}
