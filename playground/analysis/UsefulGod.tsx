import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { say, type Word } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import { Chip, ElementName } from "./names.tsx"
import { reasonText } from "./reason.ts"

type Found = Analysis["usefulGods"][number]

const methods: { readonly [method in Found["method"]]: Word } = {
  follow: "followMethod",
  climate: "climateMethod",
  balance: "balanceMethod",
  mediation: "mediationMethod",
  illness: "illnessMethod",
  structure: "structureMethod",
}

const roles = ["useful", "joyful", "harmful", "hostile", "idle"] as const

/** The useful god with the roles around it, and why. */
export function UsefulGod({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  const { usefulGod, usefulGods } = analysis
  const chosen = usefulGods.find(({ method }) => method === usefulGod?.method)
  return (
    <div className="stack">
      <h3>{words.usefulGod}</h3>
      {usefulGod === null || chosen === undefined ? (
        <p>{words.usefulNone}</p>
      ) : (
        <>
          <dl className="roles">
            {roles.map((role) => (
              <div key={role} className={role}>
                <dt>{words[role]}</dt>
                <dd>
                  <ElementName of={usefulGod.roles[role]} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="minor">
            {say(words, "usefulBy", { method: words[methods[chosen.method]] })}:{" "}
            {reasonText(language, chosen.reason, analysis)}
          </p>
        </>
      )}
    </div>
  )
}

/** What each of six methods says, and why. */
export function UsefulGodMethods({ analysis }: { analysis: Analysis }): ReactNode {
  return (
    <dl className="meanings">
      {analysis.usefulGods.map((found) => (
        <Answer
          key={found.method}
          found={found}
          used={found.method === analysis.usefulGod?.method}
          analysis={analysis}
        />
      ))}
    </dl>
  )
}

function Answer({ found, used, analysis }: { found: Found; used: boolean; analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  return (
    <div>
      <dt>
        {words[methods[found.method]]}
        {used ? <span className="self">{words.methodUsed}</span> : null}
      </dt>
      <dd>
        {found.element === null ? words.noAnswer : <ElementName of={found.element} />}
        {found.stems.map((stem) => (
          <Chip key={stem} part="stem" index={stem} />
        ))}
        <span className="note below">{reasonText(language, found.reason, analysis)}</span>
      </dd>
    </div>
  )
}
