/**
 * Epoch milliseconds as RFC 3339 in UTC, "2000-01-01T00:00:00.000Z", for years 0 to 9999. Own code, since cubes and
 * kernel run where `Date` has been taken away. Civil days by Howard Hinnant's algorithm (public domain).
 */
export function toTimestamp(ms: number): string {
  const whole = Math.floor(ms)
  const days = Math.floor(whole / 86_400_000) + 719_468
  const era = Math.floor(days / 146_097)
  const day = days - era * 146_097
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365)
  const rest = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const shifted = Math.floor((5 * rest + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const time = whole - Math.floor(whole / 86_400_000) * 86_400_000
  const date = [
    pad(year + era * 400 + (month <= 2 ? 1 : 0), 4),
    pad(month, 2),
    pad(rest - Math.floor((153 * shifted + 2) / 5) + 1, 2),
  ]
  const clock = [
    pad(Math.floor(time / 3_600_000), 2),
    pad(Math.floor(time / 60_000) % 60, 2),
    pad(Math.floor(time / 1000) % 60, 2),
  ]
  return `${date.join("-")}T${clock.join(":")}.${pad(time % 1000, 3)}Z`
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0")
}
