import type { CubeInstance, Host, Issue, Policy, Run, RunOptions, SagaControl, Values } from "cubular/contract"
import type { Fixed } from "./ground.ts"
import type { Layers } from "./layers.ts"
import type { Plan, PlannedStep } from "./planned.ts"

/** What runs documents of mode "saga"; the value is `saga` of `cubular/saga`. */
export interface SagaPart {
  /** How long an attempt of a step may take that says nothing about it, in ms. */
  readonly timeoutMs: number
  /** Applied whether or not the runner was given them. */
  readonly policies: readonly Policy[]
  /** What is wrong with a planned saga. */
  check(plan: Plan): readonly Issue[]
  /** Called once per runner. @throws {CubeError} `composition_invalid` where the cubes, once made, cannot be undone. */
  create(ground: SagaGround): SagaKeeper
}

/** A runner as its sagas see it. */
export interface SagaGround {
  readonly plan: Plan
  readonly host: Host
  /** The runner's, of sagas that bring none of their own. */
  readonly seed: string | undefined
  /** The cube of each step, by the step's index. */
  readonly instances: readonly CubeInstance[]
  /** The policies around each step. */
  readonly layers: readonly (Layers | undefined)[]
  /** What the runner was made with, where it can be made again for another document. */
  readonly origin: SagaOrigin | undefined
  /** Starts a run in the runner's surroundings. */
  execute(work: SagaWork): Run
}

export interface SagaOrigin {
  readonly source: unknown
  readonly registry: unknown
  /** Its `RunnerOptions`. */
  readonly options: object
}

/** A run of a part of a saga. */
export interface SagaWork {
  readonly plan: Plan
  instanceOf(step: PlannedStep): CubeInstance
  layersOf(step: PlannedStep): Layers | undefined
  readonly inputs: Values
  readonly options: RunOptions
  /** Steps whose outcome stands, by path. */
  readonly fixed: ReadonlyMap<string, Fixed>
}

/** All sagas of one runner. */
export interface SagaKeeper extends SagaControl {
  run(inputs: Values | undefined, options: RunOptions | undefined): Run
  /** Resolves when none is at work; with a reason, they stop where they are, to be resumed. */
  stop(reason: unknown): Promise<void>
}
