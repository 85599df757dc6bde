import type { ReactNode } from "react"
import { useWords } from "../shell/context.tsx"
import { elements } from "./characters.ts"
import { countElements, type Pillars } from "./view.ts"

/** How many characters of each element the chart holds; also the legend of the tiles' colours. */
export function Elements({ pillars }: { pillars: Pillars }): ReactNode {
  const { words } = useWords()
  const counts = countElements(pillars)
  return (
    <section className="elements" aria-labelledby="elements-heading">
      <h3 id="elements-heading">{words.elements}</h3>
      <ul aria-describedby="elements-note">
        {elements.map((element) => (
          <li key={element}>
            <span className={`swatch ${element}`} aria-hidden="true" />
            <span>{words[element]}</span>
            <strong className="figures">{counts[element]}</strong>
          </li>
        ))}
      </ul>
      <p className="unseen" id="elements-note">
        {words.elementsNote}
      </p>
    </section>
  )
}
