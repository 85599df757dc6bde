/** One chart at a time against other packages: prints agreement and slices as JSON. */
import { chart, pillars, type SajuOptions } from "cubular/saju"
import { type Contender, interleave } from "../interleave.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf, wall } from "./ours.ts"
import { loadRivals, type Rival } from "./rivals.ts"

const COUNT = 4096
const births = birthsOf(civilTimes(COUNT))

/** How many of the first births a rival answers as we do, asked in its zone and with its rule for 23:00. */
function agreement({ hanja, timeZone, boundary }: Rival, options: SajuOptions): { same: number; of: number } {
  const asked = births.slice(0, 1500)
  const same = asked.filter((birth) => {
    const { year, month, day, hour } = chart(birthOf(birth, timeZone), { ...options, boundary }).pillars
    return [year, month, day, hour].map((pillar) => pillar?.ganji).join(" ") === hanja(birth)
  })
  return { same: same.length, of: asked.length }
}

const over = <T>(list: readonly T[], call: (item: T) => unknown): ((input: number) => unknown) => {
  return (input) => call(list[input % COUNT] as T)
}

const { rivals, absent } = await loadRivals()
const fixed = births.map((birth) => birthOf(birth, "+09:00"))
const seoul = births.map((birth) => birthOf(birth))
const contenders: Contender[] = [
  { name: "chart, wall clock at +09:00", run: over(fixed, (birth) => chart(birth, wall)) },
  { name: "chart, defaults (Asia/Seoul, mean solar time)", run: over(seoul, (birth) => chart(birth)) },
  { name: "pillars, wall clock at +09:00", run: over(fixed, (birth) => pillars(birth, wall)) },
  { name: "pillars, defaults (Asia/Seoul, mean solar time)", run: over(seoul, (birth) => pillars(birth)) },
  ...rivals.map(({ name, call }) => ({ name, run: over(births, (birth: Birth) => call(birth)) })),
]
if (rivals.some(({ name }) => name === "manseryeok")) {
  const { calculateFourPillars } = await import("manseryeok")
  const solar = births.map((birth) => ({ ...birth, trueSolarTime: { applyEquationOfTime: false } }))
  contenders.push({ name: "manseryeok, mean solar time", run: over(solar, (birth) => calculateFourPillars(birth)) })
}
const agree = Object.fromEntries(rivals.map((rival) => [rival.name, agreement(rival, wall)]))
console.log(JSON.stringify({ agree, absent, slices: await interleave(contenders, { rounds: 30, sliceMs: 2 }) }))
