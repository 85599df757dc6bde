import type { AnyCube, Awaitable, CubeInstance, Health } from "./cube.ts"
import type { FilledPolicy, PolicyName } from "./policy.ts"
import type { PolicyControl } from "./policy-layer.ts"

/** Stands between runners and the instances of their cubes; what `createRunner({ supervisor })` takes. */
export interface Supervisor {
  /**
   * Called once per runner, before its cubes are made. What it gives is asked for every instance the runner needs, in
   * place of making it; these serve until the runner destroys them.
   *
   * @throws {CubeError} to refuse the runner.
   */
  keep(runner: KeptRunner): Awaitable<Keep>
  /** How the cubes of all its runners are. */
  health(): HealthTree
}

/** @param make - Makes and starts an instance of the place's cube, or of another one in its place; as often as asked. */
export type Keep = (place: KeptPlace, make: (cube?: AnyCube) => Awaitable<CubeInstance>) => Awaitable<CubeInstance>

export interface KeptRunner {
  readonly composition: string
  readonly steps: readonly {
    readonly path: string
    readonly cube: AnyCube
    readonly config: unknown
    /** Cubes it may call. */
    readonly callable: { readonly [id: string]: AnyCube }
    readonly policy: { readonly data: FilledPolicy } | undefined
  }[]
  /** `runner.policies`, once the runner is made. */
  policies(path: string): { readonly [name in PolicyName]?: PolicyControl }
}

export interface KeptPlace {
  /** Step path; of a cube that steps call, ">" and its id. */
  readonly path: string
  readonly cube: AnyCube
}

/** Health of cubes, rolled up: the worst below, where nothing else answers in its place. */
export interface HealthTree {
  readonly status: Health["status"]
  /** One for each runner that has not been stopped. */
  readonly compositions: readonly CompositionHealth[]
}

export interface CompositionHealth {
  readonly composition: string
  readonly status: Health["status"]
  /** By step path; cubes that steps call have ">" and their id. */
  readonly steps: { readonly [path: string]: StepHealth }
}

export interface StepHealth {
  readonly cube: string
  readonly status: Health["status"]
  /** Host-clock ms at which the status became what it is. */
  readonly since: number
  /** Failed checks in a row. */
  readonly failures: number
  /** How often it was made anew. */
  readonly restarts: number
  /** What is being done about it. */
  readonly doing: readonly ("restart" | "isolate" | "redirect" | "shed")[]
}
