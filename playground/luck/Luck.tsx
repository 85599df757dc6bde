import type { SajuChart } from "cubular/saju"
import { type ReactNode, useState } from "react"
import { say, type Words } from "../i18n/index.ts"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"
import { Decades } from "./Decades.tsx"
import { Years } from "./Years.tsx"

type Luck = NonNullable<SajuChart["luck"]>

/** The decades of luck as a strip, and the years of the one that is chosen. */
export function LuckCard({ chart }: { chart: SajuChart }): ReactNode {
  const { words } = useWords()
  return (
    <Card name="luck" heading={words.luckHeading}>
      {chart.luck === null ? <p className="hint">{words.luckNeedsSex}</p> : <Cycles chart={chart} luck={chart.luck} />}
    </Card>
  )
}

function Cycles({ chart, luck }: { chart: SajuChart; luck: Luck }): ReactNode {
  const { words } = useWords()
  const running = luck.current === null || luck.current < 0 ? undefined : luck.current
  const [chosen, setChosen] = useState<number>()
  const shown = chosen ?? running ?? 0
  const decade = luck.decades[shown]
  return (
    <>
      <p className="minor figures">{begins(luck, words)}</p>
      <Decades chart={chart} luck={luck} running={running} shown={shown} onChoose={setChosen} />
      {decade === undefined ? null : <Years chart={chart} decade={decade} />}
    </>
  )
}

function begins({ startAge, startAgeExact, direction, age }: Luck, words: Words): string {
  const start = say(words, "luckStart", { age: startAge, way: words[direction], ...startAgeExact })
  return age === null ? start : `${start} ${say(words, "ageNow", { ...age })}`
}
