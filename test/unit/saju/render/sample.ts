/** Charts to draw. */
import { analyze, type Birth, chart, type SajuChart, type SajuOptions, yearLuck } from "cubular/saju"
import type { SvgOptions } from "../../../../cubes/saju/engine/render/options.ts"

export const spring: Birth = { date: "1990-05-01", time: "14:30", sex: "female", longitudeDeg: 126.978 }
/** Fifty-four seconds from ipchun. */
export const ipchun: Birth = { date: "1990-02-04", time: "11:14", sex: "male" }
/** The late rat hour, in which schools differ. */
export const ratHour: Birth = { date: "1988-07-15", time: "23:40", sex: "female", longitudeDeg: 129.075 }
export const unknownHour: Birth = { date: "1990-02-04", time: null, sex: "male" }
export const births: readonly Birth[] = [spring, ipchun, ratHour, unknownHour]

export const chartOf = (birth: Birth, options?: SajuOptions): SajuChart =>
  chart(birth, { now: "2026-11-21T00:00:00Z", ...options })

/** A birth with everything that can be shown of it. */
export function fully(birth: Birth): { readonly chart: SajuChart; readonly options: SvgOptions } {
  const found = chartOf(birth)
  const years = yearLuck(found, { from: 2018, to: 2027 })
  return { chart: found, options: { birth, analysis: analyze(found), years, name: "홍길동 Hong Gildong" } }
}

/** Births from 1900 to 2099 by a small generator (Lehmer, modulus 2^31 − 1), every seventh without an hour. */
export function randomBirths(count: number): Birth[] {
  let state = 20261121
  const below = (limit: number): number => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
  const two = (value: number): string => String(value).padStart(2, "0")
  return Array.from({ length: count }, (_, i) => ({
    date: `${1900 + below(200)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    time: i % 7 === 0 ? null : `${two(below(24))}:${two(below(60))}`,
    sex: ([null, "female", "male"] as const)[below(3)] ?? null,
  }))
}
