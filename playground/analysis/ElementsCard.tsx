import type { Analysis } from "cubular/saju"
import type { ReactNode } from "react"
import { Card } from "../shell/Card.tsx"
import { useWords } from "../shell/context.tsx"
import { Elements } from "./Elements.tsx"
import { Strength, StrengthMethods } from "./Strength.tsx"

/** What the chart is made of, and how strong that leaves the day stem. */
export function ElementsCard({ analysis }: { analysis: Analysis }): ReactNode {
  const { words } = useWords()
  return (
    <Card name="elements" heading={words.elementsHeading}>
      <div className="halves">
        <Elements analysis={analysis} />
        <Strength analysis={analysis} />
      </div>
      <StrengthMethods analysis={analysis} />
    </Card>
  )
}
