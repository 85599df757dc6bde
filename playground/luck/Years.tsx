import type { Decade, SajuChart, YearLuck } from "cubular/saju"
import type { ReactNode } from "react"
import { Chip } from "../analysis/names.tsx"
import { nameOf } from "../analysis/view.ts"
import { say } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import { useYears } from "./use-luck.ts"

/** The ten years of a decade; the present one is marked. */
export function Years({ chart, decade }: { chart: SajuChart; decade: Decade }): ReactNode {
  const { language, words } = useWords()
  const years = useYears(chart, decade.fromYearElapsed)
  const ganji = language === "ko" ? decade.hangul : decade.romanized
  return (
    <div className="stack">
      <h3>{say(words, "yearsOf", { ganji, age: decade.fromAge })}</h3>
      {years.state === "running" ? <p className="note">{words.yearsRunning}</p> : null}
      {years.state === "missing" ? <p className="note">{words.yearsMissing}</p> : null}
      {years.state === "done" ? <YearTable years={years.value} now={chart.details.options.now} /> : null}
      <p className="note">{words.yearsNote}</p>
    </div>
  )
}

function YearTable({ years, now }: { years: readonly YearLuck[]; now: string | null | undefined }): ReactNode {
  const { words } = useWords()
  const instant = now ? Date.parse(now) : Number.NaN
  return (
    <ol className="years">
      {years.map((year) => {
        const present = Date.parse(year.from) <= instant && instant < Date.parse(year.to)
        return (
          <li key={year.year} className={present ? "present" : undefined}>
            <span className="figures">
              {year.year}
              {year.age === null ? null : (
                <span className="minor"> {say(words, "age", { age: year.age.elapsed })}</span>
              )}
              {present ? <span className="self">{words.current}</span> : null}
            </span>
            <YearPillar of={year} />
          </li>
        )
      })}
    </ol>
  )
}

function YearPillar({ of }: { of: YearLuck }): ReactNode {
  const { language } = useWords()
  return (
    <>
      <span>
        <Chip part="stem" index={of.pillar.stem} />
        <Chip part="branch" index={of.pillar.branch} />
      </span>
      <span className="minor gods">
        <span>{nameOf(of.stemTenGod, language)}</span> <span>{nameOf(of.branchTenGod, language)}</span>
      </span>
      <span className="minor">{nameOf(of.stage, language)}</span>
    </>
  )
}
