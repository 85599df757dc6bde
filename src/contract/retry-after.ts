const DAY_MS = 86_400_000
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"

/** Days before the month in a year whose February has 28. */
const DAYS_BEFORE: readonly number[] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/**
 * How long a service asks to be left alone, by its Retry-After (RFC 9110, 10.2.3): seconds, or the date of an IMF
 * ("Sun, 06 Nov 1994 08:49:37 GMT").
 *
 * @param now - Reads the clock, in epoch ms; asked only for a date.
 * @returns ms from 0 to a day; undefined for what is neither.
 */
export function retryAfterMs(header: string | null, now: () => number): number | undefined {
  const text = header?.trim() ?? ""
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, DAY_MS)
  const at = fromHttpDate(text)
  return at === undefined ? undefined : Math.min(Math.max(at - now(), 0), DAY_MS)
}

/** Epoch ms of a date from 1970 on, without `Date`, which no cube has. */
function fromHttpDate(text: string): number | undefined {
  const found = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text)
  if (!found) return undefined
  const [, day, name, year, hour, minute, second] = found as unknown as string[]
  const month = MONTHS.indexOf(name as string) / 3
  const [y, d, h, m, s] = [year, day, hour, minute, second].map(Number) as [number, number, number, number, number]
  if (!Number.isInteger(month) || month < 0 || y < 1970) return undefined
  // Leap days up to the year before, or of this year once February is over.
  const last = month > 1 ? y : y - 1
  const leapDays = Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) - 477
  const days = (y - 1970) * 365 + leapDays + (DAYS_BEFORE[month] as number) + d - 1
  return days * DAY_MS + ((h * 60 + m) * 60 + s) * 1000
}
