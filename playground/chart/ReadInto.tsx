import type { SajuChart } from "cubular/saju"
import type { ReactNode } from "react"
import { ElementsCard } from "../analysis/ElementsCard.tsx"
import { Judgements } from "../analysis/Judgements.tsx"
import { Relations } from "../analysis/Relations.tsx"
import { toAnalysis } from "../analysis/view.ts"
import { LuckCard } from "../luck/Luck.tsx"
import { Reading, toReading } from "../reading/Reading.tsx"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"
import { Fence } from "../shell/Fence.tsx"
import type { AppState } from "../state/app.ts"
import { resultOf } from "../state/sides.ts"
import { Details } from "./Details.tsx"

/** Everything a chart is read into, area by area; one that cannot be drawn leaves the others alone. */
export function ReadInto({ chart, state: { sides } }: { chart: SajuChart; state: AppState }): ReactNode {
  const { words } = useWords()
  const outputs = resultOf(sides)?.outputs
  const analysis = toAnalysis(outputs?.analysis)
  const reading = toReading(outputs?.reading)
  return (
    <>
      {analysis === undefined ? null : (
        <>
          <Area>
            <ElementsCard analysis={analysis} />
          </Area>
          <Area>
            <Judgements analysis={analysis} />
          </Area>
          <Area>
            <Relations analysis={analysis} />
          </Area>
        </>
      )}
      <Area>
        <LuckCard chart={chart} />
      </Area>
      {reading === undefined ? null : (
        <Area>
          <Reading reading={reading} />
        </Area>
      )}
      <Area>
        <Card name="details" heading={words.details}>
          <Details chart={chart} />
        </Card>
      </Area>
    </>
  )
}

function Area({ children }: { children: ReactNode }): ReactNode {
  const { words } = useWords()
  return <Fence instead={<p className="card">{words.cardFailed}</p>}>{children}</Fence>
}
