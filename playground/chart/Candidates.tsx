import type { Candidate, Pillar } from "cubular/saju"
import type { ReactNode } from "react"
import { useWords } from "../shell/context.tsx"
import { columns } from "./view.ts"

/** Every chart a day with an unknown hour can hold, in the order of its clock; pillars the whole day shares are left out. */
export function Candidates({ candidates }: { candidates: readonly Candidate[] }): ReactNode {
  const { words } = useWords()
  const changing = columns.filter((column) => new Set(candidates.map(({ pillars }) => pillars[column].index)).size > 1)
  return (
    <section className="candidates" aria-labelledby="candidates-heading">
      <h3 id="candidates-heading">{words.candidates}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            {changing.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ from, to, fold, pillars }) => (
            <tr key={`${from} ${fold ?? 0}`}>
              <th scope="row" className="figures">
                {from.slice(0, 5)}–<wbr />
                {to.slice(0, 5)}
                {fold === 1 ? (
                  <>
                    <br />
                    <span className="minor">{words.foldSecond}</span>
                  </>
                ) : null}
              </th>
              {changing.map((column) => (
                <td key={column}>
                  <Ganji pillar={pillars[column]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ganji({ pillar }: { pillar: Pillar }): ReactNode {
  const { language } = useWords()
  return (
    <>
      <span className="ganji" lang="zh-Hant">
        {pillar.ganji}
      </span>
      <span className="minor">{language === "ko" ? pillar.hangul : pillar.romanized}</span>
    </>
  )
}
