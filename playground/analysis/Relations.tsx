import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { say, type Word, type Words } from "../i18n/index.ts"
import { joinPlaces } from "../i18n/positions.ts"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"
import { Name } from "./names.tsx"
import { familyOf, isOfStems, type Relation } from "./view.ts"

const families = ["combinations", "clashes", "frictions"] as const

/** Relations between pillars, in three families. */
export function Relations({ analysis: { relations } }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  const there = families.filter((family) => relations.some((relation) => familyOf(relation) === family))
  return (
    <Card name="relations" heading={words.relationsHeading}>
      {there.length === 0 ? <p className="note">{words.relationsNone}</p> : null}
      <div className="families">
        {there.map((family) => (
          <div key={family} className="stack">
            <h3>{words[family]}</h3>
            <ul className="relation-list">
              {relations
                .filter((relation) => familyOf(relation) === family)
                .map((relation) => (
                  <Item key={relation.kind + relation.pillars.join()} of={relation} />
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  )
}

function Item({ of }: { of: Relation }): ReactNode {
  const { language, words } = useWords()
  return (
    <li>
      <span className="relation-name">
        <Name of={of.name} />
      </span>
      <span className="minor below">
        {[joinPlaces(language, of.pillars, isOfStems(of) ? "stem" : "branch"), ...notes(of, words)].join(" · ")}
      </span>
    </li>
  )
}

const why: { readonly [reason: string]: Word } = {
  month_does_not_support: "monthDoesNotSupport",
  broken_by_clash: "brokenByClash",
  broken_by_rival: "brokenByRival",
}

function notes({ distance, element, transformed }: Relation, words: Words): string[] {
  const apart = distance === null ? [] : [distance === 1 ? words.adjacent : say(words, "apart", { n: distance })]
  if (transformed === null)
    return element === null ? apart : [...apart, say(words, "towards", { element: words[element] })]
  if (transformed.done) return [...apart, say(words, "turned", { element: element === null ? "" : words[element] })]
  const reason = why[transformed.reason]
  // That two are not neighbours is said by their distance.
  if (reason === undefined) return [...apart, words.notTurnedBare]
  return [...apart, say(words, "notTurned", { why: words[reason] })]
}
