import type { ReactNode } from "react"
import { chartOf } from "../chart/Chart.tsx"
import { inOneLine, pillarsOf } from "../chart/view.ts"
import { problemAt } from "../form/problems.ts"
import { errorText, say, type Words } from "../i18n/index.ts"
import { verdictNotes } from "../proof/Proof.tsx"
import { type AppState, fieldOf } from "../state/app.ts"
import { rootOf, verdictOf } from "../state/sides.ts"
import { useAppState, useWords } from "./context.tsx"

/** One sentence for those who hear the page, spoken once both sides are done. */
export function Announcer(): ReactNode {
  const state = useAppState()
  const { words } = useWords()
  return (
    <p className="unseen" role="status">
      {sentence(state, words)}
    </p>
  )
}

function sentence(state: AppState, words: Words): string {
  const verdict = verdictOf(state.sides)
  if (verdict === "running") return words.chartRunning
  const slip = state.slips[0]
  if (slip !== undefined) return say(words, "announceRefused", { why: problemAt(state, slip.field)?.message ?? "" })
  if (verdict === "idle") return ""
  const chart = chartOf(state)
  if (chart === undefined) return say(words, "announceRefused", { why: whyRefused(state) })
  const said = inOneLine(pillarsOf(chart))
  if (verdict === "same") return say(words, "announceSame", { chart: said })
  if (verdict === "different") return say(words, "announceDifferent", { chart: said })
  const note = verdictNotes[verdict]
  return say(words, "announcePartial", { chart: said, why: note === undefined ? "" : words[note] })
}

function whyRefused(state: AppState): string {
  const { browser } = state.sides
  if (browser.state !== "failed") return ""
  const field = fieldOf(browser.error)
  const problem = field === undefined ? errorText(state.language, rootOf(browser.error)) : problemAt(state, field)
  return problem?.message ?? ""
}
