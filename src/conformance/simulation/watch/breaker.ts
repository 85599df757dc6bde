import { isCubeError } from "cubular"
import { overhear } from "./overhear.ts"
import type { Post, Watch } from "./watch.ts"

const PATIENCE_MS = 30_000

/** Never two probes, nothing while it is open, nothing refused while it is closed. */
export function watchBreaker({ path, data, trace, now }: Post): Watch {
  const settings = data.breaker as NonNullable<typeof data.breaker>
  const probeMs = Math.max(settings.openMs, data.timeoutMs ?? 0, PATIENCE_MS)
  let state: "closed" | "open" | "halfOpen" = "closed"
  let era = 0
  let openedAt = 0
  let probedAt: number | undefined
  let calls: { readonly slice: number; readonly ok: boolean }[] = []

  function mayPass(): boolean {
    if (state === "closed") return true
    if (state === "open") return now() >= openedAt + settings.openMs
    return probedAt === undefined || now() - probedAt >= probeMs
  }

  function turn(to: typeof state): void {
    state = to
    era++
    openedAt = now()
    probedAt = undefined
    calls = []
  }

  /** @returns the era of whoever passes, and whether he probes. */
  function enter(): { readonly era: number; readonly probe: boolean } {
    if (state === "closed") return { era, probe: false }
    if (state === "open") turn("halfOpen")
    else if (probedAt !== undefined) era++
    probedAt = now()
    return { era, probe: true }
  }

  function leave(passer: { readonly era: number; readonly probe: boolean }, ok: boolean | undefined): void {
    if (passer.era !== era) return
    if (passer.probe) {
      probedAt = undefined
      if (ok !== undefined) turn(ok ? "closed" : "open")
      return
    }
    if (ok === undefined) return
    const slice = Math.floor((now() * 10) / settings.windowMs)
    calls = [...calls.filter((each) => each.slice > slice - 10), { slice, ok }]
    const failures = calls.filter((each) => !each.ok).length
    if (calls.length >= settings.minimumCalls && failures / calls.length >= settings.errorRate) turn("open")
  }

  return (call, next, real) => {
    const allowed = mayPass()
    const before = state
    let passed = false
    try {
      return real(call, (inner) => {
        passed = true
        const two = before !== "closed" && probedAt !== undefined && now() - probedAt < probeMs
        trace.expect("breaker never two probes", !two, () => path)
        trace.expect("breaker lets nothing through while open", allowed || two, () => `${path} at ${now()}`)
        const passer = enter()
        return overhear(
          () => next(inner),
          (end) => leave(passer, "values" in end ? true : call.over || isBusy(end.error) ? undefined : false),
        )
      })
    } finally {
      trace.expect("breaker refuses only while open", passed || !allowed, () => `${path} at ${now()} while ${before}`)
    }
  }
}

/** Refused by the bulkhead inside: says nothing about the cube. */
function isBusy(error: unknown): boolean {
  return isCubeError(error) && (error.code === "bulkhead_full" || error.code === "bulkhead_waited")
}
