/** The date and clock of the birth record, out of a chart. */
import { DAY_SEC } from "./civil.ts"
import { dateText } from "./iso.ts"
import { nowMs } from "./luck/now.ts"

/** What of a chart tells them. */
export interface RecordedIn {
  readonly pillars: { readonly day: { readonly index: number } }
  readonly details: {
    readonly utc: string | null
    readonly offsetSec: number
    /** Charts made before it was kept are without. */
    readonly date?: string | undefined
    readonly previousTerm: { readonly utc: string }
  }
}

/** 1970-01-01 was 辛巳, 17 of sixty. */
const FIRST_DAY = 17

/** The wall clock second of the birth as if it were UTC epoch seconds; null when the hour is unknown. */
export function recordedSec({ utc, offsetSec }: Pick<RecordedIn["details"], "utc" | "offsetSec">): number | null {
  return utc === null ? null : Math.floor(nowMs(utc) / 1000) + offsetSec
}

/**
 * Days from 1970-01-01 to the recorded date. Where a chart of an unknown hour does not keep it: the only day of its ganji after the term in force at its noon,
 * as terms are sixteen days apart and ganji sixty.
 */
export function recordedDay({ pillars, details }: RecordedIn): number {
  const sec = recordedSec(details)
  if (sec !== null) return Math.floor(sec / DAY_SEC)
  if (details.date !== undefined) return nowMs(`${details.date}T00:00:00Z`) / 1000 / DAY_SEC
  const first = Math.floor((nowMs(details.previousTerm.utc) / 1000 + details.offsetSec) / DAY_SEC)
  const ahead = (pillars.day.index - FIRST_DAY - first) % 60
  return first + (ahead < 0 ? ahead + 60 : ahead)
}

/** "1990-05-01" of the record, solar. */
export const recordedDate = (chart: RecordedIn): string => dateText(recordedDay(chart))
