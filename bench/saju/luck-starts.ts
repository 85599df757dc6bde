/**
 * The exact start of luck beside lunar-javascript, which counts it in whole minutes and drops the seconds of a term before it
 * does: prints the counts as JSON and leaves them in `results/saju-luck-starts.json`. Where dropping them does not give its
 * answer, its term and ours, at most two seconds apart, may lie on either side of a full minute.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { chart } from "cubular/saju"
import library from "lunar-javascript"
import { machine } from "../machine.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf, wall } from "./ours.ts"

/** Births that are drawn, from 1900 to 2099, and the year before which they are compared: later on the Earth's rotation is a forecast. */
const DRAWN = 10_000
const BEFORE = 2020
const MINUTE_MS = 60_000
/** Minutes to a day of luck; a month has thirty of those, a year 360. */
const DAY_MINUTES = 12

interface Start {
  readonly years: number
  readonly months: number
  readonly days: number
}

const lunarJavascript = library as unknown as {
  Solar: { fromYmdHms(...parts: number[]): { getLunar(): { getEightChar(): { getYun(sex: 0 | 1, sect: 2): Yun } } } }
}
interface Yun {
  getStartYear(): number
  getStartMonth(): number
  getStartDay(): number
}

function theirs({ year, month, day, hour, minute }: Birth, sex: "male" | "female"): Start {
  const yun = lunarJavascript.Solar.fromYmdHms(year, month, day, hour, minute, 0)
    .getLunar()
    .getEightChar()
    .getYun(sex === "male" ? 1 : 0, 2)
  return { years: yun.getStartYear(), months: yun.getStartMonth(), days: yun.getStartDay() }
}

/** Our start, and the same from whole minutes, with a term that comes this much later. */
function ours(birth: Birth, sex: "male" | "female"): { exact: Start; inMinutes: (laterMs: number) => Start } {
  const made = chart({ ...birthOf(birth, "+08:00"), sex }, wall)
  const { startAgeExact, daysToTerm, direction } = made.luck as NonNullable<typeof made.luck>
  const born = Date.parse(made.details.utc as string)
  const term = Math.round(born + (direction === "forward" ? 1 : -1) * daysToTerm * 86_400_000)
  const inMinutes = (laterMs: number): Start => {
    const minutes = Math.abs(Math.floor((term + laterMs) / MINUTE_MS) - born / MINUTE_MS)
    const days = Math.floor(minutes / DAY_MINUTES)
    return { years: Math.floor(days / 360), months: Math.floor(days / 30) % 12, days: days % 30 }
  }
  return { exact: startAgeExact, inMinutes }
}

const daysOf = ({ years, months, days }: Start): number => (years * 12 + months) * 30 + days

const births = birthsOf(civilTimes(DRAWN)).filter(({ year }) => year < BEFORE)
const counts = { different: 0, mostDays: 0, droppedSeconds: 0, termAcrossMinute: 0, unexplained: 0 }
births.forEach((birth, at) => {
  const sex = at % 2 === 0 ? "male" : "female"
  const their = daysOf(theirs(birth, sex))
  const { exact, inMinutes } = ours(birth, sex)
  const apart = Math.abs(their - daysOf(exact))
  if (apart === 0) return
  counts.different++
  counts.mostDays = Math.max(counts.mostDays, apart)
  if (their === daysOf(inMinutes(0))) counts.droppedSeconds++
  else if ([-2000, -1000, 1000, 2000].some((ms) => their === daysOf(inMinutes(ms)))) counts.termAcrossMinute++
  else counts.unexplained++
})

const manifest = new URL("../node_modules/lunar-javascript/package.json", import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string }
const results = { package: "lunar-javascript", version, births: births.length, ...counts }
const file = new URL("../results/saju-luck-starts.json", import.meta.url)
writeFileSync(file, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`)
console.log(JSON.stringify(results))
