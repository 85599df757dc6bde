import type { Value } from "cubular/contract"
import type { Interpretation, Sentence } from "cubular/saju/reading"
import { type ReactNode, useState } from "react"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"

/**
 * The reading among a run's outputs. It may come from a server: what has no sections is no reading.
 *
 * @returns undefined where there is none.
 */
export function toReading(output: Value | undefined): Interpretation | undefined {
  const reading = output as Interpretation | null | undefined
  if (typeof reading !== "object" || reading === null || !Array.isArray(reading.sections)) return undefined
  return reading.sections.every(({ sentences }) => Array.isArray(sentences)) ? reading : undefined
}

/** The chart in sentences; the rule and the facts behind each are shown on demand. */
export function Reading({ reading }: { reading: Interpretation }): ReactNode {
  const { words } = useWords()
  const [basis, setBasis] = useState(false)
  return (
    <Card
      name="reading"
      heading={words.readingHeading}
      aside={
        <label className="check small">
          <input type="checkbox" checked={basis} onChange={(event) => setBasis(event.target.checked)} />
          <span>{words.readingBasis}</span>
        </label>
      }
    >
      <p className="note">{words.readingNote}</p>
      <div className="prose" lang={reading.lang}>
        {reading.sections.map(({ id, title, sentences }) => (
          <section key={id} aria-labelledby={`said-${id}`}>
            <h3 id={`said-${id}`}>{title}</h3>
            {sentences.map((sentence) => (
              <Said key={sentence.rule + sentence.text} of={sentence} basis={basis} />
            ))}
          </section>
        ))}
      </div>
    </Card>
  )
}

function Said({ of, basis }: { of: Sentence; basis: boolean }): ReactNode {
  const { words } = useWords()
  const facts = Object.entries(of.facts).map(([name, value]) => `${name} ${value}`)
  return (
    <>
      <p>{of.text}</p>
      {basis ? (
        <p className="basis" data-rule={of.rule}>
          <span className="unseen">{words.rule} </span>
          <code>{of.rule}</code> {facts.length === 0 ? null : <span lang="en">{facts.join(" · ")}</span>}
        </p>
      ) : null}
    </>
  )
}
