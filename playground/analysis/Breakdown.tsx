import type { ReactNode } from "react"
import { columns } from "../chart/view.ts"
import { say, type Word } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import type { Strength } from "./view.ts"

const tests = { month: "testMonth", day: "testDay", hour: "testHour", stems: "testStems" } as const satisfies {
  readonly [test: string]: Word
}

/** What each character gave to a strength, and which tests were passed. */
export function Breakdown({ of }: { of: Strength }): ReactNode {
  const { words } = useWords()
  return (
    <div className="stack">
      {of.tests === undefined ? null : <Tests of={of.tests} />}
      <table className="grid">
        <caption className="note">{words.breakdown}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["stem", "branch"] as const).map((part) => (
            <tr key={part}>
              <th scope="row">{words[part]}</th>
              {columns.map((column) => (
                <td key={column} className="figures">
                  <Part of={of.parts.find((each) => each.pillar === column && each.part === part)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Thousandths of the method's own unit, with two decimals at most. */
const units = (thousandths: number): string => String(Math.round(thousandths / 10) / 100)

function Part({ of }: { of: Strength["parts"][number] | undefined }): ReactNode {
  const { words } = useWords()
  if (of === undefined) return <span className="minor">–</span>
  const [support, points] = [units(of.support), units(of.points)]
  return (
    <>
      <span className="unseen">{say(words, "supportOf", { support, points })}</span>
      <span aria-hidden="true">
        <strong>{support}</strong>
        <span className="minor"> / {points}</span>
      </span>
    </>
  )
}

function Tests({ of }: { of: NonNullable<Strength["tests"]> }): ReactNode {
  const { words } = useWords()
  return (
    <ul className="tags">
      {(Object.keys(tests) as (keyof typeof tests)[]).map((test) => (
        <li key={test}>
          {words[tests[test]]}{" "}
          <strong>{of[test] === null ? words.hourUnknown : words[of[test] ? "met" : "unmet"]}</strong>
        </li>
      ))}
    </ul>
  )
}
