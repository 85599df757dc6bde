import type { DecadeLuck, SajuChart, YearLuck } from "cubular/saju"
import { useCallback, useEffect, useState } from "react"

/** What is being worked out beside the result: not there yet, there, or not to be had. */
export type Found<Value> = { readonly state: "running" | "missing" } | { readonly state: "done"; readonly value: Value }

/** What the decades mean for the chart. The engine's part for it is loaded when it is first needed. */
export const useDecades = (chart: SajuChart): Found<readonly DecadeLuck[]> =>
  useLater(useCallback(async () => (await import("./years.ts")).decadesOf(chart), [chart]))

/** The ten years of a decade. */
export const useYears = (chart: SajuChart, fromYear: number): Found<readonly YearLuck[]> =>
  useLater(useCallback(async () => (await import("./years.ts")).yearsOf(chart, fromYear), [chart, fromYear]))

function useLater<Value>(find: () => Promise<Value>): Found<Value> {
  const [found, setFound] = useState<Found<Value>>({ state: "running" })
  useEffect(() => {
    let current = true
    setFound({ state: "running" })
    find().then(
      (value) => current && setFound({ state: "done", value }),
      () => current && setFound({ state: "missing" }),
    )
    return () => {
      current = false
    }
  }, [find])
  return found
}
