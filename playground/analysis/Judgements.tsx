import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import type { Word } from "../i18n/index.ts"
import { reasonTexts } from "../i18n/reasons.ts"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"
import { More } from "../shell/More.tsx"
import { Name } from "./names.tsx"
import { reasonText } from "./reason.ts"
import { UsefulGod, UsefulGodMethods } from "./UsefulGod.tsx"

/** Structure and useful god, each with its reasons on demand. */
export function Judgements({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  return (
    <Card name="judgements" heading={words.judgementsHeading}>
      <div className="halves">
        <Structure analysis={analysis} />
        <UsefulGod analysis={analysis} />
      </div>
      <Reasons analysis={analysis} />
    </Card>
  )
}

const schools: { readonly [school in Analysis["structure"]["regular"][number]["school"]]: Word } = {
  revealed: "schoolRevealed",
  main: "schoolMain",
  commanding: "schoolCommanding",
}

function Structure({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  const { chosen, regular } = analysis.structure
  const followed = regular.find(({ structure }) => structure.index === chosen.index)
  return (
    <div className="stack">
      <h3>{words.structure}</h3>
      <p className="verdict">
        <Name of={chosen} />
      </p>
      {followed === undefined ? null : <p className="minor">{reasonText(language, followed.reason, analysis)}</p>}
    </div>
  )
}

function Reasons({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  const { facts, special } = analysis.structure
  return (
    <div>
      <More summary={words.structureBySchool}>
        <Schools analysis={analysis} />
      </More>
      {facts.length === 0 ? null : (
        <More summary={words.structureFacts}>
          <Facts analysis={analysis} />
        </More>
      )}
      {special.length === 0 ? null : (
        <More summary={words.structureSpecial}>
          <Special analysis={analysis} />
        </More>
      )}
      <More summary={words.usefulMethods}>
        <UsefulGodMethods analysis={analysis} />
      </More>
    </div>
  )
}

function Schools({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  return (
    <dl className="meanings">
      {analysis.structure.regular.map(({ school, structure, reason }) => (
        <div key={school}>
          <dt>
            {words[schools[school]]}
            {school === analysis.options.structure ? <span className="self">{words.methodUsed}</span> : null}
          </dt>
          <dd>
            <Name of={structure} />
            <span className="note below">{reasonText(language, reason, analysis)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Facts({ analysis }: { analysis: Analysis }): ReactNode {
  const { language } = useWords()
  return (
    <ul className="lines">
      {analysis.structure.facts.map((fact) => (
        <li key={JSON.stringify(fact)}>{reasonText(language, fact, analysis)}</li>
      ))}
    </ul>
  )
}

function Special({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  return (
    <dl className="meanings">
      {analysis.structure.special.map(({ id, structure, holds, conditions }) => (
        <div key={id}>
          <dt>
            <Name of={structure} /> · {words[holds ? "holds" : "holdsNot"]}
          </dt>
          <dd>
            <ul className="lines">
              {conditions.map(({ rule, met }) => (
                <li key={rule}>
                  <strong>{words[met ? "conditionMet" : "conditionUnmet"]}</strong>{" "}
                  {reasonTexts[rule]?.[language] ?? rule}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
