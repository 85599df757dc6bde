/** ISO 8601 texts of instants, built from ready pieces because one chart writes three of them. */
const pieces = (mark: string): string[] =>
  Array.from({ length: 60 }, (_, value) => (value < 10 ? `${mark}0${value}` : mark + value))

let dashes: string[] | undefined
let hours: string[] = []
let colons: string[] = []

/** "YYYY-MM-DDTHH:MM:SS.mmmZ" of whole epoch milliseconds in the years 1000–9999. */
export function isoText(ms: number): string {
  if (dashes === undefined) {
    dashes = pieces("-")
    hours = pieces("T")
    colons = pieces(":")
  }
  const days = Math.floor(ms / 86_400_000) | 0
  const rest = (ms - days * 86_400_000) | 0
  const seconds = (rest / 1000) | 0
  const minutes = (seconds / 60) | 0
  const hour = (minutes / 60) | 0
  const time = `${hours[hour]}${colons[minutes - hour * 60]}${colons[seconds - minutes * 60]}`
  return dateText(days, dashes) + time + fraction(rest - seconds * 1000)
}

/** As `civilFromDays`, in 32-bit integers: days are far from overflowing, and this halves the time. */
function dateText(days: number, dashes: readonly string[]): string {
  const shifted = days + 719_468
  const era = (shifted / 146_097) | 0
  const dayOfEra = shifted - era * 146_097
  const leaps = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0)
  const yearOfEra = ((dayOfEra - leaps) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const month = ((5 * dayOfYear + 2) / 153) | 0
  const day = dayOfYear - (((153 * month + 2) / 5) | 0) + 1
  const year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
  return year + (dashes[month < 10 ? month + 3 : month - 9] as string) + (dashes[day] as string)
}

function fraction(ms: number): string {
  if (ms === 0) return ".000Z"
  return ms < 10 ? `.00${ms}Z` : ms < 100 ? `.0${ms}Z` : `.${ms}Z`
}
