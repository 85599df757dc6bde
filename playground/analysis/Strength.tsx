import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { elements } from "../chart/characters.ts"
import { say, type Word } from "../i18n/index.ts"
import { Bar } from "../shell/Bar.tsx"
import { useWords } from "../shell/context.tsx"
import { More } from "../shell/More.tsx"
import { Breakdown } from "./Breakdown.tsx"
import { Name } from "./names.tsx"
import { nameOf, percent, type Strength as StrengthOf } from "./view.ts"

const methods: { readonly [method in StrengthOf["method"]]: Word } = {
  fourTests: "methodFourTests",
  points: "methodPoints",
  hiddenStems: "methodHiddenStems",
  roots: "methodRoots",
}

/** How strong the day stem stands, by the method that decides. */
export function Strength({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  const { strength, options } = analysis
  const deciding = strength.find(({ method }) => method === options.strength) ?? strength[0]
  if (deciding === undefined) return null
  return (
    <div className="stack">
      <h3>{words.strength}</h3>
      <p className="verdict">
        <Name of={deciding.level} />
      </p>
      <Bar share={deciding.share} tone="of-support" mark={5000} />
      <p className="minor">
        {say(words, "strengthShare", { share: percent(deciding.share) })}
        {analysis.pillars.hour === null ? ` ${words.strengthPartial}` : ""}
      </p>
      <Distribution analysis={analysis} />
    </div>
  )
}

/** The four methods, each with what every character gave on demand. */
export function StrengthMethods({ analysis: { strength, options } }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  return (
    <div className="stack">
      <h3>{words.strengthMethods}</h3>
      <div>
        {strength.map((each) => (
          <More key={each.method} summary={<Method of={each} used={each.method === options.strength} />}>
            <Breakdown of={each} />
          </More>
        ))}
      </div>
    </div>
  )
}

function Method({ of, used }: { of: StrengthOf; used: boolean }): ReactNode {
  const { language, words } = useWords()
  return (
    <span className="method">
      <span>
        {words[methods[of.method]]}
        {used ? <span className="self">{words.methodUsed}</span> : null}
      </span>
      <span className="figures">
        {nameOf(of.level, language)} <span className="minor">{percent(of.share)}</span>
      </span>
    </span>
  )
}

/** An unknown hour: for how many of the day's charts what holds. */
function Distribution({ analysis: { distribution } }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  if (distribution === undefined) return null
  const { candidates, strong, neutral, weak, usefulElements } = distribution
  const found = elements.flatMap((element, i) => (usefulElements[i] ? [`${words[element]} ${usefulElements[i]}`] : []))
  return (
    <p className="hint">
      {say(words, "distribution", { count: candidates, strong, neutral, weak })}{" "}
      {found.length === 0 ? null : say(words, "distributionUseful", { elements: found.join(" · ") })}
    </p>
  )
}
