import type { Outcome, PolicyDecision, RunEvent, SagaState } from "cubular/contract"
import { amountOf, codeOf, didOf, namedCode, policyOf } from "./leaving.ts"

/** Decisions kept per step; more are counted only. A retry of a hundred attempts tells its first ones. */
const DECISIONS = 32

/** A moment, both ways a clock tells it. */
export interface Moment {
  /** Epoch ms. */
  readonly at: number
  /** Ms that never go back. */
  readonly monotonic: number
}

export interface SeenDecision {
  readonly at: number
  readonly policy: string
  readonly did: string
  readonly code: string | undefined
  readonly attempt: number | undefined
  readonly ms: number | undefined
}

/** One step as it was seen. Times are epoch ms. */
export interface SeenStep {
  readonly path: string
  readonly from: number
  to: number
  /** Undefined until it is done. */
  outcome: Outcome | undefined
  code: string | undefined
  /** It was over before anybody looked at the clock: `from` and `to` only say between which times. */
  untimed: boolean
  readonly decisions: SeenDecision[]
  droppedDecisions: number
}

/** A run as it was seen from its first event to its last. */
export interface SeenRun {
  readonly from: number
  readonly to: number
  readonly ms: number
  readonly ok: boolean
  /** Of a failed run: the code of the step that failed first. */
  readonly code: string | undefined
  /** Of the run's error itself. */
  readonly endedBy: string | undefined
  /** Of a saga: the state it ended in. */
  readonly saga: SagaState | undefined
  /** Steps that began, in that order. */
  readonly steps: readonly SeenStep[]
}

/** What is told while a run goes on. */
export interface Heard {
  /** `ms` is undefined where its times are not known. */
  stepDone(path: string, outcome: Outcome, ms: number | undefined): void
  decided(path: string, policy: string, did: string): void
}

/**
 * Follows one run. Events of what was over before anybody listened come without times: steps that did not wait lie
 * somewhere between the run's beginning and the moment its events were asked for. A single one lies there alone, so it
 * took that long; of several, nobody knows who took what.
 */
export class Observation {
  private readonly began: Moment
  private readonly joined: Moment
  private readonly heard: Heard
  private readonly steps: SeenStep[] = []
  private readonly open = new Map<string, SeenStep>()
  private readonly early: SeenStep[] = []
  /** How many began before anybody looked. */
  private unseen = 0
  private failure: string | undefined

  /**
   * @param began - Before the run was started.
   * @param joined - When its events were asked for; the same object where nobody knows when it began.
   */
  constructor(began: Moment, joined: Moment, heard: Heard) {
    this.began = began
    this.joined = joined
    this.heard = heard
  }

  /** To the end of the run. */
  async follow(events: AsyncIterable<RunEvent>): Promise<SeenRun> {
    for await (const event of events) {
      if (event.type === "step_started") this.start(event.step, event.at)
      else if (event.type === "policy_decided") this.decide(event)
      else if (event.type === "step_done") this.finish(event)
      else if (event.type === "run_done") return this.end(event)
      if (event.type !== "run_started" && event.at !== undefined) this.tellEarly()
    }
    return this.end({ type: "run_done", ok: false })
  }

  private start(path: string, at: number | undefined): void {
    const from = at ?? this.began.at
    if (at === undefined) this.unseen++
    const seen: SeenStep = {
      path,
      from,
      to: from,
      outcome: undefined,
      code: undefined,
      untimed: false,
      decisions: [],
      droppedDecisions: 0,
    }
    this.steps.push(seen)
    this.open.set(path, seen)
  }

  private decide(event: RunEvent & { type: "policy_decided" }): void {
    const { step, at = this.joined.at } = event
    const decision: PolicyDecision = event
    const [policy, did] = [policyOf(decision), didOf(decision)]
    this.heard.decided(step, policy, did)
    const seen = this.open.get(step)
    if (!seen) return
    if (seen.decisions.length >= DECISIONS) seen.droppedDecisions++
    else {
      const code = decision.code === undefined ? undefined : namedCode(decision.code)
      const [attempt, ms] = [amountOf(decision.attempt), amountOf(decision.ms)]
      seen.decisions.push({ at, policy, did, code, attempt, ms })
    }
  }

  private finish({ step, outcome, error, at }: RunEvent & { type: "step_done" }): void {
    if (outcome === "failed") this.failure ??= codeOf(error)
    const seen = this.open.get(step)
    this.open.delete(step)
    // Skipped, or cancelled before it began.
    if (!seen) return this.heard.stepDone(step, outcome, undefined)
    seen.outcome = outcome
    seen.code = codeOf(error)
    seen.untimed = at === undefined
    seen.to = Math.max(seen.from, at ?? this.joined.at)
    if (at === undefined) this.early.push(seen)
    else this.heard.stepDone(step, outcome, seen.to - seen.from)
  }

  /** Steps that were over before anybody looked: told once it is known whether it was only one. */
  private tellEarly(): void {
    const alone = this.unseen === 1 && this.joined !== this.began
    const ms = alone ? this.joined.monotonic - this.began.monotonic : undefined
    for (const seen of this.early.splice(0)) {
      seen.untimed = ms === undefined
      this.heard.stepDone(seen.path, seen.outcome as Outcome, ms)
    }
  }

  private end({ ok, error, saga, at }: RunEvent & { type: "run_done" }): SeenRun {
    this.tellEarly()
    const waited = at === undefined ? this.joined.monotonic - this.began.monotonic : at - this.began.at
    const ms = Math.max(0, waited)
    const to = at === undefined ? this.joined.at : this.began.at + ms
    const endedBy = codeOf(error)
    const code = ok ? undefined : (this.failure ?? endedBy)
    return { from: this.began.at, to: Math.max(to, this.began.at), ms, ok, code, endedBy, saga, steps: this.steps }
  }
}
