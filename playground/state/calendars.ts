import { lunarToSolar, solarToLunar } from "cubular/saju"
import { type BirthForm, toDate } from "./birth.ts"

/** A day in both calendars. */
export interface DayOfBoth {
  /** "YYYY-MM-DD". */
  readonly solar: string
  readonly lunar: { readonly year: number; readonly month: number; readonly day: number; readonly leap: boolean }
}

/** The day the form names, in both calendars; undefined while it names none. Why not, the composition says. */
export function dayOf({ date, calendar }: Pick<BirthForm, "date" | "calendar">): DayOfBoth | undefined {
  const text = toDate(date)
  if (text === undefined || text === "") return undefined
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number)
  return attempt(() => {
    const solar = calendar === "solar" ? text : lunarToSolar({ year, month, day, leap: calendar === "leap" })
    return { solar, lunar: solarToLunar(solar) }
  })
}

const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The number of the leap month of the lunar year that is typed; undefined while no year can be read or it has none. */
export function leapMonthTyped(date: string): number | undefined {
  const year = Number(/^\s*(\d{4})/.exec(date)?.[1])
  return monthNumbers.find((month) => attempt(() => lunarToSolar({ year, month, day: 1, leap: true })) !== undefined)
}

/** A conversion, or nothing where the calendars have no such day. */
function attempt<Result>(convert: () => Result): Result | undefined {
  try {
    return convert()
  } catch {
    return undefined
  }
}
