/** ISO 8601 texts of instants. Every chart writes one to three, so they are put together from pieces that are kept. */

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** Pieces by number, made when first needed: "-05-01", "T14:30", ":00.000Z". Sized at once: sparse arrays are slow. */
const days: (string | undefined)[] = /* @__PURE__ */ new Array(366)
const minutes: (string | undefined)[] = /* @__PURE__ */ new Array(1440)
const seconds: (string | undefined)[] = /* @__PURE__ */ new Array(60)

/** "YYYY-MM-DDTHH:MM:SS.mmmZ" of whole epoch milliseconds in the years 1000–9999. */
export function isoText(ms: number): string {
  const day = Math.floor(ms / 86_400_000) | 0
  return dateText(day) + timeText((ms - day * 86_400_000) | 0)
}

/** "THH:MM:SS.mmmZ" of whole ms since midnight. */
export function timeText(ms: number): string {
  const minute = (ms / 60_000) | 0
  minutes[minute] ??= `T${two((minute / 60) | 0)}:${two(minute % 60)}`
  return minutes[minute] + secondText(ms - minute * 60_000)
}

function secondText(ms: number): string {
  const second = (ms / 1000) | 0
  const rest = ms - second * 1000
  if (rest > 0) return `:${two(second)}.${rest < 100 ? 0 : ""}${two(rest)}Z`
  seconds[second] ??= `:${two(second)}.000Z`
  return seconds[second] as string
}

/** "YYYY-MM-DD" of a day. As `civilFromDays`, in 32-bit integers: days are far from overflowing, and this halves the time. */
export function dateText(day: number): string {
  const shifted = day + 719_468
  const era = (shifted / 146_097) | 0
  const dayOfEra = shifted - era * 146_097
  const leaps = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0)
  const yearOfEra = ((dayOfEra - leaps) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  // Months from March, so January and February belong to the year before.
  const month = ((5 * dayOfYear + 2) / 153) | 0
  const year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
  days[dayOfYear] ??= `-${two(((month + 2) % 12) + 1)}-${two(dayOfYear - (((153 * month + 2) / 5) | 0) + 1)}`
  return year + (days[dayOfYear] as string)
}
