import { lunarMonths } from "../../test/golden/saju/lunar-months.ts"

/** A month of the Korean lunisolar calendar. */
export interface Month {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  /** Its first day, proleptic Gregorian "YYYY-MM-DD". */
  readonly first: string
}

const DAY_MS = 86_400_000

/** The golden months 1391–2050, one by one. */
export function koreanMonths(): Month[] {
  return lunarMonths.trim().split("\n").flatMap(monthsOf)
}

function monthsOf(line: string): Month[] {
  const [date = "", leapMonth = "0", lengths = ""] = line.split(" ")
  // New Year falls into January or February of the year of its number.
  const year = Number(date.slice(0, 4))
  const after = Number(leapMonth)
  let day = Date.parse(date)
  return Array.from(lengths, (long, at) => {
    const leap = after > 0 && at === after
    const month = after > 0 && at >= after ? at : at + 1
    const first = new Date(day).toISOString().slice(0, 10)
    day += (29 + Number(long)) * DAY_MS
    return { year, month, leap, first }
  })
}
