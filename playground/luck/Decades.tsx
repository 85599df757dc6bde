import type { SajuChart } from "cubular/saju"
import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { Chip } from "../analysis/names.tsx"
import { nameOf } from "../analysis/view.ts"
import { say } from "../i18n/index.ts"
import { useWords } from "../shell/context.tsx"
import { useDecades } from "./use-luck.ts"

type Luck = NonNullable<SajuChart["luck"]>

/** Ten decades side by side, native radios like other choices; the years of the chosen one are shown. */
export function Decades(props: {
  chart: SajuChart
  luck: Luck
  running: number | undefined
  shown: number
  onChoose: (at: number) => void
}): ReactNode {
  const { chart, luck, running, shown, onChoose } = props
  const { language, words } = useWords()
  const meanings = useDecades(chart)
  const strip = useScrolledTo(shown)
  return (
    <fieldset>
      <legend className="unseen">{words.decades}</legend>
      <ol className="strip" ref={strip}>
        {luck.decades.map((decade, at) => {
          const seen = meanings.state === "done" ? meanings.value[at] : undefined
          return (
            <li key={decade.fromAge}>
              <label className="decade">
                <input type="radio" name="decade" value={at} checked={at === shown} onChange={() => onChoose(at)} />
                <span className="figures">{say(words, "decadeFrom", { age: decade.fromAge })}</span>
                <small className="god">{seen === undefined ? "\u00a0" : nameOf(seen.stemTenGod, language)}</small>
                <Chip part="stem" index={decade.stem} />
                <Chip part="branch" index={decade.branch} />
                <small className="god">{seen === undefined ? "\u00a0" : nameOf(seen.branchTenGod, language)}</small>
                <small>{seen === undefined ? "\u00a0" : nameOf(seen.stage, language)}</small>
                <small className="figures">{decade.fromYearElapsed}</small>
                {at === running ? <span className="self">{words.current}</span> : null}
              </label>
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

/** Scrolls the strip, and nothing else, so that the decade at a place is inside it. */
function useScrolledTo(at: number): RefObject<HTMLOListElement | null> {
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = strip.current?.children[at]
    if (!(item instanceof HTMLElement) || strip.current === null) return
    strip.current.scrollLeft = item.offsetLeft - (strip.current.clientWidth - item.clientWidth) / 2
  }, [at])
  return strip
}
