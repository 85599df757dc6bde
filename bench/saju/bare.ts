/**
 * The bare table loop: four pillars at one fixed offset, civil clock, plain JavaScript, no checks and no options. It reads
 * calendar fields that somebody else has split, and is what a batch has to live up to.
 */
import { solarTerms } from "cubular/saju"
import type { Birth } from "./births.ts"

const MINUTE_MS = 60_000
const FIRST_YEAR = 1900

/** Births in columns, 6 bytes each. */
interface Columns {
  /** Months since January 1900. */
  readonly month: Uint16Array
  /** Day of the month, hour and minute as `day << 11 | hour << 6 | minute`. */
  readonly when: Uint16Array
  readonly hour: Uint8Array
  readonly day: Uint8Array
}

interface Tables {
  /** Two numbers per month: its opening `when` and day number mod 60; year and month ganji before and after it. */
  readonly months: Int32Array
  /** [(day number mod 60 + day) × 24 + hour] → day ganji, hour ganji. */
  readonly dayHour: Uint16Array
}

function columnsOf(births: readonly Birth[]): Columns {
  return {
    month: Uint16Array.from(births, ({ year, month }) => (year - FIRST_YEAR) * 12 + month - 1),
    when: Uint16Array.from(births, ({ day, hour, minute }) => (day << 11) | (hour << 6) | minute),
    hour: Uint8Array.from(births, ({ hour }) => hour),
    day: Uint8Array.from(births, ({ day }) => day),
  }
}

/** First local minute at or after the month's jeol, as `when`. */
function opening(year: number, month: number, offsetMs: number): number {
  const term = solarTerms(year)[2 * month] as number
  const local = new Date(Math.ceil((term + offsetMs) / MINUTE_MS) * MINUTE_MS)
  return (local.getUTCDate() << 11) | (local.getUTCHours() << 6) | local.getUTCMinutes()
}

function tablesOf(offsetMs: number, years: number): Tables {
  const months = new Int32Array(years * 12 * 2)
  for (let index = 0; index < years * 12; index++) {
    const [year, month] = [FIRST_YEAR + Math.floor(index / 12), index % 12]
    // The month's jeol opens month ganji `opened`; February's opens the year as well.
    const opened = ((year - 4) * 12 + month + 1) % 60
    const yearGanji = (after: boolean): number => (year - 4 - (month > 1 || (month === 1 && after) ? 0 : 1)) % 60
    const daysBefore = Date.UTC(year, month, 0) / 86_400_000
    const day60 = (((daysBefore + 17) % 60) + 60) % 60
    const before = yearGanji(false) | (((opened + 59) % 60) << 8)
    const after = yearGanji(true) | (opened << 8)
    months.set([opening(year, month, offsetMs) | (day60 << 16), before | (after << 16)], index * 2)
  }
  const dayHour = new Uint16Array(92 * 24)
  for (let day = 0; day < 92; day++)
    for (let hour = 0; hour < 24; hour++) {
      // 23:00 belongs to the day, with the hour stem of the next one ("split").
      const hourGanji = (day * 12 + Math.floor((hour + 1) / 2)) % 60
      dayHour[day * 24 + hour] = (day % 60) | (hourGanji << 8)
    }
  return { months, dayHour }
}

/** Four pillars of every birth: year, month, day, hour ganji, one byte each. */
function bareLoop({ month, when, hour, day }: Columns, { months, dayHour }: Tables): Uint8Array {
  const count = month.length
  const out = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const record = (month[i] as number) * 2
    const head = months[record] as number
    const shift = (when[i] as number) >= (head & 0xffff) ? 16 : 0
    const place = ((head >>> 16) + (day[i] as number)) * 24 + (hour[i] as number)
    out[i] = (((months[record + 1] as number) >>> shift) & 0xffff) | ((dayHour[place] as number) << 16)
  }
  return new Uint8Array(out.buffer)
}

/** The loop over births it has been prepared for. */
export interface Bare {
  readonly run: () => Uint8Array
}

export function createBare(births: readonly Birth[], offsetMs: number): Bare {
  const columns = columnsOf(births)
  const tables = tablesOf(offsetMs, 200)
  return { run: () => bareLoop(columns, tables) }
}
