import type { CubeErrorJson } from "cubular/contract"
import type { ReactNode } from "react"
import { errorText, type Word } from "../i18n/index.ts"
import { useApp, useAppState, useWords } from "../shell/context.tsx"
import { Sign, Spinner } from "../shell/icons.tsx"
import { rootOf, type Side, type SideName, type Verdict, verdictOf } from "../state/sides.ts"
import { Fingerprint } from "./Fingerprint.tsx"

/** Both fingerprints and what they say about each other. */
export function Proof(): ReactNode {
  const { sides } = useAppState()
  const { words } = useWords()
  const verdict = verdictOf(sides)
  const other = { browser: sides.edge, edge: sides.browser }
  return (
    <section className="card proof" id="proof" aria-labelledby="proof-heading">
      <div className="card-head">
        <h2 id="proof-heading">{words.proofHeading}</h2>
        <div data-verdict={verdict}>
          <VerdictBadge verdict={verdict} />
        </div>
      </div>
      <VerdictNote verdict={verdict} />
      <div className="sides">
        <SideBox name="browser" side={sides.browser} other={other.browser} verdict={verdict} />
        <SideBox name="edge" side={sides.edge} other={other.edge} verdict={verdict} />
      </div>
      <p className="note">{words.proofNote}</p>
    </section>
  )
}

const badges: { readonly [verdict in Verdict]: { word: Word; sign: "same" | "different" | "partial" } | undefined } = {
  idle: undefined,
  running: undefined,
  same: { word: "same", sign: "same" },
  different: { word: "different", sign: "different" },
  differentPlan: { word: "different", sign: "different" },
  refused: { word: "refusedBoth", sign: "partial" },
  edgeMissing: { word: "notCompared", sign: "partial" },
  browserMissing: { word: "notCompared", sign: "partial" },
  bothMissing: { word: "notCompared", sign: "different" },
}

export function VerdictBadge({ verdict }: { verdict: Verdict }): ReactNode {
  const { words } = useWords()
  const badge = badges[verdict]
  if (badge === undefined) return null
  return (
    <p className={`badge ${badge.sign}`}>
      <Sign of={badge.sign} />
      {words[badge.word]}
    </p>
  )
}

export const verdictNotes: { readonly [verdict in Verdict]: Word | undefined } = {
  idle: undefined,
  running: undefined,
  same: "sameNote",
  different: "differentNote",
  differentPlan: "differentPlanNote",
  refused: "refusedBothNote",
  edgeMissing: "edgeMissingNote",
  browserMissing: "browserMissingNote",
  bothMissing: "bothMissingNote",
}

function VerdictNote({ verdict }: { verdict: Verdict }): ReactNode {
  const { words } = useWords()
  const note = verdictNotes[verdict]
  return note === undefined ? null : <p className="verdict-note">{words[note]}</p>
}

function SideBox(props: { name: SideName; side: Side; other: Side; verdict: Verdict }): ReactNode {
  const { name, side, other, verdict } = props
  const { words } = useWords()
  const against = other.state === "done" ? other.result.fingerprint : undefined
  return (
    <div className="side" data-side={name} data-state={side.state} tabIndex={-1}>
      <h3>
        {words[name]} <span className="minor">{words[placeOf(name, side)]}</span>
      </h3>
      {side.state === "idle" ? <p className="side-state">{words.waiting}</p> : null}
      {side.state === "running" ? (
        <p className="side-state">
          <Spinner />
          {words.running}
        </p>
      ) : null}
      {side.state === "done" ? <Fingerprint value={side.result.fingerprint} against={against} /> : null}
      {side.state === "failed" ? (
        <Failure name={name} error={rootOf(side.error)} refused={verdict === "refused"} />
      ) : null}
    </div>
  )
}

function placeOf(name: SideName, side: Side): Word {
  if (name === "edge") return "edgeWhere"
  return side.state === "done" && side.where === "main" ? "browserMain" : "browserWhere"
}

function Failure(props: { name: SideName; error: CubeErrorJson; refused: boolean }): ReactNode {
  const { name, error, refused } = props
  const app = useApp()
  const { language, words } = useWords()
  const { message, hint } = errorText(language, error)
  return (
    <div className="side-failure">
      <p>
        <strong>{message}</strong> {hint}
      </p>
      <p className="minor">
        <code>{error.code}</code>
      </p>
      {refused ? null : (
        <button
          type="button"
          className="quiet"
          onClick={(event) => {
            // The button goes away with the failure; the focus stays in its place.
            event.currentTarget.closest<HTMLElement>("[data-side]")?.focus()
            app.retry(name)
          }}
        >
          {words.retry}
        </button>
      )}
    </div>
  )
}
