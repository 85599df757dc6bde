import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { Chip, Name } from "../analysis/names.tsx"
import { nameOf, type StarHit } from "../analysis/view.ts"
import type { Word } from "../i18n/index.ts"
import { listPlaces } from "../i18n/positions.ts"
import { useWords } from "../shell/context.tsx"
import { More } from "../shell/More.tsx"
import { FactRow } from "./FactRows.tsx"
import { columns } from "./view.ts"

/** What the rows of the table mean, further rows, and what the stars were read from; each on demand. */
export function RowNotes({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  return (
    <div>
      <More summary={words.moreRows}>
        <FurtherRows analysis={analysis} />
      </More>
      {analysis.stars.length === 0 ? null : (
        <More summary={words.starsBasis}>
          <StarBases analysis={analysis} />
        </More>
      )}
      <More summary={words.termsNote}>
        <Meanings />
      </More>
    </div>
  )
}

function FurtherRows({ analysis }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  return (
    <>
      <table className="pillars plain">
        <caption className="unseen">{words.moreRows}</caption>
        <thead>
          <tr>
            <td className="corner" />
            {columns.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <FactRow analysis={analysis} name="nayin" cell={({ nayin }) => nameOf(nayin, language)} />
          <FactRow analysis={analysis} name="ownSeat" cell={({ stages }) => nameOf(stages.ofOwnStem, language)} />
        </tbody>
      </table>
      <dl className="pairs">
        {(["byDay", "byYear"] as const).map((by) => (
          <div key={by}>
            <dt>
              {words.void} · {words[by]}
            </dt>
            <dd>
              {analysis.void[by].branches.map((branch) => (
                <Chip key={branch} part="branch" index={branch} />
              ))}{" "}
              <span className="minor below">
                {analysis.void[by].pillars.length === 0
                  ? words.voidNowhere
                  : listPlaces(language, analysis.void[by].pillars, "branch")}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const bases: { readonly [base in StarHit["base"]]: Word } = {
  dayStem: "basisDayStem",
  yearStem: "basisYearStem",
  monthBranch: "basisMonthBranch",
  yearBranch: "basisYearBranch",
  dayBranch: "basisDayBranch",
  pillar: "basisPillar",
  characters: "basisCharacters",
}

function StarBases({ analysis: { stars } }: { analysis: Analysis }): ReactNode {
  const { language, words } = useWords()
  const found = (Object.keys(bases) as StarHit["base"][]).filter((base) => stars.some((star) => star.base === base))
  return (
    <dl className="pairs">
      {found.map((base) => (
        <div key={base}>
          <dt>{words[bases[base]]}</dt>
          <dd>
            <ul className="plain-list">
              {stars
                .filter((star) => star.base === base)
                .map(({ id, star, pillars, part }) => (
                  <li key={`${id} ${part}`}>
                    <Name of={star} /> <span className="minor">{listPlaces(language, pillars, part)}</span>
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const meanings: readonly (readonly [name: Word, meaning: Word])[] = [
  ["tenGods", "tenGodsMeaning"],
  ["hiddenStems", "hiddenStemsMeaning"],
  ["stages", "stagesMeaning"],
  ["ownSeat", "ownSeatMeaning"],
  ["twelveStars", "twelveStarsMeaning"],
  ["stars", "starsMeaning"],
  ["nayin", "nayinMeaning"],
  ["void", "voidMeaning"],
]

function Meanings(): ReactNode {
  const { words } = useWords()
  return (
    <dl className="meanings">
      {meanings.map(([name, meaning]) => (
        <div key={name}>
          <dt>{words[name]}</dt>
          <dd>{words[meaning]}</dd>
        </div>
      ))}
    </dl>
  )
}
