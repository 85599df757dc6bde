/** How the golden charts are read: charts-random.ts and charts-adversarial.ts hold one of these a line. */
import { lines as adversarial } from "./charts-adversarial.ts"
import { lines as random } from "./charts-random.ts"

export interface ChartVector {
  readonly id: string
  /** Adversarial ones only: what makes it hard. */
  readonly kind?: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly zone: string
  readonly fold: 0 | 1
  readonly longitude: number | null
  readonly clock: "wall" | "standard" | "mean" | "apparent"
  readonly boundary: "split" | "jasi" | "midnight"
  readonly utc: string
  readonly expect: { readonly index: readonly [number, number, number, number] }
}

const read = (lines: string): readonly ChartVector[] => lines.split("\n").map((line) => JSON.parse(line) as ChartVector)

export const randomCharts: readonly ChartVector[] = read(random)
export const adversarialCharts: readonly ChartVector[] = read(adversarial)

const two = (value: number): string => String(value).padStart(2, "0")

/** The birth record of a vector, as `cubular/saju` takes it. */
export function birthOf(vector: ChartVector): {
  date: string
  time: string
  timeZone: string
  fold: 0 | 1
  longitudeDeg: number | null
} {
  const { year, month, day, hour, minute, second, zone, fold, longitude } = vector
  return {
    date: `${year}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${two(minute)}:${two(second)}`,
    timeZone: zone,
    fold,
    longitudeDeg: longitude,
  }
}
