import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { elements } from "../chart/characters.ts"
import { say } from "../i18n/index.ts"
import { Bar } from "../shell/Bar.tsx"
import { useWords } from "../shell/context.tsx"
import { ElementName } from "./names.tsx"
import { groupOf, percent, sharesOf } from "./view.ts"

/** How much of each element the chart holds, counted and weighed; also the legend of the tiles' colours. */
export function Elements({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  const shares = sharesOf(analysis.elements.weighted)
  return (
    <div className="stack">
      <table className="bars">
        <caption className="note">{words.elementsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.element}</th>
            <th scope="col" className="number">
              {words.characters}
            </th>
            <th scope="col" colSpan={2} className="number">
              {words.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {elements.map((element, i) => (
            <tr key={element}>
              <th scope="row">
                <ElementName of={element} /> <span className="minor">{words[groupOf(i, analysis.dayStem)]}</span>
              </th>
              <td className="number figures">{analysis.elements.characters[i]}</td>
              <td className="bar-cell">
                <Bar share={shares[i] ?? 0} tone={`of-${element}`} />
              </td>
              <td className="number figures">{percent(shares[i] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="minor figures">{say(words, "yinYang", analysis.yinYang)}</p>
    </div>
  )
}
