import type { Health } from "cubular/contract"
import type { FailureKind, HealingAction, HealingPlan, Settings } from "./settings.ts"

/** What one check came to. */
export type Finding = Health["status"] | "silent"

/** What is kept of a cube over the end of its supervisor; JSON. */
export interface WardState {
  readonly restarts: number
  /** Restarts in a row. */
  readonly row: number
}

/**
 * What is known of one cube, and what is to be done about it. Without a clock: it is told the time, in host-clock ms.
 */
export class Ward {
  status: Health["status"] = "healthy"
  since: number
  /** Bad checks in a row. */
  failures = 0
  /** When it is to be made anew. */
  restartAt: number | undefined
  restarts: number
  private readonly settings: Settings
  private readonly plan: HealingPlan
  private kind: FailureKind | undefined
  private isLost = false
  /** Checks in a row that said it is degraded. */
  private weak = 0
  private row: number
  private wellSince: number | undefined

  constructor(settings: Settings, plan: HealingPlan, now: number, { restarts, row }: WardState) {
    this.settings = settings
    this.plan = plan
    this.since = now
    this.wellSince = now
    this.restarts = restarts
    this.row = row
  }

  get state(): WardState {
    return { restarts: this.restarts, row: this.row }
  }

  /** What is done now. */
  get actions(): readonly HealingAction[] {
    if (this.kind === undefined) return []
    const { on } = this.plan
    return (this.isLost ? on.lost : undefined) ?? on[this.kind] ?? []
  }

  checked(finding: Finding, now: number): void {
    if (finding === "healthy") this.well(now)
    else {
      this.wellSince = undefined
      if (finding === "degraded") this.weaker(now)
      else this.worse(finding, now)
    }
    const status = this.statusNow(finding)
    if (status === this.status) return
    this.status = status
    this.since = now
  }

  /** A fresh instance is in its place. */
  restarted(): void {
    this.restarts++
    this.row++
    this.restartAt = undefined
    this.isLost = false
    this.failures = 0
    this.weak = 0
  }

  /** It could not be made. */
  notRestarted(now: number): void {
    this.row++
    this.isLost = true
    this.restartAt = undefined
    this.arm(now)
  }

  private well(now: number): void {
    this.failures = 0
    this.weak = 0
    this.kind = undefined
    this.isLost = false
    this.restartAt = undefined
    this.wellSince ??= now
    if (now - this.wellSince >= this.settings.restart.healthyMs) this.row = 0
  }

  private weaker(now: number): void {
    this.failures = 0
    this.weak++
    // It answers again, so what was done because it did not is over.
    if (this.kind !== "degraded") this.over()
    if (this.weak >= this.settings.failures) this.fall("degraded", now)
  }

  private worse(kind: "silent" | "unhealthy", now: number): void {
    this.weak = 0
    this.failures++
    if (this.failures >= this.settings.failures) this.fall(kind, now)
  }

  private fall(kind: FailureKind, now: number): void {
    this.kind = kind
    this.arm(now)
  }

  private over(): void {
    this.kind = undefined
    this.isLost = false
    this.restartAt = undefined
  }

  /** When it is made anew, if its plan says so. */
  private arm(now: number): void {
    if (this.restartAt !== undefined || this.kind === undefined) return
    const restart = this.plan.on[this.kind]?.find((action) => action.do === "restart")
    if (!restart) return
    if (this.row >= (restart.budget ?? Number.POSITIVE_INFINITY)) this.isLost = true
    else this.restartAt = now + this.pauseMs()
  }

  private pauseMs(): number {
    if (this.row === 0) return 0
    const { baseMs, maxMs } = this.settings.restart
    let ms = baseMs
    for (let n = 1; n < this.row && ms < maxMs; n++) ms *= 2
    return Math.min(ms, maxMs)
  }

  private statusNow(finding: Finding): Health["status"] {
    if (this.kind !== undefined) return this.kind === "degraded" ? "degraded" : "unhealthy"
    return finding === "healthy" ? "healthy" : "degraded"
  }
}
