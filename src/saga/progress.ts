import { CubeError, type CubeErrorJson, type SagaState, type SagaStepState } from "cubular/contract"
import { saga_corrupt } from "cubular/messages/en"
import type { Entry, Kept, Placed, StartedEntry } from "./entry.ts"

export interface StepProgress {
  state: SagaStepState
  final: boolean
  outputs: Kept | undefined
  error: CubeErrorJson | undefined
  /** Of a final step: it failed and says itself that it did nothing. */
  refused: boolean
}

/** How far a saga has come: what its entries say, one after the other. */
export class Progress {
  readonly id: string
  readonly steps: Map<string, StepProgress> = new Map()
  started: StartedEntry | undefined
  /** Epoch ms of the last entry. */
  at = 0
  /** Why it goes back; undefined while it goes forward. */
  undoing: CubeErrorJson | undefined
  parked: CubeErrorJson | undefined
  ended: Extract<Entry, { readonly type: "ended" }> | undefined
  private count = 0

  constructor(id: string, entries: Iterable<Placed> = []) {
    this.id = id
    for (const entry of entries) this.add(entry)
  }

  get state(): SagaState {
    return this.ended?.state ?? (this.parked ? "parked" : "running")
  }

  /** The final step that has begun, if one has: its effect may be there, and cannot be taken back. */
  get committedBy(): string | undefined {
    for (const [path, { final, refused }] of this.steps) if (final && !refused) return path
    return undefined
  }

  get error(): CubeErrorJson | undefined {
    return this.parked ?? this.undoing
  }

  /** @throws {CubeError} `saga_corrupt` for an entry that cannot follow those before it. */
  add(entry: Placed): void {
    if (!this.follows(entry)) throw new CubeError({ ...saga_corrupt, params: { id: this.id, position: this.count } })
    this.count++
    this.at = entry.at
    this.take(entry)
  }

  private follows(entry: Entry): boolean {
    if (entry.type === "started") return this.count === 0
    if (this.count === 0 || this.ended) return false
    if (this.parked) return entry.type === "resumed"
    const state = "step" in entry ? this.steps.get(entry.step)?.state : undefined
    switch (entry.type) {
      case "step_started":
        return !this.undoing && (state === undefined || state === "started" || state === "failed")
      case "step_done":
      case "step_failed":
        return !this.undoing && state === "started"
      case "undoing":
        return !this.undoing && this.committedBy === undefined
      case "undo_started":
        return this.undoing !== undefined && state !== undefined && state !== "undone"
      case "undo_done":
      case "undo_failed":
        return state === "undoing"
      case "ended":
        return (entry.state === "undone") === (this.undoing !== undefined)
      default:
        return entry.type === "parked"
    }
  }

  private take(entry: Entry): void {
    switch (entry.type) {
      case "started":
        this.started = entry
        return
      case "undoing":
        this.undoing = entry.error
        return
      case "parked":
        this.parked = entry.error
        return
      case "resumed":
        this.parked = undefined
        return
      case "ended":
        this.ended = entry
        return
      case "step_started":
        this.steps.set(entry.step, {
          state: "started",
          final: entry.final === true,
          outputs: undefined,
          error: undefined,
          refused: false,
        })
        return
    }
    const step = this.steps.get(entry.step) as StepProgress
    switch (entry.type) {
      case "step_done":
        step.state = "done"
        step.outputs = entry.outputs
        return
      case "step_failed":
        step.state = "failed"
        step.error = entry.error
        step.refused = entry.refused === true
        return
      case "undo_failed":
        step.error = entry.error
        return
      default:
        step.state = entry.type === "undo_done" ? "undone" : "undoing"
    }
  }
}
