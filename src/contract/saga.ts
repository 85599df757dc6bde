import type { CubeErrorJson } from "./error.ts"
import type { Run, SagaState } from "./run.ts"

export interface SagaListing {
  readonly id: string
  /** Id and version of its composition. */
  readonly document: string
  readonly version: string
  readonly state: SagaState
  /** Digest of the plan it was started with. */
  readonly plan: string
  /** When it got into its state: epoch ms of the host's clock. */
  readonly at: number
  /** Of one that is parked or undone: the code of what went wrong. */
  readonly code?: string | undefined
}

/** What is known of a step of a saga. `failed`: it may have had its effect all the same, and is undone like the others. */
export type SagaStepState = "started" | "done" | "failed" | "undoing" | "undone"

export interface SagaStatus extends SagaListing {
  /** Whether it goes forward, or undoes what it did. */
  readonly direction: "forward" | "back"
  /** A final step has begun: there is no way back. */
  readonly committed: boolean
  /** Steps that began, by path. */
  readonly steps: { readonly [path: string]: SagaStepState }
  readonly error?: CubeErrorJson
}

/** One line of a saga's journal. */
export interface SagaMoment {
  readonly position: number
  /** Epoch ms of the host's clock. */
  readonly at: number
  readonly type:
    | "started"
    | "step_started"
    | "step_done"
    | "step_failed"
    | "undoing"
    | "undo_started"
    | "undo_done"
    | "undo_failed"
    | "parked"
    | "resumed"
    | "ended"
  readonly step?: string
  readonly error?: CubeErrorJson
  readonly state?: "done" | "undone"
}

export interface SagaQuery {
  readonly state?: SagaState | undefined
  /** Id of a composition. */
  readonly document?: string | undefined
  /** 1 to 1,000, default 100. */
  readonly limit?: number | undefined
  /** Of the page before, with the same query. */
  readonly cursor?: string | undefined
}

export interface SagaPage {
  /** Those that changed last come first. */
  readonly sagas: readonly SagaListing[]
  readonly cursor?: string
}

/** What can be known of sagas from their stores alone. */
export interface Sagas {
  /** @throws {CubeError} `saga_unknown`, `saga_id_malformed`, `saga_corrupt`. */
  state(id: string): Promise<SagaStatus>
  /** Everything its journal says, oldest first, without values. @throws as `state`. */
  history(id: string): Promise<readonly SagaMoment[]>
  list(query?: SagaQuery): Promise<SagaPage>
}

/** The sagas of one runner. */
export interface SagaControl extends Sagas {
  /**
   * Goes on where a saga stopped, also a parked one; what has ended stays as it is. Its run rejects with `saga_unknown`,
   * `saga_plan_changed`, `saga_corrupt`, `journal_taken` while another process is at it, or as every saga does.
   */
  resume(id: string): Run
  /**
   * Undoes a saga that has not ended, at work or parked, also one of an earlier version of the document whose cubes are held.
   * Its run rejects with `saga_undone`; with `saga_final` where there is no way back, `saga_ended` when it is done.
   */
  undo(id: string): Run
  /** Resumes every saga of this composition that is `running`: what a process does when it starts. By id. */
  resumeAll(): Promise<ReadonlyMap<string, Run>>
}
