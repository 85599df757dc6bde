/** Findings about stars and void pillars. */
import type { Analysis, Position } from "../analysis/types.ts"
import { inOrder } from "./relations.ts"
import { STARS, VOIDS } from "./texts/stars.ts"
import type { Finding } from "./types.ts"
import { pillarsWord } from "./words.ts"

/** How much a star is asked about. The order is ours. */
const STAR_WEIGHTS: { readonly [rule in keyof typeof STARS]: number } = {
  "stars.cheoneulGwiin": 10,
  "stars.dohwa": 9,
  "stars.yeongma": 9,
  "stars.hwagae": 8,
  "stars.yangin": 7,
  "stars.goegang": 7,
  "stars.baekho": 7,
  "stars.munchangGwiin": 6,
  "stars.cheondeokGwiin": 6,
  "stars.woldeokGwiin": 5,
  "stars.hongyeom": 5,
  "stars.hyeonchim": 3,
  "stars.taegeukGwiin": 3,
  "stars.geumyeo": 3,
}
const MOST_TOLD = 3
const PLACE_WEIGHTS = [85, 70, 50]

interface Found {
  readonly rule: keyof typeof STARS
  readonly pillars: readonly Position[]
}

export function starFindings(analysis: Analysis): Finding[] {
  const found = starsOf(analysis).sort((a, b) => weightOf(b) - weightOf(a))
  const told = found.slice(0, MOST_TOLD).map(
    ({ rule, pillars }, place): Finding => ({
      section: "stars",
      rule,
      texts: [STARS[rule]],
      facts: { pillars: pillars.join(",") },
      words: { place: pillarsWord(pillars) },
      weight: PLACE_WEIGHTS[place] as number,
    }),
  )
  return [...told, ...voidFindings(analysis)]
}

/** Stars told here, with all the pillars they hit from whatever base. */
function starsOf({ stars }: Analysis): Found[] {
  return (Object.keys(STAR_WEIGHTS) as Found["rule"][]).flatMap((rule) => {
    const hits = stars.filter(({ id }) => `stars.${id}` === rule)
    return hits.length === 0 ? [] : [{ rule, pillars: inOrder(hits.flatMap(({ pillars }) => pillars)) }]
  })
}

const weightOf = ({ rule, pillars }: Found): number => STAR_WEIGHTS[rule] + (pillars.includes("day") ? 4 : 0)

/** The void pillar told: by the day pillar month, hour or year, else the day branch by the year pillar. */
function voidFindings({ void: { byDay, byYear } }: Analysis): Finding[] {
  const told = (["month", "hour", "year"] as const).find((pillar) => byDay.pillars.includes(pillar))
  const pillar = told ?? (byYear.pillars.includes("day") ? "day" : undefined)
  if (!pillar) return []
  const rule = `void.${pillar}` as const
  const base = told ? "day" : "year"
  return [{ section: "stars", rule, texts: [VOIDS[rule]], facts: { pillar, base }, words: {}, weight: 76 }]
}
