import { appendFileSync } from "node:fs"

/** `npm run crash -- --rounds N` kills so many times as often as `npm test` does. */
export const CRASH_TIMES: number = Number(process.env.CUBULAR_CRASH_ROUNDS ?? 1)

/** What killing came to, for `npm run crash` to write down. */
export interface CrashFigures {
  /** What was killed, in the midst of what. */
  readonly killed: string
  readonly kills: number
  /** Writes that were acknowledged, or what else had to be there afterwards. */
  readonly acknowledged: number
}

/** Says that all of it was there: to be called when a test has found nothing missing and nothing torn. */
export function tellCrash(figures: CrashFigures): void {
  const file = process.env.CUBULAR_CRASH_FIGURES
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`)
}
