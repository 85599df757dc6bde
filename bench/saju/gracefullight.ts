import { bundled } from "./bundled.ts"

interface Gracefullight {
  readonly adapter: unknown
  readonly DateTime: {
    fromObject(time: { readonly [part: string]: number }, options: { readonly zone: string }): unknown
  }
  readonly getFourPillars: (
    time: unknown,
    options: { readonly [name: string]: unknown },
  ) => { readonly year: string; readonly month: string; readonly day: string; readonly hour: string }
}

const ENTRY = `
export { getFourPillars } from "@gracefullight/saju"
export { DateTime } from "luxon"
import { createLuxonAdapter } from "@gracefullight/saju/adapters/luxon"
export const adapter = await createLuxonAdapter()
`

/** With luxon, which its README has first. */
export const loadGracefullight = (): Promise<Gracefullight> => bundled<Gracefullight>(ENTRY)
